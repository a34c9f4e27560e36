#pragma once

#include "app/check/check.h"
#include "app/draft/found_ids.h"
#include "app/report/report.h"
#include "app/run/run_list.h"
#include "ui/desk/map_desk.h"

namespace rowlift::ui {

/// Step 4: every row against every rule, before anything is sent. Where records are looked up (an update by
/// an address, say), that is done when the rows have been checked; what came of it is checked then as well.
class CheckDesk : public QObject {
    Q_OBJECT

public:
    enum class State { NotYet, Checking, Checked, Failed };

    /// What a look-up of records has come to. Nothing is changed by one.
    struct LookUp {
        enum class State {
            NotNeeded,
            NotYet,
            Running,
            Done,
            Failed,
            Stopped ///< By the person.
        };
        State state = State::NotNeeded;
        qint64 rowsSoFar = 0;
        LookUpSum sum = {}; ///< Done.
        Error error = {}; ///< Failed: why.
        /// Of nameField(), as the person wished: nothing has to wait for it when it comes to nothing.
        bool ofNames = false;

        bool isUnderWay() const { return state == State::NotYet || state == State::Running; }
        bool isOpen() const
        {
            return ofNames ? isUnderWay() : state != State::NotNeeded && state != State::Done;
        }
    };

    /// What it takes to look the records up that rows name (nameField()).
    struct LookUpCost {
        qint64 values = 0; ///< Different ones: each is asked for once.
        qint64 calls = 0; ///< About.
        std::optional<Gauge> left; ///< Of the account's calls, where it tells.
    };

    struct Snapshot {
        State state = State::NotYet;
        qint64 rowsSoFar = 0;
        CheckResult result;
        /// Checked: rows of the same content went to the same place before. Known a little later.
        std::optional<EarlierImport> earlier;
        Error error; ///< Failed: why (the file changed, or cannot be read any more).
        LookUp lookUp;
        std::optional<LookUpCost> cost; ///< Checked, with a nameField(). Known a little later.
        bool sendsUnfound = false; ///< Draft::sendsUnfound
        std::optional<JobKind> kind; ///< Checked: how what is ready is sent.
        std::vector<Need> needs; ///< Of the account's limits. Known a little later, if at all.

        qint64 leftOut() const { return static_cast<qint64>(result.problemRecords.size()); }
        qint64 ready() const { return result.rows - leftOut(); }
        qint64 recordsDeleted() const; ///< A record that several rows name is deleted once.
        const Need *unmet() const; ///< What the account has not enough of; null: nothing is known of that.
        const ProblemGroup *group(Rule rule) const; ///< Null: no row has it.
    };

    CheckDesk(const Bench &bench, FileDesk &file, PlaceDesk &place, MapDesk &map, QObject *parent = nullptr);
    ~CheckDesk() override;

    const Snapshot &snapshot() const { return m_snapshot; }
    FileDesk &file() const { return m_file; }
    PlaceDesk &place() const { return m_place; }
    const MapDesk &map() const { return m_map; }
    const Bench &bench() const { return m_bench; }

    /// Checks what is on the desks before this one; nothing is done when that was checked already.
    void check();
    void checkAgain();
    void stopLookUp();
    void lookUpAgain(); ///< After it failed or was stopped.
    /// The field whose values name records of another kind, which can be looked up before anything is sent
    /// (Draft::checkedField). Null: there is none, or nothing goes there.
    const Field *nameField() const;
    /// Looks those records up, whatever was known of them before.
    void lookUpNames();
    void setSendsUnfound(bool sends); ///< Draft::sendsUnfound
    /// Writes the rows that the look-up has left out, with what was looked up, as CSV; of nameField() the
    /// values that were not found, each once.
    void saveNotFound(const QString &path);

    /// Checked, looked up where that is needed, and at least one row can be sent.
    bool complete() const;
    Draft draft() const; ///< What would be run.

Q_SIGNALS:
    void changed();
    void listSaved(const rowlift::SavedReport &list);
    void listFailed(const rowlift::Error &error);

private:
    struct LookedUp {
        QString path; ///< Draft::found
        LookUpSum sum;
    };

    void takeCheck();
    void takeLookUp();
    void takeWays();
    void dropNames();
    void settleWithoutLookUp();
    void askCost();
    void forgetResult();
    void startCheck();
    void lookUp();
    void settleHowItIsSent();
    void lookForEarlierImport();
    Draft toCheck() const;

    const Bench &m_bench;
    FileDesk &m_file;
    PlaceDesk &m_place;
    MapDesk &m_map;
    Snapshot m_snapshot;
    Draft m_checked;
    QString m_found; ///< Draft::found of what is checked; empty: not looked up yet.
    QString m_known; ///< What was looked up last: it may hold for another check of the same values.
    QStringList m_foundFiles; ///< All that were made; they go with this desk.
    QString m_names; ///< Draft::checkedField; empty: nobody has wished for it.
    bool m_onlyKnown = false; ///< The look-up under way is to ask nobody.
    SeveralFound m_several = SeveralFound::LeaveOut; ///< As it was checked.
    Draft m_asked; ///< What the needs were asked for.
    qint64 m_askedRows = -1;
    Work<CheckResult> m_checking;
    Work<std::optional<EarlierImport>> m_lookingBack;
    Work<LookedUp> m_lookingUp;
    Work<std::vector<Need>> m_askingNeeds;
    Work<LookUpCost> m_askingCost;
    Work<SavedReport> m_savingList;
};

} // namespace rowlift::ui
