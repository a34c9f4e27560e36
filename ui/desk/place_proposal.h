#pragma once

#include "app/draft/file_look.h"
#include "app/schema/schema.h"

#include <vector>

namespace rowlift::ui {

/// The column (from 0) all of whose values looked at are record ids of \a object; the first, or -1.
int columnOfRecordIds(const std::vector<ColumnLook> &columns, const ObjectInfo &object);

/// What finds the records of an update, and the column that says so.
struct KeyProposal {
    QString field;
    QString column;
};

/// Record ids before all else, then a field whose values are unique, then an address: what a column of the
/// file is about. Empty when no column answers it. \a keys: what can be chosen, the best first.
KeyProposal proposeKey(const QStringList &names, const std::vector<ColumnLook> &columns, const Schema &schema,
                       const std::vector<const Field *> &keys);

/// The order of keys in a list, small first. When records are looked up (\a looksUp), their own id comes
/// first; for the service's own finding it comes last, as adding cannot name it.
int keyRank(const Field &field, bool looksUp);

/// What finds records where nothing was said: an address before all else. Empty: none of \a keys does.
QString usualKey(const std::vector<const Field *> &keys);

/// The column that answers the question of \a field, by names and values; empty: none does.
QString proposeColumn(const Field &field, const FileLook &look);

/// \a schema as a mapping for \a target sees it: where ids are looked up, the key can be given and the id
/// cannot.
Schema schemaToMap(const Schema &schema, const Target &target);

} // namespace rowlift::ui
