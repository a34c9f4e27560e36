#include "ui/pages/result_notices.h"

#include "ui/pages/run_notices.h"
#include "ui/pages/run_words.h"

#include <QFileInfo>
#include <QLocale>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

/// The words of the page that these stand on.
struct ResultWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::ui::ResultsPage)
};

/// Rows with one of \a outcomes, and how many records they are.
QString bothWays(const Tally &tally, std::initializer_list<Outcome> outcomes)
{
    qint64 records = 0;
    qint64 rows = 0;
    for (const Outcome outcome : outcomes) {
        records += tally.recordsOf(outcome);
        rows += tally.of(outcome);
    }
    return recordsAndRows(records, rows);
}

QString timeWords(const QDateTime &when)
{
    return QLocale().toString(when.toLocalTime().time(), QLocale::ShortFormat);
}

Notice interruptedNotice(const RunDesk &desk)
{
    const auto &snapshot = desk.snapshot();
    QStringList words;
    if (!snapshot.error.sentence.isEmpty())
        words << snapshot.error.sentence;
    else if (!snapshot.results.endMessage.isEmpty()) // why it waits
        words << snapshot.results.endMessage;
    else
        words << ResultWords::tr("This import was left before its end.");
    if (snapshot.errand == RunErrand::Ask && snapshot.error.sentence.isEmpty()) {
        words << (snapshot.asked
                      //: %1 "Salesforce"
                      ? ResultWords::tr("%1 was asked what has arrived; nothing was sent.")
                            .arg(desk.serviceName())
                      : ResultWords::tr("Nothing was on its way."));
    }
    words << ResultWords::tr(
        "Nothing is lost: rows that are in stay in, and nothing is sent twice when you continue.");
    return { .id = u"interrupted"_s,
             .kind = Notice::Kind::HeadsUp,
             .text = words.join(u' '),
             .buttons = { { u"stop"_s, ResultWords::tr("Stop here") } },
             .dismissible = false };
}

/// It was stopped, and the service goes on with what nobody can call back.
Notice stoppedNotice(const RunDesk &desk)
{
    const auto &snapshot = desk.snapshot();
    const auto rows = static_cast<int>(snapshot.results.tally.of(Outcome::Waiting));
    QString words
        //: %1 "Marketo"
        = ResultWords::tr(
              "%Ln row(s) are still with %1, which cannot be told to drop them. Their results are "
              "fetched when Rowlift starts, or when you ask for them.",
              nullptr, rows)
              .arg(desk.serviceName());
    if (snapshot.errand == RunErrand::Ask) {
        words += u' '
            + (snapshot.error.sentence.isEmpty()
                   //: %1 "12:18"
                   ? ResultWords::tr("Asked at %1: not all are there yet.").arg(timeWords(snapshot.askedAt))
                   : snapshot.error.sentence);
    }
    return {
        .id = u"stopped"_s, .kind = Notice::Kind::Info, .text = words, .buttons = {}, .dismissible = false
    };
}

/// Parts of which nobody can tell whether they arrived: the person may know, or ask again.
Notice unconfirmedNotice(const RunDesk &desk, const std::vector<qint64> &parts)
{
    const RunResults &results = desk.snapshot().results;
    const auto rows = static_cast<int>(results.tally.of(Outcome::Unknown));
    //: %1 "part 7" or "parts 7 and 9"
    const QString what = results.plan.draft.target.groupsRows()
        ? ResultWords::tr("We could not hear whether %1 arrived: %2 may be in or not.")
              .arg(partsInSentence(parts), bothWays(results.tally, { Outcome::Unknown }))
        : ResultWords::tr("We could not hear whether %1 arrived: %Ln row(s) may be in or not.", nullptr, rows)
              .arg(partsInSentence(parts));
    Notice notice { .id = u"unknown"_s,
                    .kind = Notice::Kind::HeadsUp,
                    .text = what + u' ' + sendingAgainMeans(desk),
                    .buttons = {},
                    .dismissible = false };
    if (desk.snapshot().asked && desk.snapshot().errand == RunErrand::Ask) {
        notice.text += u' '
            //: %1 "12:18"
            + ResultWords::tr("Asked at %1: still unknown.").arg(timeWords(desk.snapshot().askedAt));
    }
    if (desk.service()) {
        notice.buttons = { { u"check"_s, ResultWords::tr("Check again") },
                           { u"sendAgain"_s, ResultWords::tr("Send %Ln row(s) again", nullptr, rows) },
                           { u"leaveUnknown"_s, ResultWords::tr("Leave it") } };
    }
    return notice;
}

