#include "app/csv/header_evidence.h"

#include "app/csv/value_look.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace rowlift {

namespace {

constexpr std::size_t profiledRows = 100;
constexpr int profiledColumns = 200;

ColumnProfile profileOf(std::span<const SampleRow> rows, std::size_t column)
{
    ColumnProfile profile;
    std::map<ValueKind, int> kinds;
    std::map<std::string, int> shapes;
    std::size_t letters = 0;
    for (const SampleRow &row : rows) {
        const std::string_view value = trimmedValue(row.cell(column));
        const ValueKind kind = valueKind(value);
        if (kind == ValueKind::Empty)
            continue;
        ++profile.filled;
        ++kinds[kind == ValueKind::Year ? ValueKind::Number : kind];
        ++shapes[shapeOf(value)];
        letters += value.size();
        profile.values.emplace_back(value);
    }
    std::sort(profile.values.begin(), profile.values.end());
    profile.values.erase(std::unique(profile.values.begin(), profile.values.end()), profile.values.end());
    if (profile.filled == 0)
        return profile;
    profile.usual = ValueKind::Text;
    profile.meanLength = static_cast<double>(letters) / profile.filled;
    const auto isUsual = [&profile](int count) { return count * 10 >= profile.filled * 8; };
    for (const auto &[kind, count] : kinds)
        profile.usual = isUsual(count) ? kind : profile.usual;
    for (const auto &[shape, count] : shapes)
        profile.shape = isUsual(count) ? shape : profile.shape;
    return profile;
}

/// 2019, 2020, 2021 or 1, 2, 3, 4, 5 … in neighbouring cells: numbered columns.
bool isCountingUp(const SampleRow &row)
{
    int steps = 0;
    int years = 0;
    for (std::size_t column = 1; column < row.cells.size(); ++column) {
        bool left = false;
        bool right = false;
        const int before = QByteArray::fromStdString(row.cells[column - 1]).toInt(&left);
        const int here = QByteArray::fromStdString(row.cells[column]).toInt(&right);
        steps += left && right && here == before + 1 ? 1 : 0;
        years += left && right && valueKind(row.cells[column]) == ValueKind::Year ? 1 : 0;
    }
    return steps >= (years == steps ? 2 : 4);
}

/// "first_name", "ProductType", "eMail": as programs name columns, not as people write text.
bool isIdentifier(std::string_view value)
{
    if (value.find(' ') != std::string_view::npos || value.size() < 3)
        return false;
    const auto lower = [](char c) { return c >= 'a' && c <= 'z'; };
    const auto upper = [](char c) { return c >= 'A' && c <= 'Z'; };
    for (std::size_t at = 1; at < value.size(); ++at) {
        if (value[at] == '_' && at + 1 < value.size())
            return true;
        if (upper(value[at]) && lower(value[at - 1]))
            return true;
    }
    return false;
}

/// Words that name columns in lists of people, places, goods and money; lower case.
bool isColumnWord(std::string_view value)
{
    static const std::set<std::string_view> words = {
        "id",        "name",      "email",      "e-mail",    "mail",     "phone",       "telefon",
        "tel",       "date",      "datum",      "time",      "zeit",     "year",        "jahr",
        "month",     "monat",     "city",       "ort",       "stadt",    "country",     "land",
        "state",     "zip",       "plz",        "address",   "adresse",  "street",      "straße",
        "company",   "firma",     "title",      "titel",     "type",     "typ",         "status",
        "value",     "wert",      "price",      "preis",     "amount",   "betrag",      "quantity",
        "menge",     "qty",       "count",      "anzahl",    "total",    "description", "comment",
        "comments",  "notes",     "note",       "url",       "link",     "code",        "category",
        "kategorie", "key",       "first",      "last",      "vorname",  "nachname",    "firstname",
        "lastname",  "nom",       "prénom",     "ville",     "pays",     "nombre",      "ciudad",
        "nome",      "cognome",   "first name", "last name", "latitude", "longitude",   "lat",
        "lon",       "age",       "gender",     "sex",       "product",  "produkt",     "number",
        "nummer",    "nr",        "no",         "no.",       "region",   "department",  "group",
        "source",    "reference", "period",     "user",      "username",
    };
    std::string lower(value.substr(0, 40));
    for (char &c : lower)
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return words.contains(lower);
}

double typedEvidence(ValueKind kind, const ColumnProfile &below)
{
    if (!isTypedKind(kind))
        return 2; // a word above numbers
    const bool number = kind == ValueKind::Number || kind == ValueKind::Year;
    if (kind == ValueKind::Year && below.meanLength != 4)
        return 0;
    if (kind == below.usual || (number && below.usual == ValueKind::Number))
        return number ? -2 : -3;
    return number ? -1 : 0.5; // a date above numbers may name a month
}

double wordEvidence(std::string_view value, ValueKind kind, const ColumnProfile &below)
{
    double evidence = 0;
    const bool known = std::binary_search(below.values.begin(), below.values.end(), value);
    if (known)
        evidence -= below.repeats() ? 2 : 0.5;
    else if (below.repeats())
        evidence += 0.7;
    const std::string shape = shapeOf(value);
    const bool plain = below.shape.empty() || below.shape == "a" || below.shape == "a a";
    if (!plain && below.filled >= 2)
        evidence += shape == below.shape ? -1.5 : 1;
    if (below.usual == ValueKind::Code && kind == ValueKind::Text)
        evidence += 0.7;
    if (isTypedKind(kind))
        evidence -= kind == ValueKind::Year                       ? 0.3
            : kind == ValueKind::Email || kind == ValueKind::Date ? 3
                                                                  : 1.5;
    const double length = static_cast<double>(value.size());
    if (below.meanLength > 20 && length * 3 < below.meanLength)
        evidence += 1;
    else if (length > 60)
        evidence -= 1.5;
    return evidence;
}

double rowEvidence(const SampleRow &row)
{
    std::vector<std::string_view> values;
    double evidence = 0;
    for (const std::string &cell : row.cells) {
        const std::string_view value = trimmedValue(cell);
        if (value.empty() || values.size() > profiledColumns)
            continue;
        values.push_back(value);
        evidence += isColumnWord(value) ? 1.5 : isIdentifier(value) ? 0.5 : 0;
    }
    std::sort(values.begin(), values.end());
    const auto twice = values.end() - std::unique(values.begin(), values.end());
    return evidence - std::min(1.0, 0.3 * static_cast<double>(twice));
}

} // namespace

