#include "app/practice/dotdigital/contact_collection.h"

#include "app/practice/csv_rows.h"

#include <QJsonArray>
#include <QMap>
#include <QStringList>
#include <QVariant>

namespace rowlift::practice::dotdigital {

using namespace Qt::StringLiterals;

namespace {

QString textOfMember(const QJsonObject &object, const QString &name)
{
    for (auto each = object.begin(); each != object.end(); ++each)
        if (each.key().compare(name, Qt::CaseInsensitive) == 0)
            return each.value().toVariant().toString();
    return {};
}

/// One contact by column names.
QMap<QString, QString> columnsOf(const QJsonObject &contact)
{
    QMap<QString, QString> columns;
    for (auto each = contact.begin(); each != contact.end(); ++each) {
        if (!each.value().isArray()) {
            columns.insert(each.key().toLower(), each.value().toVariant().toString());
            continue;
        }
        for (const QJsonValue &pair : each.value().toArray())
            columns.insert(textOfMember(pair.toObject(), u"key"_s).toLower(),
                           textOfMember(pair.toObject(), u"value"_s));
    }
    return columns;
}

void appendLine(QByteArray &csv, const QStringList &cells)
{
    for (qsizetype i = 0; i < cells.size(); ++i) {
        if (i > 0)
            csv += ',';
        appendQuotedCell(csv, cells[i].toStdString());
    }
    csv += '\n';
}

} // namespace

ContactCollection contactCollection(const QJsonObject &body)
{
    ContactCollection collection;
    collection.mergeOption = body.value("mergeoption"_L1).toVariant().toString();
    for (const QJsonValue &book : body.value("addressbookids"_L1).toArray())
        collection.books.append(book.toInteger());
    QList<QMap<QString, QString>> contacts;
    QStringList names;
    for (const QJsonValue &contact : body.value("contacts"_L1).toArray()) {
        contacts.append(columnsOf(contact.toObject()));
        names += contacts.last().keys();
        names.removeDuplicates();
    }
    if (contacts.isEmpty())
        return collection;
    appendLine(collection.csv, names);
    for (const QMap<QString, QString> &contact : contacts) {
        QStringList cells;
        for (const QString &name : names)
            cells.append(contact.value(name));
        appendLine(collection.csv, cells);
    }
    return collection;
}

} // namespace rowlift::practice::dotdigital
