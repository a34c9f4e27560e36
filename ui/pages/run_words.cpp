#include "ui/pages/run_words.h"

#include "app/run/outcome_text.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

struct RunWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::ui::RunWords)
};

struct Look {
    Outcome outcome;
    Mark mark;
    Color color;
};

constexpr Look looks[] {
    { Outcome::Added, Mark::In, Color::Ok },
    { Outcome::Updated, Mark::In, Color::Ok },
    { Outcome::Deleted, Mark::In, Color::Ok },
    { Outcome::In, Mark::In, Color::Ok },
    { Outcome::Failed, Mark::Failed, Color::Problem },
    { Outcome::LeftOut, Mark::LeftOut, Color::Text2 },
    { Outcome::NotProcessed, Mark::NotSent, Color::Text2 },
    { Outcome::Waiting, Mark::Waiting, Color::Text2 },
    { Outcome::NotSent, Mark::NotSent, Color::Text2 },
    { Outcome::Unknown, Mark::Unknown, Color::Info },
};

/// What an import of this kind is about.
Outcome aimOf(Operation operation, const RunTalk &talk)
{
    if (talk.tellsExceptions())
        return Outcome::In;
    switch (operation) {
    case Operation::Insert:
    case Operation::Upsert:
        break;
    case Operation::Update:
        return Outcome::Updated;
    case Operation::Delete:
        return Outcome::Deleted;
    }
    return Outcome::Added;
}

PartStanding standingOf(const PartLine &part, bool paused)
{
    if (part.savesCopy)
        return PartStanding::Sending;
    switch (part.state) {
    case PartState::Planned:
    case PartState::Waiting:
        return paused ? PartStanding::Paused : PartStanding::Waiting;
    case PartState::Opening:
    case PartState::Uploading:
    case PartState::Closing:
        return PartStanding::Sending;
    case PartState::Remote:
    case PartState::Aborting:
        return PartStanding::WithService;
    case PartState::Collecting:
        return PartStanding::Collecting;
    case PartState::Settled:
        return part.untouched > 0 ? PartStanding::Stopped
            : part.failed > 0     ? PartStanding::DoneWithFailures
                                  : PartStanding::Done;
    case PartState::Failed:
        return PartStanding::Failed;
    case PartState::Aborted:
        return PartStanding::Stopped;
    case PartState::Unconfirmed:
        return PartStanding::Unknown;
    }
    return PartStanding::Unknown;
}

constexpr qint64 megabyte = 1'000'000;

QString megabytes(qint64 bytes)
{
    return QLocale().toString(bytes / megabyte);
}

Color shareColor(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Added:
    case Outcome::Updated:
    case Outcome::Deleted:
    case Outcome::In:
        return Color::OkMark;
    case Outcome::Failed:
        return Color::ProblemMark;
    case Outcome::Unknown:
        return Color::InfoMark;
    case Outcome::LeftOut:
    case Outcome::NotSent:
    case Outcome::NotProcessed:
    case Outcome::Waiting:
        return Color::ControlLine;
    }
    return Color::ControlLine;
}

QString wordOf(Outcome outcome, Operation operation, const RunTalk &talk)
{
    if (outcome != Outcome::In || operation != Operation::Upsert)
        return outcomeText(outcome);
    return talk.replaces() ? RunWords::tr("in (new or replaced)") : RunWords::tr("in (added or updated)");
}

/// Rows are counted; of records made of several of them it is said how many they are.
QString wordOf(Outcome outcome, Operation operation, const RunTalk &talk, const Tally &tally)
{
    const QString word = wordOf(outcome, operation, talk);
    const qint64 records = tally.recordsOf(outcome);
    return records == tally.of(outcome)
        ? word
        //: %1 "failed": "30 failed, 12 records"
        : RunWords::tr("%1, %Ln record(s)", nullptr, static_cast<int>(records)).arg(word);
}

/// Warned rows are in: they are told with what they are counted in, where that is one counter only.
void addWarned(QList<OutcomeCount> &counts, const Tally &tally)
{
    if (tally.warned == 0)
        return;
    const auto warned = static_cast<int>(tally.warned);
    OutcomeCount *only = nullptr;
    qsizetype behind = 0;
    for (qsizetype at = 0; at < counts.size(); ++at) {
        if (counts[at].mark != Mark::In)
            continue;
        behind = at + 1;
        if (counts[at].count == tally.in())
            only = &counts[at];
    }
    if (only)
        only->word
            = RunWords::tr("%1, %Ln with warnings", "%1 what became of rows: in", warned).arg(only->word);
    else
        counts.insert(behind,
                      OutcomeCount { .id = u"warned"_s,
                                     .count = tally.warned,
                                     .word = RunWords::tr("of these with warnings"),
                                     .mark = Mark::HeadsUp,
                                     .color = Color::HeadsUp });
}

} // namespace

