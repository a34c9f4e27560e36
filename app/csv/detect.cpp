#include "app/csv/detect.h"

#include "app/csv/block_decoder.h"
#include "app/csv/comment_guess.h"
#include "app/csv/delimiter_guess.h"
#include "app/csv/detect_words.h"
#include "app/csv/encoding_guess.h"
#include "app/csv/file_kind.h"
#include "app/csv/header_guess.h"
#include "app/csv/table_end.h"
#include "app/csv/table_end_offset.h"

#include <algorithm>
#include <set>
#include <span>

namespace rowlift {

namespace {

constexpr std::size_t headBytes = std::size_t(256) * 1024;
constexpr qint64 mostSampleRows = 50'000;
constexpr qint64 mostSampleCells = 400'000;

/// What the steps of detection work on and fill in.
struct Detection {
    ByteSource &source;
    const DialectChoice &choice;
    QByteArray sample = {}; ///< The beginning of the file as UTF-8.
    bool wholeFile = false; ///< The sample is all of it.
    DialectGuess guess = {};
    int columns = 1;
    std::vector<SampleRow> rows = {}; ///< Of the sample, as the dialect makes them.

    /// The dialect as it reads the sample, before any row has a role of its own.
    Dialect sampleDialect() const
    {
        Dialect dialect = guess.dialect;
        dialect.encoding = "UTF-8";
        dialect.bom = false;
        dialect.headerRecord = -1;
        dialect.titleRecords = 0;
        return dialect;
    }
};

Result<std::string> readHead(ByteSource &source)
{
    std::string head(headBytes, '\0');
    const Result<qint64> got = source.read(0, head);
    if (!got)
        return tl::unexpected(got.error());
    head.resize(static_cast<std::size_t>(*got));
    return head;
}

/// Whether control characters are part of letters: NULs, escapes.
bool hasControlBytes(const QByteArray &encoding)
{
    const QByteArray upper = encoding.toUpper();
    return upper.startsWith("UTF-16") || upper.startsWith("UTF-32") || upper.startsWith("ISO-2022");
}

/// How the records of the sample end: looked up where each ends, as quoted cells may have other line breaks
/// inside.
LineEnding lineEndingOf(const Detection &detection)
{
    const QByteArrayView sample(detection.sample);
    std::set<LineEnding> found;
    const auto endsAt = [&](qint64 offset) {
        const QByteArrayView read = sample.first(offset);
        if (read.endsWith("\r\n"))
            found.insert(LineEnding::CrLf);
        else if (read.endsWith('\n'))
            found.insert(LineEnding::Lf);
        else if (read.endsWith('\r') && offset < sample.size())
            found.insert(LineEnding::Cr);
    };
    for (const SampleRow &row : detection.rows)
        endsAt(row.offset);
    if (detection.wholeFile)
        endsAt(sample.size());
    if (found.empty())
        return sample.endsWith('\r') ? LineEnding::Cr : LineEnding::Lf;
    return found.size() > 1 ? LineEnding::Mixed : *found.begin();
}

void addDelimiterReasons(Detection &detection, const CutReading &best)
{
    DialectGuess &guess = detection.guess;
    const DialectChoice &choice = detection.choice;
    if (choice.certain)
        return;
    if (choice.delimiter)
        guess.reasons.append(delimiterChosenReason(*choice.delimiter, detection.columns));
    else if (detection.columns < 2)
        guess.reasons.append(oneColumnReason());
    else
        guess.reasons.append(delimiterReason(best.delimiter, detection.columns, best.agreeing, best.rows));
    if (!choice.quote && best.quote != '"')
        guess.reasons.append(quoteReason(best.quote));
    if (!choice.escape && best.escape != '\0')
        guess.reasons.append(escapeReason(best.escape));
    if (!choice.trim && best.trim)
        guess.reasons.append(trimReason(best.delimiter));
}

void settleDelimiter(Detection &detection)
{
    const DialectChoice &choice = detection.choice;
    Dialect &dialect = detection.guess.dialect;
    dialect.comment = choice.comment.value_or(guessComment(detection.sample));
    const DelimiterGuess found
        = guessDelimiter(detection.sample, detection.wholeFile, choice, dialect.comment);
    const CutReading &best = found.best;
    detection.columns = best.columns;
    dialect.delimiter = best.delimiter;
    dialect.quote = best.quote;
    dialect.escape = best.escape;
    dialect.trim = best.trim;
    const bool uniform = best.columns > 1 && best.agreeing * 10 >= best.rows * 6;
    dialect.columns = uniform ? best.columns : 0;
    detection.guess.delimiters = found.choices;
    detection.guess.quotes = found.quotes;
    detection.guess.doubtful = detection.guess.doubtful || found.doubtful;
    addDelimiterReasons(detection, best);
}

void settleHeader(Detection &detection)
{
    const DialectChoice &choice = detection.choice;
    DialectGuess &guess = detection.guess;
    if (choice.headerRecord) {
        guess.dialect.headerRecord = *choice.headerRecord;
        guess.dialect.headerRows = choice.headerRows.value_or(1);
        guess.reasons.append(headerChosenReason(*choice.headerRecord));
        return;
    }
    const HeaderGuess header = guessHeader(detection.rows, detection.columns);
    guess.dialect.headerRecord = header.record;
    guess.dialect.headerRows = choice.headerRows.value_or(header.rows);
    guess.dialect.titleRecords = header.titleRecords;
    guess.doubtful = guess.doubtful || header.unsure;
    guess.reasons.append(header.unsure
                             ? headerUnsureReason(header.record)
                             : headerReason(header.record, guess.dialect.headerRows, header.titlesAbove));
}

/// A remark that stands only above the names is a title like any other; below, its sign must be known.
void settleComment(Detection &detection)
{
    Dialect &dialect = detection.guess.dialect;
    if (detection.choice.comment || dialect.comment.isEmpty())
        return;
    const bool below
        = std::any_of(detection.rows.begin(), detection.rows.end(), [&dialect](const SampleRow &row) {
              return row.role == RowRole::Comment && row.record >= dialect.firstDataRecord();
          });
    if (below)
        detection.guess.reasons.append(commentReason(dialect.comment));
    else
        dialect.comment.clear();
}

std::vector<std::string> namesIn(const Detection &detection)
{
    const qint64 header = detection.guess.dialect.headerRecord;
    const auto found = std::find_if(detection.rows.begin(), detection.rows.end(),
                                    [header](const SampleRow &row) { return row.record == header; });
    return found == detection.rows.end() ? std::vector<std::string> {} : found->cells;
}

Done settleTableEnd(Detection &detection)
{
    Dialect &dialect = detection.guess.dialect;
    if (detection.choice.lastRecord) {
        dialect.lastRecord = *detection.choice.lastRecord;
        return {};
    }
    std::erase_if(detection.rows, [&dialect](const SampleRow &row) {
        return row.role == RowRole::Comment && row.record >= dialect.firstDataRecord();
    });
    const auto first
        = std::find_if(detection.rows.begin(), detection.rows.end(),
                       [&dialect](const SampleRow &row) { return row.record >= dialect.firstDataRecord(); });
    const std::span<const SampleRow> data(first, detection.rows.end());
    const TableEnd end = findTableEnd(data, namesIn(detection), detection.columns, detection.wholeFile);
    if (end.kind != TableEnd::Kind::None) {
        const qint64 record = data[end.row].record;
        const Result<qint64> offset = offsetOfRecord(detection.source, dialect, record);
        if (!offset)
            return tl::unexpected(offset.error());
        dialect.dataEnd = *offset;
        detection.guess.reasons.append(tableEndReason(end.kind, record));
    } else if (!detection.wholeFile) {
        const Result<TailEnd> tail = findTailEnd(detection.source, dialect, detection.columns);
        if (!tail)
            return tl::unexpected(tail.error());
        dialect.dataEnd = tail->offset;
        if (tail->offset >= 0)
            detection.guess.reasons.append(tableEndReason(tail->kind, -1));
    }
    return {};
}

void settleRest(Detection &detection)
{
    Dialect &dialect = detection.guess.dialect;
    dialect.skipEmpty = detection.choice.skipEmpty.value_or(dialect.skipEmpty);
    dialect.blankWords = detection.choice.blankWords.value_or(dialect.blankWords);
}

} // namespace

Result<DialectGuess> detectDialect(ByteSource &source, const DialectChoice &choice)
{
    const Result<std::string> head = readHead(source);
    if (!head)
        return tl::unexpected(head.error());
    if (const std::optional<Error> why = whyNoTable(*head))
        return tl::unexpected(*why);
    const Result<std::string> evidence = findEvidence(source, *head);
    if (!evidence)
        return tl::unexpected(evidence.error());

    Detection detection { .source = source, .choice = choice };
    detection.wholeFile = source.size() <= static_cast<qint64>(head->size());
    const EncodingGuess letters = guessEncoding(*head, *evidence, detection.wholeFile);
    DialectGuess &guess = detection.guess;
    guess.dialect.encoding = choice.encoding ? settledEncoding(*choice.encoding, *head) : letters.encoding;
    guess.dialect.bom
        = byteOrderMarkOf(*head).encoding.compare(guess.dialect.encoding, Qt::CaseInsensitive) == 0;
    guess.doubtful = !choice.encoding && letters.doubtful;
    if (!hasControlBytes(guess.dialect.encoding)) {
        if (const std::optional<Error> why = whyNoText(*head))
            return tl::unexpected(*why);
    }
    const Result<std::string> text = decodeSample(*head, guess.dialect.encoding, detection.wholeFile);
    if (!text)
        return tl::unexpected(text.error());
    detection.sample = QByteArray(text->data(), static_cast<qsizetype>(text->size()));

    settleDelimiter(detection);
    if (!choice.certain)
        guess.reasons.append(choice.encoding ? encodingChosenReason(guess.dialect.encoding) : letters.reason);
    guess.encodings = encodingChoices(guess.dialect.encoding, *evidence, letters.rivals);
    settleRest(detection);
    detection.rows = sampleRows(detection.sample, detection.sampleDialect(), detection.wholeFile,
                                mostSampleRows, mostSampleCells);
    guess.dialect.lineEnding = lineEndingOf(detection);
    settleHeader(detection);
    settleComment(detection);
    if (const Done settled = settleTableEnd(detection); !settled)
        return tl::unexpected(settled.error());
    return guess;
}

} // namespace rowlift
