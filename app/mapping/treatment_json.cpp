#include "app/mapping/treatment_json.h"

#include "app/mapping/json_words.h"

#include <QJsonArray>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

struct TreatmentWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Treatment)
};

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

tl::unexpected<Error> notKnown(QLatin1StringView member, const QString &word)
{
    return tl::unexpected(Error {
        .kind = Error::Kind::BadInput,
        .sentence = TreatmentWords::tr("This mapping says “%1” of a value, which this version of Rowlift "
                                       "does not know. Without it, other values would be sent.")
                        .arg(word),
        .detail = u"%1: “%2”"_s.arg(member, word),
        .retryAfter = {} });
}

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
        return notKnown(member, value.toVariant().toString());
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

Result<Cleaner> cleanerFrom(const QJsonValue &value)
{
    const QJsonObject json = value.toObject();
    const auto kind = valueOf(cleanerWords, json[u"do"].toString());
    if (!kind)
        return notKnown(QLatin1StringView("do"), json[u"do"].toString());
    const Cleaner cleaner { .kind = *kind,
                            .find = json[u"find"].toString(),
                            .text = json[u"text"].toString(),
                            .number = json[u"number"].toInt() };
    const bool counts = *kind == CleanerKind::LeadingZeros || *kind == CleanerKind::Cut;
    if (counts && cleaner.number < 1)
        return notKnown(QLatin1StringView("number"), json[u"number"].toVariant().toString());
    if (*kind == CleanerKind::Replace && cleaner.find.isEmpty())
        return notKnown(QLatin1StringView("find"), QString());
    return cleaner;
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

Result<DateReading> datesFrom(const QJsonValue &value)
{
    // Version 1 had the order alone.
    const QJsonObject json = value.isString() ? QJsonObject { { u"order"_s, value } } : value.toObject();
    const auto order = wordAt(json, QLatin1StringView("order"), dateOrderWords, DateOrder::NotADate);
    if (!order)
        return tl::unexpected(order.error());
    return DateReading { .order = *order,
                         .twoDigitsFrom = json[u"twoDigitYearsFrom"].toInt(),
                         .serials = json[u"serials"].toBool(),
                         .zone = json[u"zone"].toString().toLatin1() };
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
    Treatment treatment;
    for (const QJsonValue &value : json[u"cleaners"].toArray()) {
        const auto cleaner = cleanerFrom(value);
        if (!cleaner)
            return tl::unexpected(cleaner.error());
        treatment.cleaners.push_back(*cleaner);
    }
    for (const QJsonValue &rule : json[u"values"].toArray())
        treatment.values.push_back({ .from = rule[u"from"].toString(), .to = rule[u"to"].toString() });
    const auto dates = datesFrom(json[u"dates"]);
    const auto decimals = wordAt(json, QLatin1StringView("decimals"), decimalWords, DecimalSign::Undecided);
    if (!dates || !decimals)
        return tl::unexpected(dates ? decimals.error() : dates.error());
    treatment.dates = *dates;
    treatment.decimals = *decimals;
    if (json.contains(u"blank")) {
        const auto blank = wordAt(json, QLatin1StringView("blank"), blankWords, BlankMeaning::Leave);
        if (!blank)
            return tl::unexpected(blank.error());
        treatment.blank = *blank;
    }
    return treatment;
}

Result<Piece> pieceFrom(const QJsonObject &json)
{
    const QJsonObject piece = json[u"piece"].toObject();
    const auto kind = wordAt(piece, QLatin1StringView("take"), pieceWords, PieceKind::Whole);
    if (!kind)
        return tl::unexpected(kind.error());
    const QString sign = piece[u"sign"].toString();
    if (sign.isEmpty() && (*kind == PieceKind::BeforeSign || *kind == PieceKind::BehindSign))
        return notKnown(QLatin1StringView("sign"), QString());
    return Piece { .kind = *kind, .sign = sign };
}

QString dateOrderId(DateOrder order)
{
    return wordOf(dateOrderWords, order);
}

QString blankMeaningId(BlankMeaning meaning)
{
    return wordOf(blankWords, meaning);
}

Result<BlankMeaning> blankMeaningFrom(const QString &id)
{
    return wordAt(QJsonObject { { u"blank"_s, id } }, QLatin1StringView("blank"), blankWords,
                  BlankMeaning::Leave);
}

} // namespace rowlift
