#pragma once

#include "app/run/ledger.h"

#include <functional>

namespace rowlift {

/// What the ledgers of this computer tell about records that a part may have made: those of the part's own
/// run, and of the others that were written to about when the part was sent or since. Looks only.
class KnownRecords {
public:
    /// \a part of \a ledger was sent at \a sent.
    KnownRecords(const Ledger &ledger, qint64 part, const QDateTime &sent);

    /// StepLog::onRecord()
    Result<std::vector<RecordedRow>> onRecord(const QStringList &recordIds) const;
    /// StepLog::openCalls()
    Result<std::vector<OpenCall>> openCalls() const;

private:
    class Look;

    /// \a what is told whether it is the part's own run.
    Done lookInto(const std::function<Done(Look &, bool)> &what) const;
    Done addOpenParts(Look &look, bool ofThisRun, std::vector<OpenCall> &calls) const;

    const Ledger &m_ledger;
    const qint64 m_part;
    const QDateTime m_sent;
    QStringList m_others; ///< Folders of other runs.
};

} // namespace rowlift
