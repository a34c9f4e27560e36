// How long each converter takes for a value, the best of several passes: bench_convert
#include "app/mapping/converter.h"
#include "app/mapping/phone.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

using namespace rowlift;
using namespace Qt::StringLiterals;

namespace {

constexpr int passes = 15;
constexpr int values = 100'000;

struct Bench {
    const char *name;
    Field field;
    Treatment treatment = {};
    std::vector<std::string> cells;
};

/// What \a write says of each number.
template <typename Write>
std::vector<std::string> cellsOf(Write write)
{
    std::vector<std::string> cells;
    for (int i = 0; i < values; ++i)
        cells.push_back(write(i));
    return cells;
}

std::string two(int number)
{
    return (number < 10 ? "0" : "") + std::to_string(number);
}

Field fieldOf(FieldType type)
{
    Field field;
    field.name = u"F"_s;
    field.type = type;
    for (const auto *value : { "Germany", "France", "Italy", "Spain", "Poland", "Sweden", "Japan" })
        field.values.push_back({ QString::fromLatin1(value), QString::fromLatin1(value) });
    return field;
}

template <typename Pass>
void tell(const char *name, Pass pass)
{
    double best = 1e9;
    std::size_t bytes = 0;
    for (int i = 0; i < passes; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        bytes = pass();
        const std::chrono::duration<double, std::nano> took = std::chrono::steady_clock::now() - begin;
        best = std::min(best, took.count() / values);
    }
    std::printf("%-24s %6.1f ns a value (%zu bytes sent)\n", name, best, bytes);
}

void run(const Bench &bench)
{
    const auto converter = makeConverter(bench.field, bench.treatment, { .salesforceIds = true });
    std::string space;
    tell(bench.name, [&] {
        std::size_t bytes = 0;
        for (const std::string &cell : bench.cells) {
            std::string_view value = cell;
            if (!converter->convert(value, space))
                bytes += value.size();
        }
        return bytes;
    });
}

std::vector<Bench> benches()
{
    const auto day
        = [](int i) { return two(i % 28 + 1) + "." + two(i % 12 + 1) + "." + std::to_string(1950 + i % 90); };
    const auto word = [](const std::vector<const char *> &words) {
        return cellsOf(
            [&words](int i) { return std::string(words[static_cast<std::size_t>(i) * 7 % words.size()]); });
    };
    const Treatment dates { .dates = { .order = DateOrder::DayFirst, .zone = "Europe/Berlin" } };
    return {
        { "whole number", fieldOf(FieldType::Integer), {}, cellsOf([](int i) {
              return std::to_string(i * 37);
          }) },
        { "number 1.234,50",
          fieldOf(FieldType::Number),
          { .decimals = DecimalSign::Comma },
          cellsOf([](int i) {
              return std::to_string(i % 900 + 1) + "." + std::to_string(100 + i % 899) + "," + two(i % 100);
          }) },
        { "number 12.50", fieldOf(FieldType::Number), {}, cellsOf([](int i) {
              return std::to_string(i) + "." + two(i % 100);
          }) },
        { "number € 12,50", fieldOf(FieldType::Number), {}, cellsOf([](int i) {
              return "€ " + std::to_string(i) + "," + two(i % 100);
          }) },
        { "yes/no", fieldOf(FieldType::Boolean), {}, word({ "ja", "nein", "nein" }) },
        { "yes/no, mixed",
          fieldOf(FieldType::Boolean),
          {},
          word({ "ja", "Nein", "yes", "0", "true", "FALSE" }) },
        { "date 14.03.2026", fieldOf(FieldType::Date), dates, cellsOf(day) },
        { "date 2026-03-14", fieldOf(FieldType::Date), dates, cellsOf([](int i) {
              return std::to_string(1950 + i % 90) + "-" + two(i % 12 + 1) + "-" + two(i % 28 + 1);
          }) },
        { "date 14 March 2026", fieldOf(FieldType::Date), dates, cellsOf([](int i) {
              return two(i % 28 + 1) + (i % 2 == 0 ? " March " : " Mai ") + std::to_string(1950 + i % 90);
          }) },
        { "date-time of a zone", fieldOf(FieldType::DateTime), dates, cellsOf([](int i) {
              return two(i % 28 + 1) + ".03." + std::to_string(2020 + i / 20'000) + " 10:" + two(i % 60);
          }) },
        { "date-time, any year", fieldOf(FieldType::DateTime), dates,
          cellsOf([&day](int i) { return day(i) + " 10:" + two(i % 60); }) },
        { "date-time with offset", fieldOf(FieldType::DateTime), dates,
          cellsOf([](int i) { return "2026-03-" + two(i % 28 + 1) + "T10:" + two(i % 60) + ":00+01:00"; }) },
        { "time of day", fieldOf(FieldType::Time), {}, cellsOf([](int i) {
              return two(i % 24) + ":" + two(i % 60);
          }) },
        { "list",
          fieldOf(FieldType::Picklist),
          {},
          word({ "Germany", "france", "Italy", "Spain", "POLAND" }) },
        { "list, several",
          fieldOf(FieldType::MultiPicklist),
          {},
          word({ "Germany; France", "Italy", "Spain;Poland;Japan" }) },
        { "id", fieldOf(FieldType::Id), {}, cellsOf([](int i) {
              return "0038c0000" + std::to_string(100'000 + i);
          }) },
        { "e-mail", fieldOf(FieldType::Email), {}, cellsOf([](int i) {
              return "anna" + std::to_string(i) + "@example.com";
          }) },
    };
}

void runPhones(const char *name, int different)
{
    PhoneFormatter formatter(u"DE"_s);
    const auto cells
        = cellsOf([different](int i) { return "030 " + std::to_string(1'000'000 + i % different); });
    tell(name, [&] {
        std::size_t bytes = 0;
        for (const std::string &cell : cells)
            bytes += formatter.international(cell).size();
        return bytes;
    });
}

} // namespace

int main()
{
    for (const Bench &bench : benches())
        run(bench);
    runPhones("telephone", values);
    runPhones("telephone, few", 20);
}
