#pragma once

#include "app/base/result.h"

#include <QJsonObject>
#include <QString>

namespace rowlift::cli {

/// The folder of a plan: its parts, and plan.json that lists them. A plan that is being written has a
/// plan.json too, which says `unfinished`: if the program is killed, nobody takes its parts for a plan, and
/// the next one may remove them.
class PlanFolder {
public:
    explicit PlanFolder(const QString &path);

    /// Makes the folder, removes an earlier plan, finished or not, and begins the new one. Fails with
    /// BadInput, and leaves all as it is, when there is a file by the name of a part or of plan.json that is
    /// no plan's; \a source, the file that is planned, is none.
    Done begin(const QString &source);
    /// Ends it. \a json has the parts.
    Done finish(const QJsonObject &json);
    /// Nothing came of it: it has no parts.
    void giveUp();

private:
    Done write(const QJsonObject &json);
    Done cannotWrite(const QString &path, const QString &detail) const;
    Done removeEarlier(const QString &source);

    QString m_path;
    QString m_planFile;
};

} // namespace rowlift::cli
