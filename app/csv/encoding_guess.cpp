#include "app/csv/encoding_guess.h"

#include "app/csv/block_decoder.h"
#include "app/csv/detect_words.h"
#include "app/csv/encoding_plausibility.h"
#include "app/csv/utf8.h"

#include <QSet>

#include <uchardet/uchardet.h>

#include <algorithm>
#include <array>
#include <optional>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array candidateEncodings
    = { "windows-1252", "windows-1250", "windows-1251", "windows-1253", "windows-1254",
        "windows-1255", "windows-1256", "windows-1257", "windows-874",  "ISO-8859-2",
        "ISO-8859-15",  "KOI8-R",       "macintosh",    "IBM850",       "Shift_JIS",
        "GB18030",      "Big5",         "EUC-JP",       "EUC-KR" };

constexpr std::size_t mostEvidence = 16 * 1024;

QString toText(const std::string &utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

bool isHigh(char c)
{
    return static_cast<unsigned char>(c) >= 0x80;
}

struct Utf8Tally {
    qint64 characters = 0; ///< Of more than one byte.
    qint64 broken = 0;
};

Utf8Tally tallyUtf8(std::string_view text, bool wholeFile)
{
    Utf8Tally tally;
    const char *at = text.data();
    const char *end = at + text.size();
    while (at != end) {
        const Utf8Step step = utf8Step(at, end);
        const bool cutOff = !step.valid && !wholeFile && at + step.bytes == end;
        if (!step.valid && !cutOff)
            ++tally.broken;
        else if (step.bytes > 1)
            ++tally.characters;
        at += step.bytes;
    }
    return tally;
}

/// UTF-16 without a mark: of the ASCII in it (delimiters, line ends) every other byte is NUL.
std::optional<QByteArray> utf16ByNuls(std::string_view head)
{
    const std::size_t pairs = head.size() / 2;
    std::array<std::size_t, 2> nuls = { 0, 0 };
    for (std::size_t i = 0; i < pairs * 2; ++i)
        nuls[i % 2] += head[i] == '\0' ? 1 : 0;
    const auto mostly = [pairs](std::size_t here, std::size_t there) {
        return here > 0 && here * 20 >= pairs && here > 10 * there;
    };
    if (mostly(nuls[1], nuls[0]))
        return "UTF-16LE";
    if (mostly(nuls[0], nuls[1]))
        return "UTF-16BE";
    return {};
}

/// The lines with bytes above 0x7F, as far as they help.
std::string tellingLines(std::string_view evidence)
{
    std::string lines;
    while (!evidence.empty() && lines.size() < mostEvidence) {
        const std::size_t end = std::min(evidence.find_first_of("\r\n"), evidence.size() - 1) + 1;
        const std::string_view line = evidence.substr(0, std::min(end, mostEvidence));
        if (std::any_of(line.begin(), line.end(), isHigh))
            lines += line;
        evidence.remove_prefix(end);
    }
    return lines;
}

QByteArray askUchardet(std::string_view text)
{
    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
    uchardet_handle_data(detector.get(), text.data(), text.size());
    uchardet_data_end(detector.get());
    return QByteArray(uchardet_get_charset(detector.get())).toUpper();
}

struct ScoredReading {
    QByteArray encoding;
    QString text;
    double score = -10;
};

ScoredReading scored(const QByteArray &encoding, const std::string &lines, const QByteArray &uchardetSays)
{
    constexpr double bonus = 0.2;
    const Result<std::string> text = decodeSample(lines, encoding, true);
    if (!text)
        return { .encoding = encoding, .text = {} };
    ScoredReading reading { .encoding = encoding, .text = toText(*text) };
    reading.score = plausibility(reading.text) + (encoding.toUpper() == uchardetSays ? bonus : 0);
    return reading;
}

/// Whether two readings are different words, and not only here and there another sign.
bool differ(const QString &one, const QString &other)
{
    constexpr qsizetype share = 5;
    if (one.size() != other.size())
        return true;
    qsizetype letters = 0;
    qsizetype different = 0;
    for (qsizetype i = 0; i < one.size(); ++i) {
        letters += one[i].unicode() >= 0x80 ? 1 : 0;
        different += one[i] != other[i] ? 1 : 0;
    }
    return different * share > letters;
}

EncodingGuess guessOlderEncoding(std::string_view evidence)
{
    const std::string lines = tellingLines(evidence);
    const QByteArray says = askUchardet(lines);
    ScoredReading best = scored(candidateEncodings.front(), lines, says);
    constexpr double head = 0.1; // the most usual one yields only to one that is clearly better
    std::vector<ScoredReading> readings = { best };
    for (const char *encoding : candidateEncodings) {
        const ScoredReading reading = scored(encoding, lines, says);
        readings.push_back(reading);
        if (reading.score > best.score + (best.encoding == candidateEncodings.front() ? head : 0))
            best = reading;
    }
    const bool rival = std::any_of(readings.begin(), readings.end(), [&best](const ScoredReading &reading) {
        return differ(reading.text, best.text) && reading.score > best.score - head / 2;
    });
    constexpr double convincing = 0.6;
    return { .encoding = best.encoding,
             .reason = letterReason(best.encoding, best.text),
             .doubtful = rival || best.score < convincing };
}

} // namespace

