#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace rowlift::ui {

/// One line of what a service gets for a record.
struct RecordLine {
    int depth = 0; ///< Within how many others it is.
    QString name; ///< Of an entry of a list its number.
    QString value; ///< Empty: it holds those below.

    bool operator==(const RecordLine &) const = default;
};

/// The properties of \a record, one JSON object with what belongs to them around or in it: the member in
/// which \a properties (names of properties) lie, as lines in the order in which they are sent. Numbers stay
/// as they are spelt. Empty when it is no such object.
std::vector<RecordLine> recordLines(const QByteArray &record, const QStringList &properties);

/// \a record as it is sent, indented; as it came when it is no JSON.
QString indentedRecord(const QByteArray &record);

} // namespace rowlift::ui