QList<OutcomeCount> outcomeCounts(const Tally &tally, bool whileRunning, Operation operation,
                                  const RunTalk &talk)
{
    QList<OutcomeCount> counts;
    for (const Look &look : looks) {
        const qint64 rows = tally.of(look.outcome);
        // While it runs, what comes and goes keeps its place, so that nothing jumps.
        const bool steady
            = whileRunning && (look.outcome == Outcome::Waiting || look.outcome == Outcome::NotSent);
        const bool always = look.outcome == Outcome::Failed || look.outcome == aimOf(operation, talk);
        if (rows == 0 && !always && !steady)
            continue;
        counts << OutcomeCount { .id = outcomeId(look.outcome),
                                 .count = rows,
                                 .word = wordOf(look.outcome, operation, talk, tally),
                                 .mark = look.mark,
                                 .color = rows == 0 ? Color::Text2 : look.color };
        if (look.outcome == Outcome::In && talk.tellsExceptions()) {
            //: %1 "Marketo"
            counts.last().hint = RunWords::tr("Sent minus failed: %1 names the rows that failed, and "
                                              "does not tell which of the others were new.")
                                     .arg(talk.service);
        }
    }
    addWarned(counts, tally);
    return counts;
}

QList<OutcomeCount> outcomeCounts(const RunSnapshot &run, Operation operation, const RunTalk &talk)
{
    const qint64 busy = busyRows(run);
    if (busy == 0)
        return outcomeCounts(run.tally, true, operation, talk);
    Tally tally = run.tally;
    tally.of(Outcome::Failed) -= busy;
    qint64 &further = tally.further[static_cast<size_t>(Outcome::Failed)];
    further = std::min(further, tally.of(Outcome::Failed));
    QList<OutcomeCount> counts = outcomeCounts(tally, true, operation, talk);
    const auto failed = std::ranges::find(counts, outcomeId(Outcome::Failed), &OutcomeCount::id);
    counts.insert(failed == counts.end() ? counts.size() : failed - counts.begin() + 1,
                  OutcomeCount { .id = u"later"_s,
                                 .count = busy,
                                 .word = RunWords::tr("to be tried again"),
                                 .mark = Mark::Waiting,
                                 .color = Color::Text2 });
    return counts;
}

QString recordsAndRows(qint64 records, qint64 rows)
{
    //: %1 "12 records", %2 "30 rows"
    return RunWords::tr("%1 (%2)", "records (rows)")
        .arg(RunWords::tr("%Ln record(s)", nullptr, static_cast<int>(records)),
             RunWords::tr("%Ln row(s)", nullptr, static_cast<int>(rows)));
}

qint64 busyRows(const RunSnapshot &run)
{
    return run.later.next.isValid() ? std::min(run.later.rows, run.tally.of(Outcome::Failed)) : 0;
}

QList<OutcomeShare> outcomeShares(const Tally &tally)
{
    QList<OutcomeShare> shares;
    for (int index = 0; index < outcomeCount; ++index) {
        const auto outcome = static_cast<Outcome>(index);
        if (tally.of(outcome) > 0)
            shares << OutcomeShare { .count = tally.of(outcome),
                                     .word = outcomeText(outcome),
                                     .color = shareColor(outcome) };
    }
    // As on the page Import: what is in, what failed, what nobody knows, the rest.
    constexpr std::array order { Color::OkMark, Color::ProblemMark, Color::InfoMark };
    std::ranges::stable_sort(shares, {}, [&order](const OutcomeShare &share) {
        return std::ranges::find(order, share.color) - order.begin();
    });
    return shares;
}

PartBox partBox(const PartLine &part, bool paused)
{
    PartBox box { .number = static_cast<int>(part.number),
                  .standing = standingOf(part, paused),
                  .sent = 0,
                  .word = {},
                  .detail = {} };
    if (part.savesCopy)
        box.sent = part.rows > 0
            ? std::min(1.0, static_cast<double>(part.copied) / static_cast<double>(part.rows))
            : 0;
    else if (box.standing == PartStanding::Sending && part.bytes > 0)
        box.sent = std::min(1.0, static_cast<double>(part.sentBytes) / static_cast<double>(part.bytes));
    return box;
}

