#include "app/service/salesforce/parent_keys.h"

#include "app/service/salesforce/schema_reader.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace rowlift::salesforce {

using namespace Qt::StringLiterals;

namespace {

struct ParentWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::salesforce::Parents)
};

constexpr qsizetype mostParents = 12;
constexpr QLatin1StringView parentsMember { "rowliftParents" };

/// An object that is pointed to, with its keys as a describe has them.
struct Parent {
    QString label;
    QJsonArray keys;
};

bool isCustom(const QString &object)
{
    return object.contains("__"_L1);
}

/// A field that can be set to a record, by the name of its relationship.
bool setsParent(const QJsonObject &field)
{
    const bool writable = field.value("createable"_L1).toBool() || field.value("updateable"_L1).toBool();
    return writable && field.value("type"_L1).toString() == "reference"_L1
        && !field.value("relationshipName"_L1).toString().isEmpty() && !field.value("calculated"_L1).toBool()
        && !field.value("deprecatedAndHidden"_L1).toBool();
}

/// Record types are named by id alone (rule 13).
bool hasKeys(const QString &object)
{
    return object != "RecordType"_L1;
}

QJsonObject keyJson(const FieldFacts &key)
{
    return { { u"name"_s, key.name },           { u"label"_s, key.label },
             { u"type"_s, key.type },           { u"length"_s, key.length },
             { u"precision"_s, key.precision }, { u"scale"_s, key.scale },
             { u"digits"_s, key.digits },       { u"unique"_s, key.unique },
             { u"idLookup"_s, true },           { u"caseSensitive"_s, key.caseSensitive } };
}

QJsonObject plainKey(const QString &name, const QString &label, const QString &type, int length,
                     bool unique = false)
{
    return { { u"name"_s, name },     { u"label"_s, label },   { u"type"_s, type },
             { u"length"_s, length }, { u"unique"_s, unique }, { u"idLookup"_s, true } };
}

/// What every Salesforce has. Source: contracts/salesforce.md, 2.3 and 4.1.
QHash<QString, Parent> usualParents()
{
    const QString email = ParentWords::tr("Email");
    return {
        { u"User"_s,
          { ParentWords::tr("User"),
            { plainKey(u"Username"_s, ParentWords::tr("Username"), u"string"_s, 80, true),
              plainKey(u"Email"_s, email, u"email"_s, 128),
              plainKey(u"FederationIdentifier"_s, ParentWords::tr("Federation ID"), u"string"_s, 512,
                       true) } } },
        { u"Contact"_s, { ParentWords::tr("Contact"), { plainKey(u"Email"_s, email, u"email"_s, 80) } } },
        { u"Lead"_s, { ParentWords::tr("Lead"), { plainKey(u"Email"_s, email, u"email"_s, 80) } } },
        { u"Campaign"_s,
          { ParentWords::tr("Campaign"), { plainKey(u"Name"_s, ParentWords::tr("Name"), u"string"_s, 80) } } }
    };
}

QHash<QString, Parent> knownParents(const QJsonObject &describe)
{
    if (!describe.contains(parentsMember))
        return usualParents();
    QHash<QString, Parent> parents;
    const QJsonArray entries = describe.value(parentsMember).toArray();
    for (const QJsonValue &entry : entries)
        parents.insert(entry["name"_L1].toString(),
                       { entry["label"_L1].toString(), entry["fields"_L1].toArray() });
    return parents;
}

/// The keys of the object itself, as a contact reports to another one.
Parent ownKeys(const QJsonObject &describe)
{
    Parent own { .label = describe.value("label"_L1).toString(), .keys = {} };
    const QJsonArray fields = describe.value("fields"_L1).toArray();
    for (const QJsonValue &field : fields) {
        if (field["idLookup"_L1].toBool() || field["externalId"_L1].toBool())
            own.keys.append(field);
    }
    return own;
}

/// "Owner" of the field "Owner ID".
QString relationLabel(const QJsonObject &field)
{
    static const QRegularExpression id(u"[\\s\\-:(]*\\bI[Dd]\\)?$"_s);
    QString label = field.value("label"_L1).toString();
    const QString whole = label;
    label.remove(id);
    return label.isEmpty() ? whole : label;
}

Field keyField(const QJsonObject &reference, const QString &object, const Parent &parent,
               const QJsonObject &key)
{
    Field field = fieldFrom(key);
    const bool several = reference.value("polymorphicForeignKey"_L1).toBool()
        || reference.value("referenceTo"_L1).toArray().size() > 1;
    const QString relation = reference.value("relationshipName"_L1).toString();
    const bool isTheirs = field.unique || (object == "User"_L1 && field.name == "Username"_L1);
    field.help = isTheirs
        ? ParentWords::tr("Salesforce looks up the record that has this value.")
        : ParentWords::tr(
            "Salesforce looks up the record that has this value. A row fails if several have it.");
    field.name = (several ? object + u':' : QString()) + relation + u'.' + field.name;
    field.label = several ? u"%1 (%2): %3"_s.arg(relationLabel(reference), parent.label, field.label)
                          : u"%1: %2"_s.arg(relationLabel(reference), field.label);
    field.creatable = reference.value("createable"_L1).toBool();
    field.updatable = reference.value("updateable"_L1).toBool();
    field.required = field.key = field.unique = field.restricted = field.searchable = false;
    field.clearable = false;
    field.standsFor = reference.value("name"_L1).toString();
    field.referenceTo = { object };
    return field;
}

