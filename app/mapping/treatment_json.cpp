#include "app/mapping/treatment_json.h"

#include "app/mapping/json_members.h"
#include "app/mapping/json_words.h"
#include "app/mapping/own_zone.h"
#include "app/mapping/phone.h"

#include <limits>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array dateOrderWords {
    JsonWord { DateOrder::NotADate, QLatin1StringView("") },
    JsonWord { DateOrder::YearFirst, QLatin1StringView("yearFirst") },
    JsonWord { DateOrder::DayFirst, QLatin1StringView("dayFirst") },
    JsonWord { DateOrder::MonthFirst, QLatin1StringView("monthFirst") },
};
constexpr std::array decimalWords {
    JsonWord { DecimalSign::Undecided, QLatin1StringView("") },
    JsonWord { DecimalSign::Point, QLatin1StringView("point") },
    JsonWord { DecimalSign::Comma, QLatin1StringView("comma") },
};
constexpr std::array blankWords {
    JsonWord { BlankMeaning::Leave, QLatin1StringView("leave") },
    JsonWord { BlankMeaning::Clear, QLatin1StringView("clear") },
};
constexpr std::array consentWords {
    JsonWord { ConsentSend::OnlyStops, QLatin1StringView("onlyStops") },
    JsonWord { ConsentSend::Both, QLatin1StringView("both") },
};
constexpr std::array propertyWords {
    JsonWord { PropertyType::Text, QLatin1StringView("text") },
    JsonWord { PropertyType::Number, QLatin1StringView("number") },
    JsonWord { PropertyType::YesNo, QLatin1StringView("yesNo") },
    JsonWord { PropertyType::Date, QLatin1StringView("date") },
    JsonWord { PropertyType::DateTime, QLatin1StringView("dateTime") },
    JsonWord { PropertyType::List, QLatin1StringView("list") },
};
constexpr std::array cleanerWords {
    JsonWord { CleanerKind::Trim, QLatin1StringView("trim") },
    JsonWord { CleanerKind::Squeeze, QLatin1StringView("squeeze") },
    JsonWord { CleanerKind::Upper, QLatin1StringView("upper") },
    JsonWord { CleanerKind::Lower, QLatin1StringView("lower") },
    JsonWord { CleanerKind::Title, QLatin1StringView("title") },
    JsonWord { CleanerKind::Digits, QLatin1StringView("digits") },
    JsonWord { CleanerKind::LeadingZeros, QLatin1StringView("leadingZeros") },
    JsonWord { CleanerKind::Replace, QLatin1StringView("replace") },
    JsonWord { CleanerKind::BlankIf, QLatin1StringView("blankIf") },
    JsonWord { CleanerKind::DefaultIfBlank, QLatin1StringView("defaultIfBlank") },
    JsonWord { CleanerKind::Cut, QLatin1StringView("cut") },
    JsonWord { CleanerKind::Phone, QLatin1StringView("phone") },
};
constexpr std::array pieceWords {
    JsonWord { PieceKind::Whole, QLatin1StringView("whole") },
    JsonWord { PieceKind::FirstWord, QLatin1StringView("firstWord") },
    JsonWord { PieceKind::Rest, QLatin1StringView("rest") },
    JsonWord { PieceKind::BeforeSign, QLatin1StringView("beforeSign") },
    JsonWord { PieceKind::BehindSign, QLatin1StringView("behindSign") },
    JsonWord { PieceKind::EmailDomain, QLatin1StringView("emailDomain") },
};

/// The value of \a member, \a standard when it is absent. Numbers, lists … in place of a word are not known
/// either.
template <typename Words, typename T>
Result<T> wordAt(const QJsonObject &json, QLatin1StringView member, const Words &words, T standard)
{
    const QJsonValue value = json[member];
    if (value.isUndefined() || value.isNull())
        return standard;
    const auto known = value.isString() ? valueOf(words, value.toString()) : std::nullopt;
    if (!known)
        return notKnown(member, value);
    return *known;
}

QJsonObject cleanerJson(const Cleaner &cleaner)
{
    QJsonObject json { { u"do"_s, wordOf(cleanerWords, cleaner.kind) } };
    if (!cleaner.find.isEmpty())
        json[u"find"_s] = cleaner.find;
    if (!cleaner.text.isEmpty())
        json[u"text"_s] = cleaner.text;
    if (cleaner.number != 0)
        json[u"number"_s] = cleaner.number;
    return json;
}

bool isPhoneRegion(const QString &text)
{
    static const QStringList known = phoneRegions();
    return known.contains(text);
}

