#include "app/practice/salesforce/catalog.h"

#include <QFile>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace rowlift::practice::salesforce {

using namespace Qt::StringLiterals;

namespace {

constexpr int lastWithRecords = 6; ///< Of the objects below, those behind are read only.

QByteArray catalogFile(const QString &name)
{
    QFile file(u":/practice/salesforce/describe-"_s + name + u".json"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

Field::Type fieldType(const QString &word)
{
    static const QHash<QString, Field::Type> types {
        { u"email"_s, Field::Type::Email },
        { u"boolean"_s, Field::Type::Boolean },
        { u"int"_s, Field::Type::Int },
        { u"double"_s, Field::Type::Double },
        { u"currency"_s, Field::Type::Double },
        { u"percent"_s, Field::Type::Double },
        { u"date"_s, Field::Type::Date },
        { u"datetime"_s, Field::Type::DateTime },
        { u"time"_s, Field::Type::Time },
        { u"id"_s, Field::Type::Id },
        { u"reference"_s, Field::Type::Reference },
        { u"picklist"_s, Field::Type::Picklist },
        { u"multipicklist"_s, Field::Type::MultiPicklist },
        { u"address"_s, Field::Type::Compound },
        { u"location"_s, Field::Type::Compound },
    };
    return types.value(word, Field::Type::Text);
}

/// Bits from the left. Source: contracts/salesforce.md, 2.6.
QSet<int> placesIn(const QByteArray &base64)
{
    QSet<int> places;
    const QByteArray bytes = QByteArray::fromBase64(base64);
    for (int n = 0; n < bytes.size() * 8; ++n)
        if (static_cast<unsigned char>(bytes[n / 8]) & (0x80 >> n % 8))
            places.insert(n);
    return places;
}

/// A number that is the same in every run: FNV-1a over "Object.Field".
qint64 keyNumberOf(const QByteArray &name)
{
    quint64 hash = 14695981039346656037ULL;
    for (const char c : name)
        hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
    return static_cast<qint64>(hash >> 1);
}

Field fieldFrom(const QByteArray &object, const QJsonObject &json)
{
    const auto text = [&](QLatin1StringView name) { return json.value(name).toString().toUtf8(); };
    const auto yes = [&](QLatin1StringView name) { return json.value(name).toBool(); };
    Field field;
    field.object = object;
    field.name = text("name"_L1);
    field.label = text("label"_L1);
    field.type = fieldType(json.value("type"_L1).toString());
    field.soapType = text("soapType"_L1);
    field.length = json.value("length"_L1).toInt();
    field.precision = json.value("precision"_L1).toInt();
    field.scale = json.value("scale"_L1).toInt();
    field.digits = json.value("digits"_L1).toInt();
    field.nillable = yes("nillable"_L1);
    field.createable = yes("createable"_L1);
    field.updateable = yes("updateable"_L1);
    field.defaulted = yes("defaultedOnCreate"_L1);
    field.externalId = yes("externalId"_L1);
    field.unique = yes("unique"_L1);
    field.caseSensitive = yes("caseSensitive"_L1);
    field.idLookup = yes("idLookup"_L1);
    field.restricted = yes("restrictedPicklist"_L1);
    field.polymorphic = yes("polymorphicForeignKey"_L1);
    field.relationship = text("relationshipName"_L1);
    for (const QJsonValue &to : json.value("referenceTo"_L1).toArray())
        field.referenceTo.append(to.toString().toUtf8());
    for (const QJsonValue &entry : json.value("picklistValues"_L1).toArray()) {
        const QJsonObject value = entry.toObject();
        if (value.value("active"_L1).toBool())
            field.values.insert(value.value("value"_L1).toString().toUtf8());
        if (value.value("defaultValue"_L1).toBool())
            field.defaultValue = value.value("value"_L1).toString().toUtf8();
        const QByteArray word = value.value("value"_L1).toString().toUtf8();
        field.valueOrder.append(word);
        field.validFor.insert(word, placesIn(value.value("validFor"_L1).toString().toLatin1()));
    }
    if (yes("dependentPicklist"_L1))
        field.controller = text("controllerName"_L1);
    field.filterable = json.value("filterable"_L1).toBool(true);
    if (field.type != Field::Type::Id && (field.externalId || field.unique || field.idLookup))
        field.keyNumber = keyNumberOf(object + '.' + field.name);
    return field;
}

QByteArray lowered(std::string_view text)
{
    return QByteArray(text.data(), static_cast<qsizetype>(text.size())).toLower();
}

} // namespace

const Field *Object::field(std::string_view anyCase) const
{
    const auto found = m_byName.find(lowered(anyCase));
    return found == m_byName.end() ? nullptr : &fields[found->second];
}

const Field *Object::relationship(std::string_view anyCase) const
{
    const QByteArray wanted = lowered(anyCase);
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const Field &each) {
        return each.type == Field::Type::Reference && each.relationship.toLower() == wanted;
    });
    return found == fields.end() ? nullptr : &*found;
}

Catalog::Catalog()
    : m_global(catalogFile(u"Global"_s))
{
    int number = 0;
    for (const QString &name : { u"Account"_s, u"Contact"_s, u"Lead"_s, u"Campaign"_s, u"MarketSegment"_s,
                                 u"FlowRecord"_s, u"User"_s, u"Group"_s, u"AssignmentRule"_s }) {
        Object object;
        object.document = catalogFile(name);
        const QJsonObject json = QJsonDocument::fromJson(object.document).object();
        object.name = name.toUtf8();
        object.label = json.value("label"_L1).toString().toUtf8();
        object.prefix = json.value("keyPrefix"_L1).toString().toUtf8();
        object.number = ++number;
        object.fixed = number > lastWithRecords;
        object.createable = json.value("createable"_L1).toBool();
        object.updateable = json.value("updateable"_L1).toBool();
        object.deletable = json.value("deletable"_L1).toBool();
        for (const QJsonValue &field : json.value("fields"_L1).toArray()) {
            object.fields.push_back(fieldFrom(object.name, field.toObject()));
            object.m_byName.emplace(object.fields.back().name.toLower(), object.fields.size() - 1);
        }
        m_objects.push_back(std::move(object));
    }
}

const Object *Catalog::object(const QByteArray &anyCase) const
{
    const auto found = std::find_if(m_objects.begin(), m_objects.end(), [&](const Object &each) {
        return each.name.compare(anyCase, Qt::CaseInsensitive) == 0;
    });
    return found == m_objects.end() ? nullptr : &*found;
}

const Object *Catalog::objectWithPrefix(std::string_view prefix) const
{
    const auto found = std::find_if(m_objects.begin(), m_objects.end(), [&](const Object &each) {
        return each.prefix == QByteArray(prefix.data(), static_cast<qsizetype>(prefix.size()));
    });
    return found == m_objects.end() ? nullptr : &*found;
}

const Object *Catalog::objectWithNumber(int number) const
{
    return number >= 1 && number <= static_cast<int>(m_objects.size())
        ? &m_objects[static_cast<std::size_t>(number - 1)]
        : nullptr;
}

QByteArray Catalog::describe(const QByteArray &objectName, const QByteArray &version,
                             const QByteArray &origin) const
{
    const Object *known = objectName.isEmpty() ? nullptr : object(objectName);
    if (!objectName.isEmpty() && !known)
        return {};
    QByteArray document = known ? known->document : m_global;
    document.replace("/services/data/v61.0/", "/services/data/" + version + '/');
    document.replace("https://sandbox.example.invalid", origin);
    return document;
}

} // namespace rowlift::practice::salesforce
