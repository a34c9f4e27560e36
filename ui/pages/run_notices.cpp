#include "ui/pages/run_notices.h"

#include "ui/pages/run_words.h"

#include <QLocale>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

struct RunNotices {
    Q_DECLARE_TR_FUNCTIONS(rowlift::ui::RunNotices)
};

/// "10:15"; with the day, when that was another one.
QString momentWords(const QDateTime &when)
{
    const QDateTime local = when.toLocalTime();
    return local.date() == QDate::currentDate() ? QLocale().toString(local.time(), QLocale::ShortFormat)
                                                : QLocale().toString(local, QLocale::ShortFormat);
}

/// "2nd try": how often it was tried, the next one included.
QString tryWords(int tries)
{
    return RunNotices::tr("trying again (try %1)").arg(tries + 1);
}

QString helpWords()
{
    return RunNotices::tr("Nothing is lost; Rowlift goes on by itself.");
}

Notice troubleNotice(const RunTrouble &trouble, const RunDesk &desk, bool details)
{
    const bool calm = trouble.kind == Error::Kind::QueueFull; // as it is meant to be
    Notice notice { .id = u"trouble"_s,
                    .kind = calm ? Notice::Kind::Info : Notice::Kind::HeadsUp,
                    .text = troubleSentence(trouble, desk.serviceName()),
                    .buttons = {},
                    .dismissible = false };
    if (desk.paused())
        notice.text += u' ' + RunNotices::tr("It is paused: Continue tries again.");
    else
        notice.buttons << Notice::Button { u"tryNow"_s, RunNotices::tr("Try now") };
    if (details) {
        notice.text += u'\n' + trouble.sentence;
        if (!trouble.detail.isEmpty())
            notice.text += u'\n' + trouble.detail;
    }
    notice.buttons << Notice::Button { u"details"_s,
                                       details ? RunNotices::tr("Hide details") : RunNotices::tr("Details") };
    return notice;
}

Notice brakeNotice(const RunSnapshot &run, const RunDesk &desk)
{
    Notice notice { .id = u"brake"_s,
                    .kind = Notice::Kind::Problem,
                    .text = brakeSentence(run.brake, desk),
                    .buttons = {},
                    .dismissible = false };
    const Notice::Button stop { u"stop"_s, RunNotices::tr("Stop here") };
    const Notice::Button goOn { u"goOn"_s, RunNotices::tr("Go on anyway") };
    const Notice::Button fix { u"fix"_s, RunNotices::tr("Fix and start again") };
    const qint64 in = run.tally.in();
    if (in > 0)
        notice.text += u' ' + RunNotices::tr("%Ln row(s) are in.", nullptr, static_cast<int>(in));
    if (!desk.canGoBackToCheck()) {
        notice.buttons = { stop, goOn };
    } else if (in > 0 && desk.operation() == Operation::Insert) {
        notice.text += u' ' + RunNotices::tr("Starting again would add them a second time.");
        notice.buttons = { stop, goOn, fix };
    } else {
        notice.buttons = { fix, goOn };
    }
    return notice;
}

/// Who has to sign in is asked by a form as well, which goes on when that is done.
Notice heldNotice(const RunDesk::Snapshot &held, const QString &service)
{
    const QLocale locale;
    const Tally &tally = held.results.tally;
    const qint64 done = held.results.plan.rows - tally.of(Outcome::NotSent) - tally.of(Outcome::Waiting);
    const QString rows = RunNotices::tr("%1 of %2 rows are done; nothing is lost.")
                             .arg(locale.toString(done), locale.toString(held.results.plan.rows));
    Notice notice { .id = u"held"_s,
                    .kind = Notice::Kind::HeadsUp,
                    .text = held.error.kind == Error::Kind::SignIn ? rows : held.error.sentence + u' ' + rows,
                    .buttons = {},
                    .dismissible = false };
    if (held.error.kind == Error::Kind::Quota || held.error.kind == Error::Kind::SignIn) {
        if (held.error.sentence.isEmpty() && held.error.kind == Error::Kind::Quota)
            notice.text = RunNotices::tr("%1 allows no more today.").arg(service) + u' ' + rows;
        notice.buttons << Notice::Button { u"later"_s, RunNotices::tr("Continue later") };
    } else {
        notice.buttons << Notice::Button { u"continue"_s, RunNotices::tr("Continue") };
    }
    notice.buttons << Notice::Button { u"stop"_s, RunNotices::tr("Stop here") };
    return notice;
}

/// Rows that were busy: nobody has to do anything.
Notice laterNotice(const RunLater &later, const QDateTime &now)
{
    const bool waits = later.next.isValid() && later.next > now;
    Notice notice { .id = u"later"_s,
                    .kind = Notice::Kind::Info,
                    .text = laterSentence(later, now),
                    .buttons = {},
                    .dismissible = false };
    if (waits)
        notice.buttons << Notice::Button { u"tryNow"_s, RunNotices::tr("Try now") };
    return notice;
}

