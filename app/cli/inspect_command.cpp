#include "app/cli/command.h"
#include "app/cli/input_file.h"
#include "app/cli/inspect_facts.h"
#include "app/csv/record_index.h"
#include "app/csv/row_reader.h"
#include "app/draft/file_look.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

namespace rowlift::cli {

using namespace Qt::StringLiterals;

namespace {

struct InspectWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Cli)
};

QString lineEndingId(LineEnding ending)
{
    switch (ending) {
    case LineEnding::Lf:
        return u"LF"_s;
    case LineEnding::CrLf:
        return u"CRLF"_s;
    case LineEnding::Cr:
        return u"CR"_s;
    case LineEnding::Mixed:
        return u"mixed"_s;
    }
    return {};
}

QString escapeText(const Dialect &dialect)
{
    if (dialect.escape != '\0')
        return QString(QLatin1Char(dialect.escape));
    return dialect.quote ? u"doubled"_s : u""_s;
}

QString problemId(FileProblem::Kind kind)
{
    switch (kind) {
    case FileProblem::Kind::RaggedRow:
        return u"raggedRow"_s;
    case FileProblem::Kind::UnclosedQuote:
        return u"unclosedQuote"_s;
    case FileProblem::Kind::StrayQuote:
        return u"strayQuote"_s;
    case FileProblem::Kind::UndecodableBytes:
        return u"undecodableBytes"_s;
    case FileProblem::Kind::NulBytes:
        return u"nulBytes"_s;
    case FileProblem::Kind::DuplicateHeader:
        return u"duplicateHeader"_s;
    case FileProblem::Kind::EmptyHeader:
        return u"emptyHeader"_s;
    }
    return {};
}

QJsonObject lookJson(const FileLook &look)
{
    const Dialect &dialect = look.guess.dialect;
    QJsonArray columns;
    for (size_t index = 0; index < look.looks.size(); ++index) {
        const ColumnLook &column = look.looks[index];
        columns.append(QJsonObject { { u"index"_s, static_cast<qint64>(index) + 1 },
                                     { u"name"_s, column.name },
                                     { u"type"_s, columnKindId(column.kind) },
                                     { u"blank"_s, column.blank },
                                     { u"examples"_s, QJsonArray::fromStringList(column.examples) } });
    }
    QJsonObject json { { u"file"_s, look.path },
                       { u"bytes"_s, look.stamp.size },
                       { u"encoding"_s, QString::fromLatin1(dialect.encoding) },
                       { u"bom"_s, dialect.bom },
                       { u"delimiter"_s, textOfDelimiter(dialect.delimiter) },
                       { u"quote"_s, dialect.quote ? QString(QLatin1Char(dialect.quote)) : QString() },
                       { u"escape"_s, escapeText(dialect) },
                       { u"lineEnding"_s, lineEndingId(dialect.lineEnding) },
                       { u"headerRow"_s, dialect.headerRecord + 1 },
                       { u"headerRows"_s, dialect.headerRecord < 0 ? 0 : dialect.headerRows },
                       { u"comment"_s, QString::fromUtf8(dialect.comment) },
                       { u"trim"_s, dialect.trim },
                       { u"tableEnd"_s, dialect.dataEnd < 0 ? QJsonValue() : QJsonValue(dialect.dataEnd) },
                       { u"doubtful"_s, look.guess.doubtful },
                       { u"reasons"_s, QJsonArray::fromStringList(look.guess.reasons) },
                       { u"columns"_s, columns } };
    if (!look.sheets.empty()) {
        QJsonArray names;
        for (const WorkbookSheet &sheet : look.sheets)
            names.append(sheet.name);
        json[u"sheet"_s] = look.sheet;
        json[u"sheets"_s] = names;
    }
    return json;
}

Result<QJsonArray> firstRows(const FileLook &look, qint64 most, const std::stop_token &stop)
{
    auto source = FileSource::open(look.readFrom());
    if (!source)
        return tl::unexpected(source.error());
    RowReader reader(**source, look.guess.dialect);
    QJsonArray rows;
    RowView row;
    while (rows.size() < most) {
        const auto more = reader.next(row);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        if (stop.stop_requested())
            return tl::unexpected(cancelledError());
        if (!row.isData())
            continue;
        QJsonArray cells;
        for (const std::string_view cell : row.cells)
            cells.append(QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size())));
        rows.append(cells);
    }
    return rows;
}

Result<RecordCount> countWhole(const FileLook &look, std::stop_token stop)
{
    auto source = FileSource::open(look.readFrom());
    if (!source)
        return tl::unexpected(source.error());
    return countRecords(**source, look.guess.dialect, {}, std::move(stop));
}

Result<RecordIndex> indexWhole(const FileLook &look, std::stop_token stop)
{
    auto source = FileSource::open(look.readFrom());
    if (!source)
        return tl::unexpected(source.error());
    return indexRecords(**source, look.guess.dialect, {}, {}, std::move(stop));
}

