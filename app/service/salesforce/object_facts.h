#pragma once

#include "app/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QMutex>
#include <QString>

#include <memory>
#include <stop_token>
#include <vector>

namespace rowlift::salesforce {

class Api;

/// What calls need to know of a field. Source: contracts/salesforce.md, 2.3.
struct FieldFacts {
    QString name;
    QString label;
    QString type; ///< The service's word.
    QString relationship; ///< Of a reference: "Owner".
    int length = 0;
    int precision = 0;
    int scale = 0;
    int digits = 0;
    bool filterable = false;
    bool key = false; ///< idLookup or external id
    bool unique = false;
    bool caseSensitive = false;

    bool isId() const { return type == QLatin1StringView("id") || type == QLatin1StringView("reference"); }
    bool isNumber() const;
};

/// What calls need to know of an object.
struct ObjectFacts {
    QString name;
    QString label;
    QString keyPrefix;
    std::vector<FieldFacts> fields;

    const FieldFacts *field(QStringView name) const; ///< Null when there is none.
};

/// Out of a describe document; null when it is none.
std::shared_ptr<const ObjectFacts> factsFrom(const QByteArray &describe);

/// What has been learned of the objects of an account. For several threads; nobody waits for another's call.
class KnownObjects {
public:
    /// Asks for \a object unless it is known. One that this user may not see is Rejected, and asked for once.
    Result<std::shared_ptr<const ObjectFacts>> facts(Api &api, const QString &object, std::stop_token stop);
    /// Of a describe that was read anyway.
    void keep(const QByteArray &describe);

private:
    QMutex m_mutex;
    QHash<QString, Result<std::shared_ptr<const ObjectFacts>>> m_known;
};

} // namespace rowlift::salesforce