/// What the service counts otherwise than it names. Of many parts the first ones are told.
std::optional<Notice> differenceNotice(const RunResults &results)
{
    constexpr qsizetype mostTold = 3;
    QStringList words = results.differences();
    if (words.isEmpty())
        return {};
    const auto more = static_cast<int>(words.size() - mostTold);
    words = words.mid(0, mostTold);
    if (more > 0)
        words << ResultWords::tr("The same is so of %Ln further part(s).", nullptr, more);
    return Notice {
        .id = u"difference"_s, .kind = Notice::Kind::HeadsUp, .text = words.join(u' '), .buttons = {}
    };
}

/// ", 12 with warnings"; empty when there are none.
QString warnedWords(const Tally &tally)
{
    return tally.warned == 0
        ? QString()
        : u", "_s + ResultWords::tr("%Ln with warnings", nullptr, static_cast<int>(tally.warned));
}

QString unsentWords(const Tally &tally)
{
    const auto notSent = static_cast<int>(tally.of(Outcome::NotSent));
    const auto untouched = static_cast<int>(tally.of(Outcome::NotProcessed));
    QStringList words;
    if (notSent > 0 || untouched == 0)
        words << ResultWords::tr("%Ln were not sent", nullptr, notSent);
    if (untouched > 0)
        words << ResultWords::tr("%Ln were not processed", nullptr, untouched);
    return words.join(u", "_s);
}

QString stoppedHeading(const Tally &tally)
{
    QStringList words { ResultWords::tr("Stopped: %Ln row(s) are in", nullptr, static_cast<int>(tally.in())),
                        ResultWords::tr("%1 failed").arg(QLocale().toString(tally.of(Outcome::Failed))),
                        unsentWords(tally) };
    if (tally.of(Outcome::Waiting) > 0)
        words << ResultWords::tr("%Ln wait for their results", nullptr,
                                 static_cast<int>(tally.of(Outcome::Waiting)));
    if (tally.of(Outcome::Unknown) > 0)
        words << ResultWords::tr("of %1 nobody knows").arg(QLocale().toString(tally.of(Outcome::Unknown)));
    return words.join(u", "_s);
}

/// What was sent twice may be there twice, whatever the numbers say.
Notice sentTwiceNotice(const RunResults &results)
{
    const auto rows = static_cast<int>(results.sentTwice());
    const bool adds = results.plan.draft.target.operation == Operation::Insert;
    return { .id = u"sentTwice"_s,
             .kind = Notice::Kind::HeadsUp,
             .text = adds
                 ? ResultWords::tr("%Ln row(s) were sent a second time; they may be in twice.", nullptr, rows)
                 : ResultWords::tr("%Ln row(s) were sent a second time.", nullptr, rows),
             .buttons = {},
             .dismissible = false };
}

/// Calls that took none of their rows because of some: what became of the others.
std::optional<Notice> refusedNotice(const RunResults &results)
{
    const QLocale locale;
    const RefusedCalls calls = results.refusedCalls();
    if (calls.again == 0)
        return {};
    const QString refused = locale.toString(calls.refused);
    const auto all = static_cast<int>(calls.refused + calls.again);
    return Notice {
        .id = u"refused"_s,
        .kind = Notice::Kind::Info,
        .text = calls.in == calls.again
            //: %1 how many were refused, %2 how many were not
            ? ResultWords::tr("%1 of %Ln row(s) were refused; the other %2 were sent again and are in.",
                              nullptr, all)
                  .arg(refused, locale.toString(calls.again))
            : ResultWords::tr("%1 of %Ln row(s) were refused; the other %2 were sent again, and %3 of them "
                              "are in.",
                              nullptr, all)
                  .arg(refused, locale.toString(calls.again), locale.toString(calls.in)),
        .buttons = {}
    };
}

/// Where what was there before is kept.
std::optional<Notice> copyNotice(const RunResults &results)
{
    if (results.copyFolder.isEmpty())
        return {};
    return Notice { .id = u"copy"_s,
                    .kind = Notice::Kind::Info,
                    .text = results.plan.draft.target.operation == Operation::Delete
                        ? ResultWords::tr("A copy of every deleted record is in the folder of this import.")
                        : ResultWords::tr("What the records held before is in the folder of this import."),
                    .buttons = { { u"copies"_s, ResultWords::tr("Open folder") } } };
}

