#include "app/csv/column_tally.h"

#include "app/csv/utf8.h"
#include "app/csv/value_look.h"

#include <xxhash.h>

#include <algorithm>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t shownValues = 5;
constexpr std::size_t shownPatterns = 8;
constexpr std::size_t keptExamples = 16;
constexpr unsigned admittedBits = 4; ///< One of 16 values is let in, once there are many.

QString shownText(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

std::uint64_t hashOf(std::string_view text, std::uint64_t seed = 0)
{
    return XXH3_64bits_withSeed(text.data(), text.size(), seed);
}

/// A value that stands for all with its pattern, which has a day that exists where it is a date.
std::string standInFor(std::string_view pattern)
{
    std::string value(pattern);
    std::replace(value.begin(), value.end(), '9', '1');
    return value;
}

/// Whether what formOf() says of one value with this pattern holds for all (but those with a zero in front).
bool isFormAlike(std::string_view pattern, bool cut)
{
    if (cut)
        return false;
    const bool digitFirst = pattern.starts_with('9') || pattern.starts_with("-9");
    const bool hasLetters = pattern.find_first_of("Aa") != std::string_view::npos;
    if (digitFirst && hasLetters && pattern.find('@') == std::string_view::npos)
        return false; // an exponent, a time zone
    return !looksLikeDate(standInFor(pattern));
}

bool hasZeroInFront(std::string_view value)
{
    return value.front() == '0' || (value.front() == '-' && value.size() > 1 && value[1] == '0');
}

template <typename Entries>
auto byCount(const Entries &entries, qint64 least)
{
    std::vector<const typename Entries::value_type *> order;
    for (const auto &entry : entries) {
        if (entry.count >= least)
            order.push_back(&entry);
    }
    std::stable_sort(order.begin(), order.end(),
                     [](const auto *a, const auto *b) { return a->count > b->count; });
    return order;
}

} // namespace

TallyRoom TallyRoom::forColumns(std::size_t columns)
{
    constexpr std::size_t allValues = 131'072;
    constexpr std::size_t manyColumns = 256;
    constexpr std::size_t veryManyColumns = 1024;
    TallyRoom room;
    room.values = std::clamp<std::size_t>(allValues / std::max<std::size_t>(columns, 1), 16, room.values);
    room.frequent = std::min(room.frequent, room.values);
    if (columns > manyColumns) {
        room.patterns = 24;
        room.precision = columns > veryManyColumns ? 8 : 10;
    }
    return room;
}

PatternTally::Table::Entry &PatternTally::entryFor(std::string_view value, bool cut, qint64 record)
{
    m_pattern.take(value);
    const std::string_view pattern = m_pattern.text();
    cut = cut || m_pattern.isCut();
    const std::uint64_t hash = hashOf(pattern, cut ? 1 : 0);
    if (auto *known = m_table.find(hash))
        return *known;
    if (m_table.isFull()) {
        m_pruned = true;
        m_table.prune(
            m_room, [this](const Table::Entry &gone) { m_forms.add(gone.extra.form, gone.extra.formsDue); });
    }
    Known fresh { .questions = SignQuestions(pattern, cut),
                  .form = {},
                  .alike = isFormAlike(pattern, cut),
                  .cut = cut,
                  .record = record,
                  .example = std::string(keptText(value)) };
    if (fresh.alike)
        fresh.form = formOf(standInFor(pattern));
    return m_table.add(hash, pattern, fresh);
}

FormTally PatternTally::forms() const
{
    FormTally forms = m_forms;
    for (const auto &entry : m_table.entries())
        forms.add(entry.extra.form, entry.extra.formsDue);
    return forms;
}

std::vector<PatternCount> PatternTally::mostFrequent() const
{
    std::vector<PatternCount> patterns;
    for (const auto *entry : byCount(m_table.entries(), 1)) {
        if (patterns.size() == shownPatterns)
            break;
        QString pattern = shownText(entry->text);
        if (entry->extra.cut)
            pattern += u'…';
        patterns.push_back({ .pattern = pattern,
                             .rows = entry->count,
                             .example = shownText(entry->extra.example),
                             .record = entry->extra.record });
    }
    return patterns;
}

ColumnTally::ColumnTally(const TallyRoom &room)
    : m_room(room)
    , m_values(room.values)
    , m_patterns(room.patterns)
    , m_sketch(room.precision)
{
}