EncodingGuess guessEncoding(std::string_view head, std::string_view evidence, bool wholeFile)
{
    if (const ByteOrderMark mark = byteOrderMarkOf(head); mark.bytes > 0)
        return { .encoding = mark.encoding, .reason = byteOrderMarkReason(mark.encoding) };
    if (const std::optional<QByteArray> utf16 = utf16ByNuls(head))
        return { .encoding = *utf16, .reason = nulPatternReason(*utf16) };
    const Utf8Tally tally = tallyUtf8(evidence, wholeFile && evidence.size() == head.size());
    constexpr qint64 forgiving
        = 10; // a few broken letters among many good ones are damage, not another encoding
    if (tally.broken == 0 || tally.characters > forgiving * tally.broken) {
        const QString text = QString::fromUtf8(evidence.data(), static_cast<qsizetype>(evidence.size()));
        return { .encoding = "UTF-8", .reason = letterReason("UTF-8", text), .doubtful = tally.broken > 0 };
    }
    return guessOlderEncoding(evidence);
}

Result<std::string> findEvidence(ByteSource &source, std::string_view head)
{
    constexpr qint64 pieces = 16;
    constexpr std::size_t pieceBytes = 64 * 1024;
    const auto headBytes = static_cast<qint64>(head.size());
    if (std::any_of(head.begin(), head.end(), isHigh) || source.size() <= headBytes)
        return std::string(head);
    std::string piece;
    for (qint64 i = 1; i <= pieces; ++i) {
        piece.resize(pieceBytes);
        const qint64 offset = headBytes + (source.size() - headBytes) / pieces * (i - 1);
        const Result<qint64> got = source.read(offset, piece);
        if (!got)
            return tl::unexpected(got.error());
        piece.resize(static_cast<std::size_t>(*got));
        // Whole lines only: no letter is cut in two.
        const std::size_t first = piece.find('\n');
        const std::size_t last = piece.rfind('\n');
        piece = first < last ? piece.substr(first + 1, last - first) : std::string();
        if (std::any_of(piece.begin(), piece.end(), isHigh))
            return piece;
    }
    return std::string(head);
}

std::vector<DialectGuess::EncodingChoice> encodingChoices(const QByteArray &chosen, std::string_view evidence)
{
    constexpr std::array usual = { "UTF-8",        "windows-1252", "ISO-8859-15", "windows-1250",
                                   "windows-1251", "macintosh",    "Shift_JIS",   "GB18030" };
    const auto separates
        = [](char c) { return !isHigh(c) && !QChar::isLetterOrNumber(static_cast<uint>(c)); };
    const auto *hit = std::find_if(evidence.begin(), evidence.end(), isHigh);
    const bool wide = chosen.startsWith("UTF-16") || chosen.startsWith("UTF-32");
    std::string word;
    if (hit != evidence.end() && !wide) {
        constexpr std::ptrdiff_t longest = 24;
        const auto *begin = std::find_if(std::make_reverse_iterator(hit), evidence.rend(), separates).base();
        begin = hit - begin > longest ? hit : begin;
        const auto *end = std::find_if(hit, evidence.end(), separates);
        word.assign(begin, std::min(end, begin + std::min(evidence.end() - begin, 2 * longest)));
    }
    QList<QByteArray> encodings = { chosen };
    for (const char *encoding : usual) {
        if (chosen.compare(encoding, Qt::CaseInsensitive) != 0)
            encodings.append(encoding);
    }
    std::vector<DialectGuess::EncodingChoice> choices;
    for (const QByteArray &encoding : encodings)
        choices.push_back(
            { .encoding = encoding, .example = toText(decodeSample(word, encoding, true).value_or("")) });
    return choices;
}

Result<std::string> decodeSample(std::string_view raw, const QByteArray &encoding, bool wholeFile)
{
    std::string text;
    if (isUtf8Name(encoding)) {
        std::size_t size = raw.size();
        for (std::size_t back = 1; !wholeFile && back <= std::min<std::size_t>(3, size); ++back) {
            const char *lead = raw.data() + size - back;
            if (isHigh(*lead) && !utf8Step(lead, raw.data() + size).valid && (*lead & 0x40) != 0)
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
