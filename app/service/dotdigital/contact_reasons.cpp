#include "app/service/dotdigital/contact_reasons.h"

#include "app/service/dotdigital/contact_target.h"

#include <algorithm>
#include <array>
#include <utility>

namespace rowlift::dotdigital {

using namespace Qt::StringLiterals;

namespace {

/// In lower case, without blanks. Source: contracts/dotdigital.md, 6.4: "Reason texts".
constexpr std::array faultTexts {
    std::pair { "globallysuppressed"_L1, ContactCode::globallySuppressed },
    std::pair { "invalidemail"_L1, ContactCode::invalidEmail },
    std::pair { "invalidentries"_L1, ContactCode::invalidEntry },
    std::pair { "duplicate"_L1, ContactCode::duplicate },
    std::pair { "duplicateemail"_L1, ContactCode::duplicate },
    std::pair { "blocker"_L1, ContactCode::blocked },
    std::pair { "blocked"_L1, ContactCode::blocked },
    std::pair { "unsubscribed"_L1, ContactCode::unsubscribed },
    std::pair { "hardbounced"_L1, ContactCode::hardBounced },
    std::pair { "softbounced"_L1, ContactCode::softBounced },
    std::pair { "complainedtoisp"_L1, ContactCode::ispComplaint },
    std::pair { "ispcomplaints"_L1, ContactCode::ispComplaint },
    std::pair { "mailblocked"_L1, ContactCode::mailBlocked },
    std::pair { "suppressedbydomain"_L1, ContactCode::domainSuppressed },
    std::pair { "domainsuppressed"_L1, ContactCode::domainSuppressed },
    std::pair { "suppressedbyyou"_L1, ContactCode::suppressed },
    std::pair { "pendingoptin"_L1, ContactCode::pendingOptIn },
    std::pair { "pendingdoubleoptin"_L1, ContactCode::pendingOptIn },
    std::pair { "failures"_L1, ContactCode::failure },
};

} // namespace

Reason contactReason(const QString &text)
{
    constexpr qsizetype longestCode = 100;
    const QString bare = text.simplified().toLower().remove(u' ');
    const auto found
        = std::ranges::find_if(faultTexts, [&bare](const auto &entry) { return bare == entry.first; });
    if (found == faultTexts.end())
        return { .code = text.simplified().left(longestCode), .field = {}, .text = text };
    return { .code = QLatin1StringView(found->second),
             .field = QLatin1StringView(emailFieldName),
             .text = text };
}

bool isContactIn(const Reason &reason)
{
    return reason.code == QLatin1StringView(ContactCode::pendingOptIn);
}

} // namespace rowlift::dotdigital
