#pragma once

#include "app/csv/byte_source.h"
#include "app/csv/dialect.h"
#include "app/mapping/mapping.h"

#include <QString>

#include <vector>

namespace rowlift {

/// What the person has decided so far. A run never reads it: Start freezes it into the ledger.
struct Draft {
    QString file; ///< Absolute path.
    FileStamp stamp; ///< Of the file when it was opened.
    QString source = {}; ///< What is read for it, a file of ours; empty: the file itself.
    QString sheet = {}; ///< Of a workbook: the one that is imported.
    Dialect dialect;
    QString service; ///< Service::id()
    QString account; ///< The account's name.
    Target target;
    Mapping mapping;
    QStringList header; ///< As in the file.
    std::vector<qint64> leftOut; ///< Records that are not sent, ascending.
    QString kind = {}; ///< JobKind::id of the way of loading; empty: the service's usual one.
    /// What records hold is copied before they are changed. Before they are deleted it always is.
    bool keepsOld = false;
    SeveralFound several = SeveralFound::LeaveOut;
    /// A field that names records of another kind (Field::referenceTo), which are looked up before anything
    /// is sent; what is sent stays. Empty: none is. Not where Target::looksUp().
    QString checkedField = {};
    /// Of \a checkedField: rows whose record is not there are sent all the same; else they are left out.
    bool sendsUnfound = false;
    /// What the look-up has found (looksUp()), a file of ours; empty: not looked up yet.
    QString found = {};

    /// Something is looked up for each row before anything is sent.
    bool looksUp() const { return target.looksUp() || !checkedField.isEmpty(); }
    /// The field by whose values that is.
    const QString &lookedUpField() const { return target.looksUp() ? target.keyField : checkedField; }

    const QString &readFrom() const { return source.isEmpty() ? file : source; }
    bool operator==(const Draft &) const = default;
};

} // namespace rowlift
