#include "app/csv/encoding_guess.h"

#include "app/csv/block_decoder.h"
#include "app/csv/detect_words.h"
#include "app/csv/encoding_contest.h"
#include "app/csv/utf8.h"
#include "app/csv/wide_guess.h"

#include <algorithm>
#include <array>
#include <optional>

namespace rowlift {

namespace {

bool isHighByte(char c)
{
    return static_cast<unsigned char>(c) >= 0x80;
}

struct Utf8Tally {
    qint64 characters = 0; ///< Of more than one byte.
    qint64 broken = 0;
};

Utf8Tally tallyUtf8(std::string_view text, bool mayBeCutOff)
{
    Utf8Tally tally;
    const char *at = text.data();
    const char *end = at + text.size();
    while (at != end) {
        const Utf8Step step = utf8Step(at, end);
        const bool cutOff = !step.valid && mayBeCutOff && at + step.bytes == end;
        if (!step.valid && !cutOff)
            ++tally.broken;
        else if (step.bytes > 1)
            ++tally.characters;
        at += step.bytes;
    }
    return tally;
}

/// ISO-2022-JP is plain ASCII to the eye of a machine, but for its escapes.
bool hasJapaneseEscapes(std::string_view head)
{
    using namespace std::string_view_literals;
    return head.find("\x1b$B"sv) != std::string_view::npos || head.find("\x1b$@"sv) != std::string_view::npos;
}

EncodingGuess utf8Guess(std::string_view evidence, bool doubtful)
{
    const QString text = QString::fromUtf8(evidence.data(), static_cast<qsizetype>(evidence.size()));
    return { .encoding = "UTF-8", .reason = letterReason("UTF-8", text), .doubtful = doubtful };
}

EncodingGuess olderGuess(const EncodingContest &contest)
{
    return { .encoding = contest.winner,
             .reason = letterReason(contest.winner, contest.text),
             .doubtful = contest.doubtful,
             .rivals = contest.rivals };
}

} // namespace

EncodingGuess guessEncoding(std::string_view head, std::string_view evidence, bool wholeFile)
{
    if (const ByteOrderMark mark = byteOrderMarkOf(head); mark.bytes > 0)
        return { .encoding = mark.encoding, .reason = byteOrderMarkReason(mark.encoding) };
    if (const std::optional<QByteArray> wide = guessWideEncoding(head))
        return { .encoding = *wide, .reason = nulPatternReason(*wide) };
    const Utf8Tally tally = tallyUtf8(evidence, !wholeFile && evidence.size() == head.size());
    if (tally.broken == 0 && tally.characters == 0 && hasJapaneseEscapes(head)) {
        const QString text = QString::fromUtf8(decodeSample(head, "ISO-2022-JP", true).value_or(""));
        return { .encoding = "ISO-2022-JP", .reason = letterReason("ISO-2022-JP", text) };
    }
    // Valid letters of several bytes do not happen by chance: a few broken ones among them are damage. In
    // other encodings such a pair may turn up once in a while.
    if (tally.characters >= 2 * tally.broken)
        return utf8Guess(evidence, tally.broken > 0);
    const EncodingContest contest = contestOfEncodings(evidence);
    constexpr double convincing = 0.5;
    if (tally.characters * 3 >= tally.broken && contest.meanScore < convincing)
        return utf8Guess(evidence, true);
    return olderGuess(contest);
}

QByteArray settledEncoding(const QByteArray &chosen, std::string_view head)
{
    const QByteArray family = chosen.toUpper();
    if (family != "UTF-16" && family != "UTF-32")
        return chosen;
    if (const ByteOrderMark mark = byteOrderMarkOf(head); mark.encoding.startsWith(family))
        return mark.encoding;
    if (const std::optional<QByteArray> wide = guessWideEncoding(head); wide && wide->startsWith(family))
        return *wide;
    return family + "LE"; // what nearly all programs write
}

Result<std::string> findEvidence(ByteSource &source, std::string_view head)
{
    constexpr std::ptrdiff_t plenty = 256;
    constexpr qint64 pieces = 96;
    constexpr qint64 pieceBytes = 64 * 1024;
    const auto headBytes = static_cast<qint64>(head.size());
    const std::ptrdiff_t inHead = std::count_if(head.begin(), head.end(), isHighByte);
    if (inHead >= plenty || source.size() <= headBytes)
        return std::string(head);
    std::string found = linesOutsideAscii(head);
    std::string piece;
    const qint64 step = std::max(pieceBytes, (source.size() - headBytes) / pieces);
    for (qint64 offset = headBytes; offset < source.size(); offset += step) {
        piece.resize(static_cast<std::size_t>(pieceBytes));
        const Result<qint64> got = source.read(offset, piece);
        if (!got)
            return tl::unexpected(got.error());
        piece.resize(static_cast<std::size_t>(*got));
        if (std::none_of(piece.begin(), piece.end(), isHighByte))
            continue;
        // Whole lines only: no letter is cut in two.
        const std::size_t first = piece.find('\n');
        const std::size_t last = piece.rfind('\n');
        if (first < last)
            found += linesOutsideAscii(std::string_view(piece).substr(first + 1, last - first));
        if (std::count_if(found.begin(), found.end(), isHighByte) >= plenty)
            break;
    }
    return found.empty() ? std::string(head) : found;
}

Result<std::string> decodeSample(std::string_view raw, const QByteArray &encoding, bool wholeFile)
{
    std::string text;
    if (isUtf8Name(encoding)) {
        std::size_t size = raw.size();
        for (std::size_t back = 1; !wholeFile && back <= std::min<std::size_t>(3, size); ++back) {
            const char *lead = raw.data() + size - back;
            if (isHighByte(*lead) && !utf8Step(lead, raw.data() + size).valid && (*lead & 0x40) != 0)
                size -= back;
        }
        text.resize(3 * size);
        text.resize(
            static_cast<std::size_t>(writeRepairedUtf8(text.data(), raw.substr(0, size)) - text.data()));
        return text;
    }
    const std::unique_ptr<BlockDecoder> decoder = makeBlockDecoder(encoding);
    if (!decoder)
        return tl::unexpected(unknownEncoding(encoding));
    decoder->decode(raw, wholeFile, text);
    return text;
}

} // namespace rowlift
