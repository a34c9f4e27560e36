#pragma once

#include "app/run/ledger.h"
#include "app/service/job_kind.h"
#include "app/service/part_loader.h"

namespace rowlift {

/// The field that names the records of a part.
struct MatchKey {
    QString field = {}; ///< Empty: none does.
    bool caseSensitive = false; ///< Field::caseSensitive
};

/// Takes what a service says of the rows of a part, and finds for each result the row of the file that it is
/// about. Nothing is ever guessed.
class ResultMatcher : public ResultSink {
public:
    /// Reads the part that was sent in \a kind. \a records are the file's records in the order of its rows.
    /// Fails with Storage when the file does not hold as many rows: nothing could be told for certain then.
    /// \a encoder: of the part, outlives the matcher; only of kinds that name records by ResultNaming::Keys.
    static Result<std::unique_ptr<ResultMatcher>> load(const PartFile &part, const JobKind &kind,
                                                       const QStringList &fields, const MatchKey &key,
                                                       std::vector<qint64> records,
                                                       const Encoder *encoder = nullptr);

    struct Matched {
        std::vector<RowOutcome> outcomes;
        qint64 unplaced = 0; ///< Results that fit no row, or more than one.
        /// So many rows more than it names has the service counted as failed, or not counted at all: its
        /// list may not be whole yet.
        qint64 unnamed = 0;
        QString remark = {}; ///< Where its counts and its lists differ, for people; empty: they do not.
    };
    /// All that was matched. Called once, after the last row.
    virtual Result<Matched> finish() = 0;
};

} // namespace rowlift
