#pragma once

#include "app/practice/http_message.h"
#include "app/practice/salesforce/catalog.h"
#include "app/practice/salesforce/judge.h"
#include "app/practice/salesforce/org.h"
#include "app/practice/service.h"

#include <QList>
#include <QStringList>

class QJsonObject;

namespace rowlift::practice::salesforce {

class RecordWriter;

/// Many records in one call, under `/composite`: tree, collections and retrieval by ids.
/// Source: contracts/salesforce.md, 5.2 to 5.4.
class CompositeApi {
public:
    CompositeApi(const Surroundings &around, const Catalog &catalog, Org &org)
        : m_around(around)
        , m_catalog(catalog)
        , m_org(org)
    {
    }

    /// \a rest is the path behind "composite".
    Response answer(const QStringList &rest, const QByteArray &version, Request &request) const;

private:
    Response collection(const QStringList &rest, Request &request) const;
    Response createOrUpdate(Request &request) const;
    Response upsert(const QByteArray &object, const QByteArray &field, Request &request) const;
    Response removeMany(const Request &request) const;
    Response written(RecordWriter &writer, const QList<Verdict> &verdicts, bool allOrNone,
                     bool tellCreated) const;
    Response tree(const QByteArray &objectName, Request &request) const;
    Response retrieve(const QByteArray &objectName, const QByteArray &version, Request &request) const;

    const Surroundings &m_around;
    const Catalog &m_catalog;
    Org &m_org;
};

} // namespace rowlift::practice::salesforce
