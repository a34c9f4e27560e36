#include "app/accounts/account.h"

namespace rowlift {

using namespace Qt::StringLiterals;

Account practiceSalesforceAccount()
{
    // The id is fixed: runs, drafts and cached documents name it.
    return { .id = QUuid(u"{6b1d5c0e-5a1f-4e0b-9f55-70726163746e}"_s),
             .service = u"salesforce"_s,
             .name = u"practice"_s,
             .environment = Environment::Practice,
             .url = {} };
}

} // namespace rowlift
