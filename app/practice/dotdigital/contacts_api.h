#pragma once

#include "app/practice/dotdigital/call.h"
#include "app/practice/dotdigital/contacts.h"

namespace rowlift::practice::dotdigital {

/// Reading and changing single contacts, fields and lists by the paths of v2. Source:
/// contracts/dotdigital.md, 6.1, 6.2 and 8.
class ContactsApi {
public:
    explicit ContactsApi(const Surroundings &around)
        : m_around(around)
    {
    }

    /// Nothing for a path of others.
    std::optional<Response> answer(Call &call);

private:
    Response all(Call &call);
    Response one(Call &call, const QByteArray &which);
    Response create(Call &call);

    const Surroundings &m_around;
};

/// A contact as v2 shows it; its fields only when they are asked for.
QByteArray contactView(const Contact &contact, bool fields);
/// Source: contracts/dotdigital.md, 6.5.
QByteArray contactViewV3(const Contact &contact);

} // namespace rowlift::practice::dotdigital