/// resultHeading() of an import whose records are made of several rows each.
QString groupsHeading(const RunResults &results, bool soFar)
{
    const Tally &tally = results.tally;
    const QString in = bothWays(tally, { Outcome::Added, Outcome::Updated, Outcome::Deleted, Outcome::In });
    const bool stopped = results.end == RunState::Stopped || results.wasStopped;
    const bool all = tally.needingALook() == 0 && tally.in() == results.plan.rows;
    //: %1 "12 records (30 rows)"
    QStringList words { (soFar         ? ResultWords::tr("So far %1 are in")
                             : stopped ? ResultWords::tr("Stopped: %1 are in")
                             : results.end == RunState::Interrupted
                             ? ResultWords::tr("Interrupted: %1 are in")
                             : all ? ResultWords::tr("All %1 are in")
                                   : ResultWords::tr("%1 are in"))
                            .arg(in) };
    if (tally.of(Outcome::Failed) > 0)
        words << ResultWords::tr("%1 failed").arg(bothWays(tally, { Outcome::Failed }));
    if (stopped)
        words << unsentWords(tally);
    else if (tally.of(Outcome::NotProcessed) > 0)
        words << ResultWords::tr("%1 not processed").arg(bothWays(tally, { Outcome::NotProcessed }));
    if (tally.of(Outcome::Unknown) > 0)
        words << ResultWords::tr("of %1 nobody knows").arg(bothWays(tally, { Outcome::Unknown }));
    return words.join(u", "_s);
}

/// resultHeading() of an import that deletes.
QString deleteHeading(const RunResults &results, bool soFar)
{
    const QLocale locale;
    const Tally &tally = results.tally;
    const auto deleted = static_cast<int>(tally.in());
    const QString failed = locale.toString(tally.of(Outcome::Failed));
    const QString unknown = tally.of(Outcome::Unknown) == 0
        ? QString()
        : u", "_s + ResultWords::tr("of %1 nobody knows").arg(locale.toString(tally.of(Outcome::Unknown)));
    if (soFar)
        return ResultWords::tr("So far the records of %Ln row(s) are deleted, %1 failed", nullptr, deleted)
            .arg(failed);
    if (results.end == RunState::Interrupted) {
        return ResultWords::tr("Interrupted: the records of %1 of %Ln row(s) are deleted", nullptr,
                               static_cast<int>(results.plan.rows))
                   .arg(locale.toString(deleted))
            + unknown;
    }
    if (results.end == RunState::Stopped) {
        return ResultWords::tr("Stopped: the records of %Ln row(s) are deleted, %1 failed, %2", nullptr,
                               deleted)
                   .arg(failed, unsentWords(tally))
            + unknown;
    }
    if (deleted == 0 && tally.of(Outcome::Failed) > 0 && unknown.isEmpty())
        return ResultWords::tr("Nothing was deleted — every row failed");
    if (tally.of(Outcome::Failed) > 0 || !unknown.isEmpty())
        return ResultWords::tr("The records of %Ln row(s) are deleted, %1 failed", nullptr, deleted)
                   .arg(failed)
            + unknown;
    return tally.needingALook() == 0
        ? ResultWords::tr("The records of all %Ln row(s) are deleted", nullptr, deleted)
        : ResultWords::tr("The records of %Ln row(s) are deleted", nullptr, deleted);
}

} // namespace

bool sendingAgainAsksFirst(const RunResults &results)
{
    return results.plan.draft.target.operation == Operation::Insert;
}

Notice sendAgainQuestion(const RunDesk &desk)
{
    const RunResults &results = desk.snapshot().results;
    return { .id = u"unknown"_s,
             .kind = Notice::Kind::Problem,
             .text = sendingAgainMeans(desk) + u' '
                 + ResultWords::tr("Rowlift cannot take that back, and it stays on record."),
             .buttons = { { u"keep"_s, ResultWords::tr("Do not send them") },
                          { u"sendAgainSurely"_s,
                            ResultWords::tr("Send %Ln row(s) again", nullptr,
                                            static_cast<int>(results.tally.of(Outcome::Unknown))) } },
             .dismissible = false };
}

