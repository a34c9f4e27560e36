#include "app/service/dotdigital/contact_finder.h"

#include "app/service/dotdigital/collections.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace rowlift::dotdigital {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 contactsOnPage = 1000;
constexpr qint64 mostContacts = 100'000'000; ///< Whoever has more is asked for each by itself.
constexpr int fewValues = 10; ///< For which nothing is worth a thought.
/// Between two questions of one look-up, and while it waits for the end of a limit: what was read is not to
/// be paid for twice.
constexpr std::chrono::seconds betweenQuestions { 30 };
constexpr std::chrono::minutes whileItWaits { 10 };

/// Ids fit into 32 bits.
constexpr qsizetype longestId = 10;

enum class Identifier { Email, Id, Mobile };

Identifier identifierIn(const QString &value)
{
    if (value.contains(u'@'))
        return Identifier::Email;
    const bool isDigits = std::ranges::all_of(value, [](QChar c) { return c >= u'0' && c <= u'9'; });
    return isDigits && value.size() <= longestId ? Identifier::Id : Identifier::Mobile;
}

quint64 emailHash(const QString &email)
{
    return quint64(qHash(email.trimmed().toCaseFolded(), 0));
}

QString contactsPath(qint64 select, qint64 skip)
{
    return u"/v2/contacts?select=%1&skip=%2"_s.arg(select).arg(skip);
}

/// Version 2 does not know mobile numbers.
QString contactPath(const QString &value)
{
    return identifierIn(value) == Identifier::Mobile
        ? u"/contacts/v3/mobileNumber/"_s + pathPart(QString(value).remove(u'+'))
        : u"/v2/contacts/"_s + pathPart(value);
}

/// Whether Dotdigital itself says that there is no such contact; a path that it does not have says nothing.
bool saysNoContact(const HttpReply &reply)
{
    constexpr std::array tokens { "ERROR_CONTACT_NOT_FOUND"_L1, "ERROR_CONTACT_INVALID"_L1,
                                  "ERROR_INVALID_EMAIL"_L1, "contacts:contactNotFound"_L1 };
    constexpr int notFound = 404;
    const QString token = errorToken(reply.body);
    const bool hasMessage = QJsonDocument::fromJson(reply.body).object().contains("message"_L1);
    return reply.status / 100 == 4
        && (std::ranges::find(tokens, token) != tokens.end()
            || (reply.status == notFound && token.isEmpty() && hasMessage));
}

qint64 idIn(const QJsonObject &contact)
{
    return memberText(contact, "id"_L1).toLongLong();
}

/// A page of the list of contacts. What is no list is no end of it.
Result<QJsonArray> pageOf(Api &api, qint64 select, qint64 skip, std::stop_token stop)
{
    const Call call { .path = contactsPath(select, skip) };
    const Result<HttpReply> reply = api.ask(call, Progress(), std::move(stop));
    if (!reply)
        return tl::unexpected(reply.error());
    const QJsonDocument document = QJsonDocument::fromJson(reply->body);
    if (reply->status / 100 != 2)
        return tl::unexpected(api.refusal(call, *reply));
    if (!document.isArray())
        return tl::unexpected(unreadable(api.named(call), *reply, u"list of contacts"_s));
    return document.array();
}

} // namespace

Result<bool> ContactFinder::hasMoreThan(Api &api, qint64 contacts, std::stop_token stop)
{
    const Result<QJsonArray> page = pageOf(api, 1, contacts, std::move(stop));
    if (!page)
        return tl::unexpected(page.error());
    return !page->isEmpty();
}

void ContactFinder::measure(Api &api, std::stop_token stop)
{
    const std::unique_lock lock(m_mutex, std::try_to_lock);
    if (!lock.owns_lock() || m_isMeasured) // who reads the list learns it better
        return;
    m_isMeasured = true;
    constexpr qint64 step = 4;
    for (qint64 contacts = contactsOnPage; contacts < mostContacts; contacts *= step) {
        const Result<bool> more = hasMoreThan(api, contacts, stop);
        if (!more)
            return;
        if (!*more) {
            m_atMost = contacts;
            return;
        }
    }
}

Result<bool> ContactFinder::isListCheaper(Api &api, qint64 values, std::stop_token stop)
{
    const qint64 worth = (values + m_asked) * contactsOnPage; // in so many calls
    if (m_atMost)
        return *m_atMost <= worth;
    if (values <= fewValues)
        return false;
    const Result<bool> more = hasMoreThan(api, worth, std::move(stop));
    if (!more)
        return tl::unexpected(more.error());
    return !*more;
}

Result<std::vector<RecordMatch>> ContactFinder::find(Api &api, const QStringList &values,
                                                     std::stop_token stop)
{
    Result<Matches> found = findAll(api, values, std::move(stop));
    keepListFor(found ? std::chrono::milliseconds(betweenQuestions) : whileItWaits);
    return found;
}

