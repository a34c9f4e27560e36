#include "app/service/dotdigital/insight_target.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace rowlift::dotdigital {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array insightScopes { "contact"_L1, "account"_L1 };
constexpr std::array insightIdentifiers { "email"_L1, "contactId"_L1, "mobileNumber"_L1 };

struct InsightTargetWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::dotdigital::InsightTarget)
};

QString chosen(const Target &target, QLatin1StringView option, QLatin1StringView usual)
{
    const QString value = target.options.value(option).toString();
    return value.isEmpty() ? QString(usual) : value;
}

template <std::size_t count>
bool isOneOf(const QString &value, const std::array<QLatin1StringView, count> &known)
{
    return std::ranges::find(known, value) != known.end();
}

} // namespace

bool isInsightObject(const QString &object)
{
    return object.startsWith(QLatin1StringView(insightPrefix));
}

InsightTarget insightTarget(const Target &target)
{
    const bool ofAccount = chosen(target, "scope"_L1, insightScopes[0]) == insightScopes[1];
    return { .collection = isInsightObject(target.object)
                 ? target.object.sliced(qsizetype(QLatin1StringView(insightPrefix).size()))
                 : target.object,
             .scope = ofAccount ? InsightScope::Account : InsightScope::Contact,
             .identifier = chosen(target, "identifier"_L1, insightIdentifiers[0]),
             .type = chosen(target, "type"_L1, "custom"_L1),
             .api = target.options.value("api"_L1).toString() };
}

Done holdsKnownChoices(const Target &target)
{
    const bool known = isOneOf(chosen(target, "scope"_L1, insightScopes[0]), insightScopes)
        && isOneOf(insightTarget(target).identifier, insightIdentifiers);
    if (known && !insightTarget(target).collection.isEmpty())
        return {};
    return tl::unexpected(Error {
        .kind = Error::Kind::BadInput,
        .sentence = InsightTargetWords::tr("This import was set up in a way that this version of Rowlift "
                                           "does not know. Choose again on Where to."),
        .detail
        = u"%1, scope %2, identifier %3"_s.arg(target.object, target.options.value("scope"_L1).toString(),
                                               target.options.value("identifier"_L1).toString()),
        .retryAfter = {} });
}

} // namespace rowlift::dotdigital
