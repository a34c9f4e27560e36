#pragma once

#include "app/run/ledger.h"
#include "tests/truth/people_plan.h"
#include "tests/truth/truth_run.h"

namespace rowlift::testing {

/// A file about people on its way into the practice server's Marketo, and what became of it.
class PeopleRun {
public:
    /// Plants who is there beforehand.
    PeopleRun(const TruthServer &server, const PeoplePlan &plan);

    /// Sends the file; a complaint, or nothing.
    QString send(Client &client, const QString &folder);
    /// Every row against what is planted; the first few that are otherwise. With \a mayBeUnknown rows that
    /// failed may be so: nobody could tell which.
    QString wrongRows(bool mayBeUnknown = false) const;
    /// Who is stored, cell by cell, and who is on the list, against what must be.
    QString wrongPeople() const;
    /// The ledger's sums against the rows.
    QString wrongSums() const;
    /// The calls that the service saw of a run in fair weather.
    QString wrongCalls() const;
    const std::vector<PartRecord> &parts() const { return m_parts; }
    const std::vector<RowOutcome> &outcomes() const { return m_outcomes; }
    const Tally &tally() const { return m_tally; }

private:
    QString spelt(const QJsonObject &person) const;
    QStringList membersNames() const;

    const FarEnd &m_farEnd;
    const PeoplePlan &m_plan;
    QList<qint64> m_seedIds;
    QMap<qint64, QJsonObject> m_present; ///< People who have nothing to do with it.
    std::vector<PartRecord> m_parts;
    std::vector<RowOutcome> m_outcomes; ///< Of all rows, in order.
    Tally m_tally;
};

} // namespace rowlift::testing
