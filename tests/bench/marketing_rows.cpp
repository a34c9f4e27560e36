#include "tests/bench/marketing_rows.h"

#include <QString>

#define XXH_INLINE_ALL
#include <xxhash.h>

#include <algorithm>
#include <charconv>
#include <unordered_map>

namespace rowlift::bench {

namespace {

constexpr std::string_view westernFirst[]
    = { "Anna",     "Käthe",    "Ulrike",   "Björn",   "Sönke",  "Günther", "Éloïse", "François", "Åsa",
        "Søren",    "Linnéa",   "Maarten",  "Saskia",  "Joost",  "Zoë",     "Iñigo",  "María",    "João",
        "Ragnhild", "Giuseppe", "Concetta", "Siobhán", "Oliver", "Amelia",  "Noah",   "Chloé",    "Þóra" };
constexpr std::string_view worldFirst[]
    = { "Zdeněk",  "Łukasz", "Małgorzata", "Ősi",     "Žofie", "Ştefan",   "İbrahim", "Ayşe",
        "Дмитрий", "Ольга",  "Ελένη",      "Γιώργος", "花子",  "太郎",     "李",      "민준",
        "नरेंद्र",    "محمد",   "דוד",        "Nguyễn",  "Thị",   "Θεόδωρος", "Tuğba",   "Snæfríður" };
constexpr std::string_view westernLast[]
    = { "Müller",     "Schröder",       "Weiß",          "von der Heide", "Böttcher",   "Lefèvre",
        "L'Hermite",  "Åkerström",      "Sørensen",      "van der Meer",  "in 't Veld", "Öttinger",
        "O'Brien",    "Desmond-Hughes", "Köhler-Brandt", "García Núñez",  "Gonçalves",  "D'Angelo",
        "Falkenried", "Nygård",         "Smith" };
constexpr std::string_view worldLast[]
    = { "Dvořák", "Wiśniewski", "Szűcs", "Żółć", "Popescu-Ştirbei", "Yılmaz", "Иванов", "Παπαδόπουλος",
        "山田",   "王",         "김",    "शर्मा", "الفاسي",          "כהן",    "Trần",   "Đặng" };
constexpr std::string_view companies[]
    = { "Nordlicht GmbH",    "Müller & Söhne KG",  "Acme Ltd",   "Boulangerie Éclair", "Hafen 12",    "", "",
        "Café del Mar S.L.", "Blue Lantern Media", "Årstid A/S", "van Dijk B.V.",      "Orchard Bros" };
constexpr std::string_view streets[]
    = { "Lindenstraße", "Am Hafen",     "rue des Tilleuls", "Storgatan",     "Havenkade",    "Bahnhofstraße",
        "Baker Street", "quai du Port", "Calle Mayor",      "Via Garibaldi", "Rådhuspladsen" };
struct Place {
    std::string_view code;
    std::string_view city;
    std::string_view country;
};
constexpr Place places[]
    = { { "04109", "Leipzig", "DE" },      { "01067", "Dresden", "DE" },     { "50667", "Köln", "DE" },
        { "8001", "Zürich", "CH" },        { "1010", "Wien", "AT" },         { "69003", "Lyon", "FR" },
        { "411 03", "Göteborg", "SE" },    { "3011 CD", "Rotterdam", "NL" }, { "SW1A 1AA", "London", "GB" },
        { "28013", "Madrid", "ES" },       { "1550", "København", "DK" },    { "00184", "Roma", "IT" },
        { "02139", "Cambridge MA", "US" }, { "1000-001", "Lisboa", "PT" } };
constexpr std::string_view segments[] = { "new", "regular", "VIP", "dormant", "trade fair 2025", "" };
constexpr std::string_view consents[] = { "yes", "no", "double opt-in", "withdrawn", "" };
constexpr std::string_view salutations[] = { "Mr.", "Ms.", "Dr.", "Herr", "Frau", "" };
constexpr std::string_view departments[]
    = { "", "Sales", "Marketing", "Einkauf", "Buchhaltung", "IT", "R&D" };
constexpr std::string_view plainNotes[] = { "",
                                            "",
                                            "",
                                            "Met at the fair in spring",
                                            "prefers e-mail",
                                            "Do not call before noon",
                                            "interested in the autumn catalogue",
                                            "Rückruf erbeten",
                                            "payé d'avance" };
constexpr std::string_view wordyNotes[]
    = { "Asked for \"the large one\", in blue;\nmay be called after six.",
        "Said: \"not now\", \"perhaps in May\"",
        "Delivery: back door, ring twice\r\nDog is friendly, really\n\nInvoice by post",
        "\"Sehr geehrte\" statt \"Hallo\", bitte; keine Werbung | keine Anrufe\tdanke" };

/// There are few words: each is put into capitals once.
const std::string &capitals(std::string_view word)
{
    static std::unordered_map<std::string_view, std::string> known;
    std::string &text = known[word];
    if (text.empty())
        text = QString::fromUtf8(word.data(), static_cast<qsizetype>(word.size())).toUpper().toStdString();
    return text;
}

} // namespace

void ColumnTruth::add(std::string_view cell)
{
    bytes += cell.size();
    blank += cell.empty() ? 1 : 0;
    hash = hash * 31 + XXH3_64bits(cell.data(), cell.size());
}

MarketingRows::MarketingRows(MarketingWishes wishes)
    : m_wishes(std::move(wishes))
    , m_state(m_wishes.seed * 0x9e3779b97f4a7c15ULL + 1)
    , m_columns(header().size())
    , m_converted(header().size())
{
    for (const char c : { '"', '\r', '\n', m_wishes.delimiter.front() })
        m_special[static_cast<unsigned char>(c)] = true;
}

/// Splitmix64: small, quick and the same on every machine.
std::uint64_t MarketingRows::chance(std::uint64_t below)
{
    m_state += 0x9e3779b97f4a7c15ULL;
    std::uint64_t z = m_state;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return ((z ^ (z >> 31)) >> 32) * below >> 32;
}

std::string_view MarketingRows::pick(std::span<const std::string_view> words)
{
    return words[chance(words.size())];
}

void MarketingRows::number(std::uint64_t value, int digits)
{
    char text[20];
    const auto end = std::to_chars(text, text + sizeof text, value).ptr;
    const auto length = static_cast<int>(end - text);
    m_cell.append(static_cast<std::size_t>(std::max(0, digits - length)), '0');
    m_cell.append(text, end);
}

void MarketingRows::date()
{
    m_cell += '-';
    number(1 + chance(12), 2);
    m_cell += '-';
    number(1 + chance(28), 2);
}

void MarketingRows::cell(std::string &out, std::string_view text)
{
    m_cell.assign(text);
    endCell(out);
}

/// A name as people type it: sometimes with blanks before or behind it.
void MarketingRows::loose(std::string &out, std::string_view word)
{
    if (!m_wishes.wide)
        return cell(out, word);
    const auto blanks = chance(32);
    m_cell.append(blanks == 0 ? 2 : 0, ' ').append(word).append(blanks == 1 ? 1 : 0, ' ');
    endCell(out, capitals(word));
}

void MarketingRows::birthday(std::string &out)
{
    number(1940 + chance(66), 4);
    date();
    if (!m_wishes.wide)
        return endCell(out);
    const std::string iso = m_cell;
    m_cell = iso.substr(8, 2) + '.' + iso.substr(5, 2) + '.' + iso.substr(0, 4);
    endCell(out, iso);
}

void MarketingRows::revenue(std::string &out)
{
    number(chance(20000), 1);
    m_cell += '.';
    number(chance(100), 2);
    if (!m_wishes.wide)
        return endCell(out);
    const std::string plain = m_cell;
    m_cell[m_cell.size() - 3] = ',';
    if (m_cell.size() > 6)
        m_cell.insert(m_cell.size() - 6, 1, '.');
    endCell(out, plain);
}

void MarketingRows::endCell(std::string &out)
{
    endCell(out, m_cell);
}

void MarketingRows::endCell(std::string &out, std::string_view converted)
{
    if (m_column < m_columns.size() && m_rows > 0) {
        m_columns[m_column].add(m_cell);
        m_converted[m_column].add(converted);
    }
    writeCell(out);
}

std::span<const std::string_view> MarketingRows::header() const
{
    if (m_wishes.wide)
        return wideHeader;
    return marketingHeader;
}

/// Quotes by RFC 4180 what must be quoted, or all.
void MarketingRows::writeCell(std::string &out)
{
    if (m_column++ > 0)
        out += m_wishes.delimiter;
    const auto special = [this](char c) { return m_special[static_cast<unsigned char>(c)]; };
    if (!m_wishes.quoteAll && std::none_of(m_cell.begin(), m_cell.end(), special)) {
        out += m_cell;
    } else {
        out += '"';
        for (const char c : m_cell)
            out.append(c == '"' ? 2 : 1, c);
        out += '"';
    }
    m_cell.clear();
}

void MarketingRows::appendHeader(std::string &out)
{
    m_column = 0;
    for (const auto name : header())
        cell(out, name);
    out += m_wishes.lineEnding;
}

void MarketingRows::person(std::string &out)
{
    m_cell += 'C';
    number(m_wishes.seed, 2);
    number(m_rows, 9);
    endCell(out);
    if (m_wishes.wide)
        cell(out, pick(salutations));
    const bool world = !m_wishes.westernOnly && chance(8) == 0;
    loose(out, world ? pick(worldFirst) : pick(westernFirst));
    cell(out, world ? pick(worldLast) : pick(westernLast));
    if (chance(40) != 0) {
        m_cell += "person.";
        number(m_rows, 1);
        m_cell += chance(2) == 0 ? "@example.com" : "@mail.example.org";
    }
    endCell(out);
    if (chance(3) != 0) {
        m_cell += "+49 30 23125 ";
        number(chance(1000), 3);
    }
    endCell(out);
    if (m_wishes.wide) {
        if (chance(2) == 0) {
            m_cell += "+49 171 39200 ";
            number(chance(100), 2);
        }
        endCell(out);
    }
    cell(out, pick(companies));
    if (m_wishes.wide)
        cell(out, pick(departments));
}

void MarketingRows::address(std::string &out)
{
    m_cell += pick(streets);
    m_cell += ' ';
    number(1 + chance(199), 1);
    if (m_wordy && chance(2) == 0) {
        m_cell += m_wishes.delimiter;
        m_cell += " 3rd floor";
    }
    endCell(out);
    const Place &place = places[chance(std::size(places))];
    cell(out, place.code);
    loose(out, place.city);
    cell(out, place.country);
}

void MarketingRows::dealings(std::string &out)
{
    birthday(out);
    number(2012 + chance(14), 4);
    date();
    m_cell += ' ';
    number(chance(24), 2);
    m_cell += ':';
    number(chance(60), 2);
    endCell(out);
    if (chance(4) != 0) {
        number(2020 + chance(6), 4);
        date();
    }
    endCell(out);
    revenue(out);
    cell(out, pick(segments));
    cell(out, pick(consents));
}

void MarketingRows::note(std::string &out, Oddity oddity)
{
    m_cell += m_wordy ? pick(wordyNotes) : pick(plainNotes);
    if (oddity != Oddity::BadByte)
        return endCell(out);
    m_columns.back().add(m_cell + "\uFFFD");
    m_converted.back().add(m_cell + "\uFFFD");
    m_cell += badByteMark;
    writeCell(out);
}

void MarketingRows::appendRow(std::string &out, Oddity oddity)
{
    ++m_rows;
    m_column = 0;
    m_wordy = static_cast<double>(chance(1'000'000)) < m_wishes.quotedShare * 1'000'000;
    person(out);
    address(out);
    dealings(out);
    if (oddity == Oddity::CellMissing) {
        m_columns.back().add({});
        m_converted.back().add({});
    } else {
        note(out, oddity);
    }
    if (oddity == Oddity::CellTooMany)
        cell(out, "one too many");
    out += m_wishes.lineEnding;
}

} // namespace rowlift::bench