std::vector<qint64> unconfirmedIn(const PartLines &parts)
{
    std::vector<qint64> numbers;
    for (const PartLine &part : parts) {
        if (part.state == PartState::Unconfirmed)
            numbers.push_back(part.number);
    }
    return numbers;
}

Notice unknownNotice(const std::vector<qint64> &numbers, const RunDesk &desk)
{
    Notice notice { .id = u"unknown"_s,
                    .kind = Notice::Kind::Info,
                    //: %1 "part 7" or "parts 7 and 9"
                    .text
                    = RunNotices::tr("We could not hear whether %1 arrived. Nothing of it is sent again "
                                     "without proof; you will be asked at the end.")
                          .arg(partsInSentence(numbers)),
                    .buttons = {},
                    .dismissible = false };
    const auto kind = desk.kind();
    if (kind && !kind->whenSentAgain.isEmpty())
        notice.text += u' ' + kind->whenSentAgain;
    return notice;
}

Notice sleptNotice(const RunSnapshot &run)
{
    const auto arrived = std::ranges::count_if(run.parts, [](const PartLine &part) {
        return part.state == PartState::Remote || part.state == PartState::Collecting
            || part.state == PartState::Settled;
    });
    return { .id = u"slept"_s,
             .kind = Notice::Kind::Info,
             .text
             = RunNotices::tr("The computer slept from %1 to %2. %3 of %n part(s) had arrived; the rest "
                              "is being sent. Nothing was sent twice.",
                              nullptr, static_cast<int>(run.parts.size()))
                   .arg(momentWords(run.sleptFrom), momentWords(run.sleptUntil),
                        QLocale().toString(static_cast<qint64>(arrived))),
             .buttons = {} };
}

/// Of a run that failed as a whole.
QString whatWasSent(const RunDesk::Snapshot &failed)
{
    const PartLines &parts = failed.run.parts;
    const bool noneSent = !parts.empty()
        && std::ranges::all_of(parts, [](const PartLine &part) { return part.state == PartState::Planned; });
    return failed.results.folder.isEmpty() || noneSent
        ? RunNotices::tr("Nothing was sent.")
        : RunNotices::tr(
            "What was sent before stays sent: do not import the file again before you have looked.");
}

void addOfRunning(QList<Notice> &notices, const RunDesk &desk, bool details)
{
    const auto &snapshot = desk.snapshot();
    const RunSnapshot &run = snapshot.run;
    if (snapshot.errand == RunErrand::Watch) {
        const bool waits = run.state == RunState::Paused;
        notices << Notice { .id = u"watch"_s,
                            .kind = waits ? Notice::Kind::HeadsUp : Notice::Kind::Info,
                            .text = waits
                                ? RunNotices::tr("This import waits for an answer in the other window: many "
                                                 "rows of its first part failed.")
                                : RunNotices::tr("This import is running in another window. Here you can "
                                                 "only look on."),
                            .buttons = {},
                            .dismissible = false };
    }
    if (run.brake.part > 0)
        notices << brakeNotice(run, desk);
    if (!run.trouble.sentence.isEmpty())
        notices << troubleNotice(run.trouble, desk, details);
    if (run.later.rows > 0)
        notices << laterNotice(run.later, desk.bench().clock.now());
    if (const auto numbers = unconfirmedIn(run.parts); !numbers.empty())
        notices << unknownNotice(numbers, desk);
    if (run.sleptUntil.isValid())
        notices << sleptNotice(run);
}

} // namespace

QString troubleSentence(const RunTrouble &trouble, const QString &service)
{
    constexpr int hiccups = 1; ///< So often it is none of anybody's business.
    switch (trouble.kind) {
    case Error::Kind::Network:
        return trouble.tries <= hiccups
            //: %1 "trying again (try 2)"
            ? RunNotices::tr("Network hiccup — %1.").arg(tryWords(trouble.tries))
            : RunNotices::tr("No connection since %1. Nothing is lost; Rowlift goes on when it is back.")
                  .arg(momentWords(trouble.since));
    case Error::Kind::Timeout:
        //: %1 "Salesforce"
        return RunNotices::tr("%1 takes its time to answer.").arg(service) + u' ' + helpWords();
    case Error::Kind::RateLimit:
        return RunNotices::tr("%1 is asked too much at the moment. Rowlift waits as long as %1 wants, and "
                              "goes on by itself.")
            .arg(service);
    case Error::Kind::QueueFull:
        //: %1 "Marketo"
        return RunNotices::tr("%1's queue is full. Rowlift waits and tries again by itself.").arg(service);
    case Error::Kind::ServiceFault:
    case Error::Kind::BadReply:
        return RunNotices::tr("%1 has trouble at the moment.").arg(service) + u' ' + helpWords();
    case Error::Kind::Storage:
        return RunNotices::tr("The disk of this computer has trouble at the moment.") + u' ' + helpWords();
    case Error::Kind::Cancelled:
    case Error::Kind::SignIn:
    case Error::Kind::Quota:
    case Error::Kind::Rejected:
    case Error::Kind::BadInput:
        break;
    }
    return RunNotices::tr("%1 could not take it yet.").arg(service) + u' ' + helpWords();
}

