#include "app/mapping/record_builder.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <functional>
#include <limits>

/// What making one record costs, in nanoseconds a row: the least of several rounds, each over rows that
/// differ.
using namespace rowlift;
using namespace Qt::StringLiterals;

namespace {

constexpr int columns = 20;
constexpr int rowsOfRound = 200; // as lie in the caches when a file is read
constexpr int rounds = 1500;

using Row = std::vector<std::string_view>;

/// Rows of \a columns cells, each with what \a cell gives for its row and column.
struct Rows {
    explicit Rows(const std::function<std::string(int, int)> &cell)
    {
        texts.reserve(static_cast<std::size_t>(rowsOfRound) * columns);
        for (int row = 0; row < rowsOfRound; ++row) {
            Row &cells = rows.emplace_back();
            for (int column = 0; column < columns; ++column)
                cells.push_back(texts.emplace_back(cell(row, column)));
        }
    }

    std::vector<std::string> texts;
    std::vector<Row> rows;
};

double nanosecondsOfRow(RecordBuilder &builder, const Rows &rows)
{
    double best = std::numeric_limits<double>::max();
    std::size_t bytes = 0;
    for (int round = 0; round < rounds; ++round) {
        const auto begin = std::chrono::steady_clock::now();
        for (const Row &row : rows.rows) {
            for (const auto value : builder.build(row).values)
                bytes += value.size();
        }
        const std::chrono::duration<double, std::nano> took = std::chrono::steady_clock::now() - begin;
        best = std::min(best, took.count() / rowsOfRound);
    }
    return bytes > 0 ? best : 0;
}

Schema schemaOf(FieldType type)
{
    Schema schema;
    for (int i = 0; i < columns; ++i) {
        Field field;
        field.name = field.label = u"F%1"_s.arg(i);
        field.type = type;
        schema.fields.push_back(field);
    }
    schema.forms.clear = "#N/A";
    return schema;
}

/// The first \a count columns in other order and under other names.
Mapping mappingOf(int count, const Treatment &treatment)
{
    Mapping mapping;
    for (int i = 0; i < columns; ++i) {
        ColumnMapping column;
        column.column = u"C%1"_s.arg(i);
        column.field = i < count ? u"F%1"_s.arg(count - 1 - i) : QString();
        column.treatment = treatment;
        mapping.columns.push_back(column);
    }
    return mapping;
}

std::string plainCell(int row, int column)
{
    return "cell " + std::to_string(row % 997) + " of " + std::to_string(column);
}

void tell(const char *what, const Mapping &mapping, FieldType type, const Rows &rows, int cells)
{
    RecordBuilder builder(mapping, schemaOf(type));
    const double row = nanosecondsOfRow(builder, rows);
    std::printf("%-42s %7.1f ns a row %7.1f a value\n", what, row, row / cells);
}

void tellCleaner(const char *what, std::vector<Cleaner> cleaners, const Rows &rows)
{
    tell(what, mappingOf(8, { .cleaners = std::move(cleaners) }), FieldType::Text, rows, 8);
}

} // namespace

int main()
{
    const Rows plain(plainCell);
    const Rows twelve([](int row, int) { return " Mueller " + std::to_string(100 + row % 900); });
    const Rows accents([](int row, int) { return "Größe ÉTÉ " + std::to_string(row % 9); });
    const Rows names([](int row, int) { return "Anna Maria Mueller " + std::to_string(row % 9); });
    tell("8 of 20 columns as they are", mappingOf(8, {}), FieldType::Text, plain, 8);
    tell("20 of 20 columns as they are", mappingOf(20, {}), FieldType::Text, plain, 20);
    const Cleaner trim { .kind = CleanerKind::Trim };
    const Cleaner upper { .kind = CleanerKind::Upper };
    tellCleaner("trim", { trim }, twelve);
    tellCleaner("trim, upper", { trim, upper }, twelve);
    tellCleaner("trim, upper, letters beyond ASCII", { trim, upper }, accents);
    tellCleaner("lower", { { .kind = CleanerKind::Lower } }, twelve);
    tellCleaner("title", { { .kind = CleanerKind::Title } }, twelve);
    tellCleaner("squeeze, nothing to do", { { .kind = CleanerKind::Squeeze } }, names);
    tellCleaner("squeeze", { { .kind = CleanerKind::Squeeze } }, twelve);
    tellCleaner("digits", { { .kind = CleanerKind::Digits } }, twelve);
    tellCleaner("replace", { { .kind = CleanerKind::Replace, .find = u"e"_s, .text = u"ä"_s } }, twelve);
    tellCleaner("blank if", { { .kind = CleanerKind::BlankIf, .find = u"n/a"_s } }, twelve);
    tellCleaner("cut", { { .kind = CleanerKind::Cut, .number = 8 } }, twelve);
    tell("value rules, none meets",
         mappingOf(8, { .values = { { u"Herr"_s, u"Mr"_s }, { u"Frau"_s, u"Ms"_s } } }), FieldType::Text,
         twelve, 8);
    Mapping pieces = mappingOf(8, {});
    for (int i = 0; i < 8; ++i)
        pieces.columns[static_cast<std::size_t>(i)].piece.kind = PieceKind::FirstWord;
    tell("first words", pieces, FieldType::Text, names, 8);
    Mapping joins = mappingOf(0, {});
    for (int i = 0; i < 8; ++i)
        joins.extras.push_back(
            { .field = u"F%1"_s.arg(i), .columns = { u"C%1"_s.arg(i), u"C9"_s }, .text = u" "_s });
    tell("two columns joined", joins, FieldType::Text, names, 8);
    return 0;
}
