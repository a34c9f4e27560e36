#include "app/practice/dotdigital/insight_judge.h"

#include <algorithm>
#include <array>

namespace rowlift::practice::dotdigital {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 ownerIsAccount = -1;

/// Source: contracts/dotdigital.md, 4.4.
constexpr std::array knownReasons {
    "Unknown"_L1,
    "NotAvailableInThisVersion"_L1,
    "InvalidClientKey"_L1,
    "InvalidContactIdentifier"_L1,
    "InvalidContactIdentifierType"_L1,
    "InvalidJson"_L1,
    "DuplicateKey"_L1,
    "KeyExistingForDifferentContact"_L1,
    "ContactIdDoesNotExist"_L1,
    "ContactEmailDoesNotExist"_L1,
    "ContactPhoneNumberDoesNotExist"_L1,
    "ContactCustomIdentifierValueDoesNotExist"_L1,
    "JsonKeyTooLong"_L1,
    "JsonKeyInvalidCharacters"_L1,
    "JsonContainsDashUnderscoreClash"_L1,
    "JsonValueTooLong"_L1,
    "JsonNumberValueTooLarge"_L1,
    "JsonContainsNestedArray"_L1,
    "JsonValueIncompatibleWithSchema"_L1,
    "JsonDoesNotMatchSchema"_L1,
    "InconsistentTypes"_L1,
    "TooManyDistinctKeyValuePairs"_L1,
    "MissingCollection"_L1,
};

QByteArray viewed(const std::string &text)
{
    return QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size()));
}

/// A copy that outlives the item.
QByteArray owned(const QByteArray &view)
{
    return QByteArray(view.constData(), view.size());
}

bool isKeyCharacter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.'
        || c == '-' || c == ' ';
}

} // namespace

bool injectsKnownReason(const Switches &switches)
{
    const QString reason = switches.text(u"inject-fault"_s).section(u'@', 0, 0);
    return !switches.on(u"inject-fault"_s) || std::ranges::find(knownReasons, reason) != knownReasons.end();
}

InsightJudge::InsightJudge(const Surroundings &around, Database &database, Collection collection)
    : m_around(around)
    , m_collection(std::move(collection))
    , m_collections(database)
    , m_contacts(database)
    , m_bounds(around.switches)
    , m_form(CollectionForm::fromJson(m_collection.form))
    , m_strictJson(around.switches.on(u"strict-json"_s))
{
    if (around.switches.on(u"inject-fault"_s)) {
        const QByteArray text = around.switches.text(u"inject-fault"_s).toUtf8();
        const qsizetype at = text.indexOf('@');
        m_injectedReason = text.left(at);
        m_injectedKey = at < 0 ? "*"_ba : text.mid(at + 1);
    }
}

Fault InsightJudge::take(const Item &item)
{
    if (Fault fault = injected(item); !fault.none())
        return fault;
    if (Fault fault = keyFault(item); !fault.none())
        return fault;
    const bool wrongForm = item.form != Item::Json::Text && item.form != Item::Json::Object;
    if (wrongForm || (m_strictJson && !item.isV3 && item.form == Item::Json::Object))
        return { "InvalidJson"_ba, {} };
    const bool isJson = m_tree.parse(item.json);
    if (m_tree.hadHugeNumber())
        return { "JsonNumberValueTooLarge"_ba, {} };
    if (!isJson || m_tree.root().kind != JsonTree::Kind::Object || m_tree.depth() > m_bounds.depth)
        return { "InvalidJson"_ba, {} };
    qint64 contact = ownerIsAccount;
    if (Fault fault = owner(item, &contact); !fault.none())
        return fault;
    const QByteArray key = QByteArray::fromStdString(item.key);
    if (const auto stored = m_collections.ownerOf(m_collection.id, key); stored && *stored != contact)
        return { "KeyExistingForDifferentContact"_ba, {} };
    if (Fault fault = m_form.take(m_tree, m_bounds); !fault.none())
        return fault;
    m_collections.put(m_collection.id, key, contact, QByteArray::fromStdString(item.json),
                      m_around.clock.now());
    return {};
}

