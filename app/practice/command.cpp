#include "app/practice/ending.h"
#include "app/practice/server.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>
#include <memory>

namespace rowlift::practice {

using namespace Qt::StringLiterals;

namespace {

constexpr int exitDone = 0; ///< Source: cli.md.
constexpr int exitUsage = 2;
constexpr int exitImpossible = 3;

class PracticeWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::practice::Command)
};

/// The switches of the services are open-ended: what this parser does not know becomes one, `--NAME[=VALUE]`.
QMap<QString, QString> switchesFrom(const QStringList &unknown, const QStringList &arguments)
{
    QMap<QString, QString> switches;
    for (const QString &name : unknown) {
        const QString prefix = u"--"_s + name + u'=';
        QString value = u"on"_s;
        for (const QString &argument : arguments)
            if (argument.startsWith(prefix))
                value = argument.mid(prefix.size());
        switches.insert(name, value);
    }
    return switches;
}

} // namespace

int runPracticeCommand(const QStringList &arguments)
{
    std::unique_ptr<QCoreApplication> application; // Qt finds its SQLite driver through it
    int count = 1;
    char name[] = "rowlift";
    char *names[] = { name, nullptr };
    if (!QCoreApplication::instance())
        application = std::make_unique<QCoreApplication>(count, names);

    QCommandLineParser parser;
    parser.setApplicationDescription(
        PracticeWords::tr("Runs the practice server alone, on this computer only, until it is interrupted."));
    const QCommandLineOption help({ u"h"_s, u"help"_s }, PracticeWords::tr("Show this help."));
    const QCommandLineOption port(u"port"_s, PracticeWords::tr("Port to listen on; without it a free one."),
                                  u"N"_s);
    const QCommandLineOption json(u"json"_s, PracticeWords::tr("Say nothing but the one line of JSON."));
    const QCommandLineOption data(u"data"_s, PracticeWords::tr("Folder where the records are kept."),
                                  u"DIR"_s);
    const QCommandLineOption instant(u"instant"_s,
                                     PracticeWords::tr("Take every row at once, without judging it."));
    const QCommandLineOption fault(
        u"fault"_s, PracticeWords::tr("Plant a fault: one JSON object. May be given several times."),
        u"SPEC"_s);
    parser.addOptions({ help, port, json, data, instant, fault });
    parser.parse(QStringList { u"rowlift practice"_s } + arguments);
    if (parser.isSet(help)) {
        std::fputs(qPrintable(parser.helpText()), stdout);
        return exitDone;
    }

    Options options;
    bool isPort = true;
    options.port = parser.isSet(port) ? parser.value(port).toUShort(&isPort) : quint16(0);
    if (!isPort || !parser.positionalArguments().isEmpty()) {
        std::fputs(qPrintable(PracticeWords::tr(
                                  "The practice server takes a port number and options only. See --help.")
                              + u'\n'),
                   stderr);
        return exitUsage;
    }
    options.dataFolder = parser.value(data);
    options.instant = parser.isSet(instant);
    options.faults = parser.values(fault);
    options.switches = switchesFrom(parser.unknownOptionNames(), arguments);

    Server server(options);
    QString error;
    if (!server.start(&error)) {
        std::fputs(qPrintable(error + u'\n'), stderr);
        return exitImpossible;
    }
    std::puts(server.ready().line.constData());
    std::fflush(stdout);
    if (!parser.isSet(json))
        std::fputs(
            qPrintable(PracticeWords::tr("The practice server is ready. Press Ctrl+C to end it.") + u'\n'),
            stderr);
    waitForEnd();
    return exitDone;
}

} // namespace rowlift::practice
