#pragma once

#include "app/check/check.h"
#include "app/run/run_list.h"
#include "ui/desk/map_desk.h"

namespace rowlift::ui {

/// Step 4: every row against every rule, before anything is sent.
class CheckDesk : public QObject {
    Q_OBJECT

public:
    enum class State { NotYet, Checking, Checked, Failed };

    struct Snapshot {
        State state = State::NotYet;
        qint64 rowsSoFar = 0;
        CheckResult result;
        /// Checked: rows of the same content went to the same place before. Known a little later.
        std::optional<EarlierImport> earlier;
        Error error; ///< Failed: why (the file changed, or cannot be read any more).

        qint64 leftOut() const { return static_cast<qint64>(result.problemRecords.size()); }
        qint64 ready() const { return result.rows - leftOut(); }
    };

    CheckDesk(const Bench &bench, FileDesk &file, PlaceDesk &place, MapDesk &map, QObject *parent = nullptr);

    const Snapshot &snapshot() const { return m_snapshot; }
    FileDesk &file() const { return m_file; }
    const PlaceDesk &place() const { return m_place; }
    const MapDesk &map() const { return m_map; }
    const Bench &bench() const { return m_bench; }

    /// Checks what is on the desks before this one; nothing is done when that was checked already.
    void check();
    void checkAgain();

    bool complete() const; ///< Checked, and at least one row can be sent.

Q_SIGNALS:
    void changed();

private:
    void lookForEarlierImport();

    const Bench &m_bench;
    FileDesk &m_file;
    PlaceDesk &m_place;
    MapDesk &m_map;
    Snapshot m_snapshot;
    Draft m_checked;
    Work<CheckResult> m_checking;
    Work<std::optional<EarlierImport>> m_lookingBack;
};

} // namespace rowlift::ui
