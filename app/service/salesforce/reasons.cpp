#include "app/service/salesforce/reasons.h"

#include "app/service/salesforce/api_error.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace rowlift::salesforce {

using namespace Qt::StringLiterals;

namespace {

bool isStatusCode(QStringView text)
{
    static const QRegularExpression code(u"^[A-Z][A-Z0-9_]*$"_s);
    return code.match(text.toString()).hasMatch();
}

/// These two codes come without a list of fields and name the field in the message. A message in another
/// language names none to us, and nothing is lost.
QString fieldNamedBy(QStringView code, const QString &message)
{
    static const QRegularExpression taken(u"^duplicate value found: (\\w+) duplicates "_s);
    static const QRegularExpression severalFound(u"^(\\w+): more than one record found"_s);
    if (code == "DUPLICATE_VALUE"_L1)
        return taken.match(message).captured(1);
    return code == "DUPLICATE_EXTERNAL_ID"_L1 ? severalFound.match(message).captured(1) : QString();
}

} // namespace

Reason rowReason(const QString &error)
{
    const qsizetype colon = error.indexOf(u':');
    if (colon < 0)
        return isStatusCode(error) ? Reason { .code = error, .field = {}, .text = error }
                                   : Reason { .code = {}, .field = {}, .text = error };
    const QString code = error.left(colon);
    if (!isStatusCode(code))
        return { .code = {}, .field = {}, .text = error };

    // Messages may hold colons and dashes themselves: the fields stand behind the last colon before the end
    // mark.
    QString message = error.mid(colon + 1);
    QString field;
    if (message.endsWith("--"_L1)) {
        const qsizetype last = message.lastIndexOf(u':');
        if (last >= 0) {
            field = message.sliced(last + 1).chopped(2).trimmed();
            message.truncate(last);
        }
    }
    if (field.isEmpty())
        field = fieldNamedBy(code, message);
    return { .code = code, .field = field, .text = message };
}

Reason callReason(const QString &code, const QString &message, const QStringList &fields)
{
    const QString field = fields.isEmpty() ? fieldNamedBy(code, message) : fields.join(u',');
    return { .code = code, .field = field, .text = message };
}

QString recordInTheWay(const Reason &reason)
{
    // The end of the text is the same in every language.
    static const QRegularExpression id(u":\\s*([0-9A-Za-z]{15}(?:[A-Z0-5]{3})?)\\s*$"_s);
    if (!sameCode(reason.code, u"DUPLICATE_VALUE"))
        return {};
    return id.match(reason.text.section(u'\n', 0, 0)).captured(1);
}

bool mayPassLater(const Reason &reason)
{
    constexpr std::array<QStringView, 6> passing {
        u"UNABLE_TO_LOCK_ROW", u"TOO_MANY_LOCK_FAILURE", u"TIMEOUT",
        u"QUERY_TIMEOUT",      u"UNKNOWN_EXCEPTION",     u"SERVER_UNAVAILABLE"
    };
    if (sameCode(reason.code, u"CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY"))
        return reason.text.contains("UNABLE_TO_LOCK_ROW"_L1);
    return std::ranges::any_of(passing, [&](QStringView code) { return sameCode(reason.code, code); });
}

int triesLater(const Reason &reason)
{
    if (!mayPassLater(reason))
        return 0;
    return sameCode(reason.code, u"UNKNOWN_EXCEPTION") ? 1 : 3;
}

Reason jobReason(const QString &message)
{
    static const QRegularExpression prefix(u"^(?:null:)?([A-Z][A-Za-z]+) : "_s);
    Reason reason { .code = {}, .field = {}, .text = message.trimmed() };
    for (auto match = prefix.match(reason.text); match.hasMatch(); match = prefix.match(reason.text)) {
        if (!reason.code.isEmpty() && match.captured(1) != reason.code)
            break;
        reason.code = match.captured(1);
        reason.text.remove(0, match.capturedLength());
    }
    return reason;
}

} // namespace rowlift::salesforce