QList<Notice> resultNotices(const RunDesk &desk)
{
    const RunResults &results = desk.snapshot().results;
    QList<Notice> notices;
    if (desk.snapshot().looking)
        return notices;
    if (results.wasStopped)
        notices << stoppedNotice(desk);
    else if (results.end == RunState::Interrupted)
        notices << interruptedNotice(desk);
    else if (const QString &why
             = results.endMessage.isEmpty() ? desk.snapshot().error.sentence : results.endMessage;
             !why.isEmpty())
        notices << Notice { .id = u"end"_s, .kind = Notice::Kind::Problem, .text = why, .buttons = {} };
    if (const auto difference = differenceNotice(results))
        notices << *difference;
    if (const auto parts = results.unconfirmed(); !parts.empty()) {
        notices << unconfirmedNotice(desk, parts);
    } else if (results.tally.of(Outcome::Unknown) > 0) {
        notices << Notice { .id = u"unknown"_s,
                            .kind = Notice::Kind::HeadsUp,
                            .text
                            = ResultWords::tr("For %Ln row(s) nobody can tell whether they are in. They "
                                              "are not sent again by themselves.",
                                              nullptr, static_cast<int>(results.tally.of(Outcome::Unknown))),
                            .buttons = {} };
    }
    if (results.sentTwice() > 0)
        notices << sentTwiceNotice(results);
    if (const auto refused = refusedNotice(results))
        notices << *refused;
    if (const auto copy = copyNotice(results))
        notices << *copy;
    const auto &map = desk.check().map().snapshot();
    if (map.ready && map.profile.isEmpty() && results.tally.in() > 0) {
        notices << Notice { .id = u"profile"_s,
                            .kind = Notice::Kind::Info,
                            .text = ResultWords::tr(
                                "Save this mapping as a profile, and the next import takes two clicks."),
                            .buttons = { { u"save"_s, ResultWords::tr("Save mapping profile…") } } };
    }
    return notices;
}

std::optional<Notice> fileNotice(const RunResults &results)
{
    if (!results.fileLooked || results.fileThere)
        return {};
    return Notice { .id = u"file"_s,
                    .kind = Notice::Kind::HeadsUp,
                    .text = ResultWords::tr("“%1” is gone or has changed since this import. Numbers and "
                                            "reasons are shown; the rows cannot be.")
                                .arg(QFileInfo(results.plan.draft.file).fileName()),
                    .buttons = {} };
}

QString resultHeading(const RunResults &results, bool soFar)
{
    const QLocale locale;
    const Tally &tally = results.tally;
    const auto in = static_cast<int>(tally.in());
    const QString failed = locale.toString(tally.of(Outcome::Failed));
    if (results.plan.draft.target.operation == Operation::Delete)
        return deleteHeading(results, soFar);
    if (results.plan.draft.target.groupsRows() && in > 0)
        return groupsHeading(results, soFar);
    if (soFar)
        return ResultWords::tr("So far %Ln row(s) are in, %1 failed", nullptr, in).arg(failed);
    if (results.end == RunState::Interrupted && !results.wasStopped) {
        const QString words = ResultWords::tr("Interrupted: %1 of %Ln row(s) are in", nullptr,
                                              static_cast<int>(results.plan.rows))
                                  .arg(locale.toString(in));
        return tally.of(Outcome::Unknown) == 0 ? words
                                               : words + u", "_s
                + ResultWords::tr("of %1 nobody knows").arg(locale.toString(tally.of(Outcome::Unknown)));
    }
    if (results.end == RunState::Stopped || results.wasStopped)
        return stoppedHeading(tally);
    if (tally.of(Outcome::Unknown) > 0) {
        return ResultWords::tr("%Ln row(s) are in, %1 failed, of %2 nobody knows", nullptr, in)
            .arg(failed, locale.toString(tally.of(Outcome::Unknown)));
    }
    if (in == 0 && tally.of(Outcome::Failed) > 0) {
        const bool same = std::ranges::count(results.reasons, Outcome::Failed, &ReasonGroup::outcome) == 1;
        return same ? ResultWords::tr("Nothing was imported — every row failed for the same reason")
                    : ResultWords::tr("Nothing was imported — every row failed");
    }
    const qint64 untouched = tally.of(Outcome::NotProcessed);
    const QString rest = untouched == 0
        ? QString()
        : u", "_s + ResultWords::tr("%1 not processed").arg(locale.toString(untouched));
    if (tally.of(Outcome::Failed) > 0)
        return ResultWords::tr("%Ln row(s) are in, %1 failed", nullptr, in).arg(failed) + rest
            + warnedWords(tally);
    return (tally.needingALook() == 0 ? ResultWords::tr("All %Ln row(s) are in", nullptr, in)
                                      : ResultWords::tr("%Ln row(s) are in", nullptr, in))
        + warnedWords(tally);
}

} // namespace rowlift::ui
