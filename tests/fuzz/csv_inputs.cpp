#include "tests/fuzz/csv_inputs.h"

#include <QByteArrayList>

namespace rowlift {

namespace {

using namespace std::string_view_literals;

/// Among them such that begin or end with blanks, share bytes with others, or are not ASCII.
constexpr std::array<std::string_view, 20> inputDelimiters
    = { ","sv,  ","sv,  ","sv, ";"sv,   "\t"sv,  "|"sv,  " "sv, ":"sv,   "^"sv,   "\x01"sv,
        ", "sv, "||"sv, "§"sv, " | "sv, "~|~"sv, ";;"sv, "→"sv, "\t "sv, "::="sv, "#"sv };
constexpr std::array<int, 14> awkwardLengths = { 1, 7, 8, 15, 16, 17, 31, 32, 33, 63, 64, 65, 127, 255 };
constexpr std::array<std::string_view, 20> inputWords
    = { "a"sv,    "bc"sv,  "0"sv,   "12.5"sv,    "Müller"sv, "日本"sv,       "😀"sv, "NULL"sv, "-"sv,  "n/a"sv,
        "#tag"sv, "//x"sv, "x y"sv, "O'Brien"sv, "a\\b"sv,   "2026-04-01"sv, " "sv, "  "sv,   "\t"sv, ""sv };
constexpr std::array<std::string_view, 8> badBytes
    = { "\xff"sv, "\xc3"sv,         "\xe2\x82"sv, "\xf0\x9f\x98"sv,
        "\x80"sv, "\xed\xa0\x80"sv, "\xc0\xaf"sv, "\xf4\x90\x80\x80"sv };

QByteArray bytesOf(std::string_view text)
{
    return { text.data(), static_cast<qsizetype>(text.size()) };
}

} // namespace

template <typename List>
auto CsvInputs::pick(const List &list)
{
    return list[static_cast<std::size_t>(below(static_cast<int>(list.size())))];
}

Dialect CsvInputs::dialect()
{
    Dialect dialect;
    dialect.delimiter = Delimiter(oneIn(2) ? ","sv : pick(inputDelimiters));
    dialect.quote = oneIn(6) ? '\'' : oneIn(10) ? '\0' : '"';
    dialect.escape = oneIn(4) ? '\\' : oneIn(30) ? '"' : '\0';
    dialect.trim = oneIn(4);
    dialect.columns = oneIn(3) ? 0 : 1 + below(6);
    if (oneIn(5))
        dialect.comment = oneIn(2) ? "#" : "//";
    if (oneIn(6))
        dialect.blankWords = { "NULL", "-", "n/a" };
    dialect.headerRecord = oneIn(3) ? -1 : oneIn(3) ? below(4) : 0;
    dialect.headerRows = oneIn(6) ? 1 + below(3) : 1;
    dialect.titleRecords = dialect.headerRecord < 0 && oneIn(4) ? below(3) : 0;
    dialect.skipEmpty = !oneIn(5);
    return dialect;
}

QByteArray CsvInputs::lineEnd()
{
    static const QByteArrayList ends = { "\n", "\r\n", "\r" };
    return ends[m_lineEnds < 3 ? m_lineEnds : below(3)];
}

QByteArray CsvInputs::word()
{
    return oneIn(12) ? filler() : bytesOf(pick(inputWords));
}

/// Text that puts what follows at, just before or just behind the bounds of vectors and blocks.
QByteArray CsvInputs::filler()
{
    return QByteArray(pick(awkwardLengths) + below(3) - 1, oneIn(10) ? ' ' : 'f');
}

/// Something that means something, or nearly.
QByteArray CsvInputs::special()
{
    const QByteArray delimiter = bytesOf(m_dialect.delimiter.bytes());
    const QByteArray quote(1, m_dialect.quote == '\0' ? '"' : m_dialect.quote);
    const QByteArray escape(1, m_dialect.escape == '\0' ? '\\' : m_dialect.escape);
    switch (below(16)) {
    case 0:
    case 1:
    case 2:
        return delimiter;
    case 3:
    case 4:
    case 5:
        return quote;
    case 6:
        return quote + quote;
    case 7:
        return delimiter + quote;
    case 8:
        return quote + delimiter;
    case 9:
    case 10:
        return lineEnd();
    case 11:
        return oneIn(2) ? escape : escape + (oneIn(2) ? quote : delimiter);
    case 12:
        return delimiter.first(1 + below(static_cast<int>(delimiter.size())));
    case 13:
        return oneIn(2) ? " " : "\t";
    case 14:
        return quote + lineEnd() + (oneIn(2) ? quote : m_dialect.comment);
    default:
        return oneIn(3) ? QByteArray(1, '\0') : bytesOf(pick(badBytes));
    }
}

QByteArray CsvInputs::soup(int pieces)
{
    QByteArray text;
    for (int i = 0; i < pieces; ++i)
        text += oneIn(3) ? word() : special();
    return text;
}

/// A cell as the dialect has it, quoted where it must be and sometimes where it need not.
QByteArray CsvInputs::cell()
{
    QByteArray value = word();
    const QByteArray delimiter = bytesOf(m_dialect.delimiter.bytes());
    if (m_dialect.quote == '\0' || (!oneIn(4) && !value.contains(delimiter.front()))) {
        const QByteArray padded = m_dialect.trim && oneIn(3) ? ' ' + value + "\t" : value;
        return m_dialect.escape != '\0' && oneIn(5) ? padded + m_dialect.escape + delimiter : padded;
    }
    if (oneIn(3))
        value += special() + word();
    const QByteArray quote(1, m_dialect.quote);
    value.replace(quote, m_dialect.escape != '\0' && oneIn(2) ? m_dialect.escape + quote : quote + quote);
    const QByteArray quoted = quote + value + quote;
    return m_dialect.trim && oneIn(3) ? ' ' + quoted + ' ' : quoted;
}

QByteArray CsvInputs::table(int rows)
{
    const int columns = m_dialect.columns > 0 && !oneIn(4) ? m_dialect.columns : 1 + below(6);
    const QByteArray delimiter = bytesOf(m_dialect.delimiter.bytes());
    QByteArray text;
    for (int row = 0; row < rows; ++row) {
        if (!m_dialect.comment.isEmpty() && oneIn(6))
            text += m_dialect.comment + " said \"so\"" + lineEnd();
        const int cells = oneIn(8) ? 1 + below(6) : columns;
        for (int column = 0; column < cells; ++column)
            text += (column == 0 ? QByteArray() : delimiter) + cell();
        text += oneIn(15) ? lineEnd() + lineEnd() : lineEnd();
    }
    if (oneIn(3))
        text.chop(1);
    return text;
}

void CsvInputs::mutate(QByteArray &text)
{
    const int at = below(static_cast<int>(text.size()) + 1);
    switch (below(4)) {
    case 0:
        text.insert(at, special());
        break;
    case 1:
        text.remove(at, 1 + below(3));
        break;
    case 2:
        text.replace(at, 1, special());
        break;
    default:
        text.insert(at, text.mid(below(static_cast<int>(text.size()) + 1), below(40)));
        break;
    }
}

CsvInput CsvInputs::next()
{
    m_dialect = dialect();
    m_lineEnds = below(5);
    const int rows = oneIn(80) ? 200 : oneIn(8) ? 40 : 8;
    QByteArray text = oneIn(2) ? soup(1 + below(40)) : table(1 + below(rows));
    if (oneIn(2)) {
        for (int times = below(4); times > 0; --times)
            mutate(text);
    }
    if (oneIn(30))
        text.prepend("\xEF\xBB\xBF");
    if (oneIn(12))
        m_dialect.dataEnd = below(static_cast<int>(text.size()) + 2);
    if (oneIn(15))
        m_dialect.lastRecord = below(8);
    const int blocks[] = { 1, 2, 3, 1 + below(20), 63 + below(3), 1 + below(300), 256 * 1024 };
    return { .text = text, .dialect = m_dialect, .block = blocks[below(7)] };
}

CsvInput CsvInputs::nextLarge()
{
    m_dialect = dialect();
    m_lineEnds = below(4);
    const qsizetype wanted = (1 + below(5)) * 300'000;
    const int mutations = oneIn(3) ? 0 : below(6);
    QByteArray text;
    while (text.size() < wanted) {
        const QByteArray some = table(200);
        text += oneIn(3) ? some
                         : some.repeated(1 + below(10)); // many like rows, now and then a stretch of others
    }
    for (int times = 0; times < mutations; ++times)
        mutate(text);
    if (oneIn(8))
        m_dialect.dataEnd = below(static_cast<int>(text.size()));
    return { .text = text, .dialect = m_dialect, .block = 256 * 1024 };
}

} // namespace rowlift
