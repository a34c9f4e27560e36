#pragma once

#include "app/practice/marketo/catalog.h"
#include "app/practice/marketo/store.h"

#include <QByteArray>
#include <QByteArrayList>

namespace rowlift::practice::marketo {

/// A record with everything that it has, for `GET records`.
QByteArray wholeRecord(const StoredRecord &record);
/// A lead as leads.json gives it: the asked fields, null where there is nothing.
QByteArray leadView(const StoredRecord &record, const QByteArrayList &fields);
/// The asked fields, or those that come unasked; the first unknown name goes into \a unknown.
QByteArrayList askedFields(const Catalog &catalog, const QStringList &asked, QByteArray *unknown);
QByteArray listJson(const StaticList &list);
/// An import with its times, for `GET records`.
QByteArray importView(const ImportJob &job);

} // namespace rowlift::practice::marketo
