#pragma once

#include "app/practice/salesforce/catalog.h"
#include "app/practice/salesforce/composite_api.h"
#include "app/practice/salesforce/fixed_records.h"
#include "app/practice/salesforce/org.h"
#include "app/practice/salesforce/query.h"
#include "app/practice/salesforce/records.h"
#include "app/practice/salesforce/records_api.h"
#include "app/practice/service.h"

#include <QHash>
#include <QStringList>

#include <mutex>

namespace rowlift::practice::salesforce {

/// Versions, limits, describes and queries; single records and the composite resources by others. Source:
/// contracts/salesforce.md, sections 1.10, 2 and 5.
class RestApi {
public:
    RestApi(const Surroundings &around, const Catalog &catalog, Org &org)
        : m_around(around)
        , m_catalog(catalog)
        , m_org(org)
        , m_records(around, catalog, org)
        , m_composite(around, catalog, org)
    {
    }

    /// The list of versions, which needs no session.
    static Response versions();
    static bool knowsVersion(const QString &segment);
    /// \a rest is the path behind the version.
    Response answer(const QStringList &rest, const QByteArray &version, Request &request);

private:
    struct Locator {
        Query query;
        QueryPlace place;
    };

    Response limits() const;
    Response describe(const QByteArray &object, const QByteArray &version, const Request &request) const;
    Response sobject(const QStringList &rest, const QByteArray &version, Request &request);
    Response basics(const Object &object, const QByteArray &version) const;
    FixedRecord organization() const;
    Response fixed(const Object &object, const QStringList &rest, const QByteArray &version) const;
    Response query(bool deletedToo, const QStringList &rest, const QByteArray &version,
                   const Request &request);
    Response queryPage(const Query &query, const QueryPlace &place, const QByteArray &version);
    const Surroundings &m_around;
    const Catalog &m_catalog;
    Org &m_org;
    RecordsApi m_records;
    CompositeApi m_composite;
    std::mutex m_mutex;
    QHash<QByteArray, Locator> m_locators;
};

} // namespace rowlift::practice::salesforce
