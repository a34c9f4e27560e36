#pragma once

#include "app/practice/http_message.h"
#include "app/practice/salesforce/catalog.h"
#include "app/practice/salesforce/org.h"
#include "app/practice/salesforce/records.h"
#include "app/practice/service.h"

#include <QStringList>

class QJsonObject;

namespace rowlift::practice::salesforce {

class RecordWriter;

/// One record under `/sobjects`: create, read, change, upsert and delete. Source:
/// contracts/salesforce.md, 5.1.
class RecordsApi {
public:
    RecordsApi(const Surroundings &around, const Catalog &catalog, Org &org)
        : m_around(around)
        , m_catalog(catalog)
        , m_org(org)
    {
    }

    /// \a rest is the path behind the object: nothing, an id, or a key field and its value.
    Response answer(const Object &object, const QStringList &rest, const QByteArray &version,
                    Request &request) const;

private:
    Response create(RecordWriter &writer, const Object &object, const QByteArray &version,
                    const QJsonObject &values) const;
    Response byId(RecordWriter &writer, const Object &object, const QByteArray &id, const QByteArray &version,
                  const QJsonObject &values, const Request &request) const;
    Response byKey(RecordWriter &writer, const Object &object, const QStringList &rest,
                   const QByteArray &version, const QJsonObject &values, const Request &request) const;
    Response upsert(RecordWriter &writer, const Object &object, const Field &field, const QByteArray &key,
                    const QByteArray &version, const QJsonObject &values) const;
    Response show(const Object &object, const StoredRecord &record, const QByteArray &version,
                  const Request &request) const;

    const Surroundings &m_around;
    const Catalog &m_catalog;
    Org &m_org;
};

/// Where a record of that id is.
QByteArray recordUrl(const Object &object, const QByteArray &id, const QByteArray &version);

} // namespace rowlift::practice::salesforce