QJsonArray problemsJson(const RecordIndex &index)
{
    QJsonArray problems;
    for (const FileProblem &problem : index.problems) {
        const QString text = problem.kind == FileProblem::Kind::RaggedRow
            ? InspectWords::tr("%n cell(s) where the header has %1", nullptr, problem.cells)
                  .arg(index.header.size())
            : QString();
        problems.append(
            QJsonObject { { u"row"_s, problem.record + 1 },
                          { u"column"_s, problem.column < 0 ? QJsonValue() : QJsonValue(problem.column + 1) },
                          { u"kind"_s, problemId(problem.kind) },
                          { u"text"_s, text } });
    }
    return problems;
}

QJsonObject problemCountsJson(const RecordIndex &index)
{
    QJsonObject counts;
    for (const auto &[kind, count] : index.problemCounts)
        counts[problemId(kind)] = count;
    return counts;
}

void printForPeople(const QJsonObject &json, const FileLook &look)
{
    const QLocale locale;
    print(json[u"file"].toString());
    QStringList facts { locale.formattedDataSize(look.stamp.size) };
    if (!look.certain)
        facts << encodingName(look.guess.dialect.encoding) << delimiterName(look.guess.dialect.delimiter);
    else if (!look.sheets.empty())
        facts << InspectWords::tr("Excel workbook") << InspectWords::tr("sheet “%1”").arg(look.sheet);
    if (json.contains(u"records"))
        facts << InspectWords::tr("%n row(s)", nullptr, static_cast<int>(json[u"records"].toInteger()));
    facts << InspectWords::tr("%n column(s)", nullptr, static_cast<int>(look.columns.size()));
    print(facts.join(u" · "_s));
    for (const QString &reason : look.guess.reasons)
        print(u"  "_s + reason);
    for (const ColumnLook &column : look.looks)
        print(u"  %1: %2 (%3)"_s.arg(column.name, columnKindId(column.kind),
                                     column.examples.join(u", "_s).left(60)));
    for (const QString &line : factLines(json))
        print(u"  "_s + line);
}

} // namespace

int inspectCommand(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(InspectWords::tr("Tells what a file is."));
    parser.addPositionalArgument(u"FILE"_s, InspectWords::tr("The spreadsheet."));
    parser.addOption({ u"json"_s, InspectWords::tr("Answers as JSON.") });
    parser.addOption({ u"head"_s, InspectWords::tr("Only the first N rows, without counting."), u"N"_s });
    parser.addOption({ u"count"_s, InspectWords::tr("Only how many rows there are, but exactly.") });
    parser.addOption({ u"facts"_s,
                       InspectWords::tr("Also looks at every value: what each column holds, and what may be "
                                        "damaged.") });
    addDialectOptions(parser);
    addSheetOption(parser);
    int exit = Fine;
    if (!parse(parser, arguments, &exit))
        return exit;
    if (parser.positionalArguments().size() != 1)
        return wrongUsage(InspectWords::tr("inspect takes one file."));
    if (parser.isSet(u"facts"_s) && (parser.isSet(u"head"_s) || parser.isSet(u"count"_s)))
        return wrongUsage(InspectWords::tr("--facts reads the whole file: leave --head and --count out."));
    if (parser.isSet(u"head"_s) && parser.isSet(u"count"_s))
        return wrongUsage(InspectWords::tr("Either --head or --count."));
    const auto choice = dialectChoiceFrom(parser);
    if (!choice)
        return wrongUsage(choice.error().sentence);
    const QString file = parser.positionalArguments().constFirst();
    const Interrupt interrupt;
    const auto input = InputFile::take(parser, interrupt);
    if (!input)
        return couldNot(input.error());
    const auto look = lookAtFile(input->file(), *choice);
    if (!look)
        return couldNot(look.error());

    QJsonObject json = lookJson(*look);
    if (file == "-"_L1)
        json[u"file"_s] = file;
    if (parser.isSet(u"head"_s)) {
        bool isNumber = false;
        const qint64 most = parser.value(u"head"_s).toLongLong(&isNumber);
        if (!isNumber || most < 0)
            return wrongUsage(InspectWords::tr("--head takes a number of rows."));
        const auto rows = firstRows(*look, most, interrupt.token());
        if (!rows)
            return couldNot(rows.error());
        json[u"rows"_s] = *rows;
    } else if (parser.isSet(u"count"_s)) {
        const auto count = countWhole(*look, interrupt.token());
        if (!count)
            return couldNot(count.error());
        json[u"records"_s] = count->dataRows;
    } else {
        const auto index = indexWhole(*look, interrupt.token());
        if (!index)
            return couldNot(index.error());
        json[u"records"_s] = index->dataRows;
        json[u"problems"_s] = problemsJson(*index);
        json[u"problemCounts"_s] = problemCountsJson(*index);
        if (parser.isSet(u"facts"_s)) {
            if (const Done added = addFacts(json, *look, interrupt.token()); !added)
                return couldNot(added.error());
        }
    }
    if (parser.isSet(u"json"_s))
        printJson(json);
    else
        printForPeople(json, *look);
    return Fine;
}

} // namespace rowlift::cli