ValueSigns ColumnTally::add(std::string_view cell, qint64 record)
{
    const std::string_view value = trimmedValue(cell);
    if (value.empty())
        return {};
    if (m_filled++ == m_nextExample)
        keepExample(value);
    const std::uint64_t hash = hashOf(value);
    if (auto *known = m_values.find(hash)) {
        ++known->count;
        return known->extra.signs;
    }
    if (!m_many && m_values.isFull())
        becomeMany();
    if (m_many)
        m_sketch.add(hash);
    auto &pattern = m_patterns.entryFor(value, false, record);
    const bool ascii = m_patterns.lastPattern().isAsciiOf(value);
    const ValueSigns signs = pattern.extra.questions.ask(value, ascii);
    noteLength(value, ascii, record);
    if (!m_many || admitsNow()) {
        remember(value, hash, { formOf(value), signs, keptText(value).size() < value.size(), record });
        return signs;
    }
    ++pattern.count;
    if (pattern.extra.alike && !hasZeroInFront(value))
        ++pattern.extra.formsDue;
    else
        m_patterns.addForm(formOf(value), 1);
    return signs;
}

void ColumnTally::remember(std::string_view value, std::uint64_t hash, const Seen &seen)
{
    if (m_values.isFull())
        m_values.prune(m_room.frequent, [this](const Values::Entry &gone) { addTo(m_patterns, gone); });
    m_values.add(hash, keptText(value), seen).count = 1;
}

/// Source of the constants: Knuth's MMIX generator.
bool ColumnTally::admitsNow()
{
    m_dice = m_dice * 6364136223846793005ULL + 1442695040888963407ULL;
    return m_dice >> (64 - admittedBits) == 0;
}

void ColumnTally::becomeMany()
{
    m_many = true;
    for (const auto &entry : m_values.entries())
        m_sketch.add(entry.hash);
    m_values.prune(m_room.frequent, [this](const Values::Entry &gone) { addTo(m_patterns, gone); });
}

void ColumnTally::addTo(PatternTally &patterns, const Values::Entry &value)
{
    patterns.addForm(value.extra.form, value.count);
    patterns.entryFor(value.text, value.extra.cut, value.extra.record).count += value.count;
}

void ColumnTally::noteLength(std::string_view value, bool ascii, qint64 record)
{
    const auto characters = static_cast<qint64>(ascii ? value.size() : utf8Length(value));
    const auto note = [&](LengthMark &mark) {
        mark = { .characters = characters, .value = shownText(keptText(value)), .record = record };
    };
    if (m_shortest.record < 0 || characters < m_shortest.characters)
        note(m_shortest);
    if (characters > m_longest.characters)
        note(m_longest);
}

/// Every so many values one, and every other one is dropped when there are many: they stay spread over all.
void ColumnTally::keepExample(std::string_view value)
{
    if (m_examples.size() == keptExamples) {
        for (std::size_t at = 0; at * 2 < keptExamples; ++at)
            m_examples[at] = m_examples[at * 2];
        m_examples.resize(keptExamples / 2);
        m_exampleStride *= 2;
    }
    m_examples.emplace_back(keptText(value));
    m_nextExample += m_exampleStride;
}

PatternTally ColumnTally::allPatterns() const
{
    PatternTally all = m_patterns;
    for (const auto &entry : m_values.entries())
        addTo(all, entry);
    return all;
}

std::vector<ValueCount> ColumnTally::frequentValues() const
{
    // of very many values a few that came twice say nothing
    constexpr qint64 leastShareOf = 20'000;
    constexpr qint64 leastOfMany = 10;
    const qint64 least = m_many ? std::max(leastOfMany, m_filled / leastShareOf) : 2;
    std::vector<ValueCount> values;
    for (const auto *entry : byCount(m_values.entries(), least)) {
        if (values.size() == shownValues)
            break;
        values.push_back({ .value = shownText(entry->text), .rows = entry->count });
    }
    return values;
}

QStringList ColumnTally::examples() const
{
    QStringList all;
    if (m_many) {
        for (const std::string &example : m_examples)
            all.append(shownText(example));
        all.removeDuplicates();
    } else {
        for (const auto &entry : m_values.entries())
            all.append(shownText(entry.text));
    }
    QStringList spread;
    const auto wanted = std::min(all.size(), static_cast<qsizetype>(shownValues));
    for (qsizetype at = 0; at < wanted; ++at)
        spread.append(all[at * all.size() / wanted]);
    return spread;
}

ColumnStats ColumnTally::stats() const
{
    const PatternTally patterns = allPatterns();
    const FormTally forms = patterns.forms();
    ColumnStats stats;
    stats.kind = forms.detail();
    stats.kinds = forms.kinds();
    stats.distinct = static_cast<qint64>(m_values.entries().size());
    if (m_many)
        stats.distinct = std::max<qint64>(m_sketch.estimate(), static_cast<qint64>(m_room.values) + 1);
    stats.aboutDistinct = m_many;
    stats.shortest = m_shortest;
    stats.longest = m_longest;
    stats.frequent = frequentValues();
    stats.aboutFrequent = m_many;
    stats.patterns = patterns.mostFrequent();
    stats.aboutPatterns = patterns.isAbout();
    stats.examples = examples();
    return stats;
}

} // namespace rowlift