PartBox partBox(const PartLine &part, bool paused, const RunTalk &talk)
{
    const QLocale locale;
    PartBox box = partBox(part, paused);
    switch (box.standing) {
    case PartStanding::Sending:
        if (part.savesCopy) {
            box.word = RunWords::tr("saving a copy");
            box.detail
                = RunWords::tr("%1 of %2 rows").arg(locale.toString(part.copied), locale.toString(part.rows));
            break;
        }
        if (part.bytes >= megabyte)
            box.word = RunWords::tr("sending %1/%2 MB").arg(megabytes(part.sentBytes), megabytes(part.bytes));
        box.detail = RunWords::tr("%1 of %2")
                         .arg(locale.formattedDataSize(part.sentBytes), locale.formattedDataSize(part.bytes));
        break;
    case PartStanding::WithService:
        if (part.state == PartState::Aborting)
            box.word = RunWords::tr("being dropped");
        else if (part.processed > 0)
            //: %1 "Marketo"
            box.word = talk.queues() ? RunWords::tr("being worked on by %1").arg(talk.service)
                                     : RunWords::tr("being worked on");
        else
            //: %1 "Salesforce"
            box.word = talk.queues() ? RunWords::tr("in %1's queue").arg(talk.service)
                                     : RunWords::tr("with %1").arg(talk.service);
        if (part.processed > 0)
            box.detail = RunWords::tr("%1 of %2 rows")
                             .arg(locale.toString(part.processed), locale.toString(part.rows));
        break;
    case PartStanding::DoneWithFailures:
        box.detail = RunWords::tr("%1 of %2 rows failed")
                         .arg(locale.toString(part.failed), locale.toString(part.rows));
        break;
    case PartStanding::Failed:
        box.detail = part.message;
        break;
    case PartStanding::Stopped:
        if (part.untouched > 0)
            box.detail = RunWords::tr("%1 of %2 rows were not processed")
                             .arg(locale.toString(part.untouched), locale.toString(part.rows));
        break;
    case PartStanding::Waiting:
    case PartStanding::Collecting:
    case PartStanding::Done:
    case PartStanding::Unknown:
    case PartStanding::Paused:
        break;
    }
    return box;
}

QString partSentence(const PartLine &part, bool paused, const RunTalk &talk)
{
    PartBox box = partBox(part, paused, talk);
    const bool done = box.standing == PartStanding::Done || box.standing == PartStanding::DoneWithFailures;
    if (done) // the number of those that failed says the rest
        box.word = PartsStrip::word(PartStanding::Done);
    if (box.detail.isEmpty())
        box.detail = RunWords::tr("%Ln row(s)", nullptr, static_cast<int>(part.rows));
    return PartsStrip::spoken(box);
}

namespace {

/// Of a service that says nothing of a part before its end.
QString atEndSentence(const PartLines &parts, const RunTalk &talk)
{
    const auto with = static_cast<int>(std::ranges::count(parts, PartState::Remote, &PartLine::state));
    if (with == 0)
        return {};
    //: %1 "Dotdigital"
    return RunWords::tr("%Ln of your parts are with %1, which tells how it went when a part is done.",
                        nullptr, with)
        .arg(talk.service);
}

} // namespace

QString queueSentence(const PartLines &parts, const RunTalk &talk)
{
    if (talk.tellsAtEnd())
        return atEndSentence(parts, talk);
    if (!talk.queues())
        return {};
    int queued = 0;
    int worked = 0;
    int here = 0;
    for (const PartLine &part : parts) {
        if (part.state == PartState::Remote)
            ++(part.processed > 0 ? worked : queued);
        here += part.state == PartState::Planned || part.state == PartState::Waiting ? 1 : 0;
    }
    if (queued + worked == 0)
        return {};
    QStringList words;
    if (worked > 0)
        //: %1 "Marketo"
        words << RunWords::tr("%1 works on %Ln of your parts", nullptr, worked).arg(talk.service);
    if (queued > 0) {
        //: %1 "Marketo"
        words
            << (worked > 0
                    ? RunWords::tr("%Ln in its queue", nullptr, queued)
                    : RunWords::tr("%Ln of your parts are in %1's queue", nullptr, queued).arg(talk.service));
    }
    if (here > 0)
        words << RunWords::tr("%Ln wait here", nullptr, here);
    //: A sentence: %1 "Marketo works on 1 of your parts, 2 wait here"
    QString sentence = RunWords::tr("%1.").arg(words.join(u", "));
    if (here > 0 && talk.kind->inFlight == 1)
        //: %1 "Marketo"
        sentence += u' '
            + RunWords::tr("They go one after the other: %1 takes only one of them at a time.")
                  .arg(talk.service);
    return sentence;
}