QString laterSentence(const RunLater &later, const QDateTime &now)
{
    const auto rows = static_cast<int>(later.rows);
    const QLocale locale;
    const QString number = locale.toString(later.number);
    const QString most = locale.toString(later.most);
    if (!later.next.isValid() || later.next <= now) {
        //: %1 and %2 numbers
        return RunNotices::tr("%Ln row(s) were busy; Rowlift is trying them again (try %1 of %2).", nullptr,
                              rows)
            .arg(number, most);
    }
    //: %1 a time, %2 and %3 numbers
    return RunNotices::tr("%Ln row(s) were busy; Rowlift tries them again at %1 (try %2 of %3).", nullptr,
                          rows)
        .arg(locale.toString(later.next.toLocalTime().time(), QLocale::ShortFormat), number, most);
}

QString brakeSentence(const RunBrake &brake, const RunDesk &desk)
{
    const Explanation reason = desk.explain(brake.reason);
    const QString &why = brake.failed > 1 ? reason.general() : reason.sentence;
    const auto rows = static_cast<int>(brake.rows);
    return brake.failed == brake.rows && brake.reasonRows == brake.rows
        ? RunNotices::tr("All of the first %Ln row(s) failed: %1. Nothing else was sent.", nullptr, rows)
              .arg(why)
        : RunNotices::tr("%1 of the first %Ln row(s) failed, most of them: %2. Nothing else was sent.",
                         nullptr, rows)
              .arg(QLocale().toString(brake.failed), why);
}

QString sendingAgainMeans(const RunDesk &desk)
{
    const auto kind = desk.kind();
    if (kind && !kind->whenSentAgain.isEmpty())
        return kind->whenSentAgain;
    switch (desk.operation()) {
    case Operation::Insert:
        return RunNotices::tr("If they did arrive, sending them again adds their rows to %1 a second time: "
                              "look there first.")
            .arg(desk.serviceName());
    case Operation::Update:
    case Operation::Upsert:
        return RunNotices::tr("Sending them again changes the same records to the same values once more; "
                              "nothing is added twice.");
    case Operation::Delete:
        break;
    }
    return RunNotices::tr("Records that are deleted already are told as failed when they are sent again; "
                          "nothing else is deleted.");
}

QList<Notice> runNotices(const RunDesk &desk, bool details)
{
    const auto &snapshot = desk.snapshot();
    QList<Notice> notices;
    switch (snapshot.stage) {
    case RunDesk::Stage::Failed:
        notices << Notice { .id = u"failed"_s,
                            .kind = Notice::Kind::Problem,
                            .text = snapshot.error.sentence + u' ' + whatWasSent(snapshot),
                            .buttons = {},
                            .dismissible = false };
        break;
    case RunDesk::Stage::Held:
        notices << heldNotice(snapshot, desk.serviceName());
        break;
    case RunDesk::Stage::Running:
        addOfRunning(notices, desk, details);
        break;
    case RunDesk::Stage::None:
    case RunDesk::Stage::Starting:
    case RunDesk::Stage::Ended:
        break;
    }
    return notices;
}

QString nextTryWords(const QDateTime &next, const QDateTime &now)
{
    if (!next.isValid())
        return {};
    const qint64 seconds = std::max<qint64>(0, now.secsTo(next));
    return seconds == 0 ? RunNotices::tr("Trying now…")
        : seconds < 100 ? RunNotices::tr("Next try in %1 s").arg(seconds)
                        //: %1 a time: "14:05"
                        : RunNotices::tr("Next try in about %n minute(s), at %1", nullptr,
                                         static_cast<int>((seconds + 59) / 60))
                              .arg(momentWords(next));
}

QString nextTryWords(const RunTrouble &trouble, const QDateTime &now)
{
    if (trouble.sentence.isEmpty())
        return {};
    const QString when = nextTryWords(trouble.nextTry, now);
    return trouble.tries > 1 && !when.isEmpty()
        ? u"%1 · %2"_s.arg(when, RunNotices::tr("tried %n time(s)", nullptr, trouble.tries))
        : when;
}

} // namespace rowlift::ui
