#include "ui/pages/run_words.h"

#include "app/run/outcome_text.h"

#include <QLocale>

#include <algorithm>

namespace rowlift::ui {

namespace {

struct RunWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::ui::RunWords)
};

struct Look {
    Outcome outcome;
    Mark mark;
    Color color;
    bool always; ///< Shown without rows as well.
};

constexpr Look looks[] {
    { Outcome::Added, Mark::In, Color::Ok, true },
    { Outcome::Updated, Mark::In, Color::Ok, false },
    { Outcome::Deleted, Mark::In, Color::Ok, false },
    { Outcome::In, Mark::In, Color::Ok, false },
    { Outcome::Failed, Mark::Failed, Color::Problem, true },
    { Outcome::LeftOut, Mark::LeftOut, Color::Text2, false },
    { Outcome::NotProcessed, Mark::NotSent, Color::Text2, false },
    { Outcome::Waiting, Mark::Waiting, Color::Text2, false },
    { Outcome::NotSent, Mark::NotSent, Color::Text2, false },
    { Outcome::Unknown, Mark::Unknown, Color::Info, false },
};

PartStanding standingOf(const PartLine &part, bool paused)
{
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
        return part.failed > 0 ? PartStanding::DoneWithFailures : PartStanding::Done;
    case PartState::Failed:
        return PartStanding::Failed;
    case PartState::Aborted:
        return PartStanding::Stopped;
    case PartState::Unconfirmed:
        return PartStanding::Unknown;
    }
    return PartStanding::Unknown;
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

} // namespace

QList<OutcomeCount> outcomeCounts(const Tally &tally, bool whileRunning)
{
    QList<OutcomeCount> counts;
    for (const Look &look : looks) {
        const qint64 rows = tally.of(look.outcome);
        // While it runs, what comes and goes keeps its place, so that nothing jumps.
        const bool steady
            = whileRunning && (look.outcome == Outcome::Waiting || look.outcome == Outcome::NotSent);
        if (rows == 0 && !look.always && !steady)
            continue;
        counts << OutcomeCount { .id = outcomeId(look.outcome),
                                 .count = rows,
                                 .word = outcomeText(look.outcome),
                                 .mark = look.mark,
                                 .color = rows == 0 ? Color::Text2 : look.color };
    }
    return counts;
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
    std::ranges::stable_sort(shares, {},
                             [](const OutcomeShare &share) { return share.color != Color::OkMark; });
    return shares;
}

PartBox partBox(const PartLine &part, bool paused)
{
    const QLocale locale;
    PartBox box { .number = static_cast<int>(part.number),
                  .standing = standingOf(part, paused),
                  .sent = 0,
                  .word = {},
                  .detail = {} };
    if (box.standing == PartStanding::Sending && part.bytes > 0) {
        box.sent = std::min(1.0, static_cast<double>(part.sentBytes) / static_cast<double>(part.bytes));
        box.detail = RunWords::tr("%1 of %2")
                         .arg(locale.formattedDataSize(part.sentBytes), locale.formattedDataSize(part.bytes));
    } else if (box.standing == PartStanding::WithService && part.processed > 0) {
        box.detail
            = RunWords::tr("%1 of %2 rows").arg(locale.toString(part.processed), locale.toString(part.rows));
    } else if (box.standing == PartStanding::DoneWithFailures) {
        box.detail = RunWords::tr("%1 of %2 rows failed")
                         .arg(locale.toString(part.failed), locale.toString(part.rows));
    }
    return box;
}

QString partNews(const PartLine &part)
{
    const QLocale locale;
    switch (part.state) {
    case PartState::Opening:
        return RunWords::tr("Part %1 is being sent.").arg(part.number);
    case PartState::Remote:
        return RunWords::tr("Part %1 has arrived and is being worked on.").arg(part.number);
    case PartState::Aborting:
        return RunWords::tr("The service is asked to drop what it has not done of part %1.").arg(part.number);
    case PartState::Collecting:
        return RunWords::tr("The results of part %1 are being read.").arg(part.number);
    case PartState::Settled:
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
    case PartState::Uploading:
    case PartState::Closing:
        break;
    }
    return {};
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
