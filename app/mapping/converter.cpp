#include "app/mapping/converter.h"

#include "app/mapping/convert.h"
#include "app/mapping/date_text.h"
#include "app/mapping/list_values.h"

#include <array>

namespace rowlift {

namespace {

class NumberConverter : public Converter {
public:
    explicit NumberConverter(const NumberForm &form)
        : m_form(form)
    {
    }

    std::optional<Unreadable> convert(std::string_view &value, std::string &space) override
    {
        if (!readNumber(value, m_form, space))
            return Unreadable::Number;
        value = space;
        return std::nullopt;
    }

private:
    NumberForm m_form;
};

class BooleanConverter : public Converter {
public:
    explicit BooleanConverter(const ValueForms &forms)
        : m_yes(forms.yes.toStdString())
        , m_no(forms.no.toStdString())
    {
    }

    std::optional<Unreadable> convert(std::string_view &value, std::string &) override
    {
        const auto read = readBoolean(value);
        if (!read)
            return Unreadable::Boolean;
        value = *read ? m_yes : m_no;
        return std::nullopt;
    }

private:
    std::string m_yes;
    std::string m_no;
};

class DayConverter : public Converter {
public:
    DayConverter(const DateReading &reading, bool timed)
        : m_reading(reading)
        , m_timed(timed)
    {
    }

    std::optional<Unreadable> convert(std::string_view &value, std::string &) override
    {
        const auto failed = m_timed ? Unreadable::DateTime : Unreadable::Date;
        const auto day = readDay(value, m_reading.order);
        if (!day || (!m_timed && !day->midnight()))
            return failed;
        const auto text = m_timed ? isoDateTime(*day, m_space) : isoDate(*day, m_space);
        if (text.empty())
            return failed;
        value = text;
        return std::nullopt;
    }

private:
    DateReading m_reading;
    bool m_timed;
    std::array<char, 32> m_space {};
};

class ListConverter : public Converter {
public:
    explicit ListConverter(const std::vector<PicklistValue> &values)
        : m_values(values)
    {
    }

    std::optional<Unreadable> convert(std::string_view &value, std::string &space) override
    {
        value = m_values.valueOf(value, space);
        return std::nullopt;
    }

private:
    ListValues m_values;
};

/// "a; b" becomes "a;b", each part its value.
class SeveralConverter : public Converter {
public:
    SeveralConverter(const std::vector<PicklistValue> &values, char separator)
        : m_values(values)
        , m_separator(separator)
    {
    }

    std::optional<Unreadable> convert(std::string_view &value, std::string &space) override
    {
        space.clear();
        std::string_view rest = value;
        while (true) {
            const auto end = rest.find(m_separator);
            const auto part = trimmed(rest.substr(0, end));
            if (!part.empty()) {
                if (!space.empty())
                    space += m_separator;
                space.append(m_values.valueOf(part, m_part));
            }
            if (end == rest.npos)
                break;
            rest.remove_prefix(end + 1);
        }
        value = space;
        return std::nullopt;
    }

private:
    ListValues m_values;
    char m_separator;
    std::string m_part;
};

} // namespace

std::unique_ptr<Converter> makeConverter(const Field &field, const Treatment &treatment,
                                         const ValueForms &forms)
{
    switch (field.type) {
    case FieldType::Integer:
    case FieldType::Number:
        return std::make_unique<NumberConverter>(
            NumberForm { .whole = field.type == FieldType::Integer,
                         .percent = field.typeName == QLatin1String("percent"),
                         .decimals = treatment.decimals });
    case FieldType::Boolean:
        return std::make_unique<BooleanConverter>(forms);
    case FieldType::Date:
    case FieldType::DateTime:
        return std::make_unique<DayConverter>(treatment.dates, field.type == FieldType::DateTime);
    case FieldType::Picklist:
        return std::make_unique<ListConverter>(field.values);
    case FieldType::MultiPicklist:
        return std::make_unique<SeveralConverter>(field.values, forms.listSeparator);
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Time:
    case FieldType::Email:
    case FieldType::Phone:
    case FieldType::Url:
    case FieldType::Id:
    case FieldType::Reference:
    case FieldType::Unsupported:
        return nullptr;
    }
    return nullptr;
}

} // namespace rowlift
