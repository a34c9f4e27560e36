#include "app/check/row_rules.h"

#include "app/check/value_rules.h"
#include "app/mapping/blanks.h"
#include "app/mapping/record_id.h"

#include <algorithm>
#include <cstring>
#include <limits>

namespace rowlift {

namespace {

/// Asks "is it there" of a sorted list without copying the view.
bool isOn(const std::vector<std::string> &allowed, std::string_view value)
{
    return std::ranges::binary_search(allowed, value, std::less<>(),
                                      [](const std::string &s) { return std::string_view(s); });
}

std::vector<std::string> allowedValues(const Field &field)
{
    std::vector<std::string> allowed;
    if (!field.restricted)
        return allowed;
    for (const PicklistValue &value : field.values) {
        if (value.active)
            allowed.push_back(value.value.toStdString());
    }
    std::ranges::sort(allowed);
    return allowed;
}

/// No shorter text looks like a date ("2026-02-03").
constexpr std::size_t longestPlainText = 9;
/// Of a property: what is longer may be refused.
constexpr int mostPropertyCharacters = 30'000;
/// Of a record's key: the same.
constexpr qint64 mostKeyCharacters = 255;

/// Whether it holds U+FFFD: the first byte of it is rare, so this is one look for most.
bool isDamaged(std::string_view value)
{
    constexpr std::string_view replacement = "\xEF\xBF\xBD";
    return value.size() >= replacement.size() && std::memchr(value.data(), replacement.front(), value.size())
        && value.find(replacement) != value.npos;
}

Rule ruleOf(Unreadable unreadable)
{
    switch (unreadable) {
    case Unreadable::Number:
        return Rule::NotANumber;
    case Unreadable::Boolean:
        return Rule::NotABoolean;
    case Unreadable::Date:
    case Unreadable::DateTime:
        return Rule::NotADate;
    case Unreadable::Time:
        return Rule::NotATime;
    case Unreadable::Phone:
        return Rule::NotAPhone;
    }
    return Rule::NotADate;
}

/// Whether an empty value of \a field is certain to be refused: the id or key that finds the record, and what
/// a new record must have. An upsert ignores empty values of records that are there.
bool isEmptyRefused(const Field &field, const Target &target)
{
    switch (target.operation) {
    case Operation::Insert:
        return field.required && field.type != FieldType::Boolean;
    case Operation::Upsert:
        return field.name == target.keyField;
    case Operation::Update:
        return target.looksUp() ? field.name == target.keyField : field.type == FieldType::Id;
    case Operation::Delete:
        return field.type == FieldType::Id;
    }
    return false;
}

/// The least that the cleaners of \a treatment cut to; 0: they do not.
int keptOf(const Treatment &treatment)
{
    int kept = 0;
    for (const Cleaner &cleaner : treatment.cleaners) {
        if (cleaner.kind == CleanerKind::Cut && (kept == 0 || cleaner.number < kept))
            kept = cleaner.number;
    }
    return kept;
}

/// How many bytes a value may have that needs no look. A character of one UTF-16 unit has a byte at least.
std::size_t freeBytes(const Field &field, bool salesforceIds, bool restricted)
{
    constexpr auto all = std::numeric_limits<std::size_t>::max();
    switch (field.type) {
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Phone:
        return std::min(field.length > 0 ? static_cast<std::size_t>(field.length) : all,
                        field.bytes > 0 ? static_cast<std::size_t>(field.bytes) : all);
    case FieldType::Url:
        return salesforceIds && field.length > 0 ? static_cast<std::size_t>(field.length) : 0;
    case FieldType::Email:
    case FieldType::Integer:
    case FieldType::Number:
        return 0;
    case FieldType::Picklist:
    case FieldType::MultiPicklist:
        return restricted ? 0 : all;
    case FieldType::Id:
    case FieldType::Reference:
        return salesforceIds ? 0 : all;
    case FieldType::Boolean:
    case FieldType::Date:
    case FieldType::DateTime:
    case FieldType::Time:
    case FieldType::Unsupported:
        return all;
    }
    return 0;
}

} // namespace

RowRules::RowRules(const Draft &draft, const Schema &schema)
    : m_width(static_cast<std::size_t>(draft.header.size()))
    , m_keyPrefix(schema.object.keyPrefix.toLatin1())
    , m_forms(schema.forms)
{
    for (const QString &name : draft.mapping.fields()) {
        m_fields.push_back(rulesOf(name, draft, schema));
        const FieldRules &rules = m_fields.back();
        const bool isOdd = rules.isOpenKey || rules.isDigits;
        m_free.push_back(isOdd ? 0
                             : rules.isOpenText
                             ? longestPlainText
                             : freeBytes(rules.field, schema.forms.salesforceIds, !rules.allowed.empty()));
    }
}

RowRules::FieldRules RowRules::rulesOf(const QString &name, const Draft &draft, const Schema &schema) const
{
    const Target &target = draft.target;
    const Treatment &treatment = *draft.mapping.treatmentOf(name);
    FieldRules rules;
    if (const Field *known = schema.field(name))
        rules.field = *known;
    else
        rules.field.name = rules.field.label = name;
    const Field &field = rules.field;
    const bool needed = field.required && field.type != FieldType::Boolean;
    const bool findsRecord = field.type == FieldType::Id || name == target.keyField;
    const bool wantsClearing = treatment.blank.value_or(draft.mapping.blank) == BlankMeaning::Clear
        && (schema.forms.blankClears || !schema.forms.clear.isEmpty());
    const bool clears = wantsClearing && field.clearable;
    const bool isOpenRequired
        = schema.open && needed && (field.madeOfRow.isEmpty() || field.name == target.keyField);
    rules.mustHave = isOpenRequired || isEmptyRefused(field, target);
    rules.isOpenKey = schema.open && field.key;
    rules.isDigits = schema.open && !field.referenceTo.isEmpty() && field.type == FieldType::Text;
    rules.isOpenText
        = schema.open && field.isProperty && field.type == FieldType::Text && field.listSeparator.isEmpty();
    rules.shouldHave = target.operation == Operation::Upsert && needed && !rules.mustHave;
    rules.staysBlank = clears && findsRecord && !rules.mustHave;
    const bool changes = target.operation == Operation::Update || target.operation == Operation::Upsert;
    const ExtraField *extra = draft.mapping.extraFor(name);
    const bool fixed = extra && extra->isFixed() && draft.mapping.columnOf(name) < 0;
    rules.isBox = changes && clears && field.type == FieldType::Boolean && schema.forms.salesforceIds;
    rules.cannotClear = !field.clearable;
    rules.isNotCleared = changes && wantsClearing && !field.clearable && !rules.staysBlank;
    rules.tellsClearing = changes && !clears && !fixed;
    rules.mayNotClear = needed;
    rules.kept = keptOf(treatment);
    rules.allowed = allowedValues(field);
    return rules;
}

std::span<const Finding> RowRules::judge(std::span<const std::string_view> cells, const BuiltRecord &record,
                                         Severity least, std::optional<std::size_t> width)
{
    m_findings.clear();
    m_cells = cells;
    m_least = least;
    if (m_width > 0 && width.value_or(cells.size()) != m_width)
        find(-1, Rule::RaggedRow, Severity::HeadsUp);
    auto problem = record.problems.begin();
    auto held = record.held.begin();
    for (std::size_t at = 0; at < record.values.size(); ++at) {
        const int index = static_cast<int>(at);
        if (problem != record.problems.end() && problem->field == index) {
            find(index, ruleOf(problem->kind));
            ++problem;
        } else if (held != record.held.end() && held->field == index) {
            judgeHeld(index, held->why, least);
            ++held;
        } else if (record.cleared[at]) {
            judgeCleared(index);
        } else if (record.values[at].empty()) {
            judgeBlank(index);
        } else if (record.values[at].size() > m_free[at]) {
            judgeValue(index, record.values[at]);
        }
        if (least == Severity::HeadsUp && isDamaged(record.values[at]))
            find(index, Rule::DamagedText, Severity::HeadsUp);
    }
    for (const int index : record.cut)
        find(index, Rule::WillBeCut, Severity::HeadsUp);
    return m_findings;
}

qint64 RowRules::limit(const Finding &finding) const
{
    if (finding.rule == Rule::TooLong)
        return field(finding.index).length > 0 ? field(finding.index).length : mostPropertyCharacters;
    if (finding.rule == Rule::TooManyBytes)
        return field(finding.index).bytes;
    return finding.rule == Rule::WillBeCut ? m_fields[static_cast<std::size_t>(finding.index)].kept : 0;
}

/// What is held back is sent as a blank.
void RowRules::judgeHeld(int index, Held why, Severity least)
{
    const FieldRules &rules = m_fields[static_cast<std::size_t>(index)];
    if (rules.mustHave)
        find(index, Rule::RequiredEmpty);
    else if (least == Severity::HeadsUp)
        find(index, why == Held::Allows ? Rule::ConsentKept : Rule::ConsentNotCleared, Severity::HeadsUp);
}

void RowRules::judgeCleared(int index)
{
    const FieldRules &rules = m_fields[static_cast<std::size_t>(index)];
    if (rules.mayNotClear)
        find(index, Rule::RequiredEmpty);
    else if (rules.cannotClear)
        find(index, Rule::CannotClear);
    else if (rules.tellsClearing)
        find(index, Rule::Clears, Severity::HeadsUp);
}

void RowRules::judgeBlank(int index)
{
    const FieldRules &rules = m_fields[static_cast<std::size_t>(index)];
    if (rules.mustHave)
        find(index, Rule::RequiredEmpty);
    else if (rules.shouldHave)
        find(index, Rule::RequiredEmpty, Severity::HeadsUp);
    else if (rules.staysBlank)
        find(index, Rule::KeyNotCleared, Severity::HeadsUp);
    else if (rules.isBox)
        find(index, Rule::BoxNotCleared, Severity::HeadsUp);
    else if (rules.isNotCleared)
        find(index, Rule::CannotClear, Severity::HeadsUp);
}

void RowRules::judgeValue(int index, std::string_view value)
{
    switch (field(index).type) {
    case FieldType::Email:
        judgeEmail(index, value);
        judgeLength(index, value);
        return;
    case FieldType::Url:
        judgeUrl(index, value);
        judgeLength(index, value);
        return;
    case FieldType::Text:
        judgeText(index, value);
        if (!m_fields[static_cast<std::size_t>(index)]
                 .isOpenKey) // how long one may be, nobody knows for certain
            judgeLength(index, value);
        return;
    case FieldType::LongText:
    case FieldType::Phone:
        judgeLength(index, value);
        return;
    case FieldType::Picklist:
    case FieldType::MultiPicklist:
        judgeList(index, value);
        return;
    case FieldType::Integer:
    case FieldType::Number:
        judgeNumber(index, value);
        return;
    case FieldType::Id:
    case FieldType::Reference:
        judgeId(index, value);
        return;
    case FieldType::Boolean:
    case FieldType::Date:
    case FieldType::DateTime:
    case FieldType::Time:
    case FieldType::Unsupported:
        return;
    }
}

void RowRules::judgeLength(int index, std::string_view value)
{
    const Field &text = field(index);
    const auto exceeds
        = [&value](int most) { return most > 0 && value.size() > static_cast<std::size_t>(most); };
    // Salesforce counts UTF-16 units once line breaks are one character; others say "characters".
    const auto lengthOf = m_forms.salesforceIds ? &lengthAsSent : &charactersOf;
    if (exceeds(text.length) && lengthOf(value) > text.length)
        find(index, Rule::TooLong);
    else if (exceeds(text.bytes))
        find(index, Rule::TooManyBytes);
}

/// Of texts of records without fixed fields.
void RowRules::judgeText(int index, std::string_view value)
{
    const FieldRules &rules = m_fields[static_cast<std::size_t>(index)];
    if (rules.isDigits && !isAllDigits(value))
        find(index, Rule::MalformedId);
    if (m_least == Severity::Problem)
        return;
    if (rules.isOpenKey && (hasOddKeySigns(value) || charactersOf(value) > mostKeyCharacters))
        find(index, Rule::OddKey, Severity::HeadsUp);
    if (!rules.isOpenText)
        return;
    // Where texts are stored already, it is one more.
    if (!rules.field.typeIsFixed && isIsoDateOrTime(value))
        find(index, Rule::LooksLikeDate, Severity::HeadsUp);
    else if (value.size() > mostPropertyCharacters && charactersOf(value) > mostPropertyCharacters)
        find(index, Rule::TooLong, Severity::HeadsUp);
}

void RowRules::judgeList(int index, std::string_view value)
{
    const FieldRules &rules = m_fields[static_cast<std::size_t>(index)];
    const bool several = rules.field.type == FieldType::MultiPicklist;
    while (true) {
        const auto end = several ? value.find(m_forms.listSeparator) : value.npos;
        if (!isOn(rules.allowed, value.substr(0, end))) {
            find(index, Rule::NotOnList);
            return;
        }
        if (end == value.npos)
            return;
        value.remove_prefix(end + 1);
    }
}

void RowRules::judgeNumber(int index, std::string_view value)
{
    const Field &number = field(index);
    const bool tooMany = number.precision > 0 && hasMoreDigitsThan(value, number.precision - number.scale);
    const bool tooLarge = number.typeName == QLatin1String("int")
        ? !fitsInt(value)
        : number.type == FieldType::Integer && !fitsLong(value);
    const bool tooLong = number.isProperty && isBeyondNumbers(value);
    if (tooMany || tooLarge || tooLong)
        find(index, Rule::NumberTooLarge);
    else if (number.precision > 0 && hasMoreDecimalsThan(value, number.scale))
        find(index, Rule::DecimalsCut, Severity::HeadsUp);
}

void RowRules::judgeEmail(int index, std::string_view value)
{
    const EmailShape shape = emailShape(value);
    if (shape == EmailShape::Right)
        return;
    const bool isRefused
        = shape == EmailShape::Impossible || (m_forms.asciiEmails && hasOtherThanAscii(value));
    find(index, Rule::EmailLooksWrong,
         isRefused && !m_forms.takesOddEmails ? Severity::Problem : Severity::HeadsUp);
}

void RowRules::judgeUrl(int index, std::string_view value)
{
    // Salesforce opens an address without one just as well.
    if (!m_forms.salesforceIds && !hasUrlScheme(value))
        find(index, Rule::UrlWithoutScheme, Severity::HeadsUp);
}

void RowRules::judgeId(int index, std::string_view value)
{
    const bool ownId = field(index).type == FieldType::Id;
    const std::string_view prefix(m_keyPrefix.constData(), static_cast<std::size_t>(m_keyPrefix.size()));
    if (!isRecordId(value))
        find(index, Rule::MalformedId);
    else if (ownId && !value.starts_with(prefix))
        find(index, Rule::WrongKindOfId);
    else if (hasLostCase(value))
        find(index, Rule::IdLostCase, Severity::HeadsUp);
}

/// Whether \a id got its checksum, of no capital at all, from us: a cell has it without. One that came with
/// its checksum is proved by it.
bool RowRules::hasLostCase(std::string_view id) const
{
    constexpr std::size_t shortId = 15;
    return id.size() > shortId && id.substr(shortId) == "AAA"
        && std::ranges::any_of(
               m_cells, [&](std::string_view cell) { return withoutBlanks(cell) == id.substr(0, shortId); });
}

void RowRules::find(int index, Rule rule, Severity severity)
{
    m_findings.push_back({ .rule = rule, .severity = severity, .index = index });
}

} // namespace rowlift
