#pragma once

#include "app/run/ledger.h"
#include "tests/support/page_window.h"
#include "tests/support/ui_bench.h"
#include "tests/unit/run/toy_service.h"
#include "ui/pages/import_page.h"
#include "ui/pages/results_page.h"

#include <QLabel>
#include <QSet>

#include <atomic>
#include <condition_variable>
#include <mutex>

namespace rowlift::testing {

/// The computer's clock, twenty times as fast, which can be moved on as if the computer had slept.
class QuickClock : public SystemClock {
public:
    static constexpr int times = 20;

    QDateTime now() const override
    {
        return m_began.addMSecs(SystemClock::elapsed().count() * times - m_from.count() * times + m_asleep);
    }
    std::chrono::milliseconds elapsed() const override { return SystemClock::elapsed() * times; }
    bool sleepFor(std::chrono::milliseconds duration, std::stop_token stop) override
    {
        return SystemClock::sleepFor(duration / times, stop);
    }
    void sleepWith(std::chrono::milliseconds duration) { m_asleep += duration.count(); }

private:
    QDateTime m_began = QDateTime::currentDateTimeUtc();
    std::chrono::milliseconds m_from = SystemClock::elapsed();
    std::atomic<qint64> m_asleep = 0;
};

/// A service in memory under the test's hand. Rows whose name begins with "bad" or "gone" fail, with
/// "busy" as well, but may pass later, and with "dup" because of a record that is there. Used by all lanes at
/// once. It takes rows in parts ("toy"), in calls of up to ten of which all or none get in ("toy-calls"), and
/// one by one
/// ("toy-one"). Through its queue ("toy-queue") it tells of exceptions alone: of rows that failed, and of
/// those whose name begins with "odd", which it warns of. By keys ("toy-keys") rows of one name can be one
/// record, and it tells the names that failed, when all of a part is done.
class ToyFarEnd {
public:
    /// What a submit comes to before anything has arrived; empty: nothing is in its way.
    void refuse(const std::optional<Error> &error);
    /// The service goes on working on what it has until false.
    void hold(bool held);
    /// Submits end without an answer after all has arrived, and nobody can tell later.
    void loseReplies(bool lost);
    void forgive(bool forgives); ///< Every row is taken.
    void miscount(qint64 by); ///< So many more failed, as it counts, than it names.
    int submitsOf(const QString &kind) const;
    int submits() const; ///< Calls that brought rows.
    int recovers() const;
    int stored() const; ///< Rows that it has taken, those that are there twice included.
    qint64 partRows = 10;

    std::unique_ptr<PartLoader> makeLoader(const JobKind &kind, Operation operation);

private:
    friend class ToyLine;
    friend class ToyCalls;
    friend class ToyQueue;
    friend class ToyKeys;

    PlacedResult judge(const QString &name, Operation operation) const;

    mutable std::mutex m_mutex;
    std::optional<Error> m_refusal;
    bool m_held = false;
    bool m_loses = false;
    int m_submits = 0;
    int m_recovers = 0;
    int m_jobs = 0;
    bool m_forgives = false;
    qint64 m_miscount = 0;
    std::map<QString, int> m_submitsOf; ///< By kind.
    std::map<QString, QStringList> m_rows; ///< By ticket: names, in the order of the part.
    QSet<QString> m_dropped;
};

/// A run of toy rows with its desk and its two pages, each in a window of its own.
class RunStage {
public:
    explicit RunStage(qint64 rowsOfAPart = 10);
    ~RunStage();

    /// A ledger of a run over rows of these names, not begun. \a service as in its account. \a shape has the
    /// last word on its plan.
    QString freeze(const QStringList &names, const QString &service = QStringLiteral("toy"));
    static QStringList names(int good, int bad = 0, int goodBehind = 0);
    /// Freezes one and sends it, with the import page in view.
    QString begin(const QStringList &names);
    /// One that was left in its middle: its first part has been settled, others were not sent.
    QString leaveOne(const QStringList &names);

    QString text(const QString &name) const { return page.findChild<QLabel *>(name)->text(); }
    bool shows(const QString &name) const;
    /// One that is over, with its results in view.
    QString finish(const QStringList &names);
    bool isAt(ui::RunDesk::Stage stage) const { return desk.snapshot().stage == stage; }
    bool ended() const { return isAt(ui::RunDesk::Stage::Ended); }
    const ui::RunResults &results() const { return desk.snapshot().results; }

    std::function<void(RunPlan &)> shape;
    double brakeShare = 1.0; ///< Never, unless a test wants it.
    ToyFarEnd farEnd;
    QuickClock clock;
    UiBench bench;
    Services services;
    ui::Bench own;
    ui::FileDesk file { own };
    ui::PlaceDesk place { own, file };
    ui::MapDesk map { own, file, place };
    ui::CheckDesk check { own, file, place, map };
    ui::RunDesk desk { own, check };
    ui::ImportPage page { desk };
    ui::ResultsPage resultsPage { desk };
    PageWindow window { page };
    bool showsResults = true; ///< Else its window stays away, as behind that of another program.
    PageWindow resultsWindow { resultsPage };
    QStringList said; ///< What a screen reader was told by the import page.

private:
    int m_frozen = 0;
};

} // namespace rowlift::testing
