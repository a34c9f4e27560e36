#include "app/cli/command.h"
#include "app/cli/input_file.h"
#include "app/csv/clean_copy.h"
#include "app/draft/file_look.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cstdio>
#include <filesystem>

namespace rowlift::cli {

using namespace Qt::StringLiterals;

namespace {

struct CleanWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Cli)
};

using Write = std::function<bool(std::string_view)>;

/// Returns how many rows have bytes that the encoding does not know, and that no clean file can have.
Result<qint64> writeClean(const FileLook &look, const Write &write, const Error &cannotWrite)
{
    auto source = FileSource::open(look.readFrom());
    if (!source)
        return tl::unexpected(source.error());
    const auto writePiece
        = [&](std::string_view piece) -> Done { return write(piece) ? Done() : tl::unexpected(cannotWrite); };
    const auto copy = copyClean(**source, look.guess.dialect, writePiece, {}, {});
    if (!copy)
        return tl::unexpected(copy.error());
    return copy->damaged;
}

int exitAfter(qint64 damaged)
{
    if (damaged == 0)
        return Fine;
    say(CleanWords::tr("%n row(s) have characters that cannot be read; � stands in their place. Check "
                       "--encoding.",
                       nullptr, static_cast<int>(damaged)));
    return RowsNeedALook;
}

/// All or nothing, as QSaveFile; but that waits until the disk has all of a large file, which here nobody
/// needs before the command ends.
class OutputFile {
public:
    explicit OutputFile(const QString &path)
        : m_path(QFileInfo(path).isSymLink() ? QFileInfo(path).symLinkTarget() : path)
    {
        const QFileInfo there(m_path);
        m_direct = there.exists() && !there.isFile(); // /dev/null, a pipe
        m_file.setFileName(m_direct ? m_path : m_path + u".part%1"_s.arg(QCoreApplication::applicationPid()));
        if (there.isFile())
            m_permissions = there.permissions();
    }
    ~OutputFile()
    {
        if (!m_direct && m_file.isOpen())
            m_file.remove();
    }
    Q_DISABLE_COPY_MOVE(OutputFile)

    bool open()
    {
        if (QFileInfo(m_path).isDir())
            return false;
        return m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered
                           | (m_direct ? QIODevice::NotOpen : QIODevice::NewOnly));
    }
    bool write(std::string_view piece)
    {
        const auto bytes = static_cast<qint64>(piece.size());
        return m_file.write(piece.data(), bytes) == bytes;
    }
    bool commit()
    {
        if (m_direct)
            return m_file.flush();
        if (m_permissions)
            m_file.setPermissions(*m_permissions);
        std::error_code error;
        std::filesystem::rename(m_file.filesystemFileName(), QFileInfo(m_path).filesystemFilePath(), error);
        if (!error)
            m_file.close();
        return !error;
    }

private:
    QString m_path;
    bool m_direct = false;
    std::optional<QFile::Permissions> m_permissions; ///< Of the file that it takes the place of.
    QFile m_file;
};

/// What \a produce hands to its writer goes to the file \a path, all or nothing, or to standard output.
int cleanTo(const QString &path, const std::function<Result<qint64>(const Write &, const Error &)> &produce)
{
    const Error cannotWrite { .kind = Error::Kind::Storage,
                              .sentence = CleanWords::tr("“%1” could not be written.").arg(path),
                              .detail = {},
                              .retryAfter = {} };
    if (path == u"-") {
        const Write toOutput = [](std::string_view piece) {
            return std::fwrite(piece.data(), 1, piece.size(), stdout) == piece.size();
        };
        const auto written = produce(toOutput, cannotWrite);
        return written && std::fflush(stdout) == 0 ? exitAfter(*written)
                                                   : couldNot(written ? cannotWrite : written.error());
    }
    OutputFile file(path);
    if (!file.open())
        return couldNot(cannotWrite);
    const auto written = produce([&file](std::string_view piece) { return file.write(piece); }, cannotWrite);
    if (!written)
        return couldNot(written.error());
    return file.commit() ? exitAfter(*written) : couldNot(cannotWrite);
}

} // namespace

int cleanCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(CleanWords::tr("Writes the same records as a standard CSV file."));
    parser.addPositionalArgument(u"FILE"_s, CleanWords::tr("The spreadsheet."));
    parser.addOption(
        { { u"o"_s, u"output"_s }, CleanWords::tr("Where to; “-” is standard output."), u"OUT"_s });
    addDialectOptions(parser);
    addSheetOption(parser);
    int exit = Fine;
    if (!parse(parser, arguments, &exit))
        return exit;
    if (parser.positionalArguments().size() != 1 || !parser.isSet(u"output"_s))
        return wrongUsage(CleanWords::tr("clean takes one file, and -o with the file to write."));
    const auto choice = dialectChoiceFrom(parser);
    if (!choice)
        return wrongUsage(choice.error().sentence);
    const auto input = InputFile::take(parser);
    if (!input)
        return couldNot(input.error());
    const QString path = parser.value(u"output"_s);
    const QFileInfo given(input->file().path);
    if (path != u"-" && QFileInfo(path) == given) // the same file, by whatever name
        return couldNot({ .kind = Error::Kind::BadInput,
                          .sentence = CleanWords::tr("“%1” is the file itself, which stays as it is. Choose "
                                                     "another name for the clean one.")
                                          .arg(path),
                          .detail = {},
                          .retryAfter = {} });
    if (given.isFile() && given.size() == 0) // no records: the clean file has none either
        return cleanTo(path, [](const Write &, const Error &) { return Result<qint64>(0); });
    const auto look = lookAtFile(input->file(), *choice);
    if (!look)
        return couldNot(look.error());
    return cleanTo(path, [&look](const Write &write, const Error &cannotWrite) {
        return writeClean(*look, write, cannotWrite);
    });
}

} // namespace rowlift::cli
