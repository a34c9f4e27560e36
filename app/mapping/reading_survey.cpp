#include "app/mapping/reading_survey.h"

#include "app/mapping/blanks.h"
#include "app/mapping/consent.h"
#include "app/mapping/converter.h"
#include "app/mapping/date_tally.h"
#include "app/mapping/field_path.h"
#include "app/mapping/number_tally.h"
#include "app/mapping/phone_tally.h"
#include "app/mapping/value_tally.h"

#include <variant>

namespace rowlift {

namespace surveyed { // named: a member of ReadingSurvey::Impl has such types

using Tally = std::variant<std::monostate, DateTally, NumberTally, ValueTally, PhoneTally>;

Tally tallyFor(const Field &field, const Treatment &treatment, const ValueForms &forms)
{
    switch (field.type) {
    case FieldType::Date:
    case FieldType::DateTime:
        return DateTally(field.type == FieldType::DateTime);
    case FieldType::Integer:
    case FieldType::Number:
        return NumberTally(numberFormOf(field, treatment));
    case FieldType::Boolean:
    case FieldType::Picklist:
    case FieldType::MultiPicklist:
        return ValueTally(field, treatment, forms);
    case FieldType::Phone:
        return PhoneTally();
    case FieldType::Text:
        return consentSense(field) ? Tally(ValueTally(field, treatment, forms)) : Tally();
    case FieldType::LongText:
    case FieldType::Time:
    case FieldType::Email:
    case FieldType::Url:
    case FieldType::Id:
    case FieldType::Reference:
    case FieldType::Unsupported:
        return {};
    }
    return {};
}

/// One field that is looked at.
struct Surveyed {
    int index = 0; ///< Of the builder's fields.
    QString field;
    qint64 filled = 0;
    Tally tally;

    void add(qint64 record, std::string_view text)
    {
        std::visit(
            [&](auto &kind) {
                if constexpr (!std::is_same_v<std::decay_t<decltype(kind)>, std::monostate>)
                    kind.add(record, text);
            },
            tally);
    }

    void add(const Surveyed &later, qint64 firstRecord)
    {
        filled += later.filled;
        std::visit(
            [&](auto &kind) {
                using Kind = std::decay_t<decltype(kind)>;
                if constexpr (!std::is_same_v<Kind, std::monostate>)
                    kind.add(std::get<Kind>(later.tally), firstRecord);
            },
            tally);
    }

    FieldSurvey result() const
    {
        FieldSurvey survey { .field = field, .filled = filled };
        if (const auto *dates = std::get_if<DateTally>(&tally))
            survey.dates = dates->result();
        else if (const auto *numbers = std::get_if<NumberTally>(&tally))
            survey.numbers = numbers->result();
        else if (const auto *values = std::get_if<ValueTally>(&tally))
            survey.values = values->result();
        else if (const auto *phones = std::get_if<PhoneTally>(&tally))
            survey.phones = phones->result();
        return survey;
    }
};

} // namespace surveyed

using namespace surveyed;

class ReadingSurvey::Impl {
public:
    Impl(const Mapping &mapping, const Schema &schema)
        : builder(mapping, schema)
        , clearWord(schema.forms.clear.toStdString())
    {
        blank.word = clearWord;
        blank.wordInAnyCase = schema.forms.clearInAnyCase;
        for (int i = 0; i < static_cast<int>(builder.fields().size()); ++i) {
            const QString &name = builder.fields()[static_cast<std::size_t>(i)];
            const Field *field = schema.field(name);
            const Treatment *treatment = mapping.treatmentOf(name);
            if (!field || !treatment || builder.columnsOf(i).empty())
                continue;
            Tally tally = tallyFor(*field, *treatment, schema.forms);
            if (std::holds_alternative<std::monostate>(tally))
                continue;
            // A list shows what its rules say, too.
            const bool lists = std::holds_alternative<ValueTally>(tally);
            rules.emplace_back(lists ? std::vector<ValueRule>() : treatment->values);
            empty.push_back({ i, name, 0, std::move(tally) });
        }
        fields = empty;
    }

    RecordBuilder builder;
    std::string clearWord;
    BlankForm blank; ///< Its word for clearing is no value.
    std::vector<ValueRuleTable> rules; ///< Of each field: what they name is not read.
    std::vector<Surveyed> empty; ///< As before the first row.
    std::vector<Surveyed> fields;
    qint64 rows = 0;
};

ReadingSurvey::ReadingSurvey(const Mapping &mapping, const Schema &schema)
    : m_impl(std::make_unique<Impl>(mapping, schema))
{
}

ReadingSurvey::~ReadingSurvey() = default;
ReadingSurvey::ReadingSurvey(ReadingSurvey &&) noexcept = default;
ReadingSurvey &ReadingSurvey::operator=(ReadingSurvey &&) noexcept = default;

void ReadingSurvey::add(qint64 record, std::span<const std::string_view> cells)
{
    ++m_impl->rows;
    for (std::size_t i = 0; i < m_impl->fields.size(); ++i) {
        Surveyed &field = m_impl->fields[i];
        const auto value = withoutBlanks(m_impl->builder.cleaned(field.index, cells));
        if (value.empty() || m_impl->blank.isWord(value))
            continue;
        ++field.filled;
        ValueRuleTable &rules = m_impl->rules[i];
        if (rules.empty() || !rules.find(value))
            field.add(record, value);
    }
}

void ReadingSurvey::add(const ReadingSurvey &later, qint64 firstRecord)
{
    m_impl->rows += later.m_impl->rows;
    for (std::size_t i = 0; i < m_impl->fields.size(); ++i)
        m_impl->fields[i].add(later.m_impl->fields[i], firstRecord);
}

void ReadingSurvey::clear()
{
    m_impl->fields = m_impl->empty;
    m_impl->rows = 0;
}

ValueSurvey ReadingSurvey::result() const
{
    ValueSurvey survey { .rows = m_impl->rows };
    for (const Surveyed &field : m_impl->fields)
        survey.fields.push_back(field.result());
    return survey;
}

const FieldSurvey *ValueSurvey::of(QStringView field) const
{
    const auto found = std::ranges::find(fields, field, &FieldSurvey::field);
    return found == fields.end() ? nullptr : &*found;
}

bool settleReadings(Mapping &mapping, const ValueSurvey &survey)
{
    const Mapping before = mapping;
    const auto settle = [&](const QString &name, Treatment &treatment) {
        const FieldSurvey *field = survey.of(name);
        if (!field)
            return;
        if (field->dates && field->dates->decided)
            treatment.dates.order = *field->dates->decided;
        if (field->numbers && field->numbers->decided != DecimalSign::Undecided)
            treatment.decimals = field->numbers->decided;
        else if (field->numbers && field->numbers->disagrees() && field->numbers->either == 0)
            treatment.decimals = DecimalSign::Undecided; // each tells its own
    };
    for (ColumnMapping &column : mapping.columns)
        settle(column.field, column.treatment);
    for (ExtraField &extra : mapping.extras)
        settle(extra.field, extra.treatment);
    return mapping != before;
}

} // namespace rowlift
