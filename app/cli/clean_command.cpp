#include "app/cli/command.h"
#include "app/cli/input_file.h"
#include "app/csv/csv_writer.h"
#include "app/csv/record_index.h"
#include "app/csv/row_reader.h"
#include "app/draft/file_look.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

#include <cstdio>

namespace rowlift::cli {

using namespace Qt::StringLiterals;

namespace {

struct CleanWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Cli)
};

constexpr qsizetype cleanBlock = 1 << 20;

QStringList textsOf(std::span<const std::string_view> cells)
{
    QStringList texts;
    for (const std::string_view cell : cells)
        texts.append(QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size())));
    return texts;
}

void appendTexts(QByteArray &out, const QStringList &texts)
{
    std::vector<QByteArray> bytes;
    for (const QString &text : texts)
        bytes.push_back(text.toUtf8());
    std::vector<std::string_view> cells;
    for (const QByteArray &cell : bytes)
        cells.emplace_back(cell.constData(), static_cast<std::size_t>(cell.size()));
    appendRecord(out, cells);
}

/// Header first, then the data rows, through \a write. Returns how many of them have bytes that the encoding
/// does not know, and that no clean file can have.
Result<qint64> writeClean(const FileLook &look, const std::function<bool(const QByteArray &)> &write,
                          const Error &cannotWrite)
{
    auto source = FileSource::open(look.readFrom());
    if (!source)
        return tl::unexpected(source.error());
    RowReader reader(**source, look.guess.dialect);
    QByteArray block;
    qint64 damaged = 0;
    QStringList header;
    bool headerWritten = false;
    const auto writeHeader = [&] {
        headerWritten = true;
        if (!header.isEmpty())
            appendTexts(block, header);
    };
    RowView row;
    for (;;) {
        const auto more = reader.next(row);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        if (row.isData()) {
            if (!headerWritten)
                writeHeader();
            appendRecord(block, row.cells);
        } else if (row.role == RowRole::Header) {
            header = joinedHeader(header, textsOf(row.cells));
        }
        damaged += row.badBytes && (row.isData() || row.role == RowRole::Header) ? 1 : 0;
        if (block.size() >= cleanBlock) {
            if (!write(block))
                return tl::unexpected(cannotWrite);
            block.clear();
        }
    }
    if (!headerWritten)
        writeHeader();
    if (!write(block))
        return tl::unexpected(cannotWrite);
    return damaged;
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

using Write = std::function<bool(const QByteArray &)>;

/// What \a produce hands to its writer goes to the file \a path, all or nothing, or to standard output.
int cleanTo(const QString &path, const std::function<Result<qint64>(const Write &, const Error &)> &produce)
{
    const Error cannotWrite { .kind = Error::Kind::Storage,
                              .sentence = CleanWords::tr("“%1” could not be written.").arg(path),
                              .detail = {},
                              .retryAfter = {} };
    if (path == u"-") {
        const Write toOutput = [](const QByteArray &block) {
            return std::fwrite(block.constData(), 1, static_cast<size_t>(block.size()), stdout)
                == static_cast<size_t>(block.size());
        };
        const auto written = produce(toOutput, cannotWrite);
        return written && std::fflush(stdout) == 0 ? exitAfter(*written)
                                                   : couldNot(written ? cannotWrite : written.error());
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return couldNot(cannotWrite);
    const auto written = produce(
        [&file](const QByteArray &block) { return file.write(block) == block.size(); }, cannotWrite);
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
