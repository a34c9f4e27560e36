#include "app/cli/command.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cstdio>

namespace rowlift::cli {

using namespace Qt::StringLiterals;

namespace {

struct CommandWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Cli)
};

} // namespace

int wrongUsage(const QString &sentence)
{
    say(sentence);
    return WrongUsage;
}

int couldNot(const Error &error)
{
    if (error.kind == Error::Kind::Cancelled)
        return Interrupted; // whoever did it knows
    say(error.sentence);
    if (!error.detail.isEmpty())
        say(CommandWords::tr("Details: %1").arg(error.detail));
    return CouldNot;
}

void print(const QString &text)
{
    const QByteArray bytes = text.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stdout);
    std::fflush(stdout);
}

void printJson(const QJsonObject &json)
{
    print(QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
}

void say(const QString &text)
{
    const QByteArray bytes = text.toUtf8() + '\n';
    std::fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stderr);
}

bool parse(QCommandLineParser &parser, const QStringList &arguments, int *exit)
{
    const QCommandLineOption helpOption({ u"h"_s, u"help"_s }, CommandWords::tr("Shows this text."));
    parser.addOption(helpOption);
    if (!parser.parse(arguments)) {
        *exit = wrongUsage(parser.errorText());
        return false;
    }
    if (parser.isSet(helpOption)) {
        QString help = parser.helpText(); // it begins with the program, by its path and without the command
        const QString program = QCoreApplication::arguments().constFirst();
        if (const qsizetype at = help.indexOf(program); at >= 0)
            help.replace(at, program.size(), arguments.constFirst());
        print(help);
        *exit = Fine;
        return false;
    }
    return true;
}

} // namespace rowlift::cli