QString underWaySentence(const PartLines &parts, const QString &service)
{
    std::vector<qint64> numbers;
    for (const PartLine &part : parts) {
        if (part.state == PartState::Remote || part.state == PartState::Collecting)
            numbers.push_back(part.number);
    }
    if (numbers.empty())
        return {};
    //: %1 "Salesforce"
    return numbers.size() == 1
        ? RunWords::tr("Part %1 is already with %2 and will finish.").arg(numbers.front()).arg(service)
        : RunWords::tr("%n part(s) are already with %1 and will finish.", nullptr,
                       static_cast<int>(numbers.size()))
              .arg(service);
}

QString partsInSentence(const std::vector<qint64> &numbers)
{
    constexpr size_t mostNamed = 4;
    if (numbers.size() == 1)
        return RunWords::tr("part %1").arg(numbers.front());
    if (numbers.size() > mostNamed)
        return RunWords::tr("%n part(s)", nullptr, static_cast<int>(numbers.size()));
    QStringList names;
    for (const qint64 number : numbers)
        names << QString::number(number);
    //: %1 "5, 6 and 7"
    return RunWords::tr("parts %1").arg(QLocale().createSeparatedList(names));
}

QString partNews(const PartLine &part, const RunTalk &talk)
{
    const QLocale locale;
    switch (part.state) {
    case PartState::Opening:
    case PartState::Uploading:
    case PartState::Closing:
        return RunWords::tr("Part %1 is being sent.").arg(part.number);
    case PartState::Remote:
        if (talk.tellsAtEnd())
            //: %2 "Dotdigital"
            return RunWords::tr("Part %1 has arrived at %2.").arg(part.number).arg(talk.service);
        //: %2 "Marketo"
        return talk.queues()
            ? RunWords::tr("Part %1 has arrived and is in %2's queue.").arg(part.number).arg(talk.service)
            : RunWords::tr("Part %1 has arrived and is being worked on.").arg(part.number);
    case PartState::Aborting:
        return RunWords::tr("The service is asked to drop what it has not done of part %1.").arg(part.number);
    case PartState::Collecting:
        return RunWords::tr("The results of part %1 are being read.").arg(part.number);
    case PartState::Settled:
        if (part.untouched > 0) {
            return RunWords::tr("Part %1 was stopped, %2 of %3 rows were not processed.")
                .arg(part.number)
                .arg(locale.toString(part.untouched), locale.toString(part.rows));
        }
        return part.failed == 0 ? RunWords::tr("Part %1 is done.").arg(part.number)
                                : RunWords::tr("Part %1 is done, %2 of %3 rows failed.")
                                      .arg(part.number)
                                      .arg(locale.toString(part.failed), locale.toString(part.rows));
    case PartState::Waiting:
        return RunWords::tr("Part %1 was not taken and will be tried again.").arg(part.number);
    case PartState::Failed:
        return RunWords::tr("Part %1 was refused: %2").arg(part.number).arg(part.message);
    case PartState::Aborted:
        return RunWords::tr("Part %1 was not sent.").arg(part.number);
    case PartState::Unconfirmed:
        return RunWords::tr("Nobody can tell whether part %1 arrived. It is not sent again.")
            .arg(part.number);
    case PartState::Planned:
        break;
    }
    return {};
}

QString leftOverNews(const PartLine &part)
{
    return RunWords::tr("%Ln row(s) that a refused call kept out are sent again, as part %1.", nullptr,
                        static_cast<int>(part.rows))
        .arg(part.number);
}

GridMark gridMarkOf(Outcome outcome)
{
    switch (outcome) {
    case Outcome::LeftOut:
        return GridMark::LeftOut;
    case Outcome::NotSent:
    case Outcome::NotProcessed:
        return GridMark::NotSent;
    case Outcome::Waiting:
        return GridMark::Waiting;
    case Outcome::Added:
    case Outcome::Updated:
    case Outcome::Deleted:
    case Outcome::In:
        return GridMark::In;
    case Outcome::Failed:
        return GridMark::Failed;
    case Outcome::Unknown:
        return GridMark::Unknown;
    }
    return GridMark::None;
}

QString butInWords(const QString &warning)
{
    return RunWords::tr("Imported, but: %1").arg(warning);
}

QString timeLeftWords(std::chrono::milliseconds left)
{
    const auto minutes = static_cast<int>((left.count() + 59'999) / 60'000);
    if (minutes <= 1)
        return RunWords::tr("less than a minute left");
    if (minutes < 90)
        return RunWords::tr("about %n minute(s) left", nullptr, minutes);
    return RunWords::tr("about %n hour(s) left", nullptr, (minutes + 30) / 60);
}

} // namespace rowlift::ui