/// The document itself stays as it came.
QByteArray withParentsMember(const QByteArray &describe, const QJsonArray &entries)
{
    const qsizetype end = describe.lastIndexOf('}');
    if (end < 0)
        return describe;
    const QByteArray member = ",\"" + QByteArray(parentsMember.data(), parentsMember.size())
        + "\":" + QJsonDocument(entries).toJson(QJsonDocument::Compact);
    return describe.first(end) + member + describe.sliced(end);
}

QJsonObject parentJson(const QString &name, const QString &label, const QJsonArray &keys)
{
    return { { u"name"_s, name }, { u"label"_s, label }, { u"fields"_s, keys } };
}

/// "User:Owner.Email": the object is left out where it can be no other one.
struct NamedKey {
    QString object;
    QString relation;
    QString key;

    static NamedKey of(const QString &field)
    {
        const QString path = field.section(u'.', 0, 0);
        return { .object = path.contains(u':') ? path.section(u':', 0, 0) : QString(),
                 .relation = path.section(u':', -1),
                 .key = field.section(u'.', 1) };
    }

    /// The object that it names a record of, if it goes to \a reference; else empty.
    QString parentIn(const QJsonObject &reference) const
    {
        if (key.isEmpty() || !setsParent(reference)
            || reference.value("relationshipName"_L1).toString() != relation)
            return {};
        const QJsonArray targets = reference.value("referenceTo"_L1).toArray();
        if (object.isEmpty() != (targets.size() == 1))
            return {};
        return object.isEmpty() ? targets.first().toString() : targets.contains(object) ? object : QString();
    }
};

/// Keys of the service's own are known; what is left are people's own, and names of their own objects.
bool mayBeKey(const QString &key, const QString &object)
{
    return key.endsWith("__c"_L1) || (key == "Name"_L1 && isCustom(object));
}

} // namespace

QStringList parentsIn(const QJsonObject &describe)
{
    const QString itself = describe.value("name"_L1).toString();
    QStringList parents;
    const QJsonArray fields = describe.value("fields"_L1).toArray();
    for (const QJsonValue &field : fields) {
        if (!setsParent(field.toObject()))
            continue;
        const QJsonArray targets = field["referenceTo"_L1].toArray();
        for (const QJsonValue &target : targets) {
            const QString object = target.toString();
            if (object != itself && hasKeys(object) && !parents.contains(object))
                parents << object;
        }
    }
    std::ranges::stable_partition(parents, [](const QString &object) { return !isCustom(object); });
    return parents.first(std::min(parents.size(), mostParents));
}

QByteArray withParents(const QByteArray &describe,
                       const std::vector<std::shared_ptr<const ObjectFacts>> &parents)
{
    QJsonArray entries;
    for (const auto &parent : parents) {
        QJsonArray keys;
        for (const FieldFacts &field : parent->fields) {
            if (field.key && field.type != "id"_L1)
                keys.append(keyJson(field));
        }
        entries.append(parentJson(parent->name, parent->label, keys));
    }
    return withParentsMember(describe, entries);
}

QByteArray withNamedKeys(const QByteArray &describe, const QStringList &fields)
{
    const QJsonObject document = QJsonDocument::fromJson(describe).object();
    if (document.contains(parentsMember))
        return describe;
    const QString itself = document.value("name"_L1).toString();
    QHash<QString, Parent> parents = usualParents();
    bool isMore = false;
    for (const QString &name : fields) {
        const NamedKey named = NamedKey::of(name);
        const QJsonArray references = document.value("fields"_L1).toArray();
        for (const QJsonValue &reference : references) {
            const QString object = named.parentIn(reference.toObject());
            if (object.isEmpty() || object == itself || !hasKeys(object) || !mayBeKey(named.key, object))
                continue;
            Parent &parent = parents[object];
            if (parent.label.isEmpty())
                parent.label = object;
            parent.keys.append(plainKey(named.key, named.key, u"string"_s, 0));
            isMore = true;
        }
    }
    if (!isMore)
        return describe;
    QJsonArray entries;
    for (auto parent = parents.cbegin(); parent != parents.cend(); ++parent)
        entries.append(parentJson(parent.key(), parent->label, parent->keys));
    return withParentsMember(describe, entries);
}

std::vector<Field> parentFields(const QJsonObject &describe)
{
    const QHash<QString, Parent> known = knownParents(describe);
    const QString itself = describe.value("name"_L1).toString();
    std::vector<Field> found;
    const QJsonArray fields = describe.value("fields"_L1).toArray();
    for (const QJsonValue &entry : fields) {
        const QJsonObject reference = entry.toObject();
        if (!setsParent(reference))
            continue;
        const QJsonArray targets = reference.value("referenceTo"_L1).toArray();
        for (const QJsonValue &target : targets) {
            const QString object = target.toString();
            const Parent parent = object == itself ? ownKeys(describe) : known.value(object);
            for (const QJsonValue &key : parent.keys) {
                if (key["type"_L1].toString() != "id"_L1 && !key["name"_L1].toString().isEmpty())
                    found.push_back(keyField(reference, object, parent, key.toObject()));
            }
        }
    }
    return found;
}

} // namespace rowlift::salesforce
