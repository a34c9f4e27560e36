// What the rows look like in a file, and at the far end: by the form of a loading.
#include "tests/survive/material.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace rowlift::testing {

using namespace Qt::StringLiterals;

namespace {

ColumnMapping mapped(const QString &column, const QString &field)
{
    return { .column = column, .field = field, .because = Because::You, .confidence = 1 };
}

/// Whoever stored it: as it is, or written out as a text.
QJsonObject objectIn(const QJsonValue &value)
{
    return value.isString() ? QJsonDocument::fromJson(value.toString().toUtf8()).object() : value.toObject();
}

} // namespace

QString Material::identityOf(int row) const
{
    return ofOrders() ? u"F-%1"_s.arg(keyOf(row)) : emailOf(row);
}

QString Material::markOf(int row) const
{
    if (m_loading.form != Form::Lines)
        return nameOf(row);
    const int key = keyOf(row);
    QStringList lines { nameOf(key) };
    for (const int other : { key + 4, key + 15 }) {
        if (other <= m_rows && keyOf(other) == key)
            lines << nameOf(other);
    }
    return lines.join(u'+');
}

QJsonObject Material::seedOf(int row) const
{
    switch (m_loading.form) {
    case Form::People:
        return { { u"lastName"_s, u"Seed"_s }, { u"email"_s, emailOf(row) } };
    case Form::Contacts:
        return { { u"LASTNAME"_s, u"Seed"_s }, { u"email"_s, emailOf(row) } };
    case Form::Orders:
    case Form::Lines: {
        const QJsonObject json = m_loading.form == Form::Orders
            ? QJsonObject { { u"name"_s, u"Seed"_s } }
            : QJsonObject { { u"lines"_s, QJsonArray { QJsonObject { { u"name"_s, u"Seed"_s } } } } };
        return { { u"key"_s, identityOf(row) }, { u"contact"_s, emailOf(row) }, { u"json"_s, json } };
    }
    case Form::Records:
        break;
    }
    return { { u"LastName"_s, u"Seed"_s },
             { u"Email"_s, emailOf(row) },
             { u"Crm_Key__c"_s, u"F-%1"_s.arg(row) } };
}

std::pair<QString, QString> Material::told(const QJsonObject &record) const
{
    const auto ours = [](const QString &email, const QString &mark) {
        return email.endsWith(u"@flow.example"_s) ? std::pair(email, mark) : std::pair<QString, QString>();
    };
    switch (m_loading.form) {
    case Form::People:
        return ours(record[u"email"].toString(), record[u"lastName"].toString());
    case Form::Contacts:
        return ours(record[u"email"].toString(), record[u"dataFields"][u"LASTNAME"].toString());
    case Form::Orders:
        return { record[u"key"].toString(), objectIn(record[u"json"])[u"name"].toString() };
    case Form::Lines: {
        QStringList lines;
        for (const auto &line : objectIn(record[u"json"])[u"lines"].toArray())
            lines << line[u"name"].toString();
        return { record[u"key"].toString(), lines.join(u'+') };
    }
    case Form::Records:
        break;
    }
    return ours(record[u"Email"].toString(), record[u"LastName"].toString());
}

QString Material::lineOf(int row, const QStringList &seedIds) const
{
    if (ofOrders())
        return (isLeftOut(row) ? QString() : identityOf(row)) + u';' + emailOf(row) + u';' + nameOf(row);
    if (byKey())
        return (isLeftOut(row) ? QString() : emailOf(row)) + u';' + nameOf(row);
    const QString seed = seedIds.value(m_seedOf[size_t(row - 1)]);
    const QString mail = isBad(row) ? u"row%1@@flow.example"_s.arg(row) : emailOf(row);
    const QString rest = mail + u';' + (isLeftOut(row) ? QString() : nameOf(row));
    if (m_loading.operation == Operation::Insert || m_loading.looksUp)
        return rest;
    if (m_loading.operation == Operation::Upsert)
        return u"F-%1;"_s.arg(keyOf(row)) + rest;
    return m_loading.operation == Operation::Update ? seed + u';' + rest : seed;
}

QByteArray Material::source(const QStringList &seedIds) const
{
    QByteArray bytes = m_loading.operation == Operation::Delete ? "Record\n" : "Mail;Name\n";
    if (ofOrders() || (m_loading.operation == Operation::Upsert && !byKey()))
        bytes.prepend("Key;");
    if (m_loading.operation == Operation::Update && !m_loading.looksUp)
        bytes.prepend("Record;");
    for (int row = 1; row <= m_rows; ++row)
        bytes += lineOf(row, seedIds).toUtf8() + '\n';
    return bytes;
}

Target Material::target() const
{
    switch (m_loading.form) {
    case Form::People:
        return { .object = u"leads"_s, .operation = m_loading.operation, .keyField = u"email"_s };
    case Form::Contacts:
        return { .object = u"contacts"_s, .operation = m_loading.operation, .keyField = u"Email"_s };
    case Form::Orders:
    case Form::Lines:
        return { .object = u"insightData/"_s + collection(),
                 .operation = m_loading.operation,
                 .keyField = u"$key"_s,
                 .options = { { u"scope"_s, u"contact"_s }, { u"identifier"_s, u"email"_s } },
                 .list = m_loading.form == Form::Lines ? u"lines"_s : QString() };
    case Form::Records:
        break;
    }
    return { .object = u"Contact"_s,
             .operation = m_loading.operation,
             .keyField = m_loading.operation == Operation::Upsert ? u"Crm_Key__c"_s
                 : m_loading.looksUp                              ? u"Email"_s
                                                                  : QString() };
}

Mapping Material::mapping() const
{
    Mapping mapping;
    const auto to = [&](const QString &column, const QString &field) {
        mapping.columns.push_back(mapped(column, field));
    };
    switch (m_loading.form) {
    case Form::People:
        to(u"Mail"_s, u"email"_s);
        to(u"Name"_s, u"lastName"_s);
        return mapping;
    case Form::Contacts:
        to(u"Mail"_s, u"Email"_s);
        to(u"Name"_s, u"LASTNAME"_s);
        return mapping;
    case Form::Orders:
    case Form::Lines:
        to(u"Key"_s, {});
        to(u"Mail"_s, {});
        to(u"Name"_s, m_loading.form == Form::Orders ? u"name"_s : u"lines[].name"_s);
        mapping.extras = { { .field = u"$key"_s, .columns = { u"Key"_s } },
                           { .field = u"$contact"_s, .columns = { u"Mail"_s } } };
        return mapping;
    case Form::Records:
        break;
    }
    if (m_loading.operation == Operation::Upsert)
        to(u"Key"_s, u"Crm_Key__c"_s);
    const bool byId = m_loading.operation == Operation::Update || m_loading.operation == Operation::Delete;
    if (byId && !m_loading.looksUp)
        to(u"Record"_s, u"Id"_s);
    if (m_loading.operation != Operation::Delete) {
        to(u"Mail"_s, u"Email"_s);
        to(u"Name"_s, u"LastName"_s);
    }
    return mapping;
}

} // namespace rowlift::testing