void ContactFinder::keepListFor(std::chrono::milliseconds time)
{
    const std::scoped_lock lock(m_mutex);
    m_listIsGood = std::max(m_listIsGood, m_clock.elapsed() + time);
}

Result<ContactFinder::Matches> ContactFinder::findAll(Api &api, const QStringList &values,
                                                      std::stop_token stop)
{
    const auto listed = std::ranges::count_if(
        values, [](const QString &value) { return identifierIn(value) != Identifier::Mobile; });
    const Result<List> list = listFor(api, qint64(listed), stop);
    if (!list)
        return tl::unexpected(list.error());
    Matches found;
    for (const QString &value : values) {
        if (*list && findInList(**list, value, found))
            continue;
        if (Done asked = findByItself(api, value, found, stop); !asked)
            return tl::unexpected(asked.error());
    }
    return found;
}

Result<ContactFinder::List> ContactFinder::listFor(Api &api, qint64 values, std::stop_token stop)
{
    const std::scoped_lock lock(m_mutex); // who asks beside waits for the list that is being read
    if (m_list && m_clock.elapsed() > m_listIsGood)
        m_list.reset();
    if (values == 0)
        return List();
    if (!m_list) {
        const Result<bool> cheaper = isListCheaper(api, values, stop);
        if (!cheaper)
            return tl::unexpected(cheaper.error());
        if (!*cheaper) {
            m_asked += values;
            return List();
        }
        m_list = std::make_shared<Snapshot>();
    }
    if (Done read = m_list->isWhole ? Done() : readOn(api, *m_list, std::move(stop)); !read)
        return tl::unexpected(read.error());
    m_atMost = std::max(m_list->read, contactsOnPage);
    return m_list;
}

/// From where it broke off, if it did.
Done ContactFinder::readOn(Api &api, Snapshot &list, std::stop_token stop) const
{
    for (bool isEnd = false; !isEnd && list.read < mostContacts;) {
        const Result<QJsonArray> page = pageOf(api, contactsOnPage, list.read, stop);
        if (!page)
            return tl::unexpected(page.error());
        for (const QJsonValue &entry : *page) {
            const QJsonObject contact = entry.toObject();
            const qint64 id = idIn(contact);
            list.ids.push_back(id);
            list.byEmail.push_back({ .email = emailHash(memberText(contact, "email"_L1)), .id = id });
        }
        list.read += page->size();
        isEnd = page->size() < contactsOnPage;
    }
    std::ranges::sort(list.byEmail, {}, &Known::email);
    std::ranges::sort(list.ids);
    list.isWhole = true;
    return {};
}

bool ContactFinder::findInList(const Snapshot &list, const QString &value, Matches &found)
{
    switch (identifierIn(value)) {
    case Identifier::Mobile:
        return false; // none stands in the list
    case Identifier::Id:
        if (!std::ranges::binary_search(list.ids, value.toLongLong()))
            return false;
        found.push_back({ .value = value, .id = value, .modified = {} });
        return true;
    case Identifier::Email:
        break;
    }
    const auto known = std::ranges::lower_bound(list.byEmail, emailHash(value), {}, &Known::email);
    if (known == list.byEmail.end() || known->email != emailHash(value))
        return false;
    found.push_back({ .value = value, .id = QString::number(known->id), .modified = {} });
    return true;
}

Done ContactFinder::findByItself(Api &api, const QString &value, Matches &found, std::stop_token stop)
{
    const Call call { .path = contactPath(value) };
    const Result<HttpReply> reply = api.ask(call, Progress(), std::move(stop));
    if (!reply)
        return tl::unexpected(reply.error());
    if (saysNoContact(*reply))
        return {};
    // One that is suppressed is there; what may become of its records is for Dotdigital to say.
    const bool isThere = reply->status / 100 == 2 || errorToken(reply->body) == "ERROR_CONTACT_SUPPRESSED"_L1;
    if (!isThere)
        return tl::unexpected(api.refusal(call, *reply));
    const QJsonObject contact = QJsonDocument::fromJson(reply->body).object();
    const QString id = memberText(contact, "id"_L1) + memberText(contact, "contactId"_L1);
    found.push_back({ .value = value, .id = id.isEmpty() ? value : id, .modified = {} });
    return {};
}

qint64 ContactFinder::callsFor(qint64 values) const
{
    const std::unique_lock lock(m_mutex, std::try_to_lock);
    if (!lock.owns_lock() || !m_atMost)
        return values;
    const qint64 pages = (*m_atMost + contactsOnPage - 1) / contactsOnPage;
    if (values < pages)
        return values;
    // Of a long list it is worth it only behind as many that were asked for by themselves.
    return pages <= valuesAtOnce ? pages : std::min(values, 2 * pages);
}

} // namespace rowlift::dotdigital