Result<Cleaner> cleanerFrom(const QJsonObject &json)
{
    constexpr QLatin1StringView number("number");
    if (const auto known = onlyMembers(json, { "do"_L1, "find"_L1, "text"_L1, "number"_L1 }); !known)
        return tl::unexpected(known.error());
    const auto kind = valueOf(cleanerWords, json[u"do"].toString());
    if (!kind)
        return notKnown(QLatin1StringView("do"), json[u"do"]);
    const bool zeros = *kind == CleanerKind::LeadingZeros;
    const bool counts = zeros || *kind == CleanerKind::Cut;
    const auto find = textAt(json, QLatin1StringView("find"));
    const auto text = textAt(json, QLatin1StringView("text"));
    const auto count
        = numberAt(json, number, counts ? 1 : 0, zeros ? mostLeadingZeros : std::numeric_limits<int>::max());
    if (!find || !text || !count)
        return tl::unexpected(!find ? find.error() : !text ? text.error() : count.error());
    if (counts && *count == 0)
        return notKnown(number, json[number]);
    if (*kind == CleanerKind::Replace && find->isEmpty())
        return notKnown(QLatin1StringView("find"), json[u"find"]);
    if (*kind == CleanerKind::Phone && !text->isEmpty() && !isPhoneRegion(*text))
        return notKnown(QLatin1StringView("text"), *text);
    return Cleaner { .kind = *kind, .find = *find, .text = *text, .number = *count };
}

QJsonObject datesJson(const DateReading &dates)
{
    QJsonObject json;
    if (dates.order != DateOrder::NotADate)
        json[u"order"_s] = wordOf(dateOrderWords, dates.order);
    if (dates.twoDigitsFrom != 0)
        json[u"twoDigitYearsFrom"_s] = dates.twoDigitsFrom;
    if (dates.serials)
        json[u"serials"_s] = true;
    if (!dates.zone.isEmpty())
        json[u"zone"_s] = QString::fromLatin1(dates.zone);
    return json;
}

Result<QByteArray> zoneFrom(const QJsonObject &json)
{
    constexpr QLatin1StringView member("zone");
    const auto zone = textAt(json, member);
    if (!zone)
        return tl::unexpected(zone.error());
    if (!zone->isEmpty() && !isZoneName(zone->toUtf8()))
        return notKnown(member, *zone);
    return zone->toUtf8();
}

Result<DateReading> datesFrom(const QJsonObject &treatment)
{
    // Version 1 had the order alone.
    const QJsonValue value = treatment[u"dates"];
    const auto dates = value.isString() ? Result<QJsonObject>(QJsonObject { { u"order"_s, value } })
                                        : objectAt(treatment, QLatin1StringView("dates"));
    if (!dates)
        return tl::unexpected(dates.error());
    if (const auto known
        = onlyMembers(*dates, { "order"_L1, "twoDigitYearsFrom"_L1, "serials"_L1, "zone"_L1 });
        !known)
        return tl::unexpected(known.error());
    const auto order = wordAt(*dates, QLatin1StringView("order"), dateOrderWords, DateOrder::NotADate);
    const auto from = numberAt(*dates, QLatin1StringView("twoDigitYearsFrom"), 0, 9900);
    const auto serials = flagAt(*dates, QLatin1StringView("serials"));
    const auto zone = zoneFrom(*dates);
    if (!order || !from)
        return tl::unexpected(!order ? order.error() : from.error());
    if (!serials || !zone)
        return tl::unexpected(!serials ? serials.error() : zone.error());
    return DateReading { .order = *order, .twoDigitsFrom = *from, .serials = *serials, .zone = *zone };
}

Result<std::vector<Cleaner>> cleanersFrom(const QJsonObject &treatment)
{
    const auto listed = objectsAt(treatment, QLatin1StringView("cleaners"));
    if (!listed)
        return tl::unexpected(listed.error());
    std::vector<Cleaner> cleaners;
    for (const QJsonObject &json : *listed) {
        const auto cleaner = cleanerFrom(json);
        if (!cleaner)
            return tl::unexpected(cleaner.error());
        cleaners.push_back(*cleaner);
    }
    return cleaners;
}

Result<std::vector<ValueRule>> rulesFrom(const QJsonObject &treatment)
{
    const auto listed = objectsAt(treatment, QLatin1StringView("values"));
    if (!listed)
        return tl::unexpected(listed.error());
    std::vector<ValueRule> rules;
    for (const QJsonObject &json : *listed) {
        if (const auto known = onlyMembers(json, { "from"_L1, "to"_L1 }); !known)
            return tl::unexpected(known.error());
        // Without one of both it would empty what it is meant to change.
        for (const QLatin1StringView member : { "from"_L1, "to"_L1 }) {
            if (!json[member].isString())
                return notKnown(member, json[member]);
        }
        const auto from = textAt(json, QLatin1StringView("from"));
        const auto to = textAt(json, QLatin1StringView("to"));
        if (!from || !to)
            return tl::unexpected(!from ? from.error() : to.error());
        rules.push_back({ .from = *from, .to = *to });
    }
    return rules;
}

} // namespace

