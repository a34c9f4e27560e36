#pragma once

#include "app/run/run_snapshot.h"
#include "app/service/job_kind.h"
#include "ui/grid/grid_source.h"
#include "ui/widgets/outcome_counters.h"
#include "ui/widgets/parts_strip.h"
#include "ui/widgets/progress_bar.h"

#include <QCoreApplication>

#include <chrono>
#include <optional>

namespace rowlift::ui {

/// What a run's numbers are called on the pages Import and Results.

/// Whose words they are: the service's name, and the way of loading, as far as it is known.
struct RunTalk {
    RunTalk(const QString &name, const std::optional<JobKind> &way = {})
        : service(name)
        , kind(way)
    {
    }
    /// Parts wait in a queue of the service before it works on them.
    bool queues() const { return kind && kind->workedAtOnce > 0 && !kind->answersAtOnce; }
    /// Nothing is heard of a part until all of it is done.
    bool tellsAtEnd() const { return tellsExceptions() && !queues() && !kind->answersAtOnce; }
    /// It names the rows that failed or that it warns of; the others are in, and nobody knows which were new.
    bool tellsExceptions() const
    {
        return kind && (kind->naming == ResultNaming::Exceptions || kind->naming == ResultNaming::Keys);
    }
    /// What is in has a key of the person's own: a record that was there with the same one is replaced.
    bool replaces() const { return kind && kind->naming == ResultNaming::Keys; }

    QString service;
    std::optional<JobKind> kind;
};

/// The counters of a tally: in order of the sum line, those without rows left out (but for failed and what
/// \a operation is about).
QList<OutcomeCount> outcomeCounts(const Tally &tally, bool whileRunning, Operation operation,
                                  const RunTalk &talk);
/// The same while it runs: rows that wait to be tried again by themselves have not failed for good.
QList<OutcomeCount> outcomeCounts(const RunSnapshot &run, Operation operation, const RunTalk &talk);
/// "12 record(s) (30 row(s))"
QString recordsAndRows(qint64 records, qint64 rows);
/// How many those are.
qint64 busyRows(const RunSnapshot &run);
/// The stretches of the bar over a tally's rows: what is in comes first.
QList<OutcomeShare> outcomeShares(const Tally &tally);
/// How a part stands, without words: quick.
PartBox partBox(const PartLine &part, bool paused);
/// The same with its words.
PartBox partBox(const PartLine &part, bool paused, const RunTalk &talk);
/// "Part 3 is done, 12 of 10,000 rows failed"; empty where there is nothing to say.
QString partNews(const PartLine &part, const RunTalk &talk);
/// The same of one that came of what another one left behind.
QString leftOverNews(const PartLine &part);
/// How a part stands now: "Part 4: done, 431 of 100,412 rows failed".
QString partSentence(const PartLine &part, bool paused, const RunTalk &talk);
/// "2 of your parts are in Marketo's queue, 2 wait here."; empty where the service has none, or where what a
/// part says of itself is enough.
QString queueSentence(const PartLines &parts, const RunTalk &talk);
/// "Part 5 is already with Salesforce and will finish."; empty when none is.
QString underWaySentence(const PartLines &parts, const QString &service);
/// "part 7", "parts 7 and 9", "%n parts" when they are many.
QString partsInSentence(const std::vector<qint64> &numbers);
GridMark gridMarkOf(Outcome outcome);
/// Of a row that is in: "Imported, but: not a valid e-mail address".
QString butInWords(const QString &warning);
/// Coarse: "about 6 min left", "less than a minute left".
QString timeLeftWords(std::chrono::milliseconds left);

} // namespace rowlift::ui
