#include "app/service/marketo/reasons.h"

#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <vector>

namespace rowlift::marketo {

using namespace Qt::StringLiterals;

namespace {

/// A text of Marketo's, and what it is called by. The first capture is the field.
struct KnownText {
    QRegularExpression pattern;
    QLatin1StringView code;
    bool namesLabel = false; ///< Else the REST name.
};

QRegularExpression anyCase(const QString &pattern)
{
    return QRegularExpression(u'^' + pattern + u"\\.?$"_s,
                              QRegularExpression::CaseInsensitiveOption
                                  | QRegularExpression::DotMatchesEverythingOption);
}

/// Source: contracts/marketo.md, 9.5 and 9.6. The numbers are those of 6.2.
const std::vector<KnownText> &knownTexts()
{
    static const std::vector<KnownText> texts {
        { anyCase(u"Value for lookup field '([^']*)' not found"_s),
          QLatin1StringView(ReasonCode::lookupMissing) },
        { anyCase(u"Invalid data type in field (.+)"_s), QLatin1StringView(ReasonCode::wrongType), true },
        { anyCase(u"Invalid value for field (.+): maximum length is \\d+"_s),
          QLatin1StringView(ReasonCode::tooLong), true },
        { anyCase(u"Value too long for field (.+), truncated"_s), QLatin1StringView(ReasonCode::shortened),
          true },
        { anyCase(u"Value too long for field (.+)"_s), QLatin1StringView(ReasonCode::tooLong), true },
        { anyCase(u"Invalid email address"_s), QLatin1StringView(ReasonCode::badEmail) },
        { anyCase(u"missing\\.dedupe\\.fields"_s), QLatin1StringView(ReasonCode::lookupMissing) },
        { anyCase(u"Lead not found"_s), "1004"_L1 },
        { anyCase(u"Lookup field '([^']*)' not found"_s), "1006"_L1 },
        { anyCase(u"Field '([^']*)' not found"_s), "1006"_L1 },
        { anyCase(u"Multiple leads match (?:the )?lookup criteria"_s), "1007"_L1 },
        { anyCase(u"Access denied to partition '.*'"_s), "1008"_L1 },
        { anyCase(u"Partition update not allowed"_s), "1010"_L1 },
    };
    return texts;
}

/// "Row 17: 'abc' is odd" and "Row 18: 'x' is odd" are one reason.
QString withoutValues(const QString &text)
{
    static const QRegularExpression values(u"'[^']*'|\"[^\"]*\"|“[^”]*”|\\d+"_s);
    constexpr qsizetype longestCode = 100;
    QString code = text.simplified();
    return code.replace(values, u"…"_s).left(longestCode);
}

/// The REST name, or whatever the text calls the field.
QString fieldNamed(const QString &label, const FieldOfLabel &fieldOf)
{
    const QString field = fieldOf ? fieldOf(label) : QString();
    return field.isEmpty() ? label : field;
}

/// The first field that a call's message names: a call names them by their REST names.
QString fieldInMessage(const QString &message)
{
    static const QRegularExpression quoted(u"[Ff]ield '([^']+)'"_s);
    return quoted.match(message).captured(1);
}

constexpr std::array passingCodes { "713"_L1, "719"_L1, "1022"_L1 };

} // namespace

Reason listReason(const QString &text, const FieldOfLabel &fieldOf)
{
    const QString said = text.trimmed();
    for (const KnownText &known : knownTexts()) {
        const auto match = known.pattern.match(said);
        if (!match.hasMatch())
            continue;
        const QString named = match.captured(1);
        const bool isLabel = known.namesLabel && !named.isEmpty();
        return { .code = known.code, .field = isLabel ? fieldNamed(named, fieldOf) : named, .text = text };
    }
    return { .code = withoutValues(said), .field = {}, .text = text };
}

Reason callReason(const QJsonArray &reasons, const FieldOfLabel &fieldOf)
{
    const QJsonObject first = reasons.first().toObject();
    const QString message = first.value("message"_L1).toString();
    const QString number = first.value("code"_L1).toVariant().toString();
    Reason reason = listReason(message, fieldOf);
    if (!number.isEmpty())
        reason.code = number;
    reason.text = message;
    if (reason.field.isEmpty())
        reason.field = fieldInMessage(message);
    for (qsizetype i = 1; i < reasons.size(); ++i) {
        const QJsonObject further = reasons[i].toObject();
        reason.text += u"\n%1: %2"_s.arg(further.value("code"_L1).toVariant().toString(),
                                         further.value("message"_L1).toString());
    }
    return reason;
}

Reason partReason(const QString &message)
{
    return { .code = QLatin1StringView(ReasonCode::importFailed), .field = {}, .text = message };
}

bool mayPassLater(const Reason &reason)
{
    return std::ranges::find(passingCodes, reason.code) != passingCodes.end();
}

} // namespace rowlift::marketo
