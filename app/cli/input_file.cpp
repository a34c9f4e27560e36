#include "app/cli/input_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QUuid>

#include <cstdio>
#include <utility>

namespace rowlift::cli {

using namespace Qt::StringLiterals;

namespace {

struct InputWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Cli)
};

constexpr qsizetype inputBlock = 1 << 20;

bool copyStandardInput(QFile &into)
{
    QByteArray block(inputBlock, Qt::Uninitialized);
    while (const size_t got = std::fread(block.data(), 1, static_cast<size_t>(block.size()), stdin)) {
        if (into.write(block.constData(), static_cast<qint64>(got)) != static_cast<qint64>(got))
            return false;
    }
    return std::ferror(stdin) == 0 && into.flush();
}

} // namespace

Result<InputFile> InputFile::take(const QString &argument, const QString &folder)
{
    if (argument != "-"_L1)
        return InputFile(argument, false);
    const QString name = u"standard-input-%1.csv"_s.arg(QUuid::createUuid().toString(QUuid::Id128));
    QFile file(QDir(folder).absoluteFilePath(name));
    // The rows of people are nobody else's business.
    const bool opened = QDir().mkpath(folder)
        && file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                     QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    if (opened && copyStandardInput(file))
        return InputFile(file.fileName(), true);
    const QString detail = u"%1: %2"_s.arg(file.fileName(), file.errorString());
    if (opened)
        file.remove();
    return tl::unexpected(
        Error { .kind = Error::Kind::Storage,
                .sentence = InputWords::tr("Standard input could not be kept in a file. Is there room?"),
                .detail = detail,
                .retryAfter = {} });
}

InputFile::InputFile(QString path, bool ownsCopy)
    : m_path(std::move(path))
    , m_ownsCopy(ownsCopy)
{
}

InputFile::InputFile(InputFile &&other) noexcept
    : m_path(std::move(other.m_path))
    , m_ownsCopy(std::exchange(other.m_ownsCopy, false))
{
}

InputFile::~InputFile()
{
    if (m_ownsCopy)
        QFile::remove(m_path);
}

} // namespace rowlift::cli
