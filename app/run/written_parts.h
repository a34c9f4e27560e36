#pragma once

#include "app/run/part_cutter.h"
#include "app/run/row_schedule.h"

#include <QString>

namespace rowlift {

/// A part as a file.
struct WrittenPart {
    QString file; ///< Its name in the folder.
    qint64 rows = 0; ///< Of the file: those that it speaks for.
    qint64 records = 0; ///< In it.
    qint64 bytes = 0;
    qint64 firstRecord = 0;
    qint64 lastRecord = 0;
    int wave = 1; ///< It is sent when all parts of the waves before are settled.
};

struct WrittenParts {
    std::vector<WrittenPart> parts;
    qint64 rows = 0; ///< Rows of the file.
    qint64 leftOut = 0; ///< Of these, those in no part.
};

/// Writes the parts that a run by \a schedule would send, byte for byte, as files of \a folder, which is made
/// when it is not there: "part-00001.csv" and so on. All or none: what was written is removed when it fails,
/// with a sentence, or \a stop was requested. No file that is there is written over.
Result<WrittenParts> writeParts(RecordPass &records, const RowSchedule &schedule, const PartLimits &limits,
                                const QString &folder, const QString &suffix, const std::stop_token &stop);

/// "part-00001.csv"
QString partFileName(qint64 number, const QString &suffix);

} // namespace rowlift
