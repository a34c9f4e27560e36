#include "app/mapping/converter.h"

#include "app/mapping/date_text.h"
#include "app/mapping/email_text.h"
#include "app/mapping/iso_text.h"
#include "app/mapping/list_values.h"
#include "app/mapping/number_text.h"
#include "app/mapping/record_id.h"
#include "app/mapping/yes_no.h"
#include "app/mapping/zone_table.h"

#include <array>

namespace rowlift {

namespace {

class NumberConverter : public Converter {
public:
    /// \a takesExponents: "1.5e3" is sent as it is.
    NumberConverter(const NumberForm &form, bool takesExponents)
        : m_form(form)
        , m_takesExponents(takesExponents)
    {
    }

    std::optional<Unreadable> convert(std::string_view &value, std::string &space) override
    {
        if (isPlainNumber(value, m_form))
            return std::nullopt;
        if (!readNumber(value, m_form, space) || (!m_takesExponents && !spellOutExponent(space)))
            return Unreadable::Number;
        value = space;
        return std::nullopt;
    }

private:
    NumberForm m_form;
    bool m_takesExponents = true;
};

class BooleanConverter : public Converter {
public:
    BooleanConverter(const ValueForms &forms, bool turned)
        : m_words { Word { (turned ? forms.yes : forms.no).toStdString(), {} },
                    Word { (turned ? forms.no : forms.yes).toStdString(), {} } }
        , m_turned(turned)
    {
    }

    std::optional<Unreadable> convert(std::string_view &value, std::string &) override
    {
        for (const Word &word : m_words) {
            if (value == word.lastRead || (value == word.sent && !m_turned)) {
                value = word.sent;
                return std::nullopt;
            }
        }
        const auto read = readBoolean(value);
        if (!read)
            return Unreadable::Boolean;
        Word &word = m_words[*read ? 1 : 0];
        word.lastRead.assign(value);
        value = word.sent;
        return std::nullopt;
    }

private:
    struct Word {
        std::string sent;
        std::string lastRead; ///< A column has the same two words over and over.
    };
    std::array<Word, 2> m_words; ///< Of no, of yes.
    bool m_turned = false;
};

class DateConverter : public Converter {
public:
    explicit DateConverter(const DateReading &reading)
        : m_reading(reading)
    {
    }

    std::optional<Unreadable> convert(std::string_view &value, std::string &) override
    {
        const auto day = readDay(value, m_reading);
        if (!day || !day->time.midnight())
            return Unreadable::Date;
        value = isoDate(*day, m_space);
        return std::nullopt;
    }

private:
    DateReading m_reading;
    std::array<char, 32> m_space {};
};

class DateTimeConverter : public Converter {
public:
    DateTimeConverter(const DateReading &reading, bool milliseconds)
        : m_reading(reading)
        , m_zone(reading.zone)
        , m_milliseconds(milliseconds)
    {
    }

    std::optional<Unreadable> convert(std::string_view &value, std::string &) override
    {
        const auto day = readDay(value, m_reading);
        const auto utc = day ? utcOf(*day) : std::nullopt;
        if (!utc)
            return Unreadable::DateTime;
        const WrittenDay moved = dayAt(*utc >= 0 ? *utc / secondsOfDay : (*utc + 1) / secondsOfDay - 1);
        if (moved.year < 1000 || moved.year > 9999)
            return Unreadable::DateTime;
        const auto rest = static_cast<int>((*utc % secondsOfDay + secondsOfDay) % secondsOfDay);
        const WrittenTime time { .hour = rest / 3600,
                                 .minute = rest / 60 % 60,
                                 .second = rest % 60,
                                 .millisecond = day->time.millisecond };
        char *end = writeDate(m_space.data(), moved);
        *end++ = 'T';
        end = writeTime(end, time, m_milliseconds);
        value = { m_space.data(), static_cast<std::size_t>(end - m_space.data()) };
        return std::nullopt;
    }

private:
    static constexpr std::int64_t secondsOfDay = 86'400;

    std::optional<std::int64_t> utcOf(const WrittenDay &day)
    {
        const std::int64_t local = daysSince1970(day) * secondsOfDay + day.time.hour * 3600
            + day.time.minute * 60 + day.time.second;
        if (day.time.offsetMinutes)
            return local - *day.time.offsetMinutes * 60;
        return m_zone.utcOf(local);
    }

    DateReading m_reading;
    ZoneTable m_zone;
    bool m_milliseconds;
    std::array<char, 32> m_space {};
};

class TimeConverter : public Converter {
public:
    explicit TimeConverter(bool milliseconds)
        : m_milliseconds(milliseconds)
    {
    }

    std::optional<Unreadable> convert(std::string_view &value, std::string &) override
    {
        const auto time = readTime(value);
        // Without its day nobody knows what a time of another zone is in UTC.
        if (!time || time->offsetMinutes.value_or(0) != 0)
            return Unreadable::Time;
        const char *end = writeTime(m_space.data(), *time, m_milliseconds);
        value = { m_space.data(), static_cast<std::size_t>(end - m_space.data()) };
        return std::nullopt;
    }

private:
    bool m_milliseconds;
    std::array<char, 32> m_space {};
};

class EmailConverter : public Converter {
public:
    std::optional<Unreadable> convert(std::string_view &value, std::string &) override
    {
        value = emailIn(value);
        return std::nullopt;
    }
};

class IdConverter : public Converter {
public:
    std::optional<Unreadable> convert(std::string_view &value, std::string &) override
    {
        if (const auto whole = wholeRecordId(value)) {
            m_space = *whole;
            value = { m_space.data(), m_space.size() };
        }
        return std::nullopt;
    }

private:
    std::array<char, 18> m_space {};
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
        m_values.forEach(value, [&](std::string_view part) {
            const auto sent = m_values.valueOf(part, m_part);
            if (ListValues::isOneOf(space, sent, m_separator))
                return;
            if (!space.empty())
                space += m_separator;
            space.append(sent);
        });
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
        // What others do with an exponent is not written anywhere.
        return std::make_unique<NumberConverter>(numberFormOf(field, treatment), forms.salesforceIds);
    case FieldType::Boolean:
        return std::make_unique<BooleanConverter>(forms, treatment.turned);
    case FieldType::Date:
        return std::make_unique<DateConverter>(treatment.dates);
    case FieldType::DateTime:
        return std::make_unique<DateTimeConverter>(treatment.dates, forms.milliseconds);
    case FieldType::Time:
        return std::make_unique<TimeConverter>(forms.milliseconds);
    case FieldType::Email:
        return std::make_unique<EmailConverter>();
    case FieldType::Id:
    case FieldType::Reference:
        return forms.salesforceIds ? std::make_unique<IdConverter>() : nullptr;
    case FieldType::Picklist:
        return std::make_unique<ListConverter>(field.values);
    case FieldType::MultiPicklist:
        return std::make_unique<SeveralConverter>(field.values, forms.listSeparator);
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Phone:
    case FieldType::Url:
    case FieldType::Unsupported:
        return nullptr;
    }
    return nullptr;
}

NumberForm numberFormOf(const Field &field, const Treatment &treatment)
{
    return { .whole = field.type == FieldType::Integer,
             .percent = field.typeName == QLatin1String("percent"),
             .decimals = treatment.decimals };
}

} // namespace rowlift
