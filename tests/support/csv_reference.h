#pragma once

#include <QByteArray>
#include <QList>

#include <vector>

namespace rowlift {

/// A record as the reference reader sees it.
struct ReferenceRecord {
    QList<QByteArray> cells;
    bool unclosedQuote = false;

    bool operator==(const ReferenceRecord &) const = default;
};

/// Reads valid UTF-8 without a byte order mark one character after the other, as plainly as can be said. It
/// shares nothing with the real reader: where the two disagree, one of them is wrong.
std::vector<ReferenceRecord> referenceRecords(const QByteArray &text, char delimiter, char quote);

} // namespace rowlift
