#include "app/csv/detect.h"

#include "app/csv/block_decoder.h"
#include "app/csv/delimiter_guess.h"
#include "app/csv/detect_words.h"
#include "app/csv/encoding_guess.h"
#include "app/csv/file_kind.h"
#include "app/csv/header_guess.h"

#include <set>

namespace rowlift {

namespace {

constexpr std::size_t headBytes = std::size_t(256) * 1024;
constexpr qint64 headerRows = 200;

Result<std::string> readHead(ByteSource &source)
{
    std::string head(headBytes, '\0');
    const Result<qint64> got = source.read(0, head);
    if (!got)
        return tl::unexpected(got.error());
    head.resize(static_cast<std::size_t>(*got));
    return head;
}

bool isWide(const QByteArray &encoding)
{
    const QByteArray upper = encoding.toUpper();
    return upper.startsWith("UTF-16") || upper.startsWith("UTF-32");
}

/// How the records of \a sample end: looked up where each ends, as quoted cells may have other line breaks
/// inside.
LineEnding lineEndingOf(const QByteArray &sample, const Dialect &dialect)
{
    MemorySource source(sample);
    RowReader reader(source, { .delimiter = dialect.delimiter, .quote = dialect.quote });
    std::set<LineEnding> found;
    RowView row;
    while (found.size() < 2 && reader.next(row).value_or(false)) {
        const QByteArrayView read = QByteArrayView(sample).first(reader.position().offset);
        if (read.endsWith("\r\n"))
            found.insert(LineEnding::CrLf);
        else if (read.endsWith('\n'))
            found.insert(LineEnding::Lf);
        else if (read.endsWith('\r') && read.size() < sample.size())
            found.insert(LineEnding::Cr);
    }
    if (found.empty())
        return sample.endsWith('\r') ? LineEnding::Cr : LineEnding::Lf;
    return found.size() > 1 ? LineEnding::Mixed : *found.begin();
}

void settleDelimiter(DialectGuess &guess, const QByteArray &sample, bool wholeFile,
                     const DialectChoice &choice, int &columns)
{
    const DelimiterGuess found = guessDelimiter(sample, wholeFile, choice);
    columns = found.best.columns;
    guess.dialect.delimiter = found.best.delimiter;
    guess.dialect.quote = choice.quote.value_or(found.best.quote);
    guess.delimiters = found.choices;
    guess.doubtful = guess.doubtful || found.doubtful;
    if (choice.delimiter)
        guess.reasons.append(delimiterChosenReason(*choice.delimiter, columns));
    else if (columns < 2)
        guess.reasons.append(oneColumnReason());
    else
        guess.reasons.append(
            delimiterReason(found.best.delimiter, columns, found.best.agreeing, found.best.rows));
    if (!choice.quote && guess.dialect.quote != '"')
        guess.reasons.append(quoteReason(guess.dialect.quote));
}

Done settleHeader(DialectGuess &guess, const QByteArray &sample, const DialectChoice &choice, int columns)
{
    if (choice.headerRecord) {
        guess.dialect.headerRecord = *choice.headerRecord;
        guess.reasons.append(headerChosenReason(*choice.headerRecord));
        return {};
    }
    MemorySource source(sample);
    const Dialect dialect { .delimiter = guess.dialect.delimiter, .quote = guess.dialect.quote };
    const Result<std::vector<TextRow>> rows = readRows(source, dialect, {}, 0, headerRows);
    if (!rows)
        return tl::unexpected(rows.error());
    const HeaderGuess header = guessHeader(*rows, columns);
    guess.dialect.headerRecord = header.record;
    guess.reasons.append(headerReason(header.record, header.titlesAbove));
    return {};
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

    const bool wholeFile = source.size() <= static_cast<qint64>(head->size());
    const EncodingGuess letters = guessEncoding(*head, *evidence, wholeFile);
    DialectGuess guess;
    guess.dialect.encoding = choice.encoding.value_or(letters.encoding);
    guess.dialect.bom
        = byteOrderMarkOf(*head).encoding.compare(guess.dialect.encoding, Qt::CaseInsensitive) == 0;
    guess.doubtful = !choice.encoding && letters.doubtful;
    if (!isWide(guess.dialect.encoding)) {
        if (const std::optional<Error> why = whyNoText(*head))
            return tl::unexpected(*why);
    }
    const Result<std::string> text = decodeSample(*head, guess.dialect.encoding, wholeFile);
    if (!text)
        return tl::unexpected(text.error());
    const QByteArray sample(text->data(), static_cast<qsizetype>(text->size()));

    int columns = 1;
    settleDelimiter(guess, sample, wholeFile, choice, columns);
    guess.reasons.append(choice.encoding ? encodingChosenReason(*choice.encoding) : letters.reason);
    guess.encodings = encodingChoices(guess.dialect.encoding, *evidence);
    guess.dialect.lineEnding = lineEndingOf(sample, guess.dialect);
    if (const Done settled = settleHeader(guess, sample, choice, columns); !settled)
        return tl::unexpected(settled.error());
    return guess;
}

} // namespace rowlift
