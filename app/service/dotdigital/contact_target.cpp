#include "app/service/dotdigital/contact_target.h"

#include <QCoreApplication>

#include <algorithm>

namespace rowlift::dotdigital {

using namespace Qt::StringLiterals;

namespace {

constexpr auto usualMerge = "1"_L1;

struct ContactTargetWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::dotdigital::ContactTarget)
};

/// A number may stand there as one.
QString contactOption(const Target &target, const char *option)
{
    return target.options.value(QLatin1StringView(option)).toVariant().toString().trimmed();
}

bool isListId(const QString &id)
{
    constexpr qsizetype longest = 18;
    return id.size() <= longest && std::ranges::all_of(id, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

bool isContacts(const Target &target)
{
    return target.object.isEmpty() || target.object == QLatin1StringView(contactsName);
}

ContactTarget contactTarget(const Target &target)
{
    const QString merge = contactOption(target, mergeOption);
    return { .list = contactOption(target, listOption), .merge = merge.isEmpty() ? usualMerge : merge };
}

Done holdsContactChoices(const Target &target)
{
    const ContactTarget choices = contactTarget(target);
    if (isListId(choices.list) && (choices.merge == "1"_L1 || choices.merge == "2"_L1))
        return {};
    return tl::unexpected(
        Error { .kind = Error::Kind::BadInput,
                .sentence = ContactTargetWords::tr("Nothing was sent: what is set for the list, or for "
                                                   "values that are there, is none. Choose again."),
                .detail = u"list %1, merge %2"_s.arg(choices.list, choices.merge),
                .retryAfter = {} });
}

} // namespace rowlift::dotdigital
