// Writes a file of invented people as a customer system exports them, and beside it FILE.truth.json with what
// was planted, so that any reader's answer can be held against it. The same arguments give the same bytes.
//
//     generate_marketing people.csv --bytes 1000000000
//     generate_marketing people.csv --rows 5000 --delimiter ';' --quote-all --encoding windows-1252
//     generate_marketing people.csv --bytes 1000000000 --wide      (20 columns, German dates and numbers)
//
#include "tests/bench/marketing_rows.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace rowlift::bench {

using namespace Qt::StringLiterals;

namespace {

enum class Encoding { Utf8, Windows1252, Utf16Le };

/// The next character of valid UTF-8.
char32_t takeCharacter(std::string_view text, std::size_t &at)
{
    const auto byte = [&text, &at] { return static_cast<unsigned char>(text[at++]); };
    const unsigned char first = byte();
    if (first < 0x80)
        return first;
    const int more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : 1;
    char32_t character = first & (0x3fU >> more);
    for (int i = 0; i < more; ++i)
        character = character << 6 | (byte() & 0x3fU);
    return character;
}

void appendUtf16(std::string &out, char32_t unit)
{
    out += static_cast<char>(unit & 0xff);
    out += static_cast<char>(unit >> 8 & 0xff);
}

void encodeUtf16(std::string_view text, std::string &out)
{
    for (std::size_t at = 0; at < text.size();) {
        const char32_t character = takeCharacter(text, at);
        if (character == static_cast<unsigned char>(badByteMark)) {
            appendUtf16(out, 0xd800);
        } else if (character < 0x10000) {
            appendUtf16(out, character);
        } else {
            appendUtf16(out, 0xd800 + ((character - 0x10000) >> 10));
            appendUtf16(out, 0xdc00 + (character & 0x3ff));
        }
    }
}

/// All that is written in it is also Latin-1.
void encodeWindows1252(std::string_view text, std::string &out)
{
    for (std::size_t at = 0; at < text.size();)
        out += static_cast<char>(takeCharacter(text, at));
}

/// Turns \a text into the bytes of the file.
void encode(Encoding encoding, std::string &text, std::string &bytes)
{
    bytes.clear();
    switch (encoding) {
    case Encoding::Utf8:
        bytes.swap(text);
        for (auto at = bytes.find(badByteMark); at != std::string::npos; at = bytes.find(badByteMark, at))
            bytes[at] = '\xff';
        break;
    case Encoding::Windows1252:
        encodeWindows1252(text, bytes);
        break;
    case Encoding::Utf16Le:
        encodeUtf16(text, bytes);
        break;
    }
    text.clear();
}

struct Order {
    QString path;
    MarketingWishes wishes;
    Encoding encoding = Encoding::Utf8;
    QString encodingName;
    quint64 bytes = 0;
    quint64 rows = 0;
    quint64 ragged = 0;
    quint64 badRows = 0;
    bool bom = false;
};

/// Where the odd rows go: evenly over the file, so that no part of it is clean.
class Oddities {
public:
    Oddities(quint64 rows, quint64 ragged, quint64 bad)
        : m_raggedStep(ragged == 0 ? 0 : std::max<quint64>(2, rows / (ragged + 1)))
        , m_badStep(bad == 0 ? 0 : std::max<quint64>(2, rows / (bad + 1)))
        , m_raggedLeft(ragged)
        , m_badLeft(bad)
    {
    }

    /// \a row counts data rows from 1; the header is row 1 of the file.
    Oddity at(quint64 row)
    {
        if (m_raggedLeft > 0 && row % m_raggedStep == 0) {
            raggedRows.append(static_cast<qint64>(row + 1));
            return --m_raggedLeft % 2 == 0 ? Oddity::CellMissing : Oddity::CellTooMany;
        }
        if (m_badLeft > 0 && row % m_badStep == m_badStep / 2) {
            --m_badLeft;
            badRows.append(static_cast<qint64>(row + 1));
            return Oddity::BadByte;
        }
        return Oddity::None;
    }

    QJsonArray raggedRows;
    QJsonArray badRows;

private:
    quint64 m_raggedStep;
    quint64 m_badStep;
    quint64 m_raggedLeft;
    quint64 m_badLeft;
};

/// About as many rows as the order comes to, to spread the oddities.
quint64 expectedRows(const Order &order)
{
    if (order.rows > 0)
        return order.rows;
    MarketingRows sample(order.wishes);
    std::string text;
    std::string bytes;
    for (int row = 0; row < 1000; ++row)
        sample.appendRow(text, Oddity::None);
    encode(order.encoding, text, bytes);
    return order.bytes * 1000 / bytes.size();
}

QJsonObject json(const ColumnTruth &column)
{
    return { { u"bytes"_s, static_cast<qint64>(column.bytes) },
             { u"blank"_s, static_cast<qint64>(column.blank) },
             { u"hash"_s, QString::number(column.hash, 16) } };
}

QJsonObject truth(const Order &order, const MarketingRows &rows, const Oddities &oddities, qint64 bytes)
{
    QJsonArray columns;
    for (std::size_t i = 0; i < rows.columns().size(); ++i) {
        const auto name = rows.header()[i];
        QJsonObject column = json(rows.columns()[i]);
        column[u"name"_s] = QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size()));
        if (order.wishes.wide)
            column[u"converted"_s] = json(rows.converted()[i]);
        columns.append(column);
    }
    const auto dataRows = static_cast<qint64>(rows.dataRows());
    return { { u"bytes"_s, bytes },
             { u"encoding"_s, order.encodingName },
             { u"records"_s, dataRows + 1 },
             { u"dataRows"_s, dataRows },
             { u"raggedRows"_s, oddities.raggedRows },
             { u"badRows"_s, oddities.badRows },
             { u"columns"_s, columns } };
}

