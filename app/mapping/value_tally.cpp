#include "app/mapping/value_tally.h"

#include "app/mapping/consent.h"
#include "app/mapping/names.h"
#include "app/mapping/yes_no.h"

#include <algorithm>

namespace rowlift {

namespace {

constexpr std::size_t mostValues = 2000;

/// "uk" for "united kingdom".
QString initialsOf(const QStringList &words)
{
    QString initials;
    for (const QString &word : words)
        initials += word.front();
    return initials;
}

/// How near \a word is to \a name: 0 is the same, 1 nothing alike.
double distanceOf(const QStringList &valueWords, const QString &compact, const QString &name)
{
    const QStringList words = nameWords(name);
    const QString other = words.join(QString());
    if (other == compact)
        return 0;
    if (words.size() > 1 && initialsOf(words) == compact)
        return 0.1;
    constexpr int shortestBeginning = 3;
    const bool begins = compact.size() >= shortestBeginning && other.startsWith(compact);
    const bool begun = other.size() >= shortestBeginning && compact.startsWith(other);
    if (begins || begun || (!valueWords.isEmpty() && words.contains(compact)))
        return 0.2;
    const auto longer = static_cast<int>(std::max(other.size(), compact.size()));
    const int most = longer / 4;
    if (most == 0 || std::abs(other.size() - compact.size()) > most)
        return 1;
    const int steps = editDistance(compact, other, most);
    return steps > most ? 1 : 0.3 + double(steps) / longer;
}

} // namespace

ValueTally::ValueTally(const Field &field, const Treatment &treatment, const ValueForms &forms)
    : m_field(field)
    , m_rules(treatment.values)
    , m_forms(forms)
    , m_consent(consentSense(field))
    , m_turned(treatment.turned)
    , m_list(field.values)
{
}

void ValueTally::add(qint64 record, std::string_view text)
{
    if (m_field.type == FieldType::MultiPicklist)
        m_list.forEach(text, [&](std::string_view part) { count(record, part, 1); });
    else
        count(record, text, 1);
}

void ValueTally::count(qint64 record, std::string_view value, qint64 rows)
{
    const auto found = m_counts.find(value);
    if (found != m_counts.end()) {
        found->second.rows += rows;
        return;
    }
    if (m_counts.size() == mostValues || value.size() > longestSeenValue) {
        m_more = true;
        return;
    }
    m_counts.emplace(value, Count { rows, record });
}

void ValueTally::add(const ValueTally &later, qint64 firstRecord)
{
    m_more = m_more || later.m_more;
    for (const auto &[value, seen] : later.m_counts)
        count(seen.record + firstRecord, value, seen.rows);
}

ListSurvey ValueTally::result() const
{
    ListSurvey survey;
    survey.more = m_more;
    for (const auto &[value, seen] : m_counts)
        survey.values.push_back({ .value = shownValue(value), .rows = seen.rows, .record = seen.record });
    std::ranges::sort(survey.values, [](const ListedValue &a, const ListedValue &b) {
        return a.rows != b.rows    ? a.rows > b.rows
            : a.record != b.record ? a.record < b.record
                                   : a.value < b.value;
    });
    for (ListedValue &value : survey.values) {
        judge(value);
        if (!value.known)
            survey.unknown += value.rows;
    }
    return survey;
}

void ValueTally::judge(ListedValue &value) const
{
    const std::string bytes = value.value.toStdString();
    ValueRuleTable rules(m_rules);
    if (const auto ruled = rules.find(bytes)) {
        value.known = true;
        value.becomes = shownValue(*ruled);
        return;
    }
    const auto stops = m_consent ? stopsContact(bytes, m_consent->yesStops != m_turned) : std::nullopt;
    if (m_field.type == FieldType::Boolean) {
        const auto word = [this](bool yes) { return QString::fromUtf8(yes ? m_forms.yes : m_forms.no); };
        const auto read = readBoolean(bytes);
        value.known = read.has_value();
        if (read)
            value.becomes = word(*read != m_turned);
        else if (stops) // "unsubscribed": it is offered, not taken
            value.guess = word(*stops == m_consent->yesStops);
        return;
    }
    if (m_consent && m_field.values.empty()) {
        value.becomes = value.value;
        value.known = stops.has_value();
        return;
    }
    std::string space;
    value.becomes = shownValue(m_list.valueOf(bytes, space));
    value.known = m_field.values.empty() || m_list.knows(bytes, space);
    if (!value.known)
        value.guess = guessFor(value.value);
}

QString ValueTally::guessFor(const QString &value) const
{
    const QStringList words = nameWords(value);
    const QString compact = words.join(QString());
    QString best;
    double nearest = 0.6;
    for (const PicklistValue &listed : m_field.values) {
        if (!listed.active || compact.isEmpty())
            continue;
        const double distance
            = std::min(distanceOf(words, compact, listed.value), distanceOf(words, compact, listed.label));
        if (distance < nearest) {
            nearest = distance;
            best = listed.value;
        }
    }
    return best;
}

} // namespace rowlift
