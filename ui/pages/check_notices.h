#pragma once

#include "ui/desk/check_desk.h"
#include "ui/widgets/notice.h"

#include <QCoreApplication>

namespace rowlift::ui {

/// What Check has to say above everything else.
class CheckNotices {
    Q_DECLARE_TR_FUNCTIONS(rowlift::ui::CheckNotices)

public:
    /// Those that hold now, each with an id of its own.
    static QList<Notice> of(const CheckDesk &desk);
    /// Rows that are sent although something of them wants a look; of what was checked without a problem.
    static qint64 rowsWithHeadsUp(const CheckDesk::Snapshot &check);

private:
    static Notice ofRows(const CheckDesk &desk);
    static Notice ofLookUp(const CheckDesk &desk);
    static Notice ofLeftOut(const CheckDesk &desk);
    static Notice ofNames(const CheckDesk &desk);
    static Notice ofNeeds(const CheckDesk &desk);
    static QString allAlike(const CheckDesk &desk);
    static QString unfoundWords(const CheckDesk::Snapshot &check);
};

} // namespace rowlift::ui
