#pragma once

#include "app/run/ledger.h"
#include "tests/truth/orders_plan.h"
#include "tests/truth/truth_run.h"

#include <vector>

namespace rowlift::testing {

/// A file of orders on its way into the practice server's Dotdigital, and what became of it.
class OrdersRun {
public:
    /// Plants what is there beforehand.
    OrdersRun(const TruthServer &server, const OrdersPlan &plan);

    /// Sends the file; a complaint, or nothing. What nobody can tell of waits for a word.
    QString send(Client &client, const QString &folder);
    /// Gives the word for the parts of which nobody can tell, and sends them again; a complaint, or nothing.
    QString sendAgain(Client &client);
    /// Every row against what is planted; the first few that are otherwise. With \a mayBeUnknown any row may
    /// be so.
    QString wrongRows(bool mayBeUnknown = false) const;
    /// What the collection holds, member by member, against what it must.
    QString wrongOrders() const;
    /// The ledger's sums against the rows, and against the orders that they form.
    QString wrongSums() const;
    const std::vector<PartRecord> &parts() const { return m_parts; }
    const Tally &tally() const { return m_tally; }
    qint64 open() const; ///< Rows of parts of which nobody can tell whether they arrived.

private:
    QString go(Client &client, Ledger &ledger);

    const FarEnd &m_farEnd;
    const OrdersPlan &m_plan;
    QMap<QString, qint64> m_contactIds;
    QString m_folder;
    std::vector<PartRecord> m_parts;
    std::vector<RowOutcome> m_outcomes; ///< Of all rows, in order.
    Tally m_tally;
};

} // namespace rowlift::testing
