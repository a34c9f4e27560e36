#include "app/cli/command.h"
#include "app/cli/input_file.h"
#include "app/csv/bad_input.h"
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

using Write = std::function<Done(std::string_view)>;

/// Returns how many rows have bytes that the encoding does not know, and that no clean file can have.
Result<qint64> writeClean(const FileLook &look, const Write &write, std::stop_token stop)
{
    auto source = FileSource::open(look.readFrom());
    if (!source)
        return tl::unexpected(source.error());
    const auto copy = copyClean(**source, look.guess.dialect, write, {}, std::move(stop));
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
        if (m_made)
            m_file.remove();
    }
    Q_DISABLE_COPY_MOVE(OutputFile)

    bool open()
    {
        if (QFileInfo(m_path).isDir())
            return false;
        const bool opened = m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered
                                        | (m_direct ? QIODevice::NotOpen : QIODevice::NewOnly));
        m_made = opened && !m_direct;
        return opened;
    }
    bool write(std::string_view piece)
    {
        while (!piece.empty()) { // a full disk takes a part first, and says why at the next
            const qint64 written = m_file.write(piece.data(), static_cast<qint64>(piece.size()));
            if (written <= 0)
                return false;
            piece.remove_prefix(static_cast<std::size_t>(written));
        }
        return true;
    }
    bool commit()
    {
        if (m_permissions)
            m_file.setPermissions(*m_permissions);
        m_file.close(); // what a network drive could not write is known now
        if (m_file.error() != QFileDevice::NoError)
            return false;
        if (m_direct)
            return true;
        std::error_code error;
        std::filesystem::rename(m_file.filesystemFileName(), QFileInfo(m_path).filesystemFilePath(), error);
        if (error)
            m_renameError = QString::fromStdString(error.message());
        m_made = bool(error);
        return !error;
    }
    /// Why the last of these was false.
    QString why() const { return m_renameError.isEmpty() ? m_file.errorString() : m_renameError; }

private:
    QString m_path;
    bool m_direct = false;
    bool m_made = false; ///< The part file is there.
    std::optional<QFile::Permissions> m_permissions; ///< Of the file that it takes the place of.
    QFile m_file;
    QString m_renameError;
};

/// What \a produce hands to its writer goes to the file \a path, all or nothing, or to standard output.
int cleanTo(const QString &path, const Interrupt &interrupt,
            const std::function<Result<qint64>(const Write &)> &produce)
{
    const auto written = [&](bool good, const auto &why) -> Done {
        if (good)
            return {};
        if (interrupt.came())
            return tl::unexpected(cancelledError());
        return tl::unexpected(Error { .kind = Error::Kind::Storage,
                                      .sentence = CleanWords::tr("“%1” could not be written.").arg(path),
                                      .detail = why(),
                                      .retryAfter = {} });
    };
    if (path == u"-") {
        const auto why = [] { return qt_error_string(); };
        const auto damaged = produce([&](std::string_view piece) {
            return written(std::fwrite(piece.data(), 1, piece.size(), stdout) == piece.size(), why);
        });
        const Done done = damaged ? written(std::fflush(stdout) == 0, why) : tl::unexpected(damaged.error());
        return done ? exitAfter(*damaged) : couldNot(done.error());
    }
    OutputFile file(path);
    const auto why = [&file] { return file.why(); };
    if (const Done opened = written(file.open(), why); !opened)
        return couldNot(opened.error());
    const auto damaged = produce([&](std::string_view piece) { return written(file.write(piece), why); });
    const Done done = damaged ? written(file.commit(), why) : tl::unexpected(damaged.error());
    return done ? exitAfter(*damaged) : couldNot(done.error());
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
    const Interrupt interrupt;
    const auto input = InputFile::take(parser, interrupt);
    if (!input)
        return couldNot(input.error());
    const QString path = parser.value(u"output"_s);
    const QFileInfo given(input->file().path);
    if (path != u"-" && QFileInfo(path) == given) // the same file, by whatever name
        return couldNot(badInput(CleanWords::tr("“%1” is the file itself, which stays as it is. Choose "
                                                "another name for the clean one.")
                                     .arg(path)));
    if (given.isFile() && given.size() == 0) // no records: the clean file has none either
        return cleanTo(path, interrupt, [](const Write &) { return Result<qint64>(0); });
    const auto look = lookAtFile(input->file(), *choice);
    if (!look)
        return couldNot(look.error());
    return cleanTo(path, interrupt, [&look, &interrupt](const Write &write) {
        return writeClean(*look, write, interrupt.token());
    });
}

} // namespace rowlift::cli
