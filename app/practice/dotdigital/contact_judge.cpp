#include "app/practice/dotdigital/contact_judge.h"

#include "app/practice/json_text.h"

#include <algorithm>
#include <array>
#include <utility>

namespace rowlift::practice::dotdigital {

using namespace Qt::StringLiterals;

namespace {

constexpr int onlyIfNotEmpty = 1;
constexpr int onlyIfNotPopulated = 2;
constexpr auto refusedDomain = "@suppressed.example";

constexpr std::array consentColumns { "consenttext", "consenturl", "consentdatetime", "consentip",
                                      "consentuseragent" };
constexpr std::array optInTypes { "Unknown", "Single", "Double", "VerifiedDouble" };
constexpr std::array emailTypes { "Html", "PlainText" };
constexpr std::array<std::pair<const char *, const char *>, 7> statusReasons {
    std::pair { "Unsubscribed", "Unsubscribed" },       std::pair { "Suppressed", "Globally Suppressed" },
    std::pair { "HardBounced", "Hard bounced" },        std::pair { "SoftBounced", "Soft bounced" },
    std::pair { "IspComplained", "Complained to ISP" }, std::pair { "MailBlocked", "Mail blocked" },
    std::pair { "PendingOptIn", "Pending optin" },
};

/// The word in its own spelling, whatever the case; empty when it is not among them.
template <std::size_t count>
QByteArray spelt(const std::array<const char *, count> &words, const QByteArray &cell)
{
    for (const char *word : words)
        if (cell.compare(word, Qt::CaseInsensitive) == 0)
            return word;
    return {};
}

bool isPopulated(const Members &members, const QByteArray &name)
{
    const QByteArray literal = memberOf(members, name);
    return !literal.isEmpty() && literal != "null" && literal != "\"\"";
}

} // namespace

QByteArray refusalOfStatus(const QByteArray &status)
{
    for (const auto &[word, reason] : statusReasons)
        if (status == word)
            return reason;
    return {};
}

ContactJudge::ContactJudge(Database &database, int merging, QList<qint64> books)
    : m_contacts(database)
    , m_fields(database)
    , m_merging(merging)
    , m_books(std::move(books))
{
}

void ContactJudge::readHeader(const QByteArrayList &names)
{
    for (const QByteArray &name : names) {
        m_columns.push_back(columnNamed(name));
        if (m_columns.back().place == Place::Email)
            m_email = static_cast<int>(m_columns.size()) - 1;
    }
}

/// Columns that nobody knows are ignored.
ContactJudge::Column ContactJudge::columnNamed(const QByteArray &name)
{
    const QByteArray folded = name.toLower();
    if (folded == "email")
        return { Place::Email };
    if (folded == "emailtype")
        return { Place::EmailType };
    if (folded == "optintype")
        return { Place::OptInType };
    if (!spelt(consentColumns, folded).isEmpty())
        return { Place::Consent, {}, folded.toUpper() };
    if (folded.startsWith("preference:"))
        return { Place::Preference, {}, QByteArray(name).replace('"', "").replace('\\', "") };
    if (const auto field = m_fields.find(folded))
        return { Place::Field, *field };
    return {};
}

ContactVerdict ContactJudge::take(const QByteArrayList &cells)
{
    const QByteArray email = cells.value(m_email).trimmed().toLower();
    if (!isEmailAddress(email))
        return { "Invalid Email"_ba };
    if (m_seen.contains(email))
        return { "Duplicate"_ba };
    m_seen.insert(email);
    Contact contact = m_contacts.find(m_contacts.withEmail(email)).value_or(Contact());
    const QByteArray refused = refusalOfAddress(email, contact);
    if (!refused.isEmpty() && refused != "Pending optin")
        return { refused };
    if (cells.size() > static_cast<qsizetype>(m_columns.size()))
        return { "Failures"_ba };
    for (std::size_t i = 0; i < m_columns.size(); ++i)
        if (!put(m_columns[i], cells.value(static_cast<qsizetype>(i)).trimmed(), &contact))
            return { "Failures"_ba };
    contact.email = email;
    const bool isNew = contact.id == 0;
    if (isNew)
        contact.id = m_contacts.insert(contact);
    else
        m_contacts.update(contact);
    for (const qint64 book : m_books)
        m_contacts.addTo(book, contact.id);
    return { refused, isNew };
}

QByteArray ContactJudge::refusalOfAddress(const QByteArray &email, const Contact &known) const
{
    if (email.endsWith(refusedDomain))
        return "Suppressed by Domain"_ba;
    if (email.startsWith("abuse@") || email.startsWith("postmaster@"))
        return "Blocker"_ba;
    return refusalOfStatus(known.status);
}

bool ContactJudge::put(const Column &column, const QByteArray &cell, Contact *contact) const
{
    if (column.place == Place::Field)
        return putField(column.field, cell, contact);
    if (cell.isEmpty())
        return true;
    switch (column.place) {
    case Place::EmailType:
        contact->emailType = spelt(emailTypes, cell);
        return !contact->emailType.isEmpty();
    case Place::OptInType:
        contact->optIn = spelt(optInTypes, cell);
        return !contact->optIn.isEmpty();
    case Place::Consent:
        setMember(&contact->consent, column.name, jsonString(cell));
        return true;
    case Place::Preference: {
        const QByteArray word = cell.toLower();
        setMember(&contact->consent, column.name, word);
        return word == "true" || word == "false";
    }
    default:
        return true;
    }
}

bool ContactJudge::putField(const DataField &field, const QByteArray &cell, Contact *contact) const
{
    if (cell.isEmpty()) {
        if (m_merging != onlyIfNotEmpty && m_merging != onlyIfNotPopulated)
            contact->fields.removeIf([&](const auto &each) { return each.first == field.name; });
        return true;
    }
    const auto literal = fieldLiteral(field, cell);
    if (!literal)
        return false;
    if (m_merging != onlyIfNotPopulated || !isPopulated(contact->fields, field.name))
        setMember(&contact->fields, field.name, *literal);
    return true;
}

} // namespace rowlift::practice::dotdigital