std::vector<ColumnProfile> profilesOf(std::span<const SampleRow> rows, int columns)
{
    const std::span<const SampleRow> looked = rows.first(std::min(rows.size(), profiledRows));
    std::vector<ColumnProfile> profiles;
    for (int column = 0; column < std::min(columns, profiledColumns); ++column)
        profiles.push_back(profileOf(looked, static_cast<std::size_t>(column)));
    return profiles;
}

double headerEvidence(const SampleRow &row, const std::vector<ColumnProfile> &below)
{
    double evidence = rowEvidence(row);
    const bool counting = isCountingUp(row);
    for (std::size_t column = 0; column < std::min(row.cells.size(), below.size()); ++column) {
        const std::string_view value = trimmedValue(row.cells[column]);
        const ValueKind kind = valueKind(value);
        if (kind == ValueKind::Empty || below[column].filled == 0)
            continue;
        const bool numbered = counting && (kind == ValueKind::Number || kind == ValueKind::Year);
        if (numbered)
            continue;
        evidence += below[column].isTyped() ? typedEvidence(kind, below[column])
                                            : wordEvidence(value, kind, below[column]);
    }
    if (below.empty()
        || std::all_of(below.begin(), below.end(), [](const auto &p) { return p.filled == 0; })) {
        for (const std::string &cell : row.cells) // the only row
            evidence -= isTypedKind(valueKind(cell)) && valueKind(cell) != ValueKind::Year ? 3 : 0;
    }
    return evidence;
}

bool isSurelyNames(const SampleRow &row, const std::vector<ColumnProfile> &below)
{
    int typed = 0;
    int words = 0;
    for (std::size_t column = 0; column < below.size(); ++column) {
        const ValueKind kind = valueKind(row.cell(column));
        if (isTypedKind(kind) && kind != ValueKind::Year)
            return false;
        if (!below[column].isTyped() || below[column].filled < 2)
            continue;
        ++typed;
        words += kind == ValueKind::Text
                || (kind == ValueKind::Code && below[column].usual != ValueKind::Number)
            ? 1
            : 0;
    }
    return words >= 2 && words * 10 >= typed * 6;
}

} // namespace rowlift
