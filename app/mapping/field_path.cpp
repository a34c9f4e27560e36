#include "app/mapping/field_path.h"

#include "app/mapping/blanks.h"
#include "app/mapping/consent.h"

#include <algorithm>
#include <utility>

namespace rowlift {

namespace {

/// Blanks at the ends of texts are part of them; of all else they are not.
bool staysAsItIs(FieldType type)
{
    switch (type) {
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Phone:
    case FieldType::Url:
    case FieldType::Unsupported:
        return true;
    case FieldType::Integer:
    case FieldType::Number:
    case FieldType::Boolean:
    case FieldType::Date:
    case FieldType::DateTime:
    case FieldType::Time:
    case FieldType::Email:
    case FieldType::Id:
    case FieldType::Reference:
    case FieldType::Picklist:
    case FieldType::MultiPicklist:
        return false;
    }
    return true;
}

/// Whether services refuse what is not in the form of \a type.
bool hasForm(FieldType type)
{
    switch (type) {
    case FieldType::Integer:
    case FieldType::Number:
    case FieldType::Boolean:
    case FieldType::Date:
    case FieldType::DateTime:
    case FieldType::Time:
    case FieldType::Id:
    case FieldType::Reference:
        return true;
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Phone:
    case FieldType::Url:
    case FieldType::Email:
    case FieldType::Picklist:
    case FieldType::MultiPicklist:
    case FieldType::Unsupported:
        return false;
    }
    return false;
}

/// The rules of \a treatment with their results in the form of \a field. What cannot be read stays, and is
/// entered into \a unread.
std::vector<ValueRule> readRules(Treatment treatment, const Field &field, const ValueForms &forms,
                                 UnreadResults &unread)
{
    std::vector<ValueRule> rules = std::exchange(treatment.values, {});
    treatment.turned = false; // what a rule says is what is sent
    treatment.decimals = DecimalSign::Undecided; // plain numbers are in the form of the field already
    const auto converter
        = !rules.empty() && hasForm(field.type) ? makeConverter(field, treatment, forms) : nullptr;
    if (!converter)
        return rules;
    std::string space;
    for (ValueRule &rule : rules) {
        const std::string to = rule.to.toStdString();
        std::string_view value = withoutBlanks(to);
        const std::string_view clear(forms.clear.constData(), static_cast<std::size_t>(forms.clear.size()));
        if (value.empty() || value == clear)
            continue;
        if (const auto kind = converter->convert(value, space)) {
            unread.texts.insert(to);
            unread.kind = *kind;
        } else {
            rule.to = QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
        }
    }
    return rules;
}

QString shown(std::string_view text)
{
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

char upper(char c)
{
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

} // namespace

bool BlankForm::isInOtherCase(std::string_view value) const
{
    return wordInAnyCase
        && std::ranges::equal(value, word, [](char a, char b) { return upper(a) == upper(b); });
}

StopsOnly::StopsOnly(const Field &field, bool yesStops, const ValueForms &forms)
    : m_yesStops(yesStops)
    , m_isBoolean(field.type == FieldType::Boolean)
    , m_yes(forms.yes.toStdString())
    , m_no(forms.no.toStdString())
{
}

std::optional<bool> StopsOnly::stops(std::string_view value)
{
    if (m_isBoolean)
        return value == m_yes ? std::optional(m_yesStops)
            : value == m_no   ? std::optional(!m_yesStops)
                              : std::nullopt;
    if (const auto known = m_known.find(value); known != m_known.end())
        return known->second;
    const auto stops = stopsContact(withoutBlanks(value), m_yesStops);
    constexpr std::size_t mostKept = 500;
    if (m_known.size() < mostKept)
        m_known.emplace(value, stops);
    return stops;
}

FieldPath::FieldPath(ValueSource source, const Treatment &treatment, const Field &field,
                     const ValueForms &forms, const BlankForm &blank, std::optional<StopsOnly> stopsOnly)
    : m_source(std::move(source))
    , m_cleaners(treatment.cleaners)
    , m_rules(readRules(treatment, field, forms, m_unreadResults))
    , m_converter(makeConverter(field, treatment, forms))
    , m_blank(blank)
    , m_stopsOnly(std::move(stopsOnly))
    , m_trims(m_converter || !staysAsItIs(field.type))
{
    m_source.setClearWord(blank.word);
    m_sendsCleaned = m_rules.empty() && !m_trims && !m_stopsOnly
        && std::ranges::find(treatment.cleaners, CleanerKind::Phone, &Cleaner::kind)
            == treatment.cleaners.end();
    m_listSeparator = forms.listSeparator;
    if (field.type == FieldType::MultiPicklist && !m_rules.empty())
        m_list = std::make_unique<ListValues>(field.values);
}

bool FieldPath::isPlain() const
{
    return m_source.isPlain() && m_cleaners.empty() && m_rules.empty() && !m_trims && !m_stopsOnly
        && !m_blank.keepsConsent;
}

SentValue FieldPath::sendAsItIs(std::string_view cell) const
{
    const bool isWord = m_blank.isWord(cell);
    if (!isWord && !isBlank(cell))
        return { .value = cell };
    const bool clears = m_blank.mayClear && (isWord || m_blank.clears);
    const bool held = isWord ? m_stopsOnly.has_value() : m_blank.keepsConsent;
    return { .value = clears ? m_blank.word : std::string_view(),
             .cleared = clears,
             .held = held ? Held::Clears : Held::No };
}

SentValue FieldPath::finish(std::string_view cleaned)
{
    const auto value = withoutBlanks(cleaned);
    // A rule may name the word for clearing, too: of a person who is called so.
    if (!value.empty() && !m_rules.empty()) {
        if (const auto ruled = m_rules.find(value))
            return withoutAllowing(sendResult(*ruled, cleaned), cleaned, true);
    }
    if (value.empty() || m_blank.isWord(m_trims ? value : cleaned))
        return sendAsItIs(value);
    if (m_cleaners.isNoPhone())
        return { .value = cleaned, .unreadable = Unreadable::Phone };
    return withoutAllowing(m_list ? convertEach(value) : convert(value, cleaned), cleaned, false);
}

/// \a decided: by a rule. What it means was asked then, if it says neither.
SentValue FieldPath::withoutAllowing(const SentValue &sent, std::string_view cleaned, bool decided)
{
    if (!m_stopsOnly || sent.value.empty() || sent.unreadable)
        return sent;
    const auto stops = m_stopsOnly->stops(sent.value);
    if (!stops && !decided)
        return { .value = cleaned, .unreadable = Unreadable::Boolean };
    return stops.value_or(true) ? sent : SentValue { .value = {}, .held = Held::Allows };
}

SentValue FieldPath::sendResult(std::string_view result, std::string_view cleaned) const
{
    if (m_unreadResults.texts.contains(result))
        return { .value = cleaned, .unreadable = m_unreadResults.kind };
    return sendAsItIs(result);
}

SentValue FieldPath::convert(std::string_view value, std::string_view cleaned)
{
    if (!m_converter)
        return { .value = m_trims ? value : cleaned, .cut = m_cleaners.hasCut() };
    const auto unreadable = m_converter->convert(value, m_space);
    return { .value = unreadable ? cleaned : value, .unreadable = unreadable, .cut = m_cleaners.hasCut() };
}

/// Each value of a list by itself: as a rule says, else as the list spells it.
SentValue FieldPath::convertEach(std::string_view value)
{
    m_several.clear();
    m_list->forEach(value, [this](std::string_view part) {
        const auto ruled = m_rules.find(part);
        const auto sent = ruled ? *ruled : m_list->valueOf(part, m_space);
        if (sent.empty() || ListValues::isOneOf(m_several, sent, m_listSeparator))
            return;
        if (!m_several.empty())
            m_several += m_listSeparator;
        m_several += sent;
    });
    SentValue sent = sendAsItIs(m_several);
    sent.cut = m_cleaners.hasCut() && !m_several.empty();
    return sent;
}

ValueTrail FieldPath::trail(std::span<const std::string_view> cells)
{
    ValueTrail trail;
    std::string_view value = m_source.take(cells);
    trail.taken = shown(value);
    for (std::size_t i = 0; i < m_cleaners.size(); ++i) {
        value = m_cleaners.applyOne(i, value);
        trail.cleaned.append(shown(value));
    }
    const SentValue sent = send(cells);
    trail.sent = shown(sent.value);
    trail.unreadable = sent.unreadable;
    trail.cleared = sent.cleared;
    trail.held = sent.held;
    return trail;
}

} // namespace rowlift
