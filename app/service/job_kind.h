#pragma once

#include "app/base/result.h"
#include "app/csv/out_buffer.h"
#include "app/schema/schema.h"

#include <QByteArray>
#include <QString>

#include <algorithm>
#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

namespace rowlift {

/// What rows with one key mean to a service.
enum class RepeatedKeys {
    Apart, ///< Each is a record of its own: nothing is to be minded.
    Together, ///< They travel in one part, in file order.
    Waves, ///< The n-th row with a key goes out in wave n, when the waves before are settled.
    Once, ///< The first one is sent; the others take its outcome.
    /// They form one record, which has the place of the first one, wherever in the file they stand. The
    /// others take its outcome.
    Groups
};

/// How a service says which record of a part a result is about.
enum class ResultNaming {
    Cells, ///< It echoes the record's cells.
    /// The same, but only of records that failed or that it warns of: the others are in.
    Exceptions,
    Place, ///< By the record's place in the part.
    /// By the record's key (Encoder::readKeys()), and only those that failed: the others are in.
    Keys
};

/// A way of loading, as data.
struct JobKind {
    QString id; ///< "bulk-ingest"
    QString label = {}; ///< For people: "Small calls of up to 200 rows"
    QString help = {}; ///< What it means for them, in a sentence.
    std::vector<Operation> operations;
    qint64 maxBodyBytes = 0; ///< Of the whole request body.
    qint64 partBytes = 0; ///< What a part is best kept under.
    qint64 maxRecords = 0; ///< Of a part; 0: any number.
    /// It is the usual way for no more rows than these; 0: for any number. Of those that would do, the one
    /// with the smallest number, and of equals the first.
    qint64 bestUpTo = 0;
    /// A refused record keeps all others of its part out, and is named; those are sent again without it.
    bool allOrNothing = false;
    bool canKeepOld = false; ///< PartLoader::keepOld()
    qint64 mostCopied = 0; ///< Of a part whose old values are copied first; 0: any number.
    int lanes = 1; ///< Parts on their way to the service at a time.
    int inFlight = 0; ///< Parts that the service has, or is being sent, at a time; 0: as many as lanes.
    bool canAbort = false;
    bool canGroup = false; ///< Rows with one key can form one record (Target::groupsRows()).
    bool answersAtOnce = false; ///< submit() brings the outcomes; there is never a ticket.
    ResultNaming naming = ResultNaming::Cells;
    /// Absent: Apart. The key is Target::keyField, or the record id.
    std::map<Operation, RepeatedKeys> repeatedKeys = {};
    QString suffix = QStringLiteral("csv"); ///< Of a part that is kept as a file.
    char delimiter = ','; ///< Of a part with cells, and of those that are echoed.
    /// A column of ours in front of the fields, which the service echoes and otherwise ignores: the mark of
    /// the row, as Encoder::encode() is given it. Empty: there is none.
    QString rowColumn = {};
    int workedAtOnce = 0; ///< Of the parts that the service has, it works on so many at a time; 0: not known.
    /// How often a part that the service has is asked about: at first, and at the longest.
    std::chrono::milliseconds pollLeast { std::chrono::seconds(1) };
    std::chrono::milliseconds pollMost { std::chrono::seconds(10) };
    /// For so many days after it was sent the service tells what became of a part; 0: not known.
    int keptDays = 0;
    /// What it means to send a part again that may have arrived, for people; empty: its rows would be in
    /// twice.
    QString whenSentAgain = {};

    /// Of a part; 0: any number.
    qint64 mostRecords(bool keepsOld) const
    {
        if (!keepsOld || mostCopied == 0)
            return maxRecords;
        return maxRecords == 0 ? mostCopied : std::min(maxRecords, mostCopied);
    }
    RepeatedKeys repeatedKeysOf(const Target &target) const
    {
        return canGroup && target.groupsRows() ? RepeatedKeys::Groups : repeatedKeysOf(target.operation);
    }
    /// Of rows that are records of their own.
    RepeatedKeys repeatedKeysOf(Operation operation) const
    {
        const auto found = repeatedKeys.find(operation);
        return found == repeatedKeys.end() ? RepeatedKeys::Apart : found->second;
    }
};

/// Writes records as the service takes them. Pure: the same records give the same bytes.
class Encoder {
public:
    virtual ~Encoder() = default;

    virtual QByteArray prologue() const = 0; ///< Before the first record.
    virtual QByteArray epilogue() const = 0; ///< After the last one.
    /// Between records. encode() appends it too: whoever ends a part takes the last one away.
    virtual QByteArray separator() const { return {}; }
    /// Appends one record and the separator; \a values in the order of the fields it was made for. \a mark:
    /// no other row of the file has the same. Several threads may encode at once.
    virtual void encode(qint64 mark, std::span<const std::string_view> values, OutBuffer &out) const = 0;
    /// Appends the one record that \a rows form, and the separator: each is what encode() has made of one of
    /// them, with its separator; in file order. What stands once in a record is that of the first row. Only
    /// where JobKind::canGroup.
    virtual void merge(std::span<const std::string_view> rows, OutBuffer &out) const;
    /// Hands the keys of the records of the part in the file \a path to \a take, in order. Fails with Storage
    /// when it cannot be read, or is none of these. Only where the records are named by ResultNaming::Keys.
    virtual Done readKeys(const QString &path, const std::function<void(std::string_view key)> &take) const;
};

} // namespace rowlift