void addTreatment(const Treatment &treatment, QJsonObject &json)
{
    QJsonArray cleaners;
    for (const Cleaner &cleaner : treatment.cleaners)
        cleaners.append(cleanerJson(cleaner));
    if (!cleaners.isEmpty())
        json[u"cleaners"_s] = cleaners;
    QJsonArray values;
    for (const ValueRule &rule : treatment.values)
        values.append(QJsonObject { { u"from"_s, rule.from }, { u"to"_s, rule.to } });
    if (!values.isEmpty())
        json[u"values"_s] = values;
    if (const QJsonObject dates = datesJson(treatment.dates); !dates.isEmpty())
        json[u"dates"_s] = dates;
    if (treatment.decimals != DecimalSign::Undecided)
        json[u"decimals"_s] = wordOf(decimalWords, treatment.decimals);
    if (treatment.blank)
        json[u"blank"_s] = wordOf(blankWords, *treatment.blank);
    if (treatment.turned)
        json[u"turned"_s] = true;
    if (treatment.consent)
        json[u"consent"_s] = wordOf(consentWords, *treatment.consent);
    if (treatment.property)
        json[u"property"_s] = wordOf(propertyWords, *treatment.property);
    if (!treatment.separator.isEmpty())
        json[u"separator"_s] = treatment.separator;
}

void addPiece(const Piece &piece, QJsonObject &json)
{
    if (piece.kind == PieceKind::Whole)
        return;
    QJsonObject made { { u"take"_s, wordOf(pieceWords, piece.kind) } };
    if (!piece.sign.isEmpty())
        made[u"sign"_s] = piece.sign;
    json[u"piece"_s] = made;
}

Result<Treatment> treatmentFrom(const QJsonObject &json)
{
    const auto cleaners = cleanersFrom(json);
    const auto rules = rulesFrom(json);
    if (!cleaners || !rules)
        return tl::unexpected(!cleaners ? cleaners.error() : rules.error());
    const auto dates = datesFrom(json);
    const auto decimals = wordAt(json, QLatin1StringView("decimals"), decimalWords, DecimalSign::Undecided);
    const auto blank = wordAt(json, QLatin1StringView("blank"), blankWords, BlankMeaning::Leave);
    if (!dates || !decimals)
        return tl::unexpected(!dates ? dates.error() : decimals.error());
    if (!blank)
        return tl::unexpected(blank.error());
    const auto turned = flagAt(json, QLatin1StringView("turned"));
    const auto consent = wordAt(json, QLatin1StringView("consent"), consentWords, ConsentSend::OnlyStops);
    if (!turned || !consent)
        return tl::unexpected(!turned ? turned.error() : consent.error());
    Treatment treatment { .cleaners = *cleaners, .values = *rules, .dates = *dates, .decimals = *decimals };
    if (json[u"blank"].isString())
        treatment.blank = *blank;
    treatment.turned = *turned;
    if (json[u"consent"].isString())
        treatment.consent = *consent;
    const auto property = wordAt(json, QLatin1StringView("property"), propertyWords, PropertyType::Text);
    const auto separator = textAt(json, QLatin1StringView("separator"));
    if (!property || !separator)
        return tl::unexpected(!property ? property.error() : separator.error());
    if (json[u"property"].isString())
        treatment.property = *property;
    treatment.separator = *separator;
    return treatment;
}

Result<Piece> pieceFrom(const QJsonObject &json)
{
    const auto piece = objectAt(json, QLatin1StringView("piece"));
    if (!piece)
        return tl::unexpected(piece.error());
    if (const auto known = onlyMembers(*piece, { "take"_L1, "sign"_L1 }); !known)
        return tl::unexpected(known.error());
    const auto kind = wordAt(*piece, QLatin1StringView("take"), pieceWords, PieceKind::Whole);
    const auto sign = textAt(*piece, QLatin1StringView("sign"));
    if (!kind || !sign)
        return tl::unexpected(!kind ? kind.error() : sign.error());
    const bool atSign = *kind == PieceKind::BeforeSign || *kind == PieceKind::BehindSign;
    if (atSign && sign->isEmpty())
        return notKnown(QLatin1StringView("sign"), (*piece)[u"sign"]);
    return Piece { .kind = *kind, .sign = atSign ? *sign : QString() };
}

QString dateOrderId(DateOrder order)
{
    return wordOf(dateOrderWords, order);
}

QString propertyTypeId(PropertyType type)
{
    return wordOf(propertyWords, type);
}

QString blankMeaningId(BlankMeaning meaning)
{
    return wordOf(blankWords, meaning);
}

Result<BlankMeaning> blankMeaningFrom(const QJsonObject &json)
{
    return wordAt(json, QLatin1StringView("blank"), blankWords, BlankMeaning::Leave);
}

} // namespace rowlift
