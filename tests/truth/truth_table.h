#pragma once

#include "app/draft/draft.h"
#include "app/service/outcome.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QMap>
#include <QString>
#include <QStringList>

#include <vector>

namespace rowlift::testing {

/// A cell as it stands in a file, and what the service holds of it then.
struct TruthSample {
    QString cell;
    QJsonValue stored; ///< Undefined: what is there stays. Null: the field is emptied.
};

/// A column of a file about some object.
struct TruthColumn {
    QString name;
    QString field; ///< As it is mapped: "Account.Crm_Key__c" is one.
    QString storedIn; ///< The field that it sets.
    Treatment treatment = {};
    std::vector<TruthSample> samples; ///< Of good rows, in turn.
};

/// A cell that makes its row fail.
struct TruthFault {
    const char *name;
    QString column;
    QString cell;
    const char *code; ///< The service's.
    const char *rule = ""; ///< Of Check, which leaves the row out; empty: only the service can know.
    bool onlyNew = false; ///< Of records that are not there yet.
    bool namesField = true;
};

/// What is planted for one kind of records.
struct TruthObject {
    QString name;
    QString mark; ///< The column of the required name, which tells the records apart.
    QString prefix; ///< Of its record ids.
    std::vector<TruthColumn> columns;
    std::vector<TruthFault> faults;
    bool hasEmail = true;

    const TruthColumn &column(const QString &columnName) const;
};

TruthObject truthObject(const QString &name);

} // namespace rowlift::testing