void InsightJudge::store(const Item &item)
{
    qint64 contact = ownerIsAccount;
    static_cast<void>(owner(item, &contact));
    if (m_tree.parse(item.json) && m_tree.root().kind == JsonTree::Kind::Object)
        static_cast<void>(m_form.take(m_tree, m_bounds));
    m_collections.put(m_collection.id, QByteArray::fromStdString(item.key), contact,
                      QByteArray::fromStdString(item.json), m_around.clock.now());
}

void InsightJudge::finish()
{
    if (!m_form.isChanged())
        return;
    m_collection.form = m_form.json();
    m_collections.keepForm(m_collection);
}

Fault InsightJudge::injected(const Item &item) const
{
    if (m_injectedReason.isEmpty() || (m_injectedKey != "*" && m_injectedKey != viewed(item.key)))
        return {};
    return { m_injectedReason, {} };
}

Fault InsightJudge::keyFault(const Item &item)
{
    const bool good = item.hasKey && !item.key.empty()
        && static_cast<int>(item.key.size()) <= m_bounds.keyLength
        && std::all_of(item.key.begin(), item.key.end(), isKeyCharacter);
    if (!good)
        return { "InvalidClientKey"_ba, {} };
    if (m_seen && !m_seen->insert(item.key).second)
        return { "DuplicateKey"_ba, {} };
    return {};
}

Fault InsightJudge::owner(const Item &item, qint64 *contact)
{
    const QByteArray text = viewed(item.identifier);
    const bool isForAccount = item.isV3 ? item.identifierType.empty() : text == "account";
    if (m_collection.isOfAccount())
        return isForAccount ? Fault() : Fault { "InvalidContactIdentifier"_ba, owned(text) };
    if (!item.identifierType.empty())
        return ownerV3(item, contact);
    if (isEmailAddress(text)) {
        *contact = m_contacts.withEmail(text);
        return *contact > 0 ? Fault() : Fault { "ContactEmailDoesNotExist"_ba, owned(text) };
    }
    if (const qint64 id = contactNumber(text); id > 0) {
        *contact = m_contacts.exists(id) ? id : 0;
        return *contact > 0 ? Fault() : Fault { "ContactIdDoesNotExist"_ba, owned(text) };
    }
    return { "InvalidContactIdentifier"_ba, owned(text) };
}

Fault InsightJudge::ownerV3(const Item &item, qint64 *contact)
{
    const QByteArray type = viewed(item.identifierType);
    const QByteArray text = viewed(item.identifier);
    QByteArray missing;
    if (type == "email") {
        if (!isEmailAddress(text))
            return { "InvalidContactIdentifier"_ba, owned(text) };
        *contact = m_contacts.withEmail(text);
        missing = "ContactEmailDoesNotExist"_ba;
    } else if (type == "contactId") {
        const qint64 id = contactNumber(text);
        if (id == 0)
            return { "InvalidContactIdentifier"_ba, owned(text) };
        *contact = m_contacts.exists(id) ? id : 0;
        missing = "ContactIdDoesNotExist"_ba;
    } else if (type == "mobileNumber") {
        const QByteArray digits = phoneDigits(text);
        if (digits.isEmpty())
            return { "InvalidContactIdentifier"_ba, owned(text) };
        *contact = m_contacts.withMobile(digits);
        missing = "ContactPhoneNumberDoesNotExist"_ba;
    } else if (type == customIdentifier) {
        *contact = m_contacts.withCustom(text);
        missing = "ContactCustomIdentifierValueDoesNotExist"_ba;
    } else {
        return { "InvalidContactIdentifierType"_ba, owned(type) };
    }
    return *contact > 0 ? Fault() : Fault { missing, owned(text) };
}

} // namespace rowlift::practice::dotdigital