bool writeTruth(const QString &path, const QJsonObject &truth)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(truth).toJson()) > 0;
}

bool write(const Order &order)
{
    QFile file(order.path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return false;
    MarketingRows rows(order.wishes);
    Oddities oddities(expectedRows(order), order.ragged, order.badRows);
    std::string text = order.bom ? "\uFEFF" : "";
    std::string bytes;
    qint64 written = 0;
    rows.appendHeader(text);
    const auto more = [&] {
        const auto now = static_cast<quint64>(written) + text.size();
        return order.rows > 0 ? rows.dataRows() < order.rows : now < order.bytes;
    };
    while (more()) {
        rows.appendRow(text, oddities.at(rows.dataRows() + 1));
        if (text.size() < 1'000'000)
            continue;
        encode(order.encoding, text, bytes);
        written += file.write(bytes.data(), static_cast<qint64>(bytes.size()));
    }
    encode(order.encoding, text, bytes);
    written += file.write(bytes.data(), static_cast<qint64>(bytes.size()));
    return written == file.size() && file.error() == QFileDevice::NoError
        && writeTruth(order.path + u".truth.json"_s, truth(order, rows, oddities, written));
}

std::string unescaped(const QString &text)
{
    std::string bytes = text.toStdString();
    for (const auto &[name, character] :
         { std::pair("\\t", "\t"), std::pair("\\r", "\r"), std::pair("\\n", "\n") }) {
        for (auto at = bytes.find(name); at != std::string::npos; at = bytes.find(name))
            bytes.replace(at, 2, character);
    }
    return bytes;
}

std::optional<Encoding> encodingNamed(const QString &name)
{
    if (name.compare("UTF-8"_L1, Qt::CaseInsensitive) == 0)
        return Encoding::Utf8;
    if (name.compare("windows-1252"_L1, Qt::CaseInsensitive) == 0)
        return Encoding::Windows1252;
    if (name.compare("UTF-16LE"_L1, Qt::CaseInsensitive) == 0)
        return Encoding::Utf16Le;
    return {};
}

std::optional<Order> parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addPositionalArgument(u"FILE"_s, {});
    parser.addOptions(
        { { u"bytes"_s, u"about as large"_s, u"N"_s },
          { u"rows"_s, u"as many data rows"_s, u"N"_s },
          { u"delimiter"_s, u"between cells; \\t is a tab"_s, u"TEXT"_s, u","_s },
          { u"encoding"_s, u"UTF-8, windows-1252 or UTF-16LE"_s, u"NAME"_s, u"UTF-8"_s },
          { u"bom"_s, u"begin with a byte order mark"_s },
          { u"line-ending"_s, u"\\n, \\r\\n or \\r"_s, u"TEXT"_s, u"\\n"_s },
          { u"quote-all"_s, u"quote every cell"_s },
          { u"wide"_s, u"20 columns, German dates and numbers, blanks around some names"_s },
          { u"quoted-share"_s, u"of the rows, with cells that need quotes"_s, u"0..1"_s, u"0.05"_s },
          { u"ragged"_s, u"rows with a cell too many or too few"_s, u"N"_s, u"0"_s },
          { u"bad-bytes"_s, u"rows with a byte that the encoding does not know"_s, u"N"_s, u"0"_s },
          { u"seed"_s, u"other people"_s, u"N"_s, u"1"_s } });
    parser.addHelpOption();
    parser.process(arguments);
    const auto encoding = encodingNamed(parser.value(u"encoding"_s));
    Order order { .path = parser.positionalArguments().value(0),
                  .wishes = { .delimiter = unescaped(parser.value(u"delimiter"_s)),
                              .lineEnding = unescaped(parser.value(u"line-ending"_s)),
                              .quoteAll = parser.isSet(u"quote-all"_s),
                              .westernOnly = encoding == Encoding::Windows1252,
                              .wide = parser.isSet(u"wide"_s),
                              .quotedShare = parser.value(u"quoted-share"_s).toDouble(),
                              .seed = parser.value(u"seed"_s).toULongLong() },
                  .encoding = encoding.value_or(Encoding::Utf8),
                  .encodingName = parser.value(u"encoding"_s),
                  .bytes = parser.value(u"bytes"_s).toULongLong(),
                  .rows = parser.value(u"rows"_s).toULongLong(),
                  .ragged = parser.value(u"ragged"_s).toULongLong(),
                  .badRows = parser.value(u"bad-bytes"_s).toULongLong(),
                  .bom = parser.isSet(u"bom"_s) };
    // windows-1252 gives every byte a meaning, in most people's tables.
    const bool impossible = order.badRows > 0 && encoding == Encoding::Windows1252;
    if (order.path.isEmpty() || !encoding || impossible || (order.bytes == 0) == (order.rows == 0))
        return {};
    return order;
}

} // namespace

} // namespace rowlift::bench

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto order = rowlift::bench::parse(QCoreApplication::arguments());
    if (!order) {
        std::fputs("usage: generate_marketing FILE --bytes N | --rows N [see --help]\n", stderr);
        return 2;
    }
    return rowlift::bench::write(*order) ? 0 : 3;
}
