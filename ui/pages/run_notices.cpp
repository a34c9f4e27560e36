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

QString troubleSentence(const RunTrouble &trouble, const QString &service)
{
    constexpr int hiccups = 1; ///< So often it is none of anybody's business.
    switch (trouble.kind) {
    case Error::Kind::Network:
        return trouble.tries <= hiccups
            ? RunNotices::tr("Network hiccup — trying again.")
            : RunNotices::tr("No connection since %1. Nothing is lost; Rowlift goes on when it is back.")
                  .arg(momentWords(trouble.since));
    case Error::Kind::RateLimit:
        return RunNotices::tr("%1 Rowlift waits as long as %2 asks for, and goes on by itself.")
            .arg(trouble.sentence, service);
    case Error::Kind::Cancelled:
    case Error::Kind::Timeout:
    case Error::Kind::SignIn:
    case Error::Kind::Quota:
    case Error::Kind::Rejected:
    case Error::Kind::ServiceFault:
    case Error::Kind::BadReply:
    case Error::Kind::BadInput:
    case Error::Kind::Storage:
        break;
    }
    return RunNotices::tr("%1 Nothing is lost: Rowlift tries again and goes on by itself.")
        .arg(trouble.sentence);
}

Notice brakeNotice(const RunBrake &brake, const RunDesk &desk)
{
    Notice notice { .id = u"brake"_s,
                    .kind = Notice::Kind::Problem,
                    .text = brakeSentence(brake, desk),
                    .buttons = {},
                    .dismissible = false };
    if (desk.canGoBackToCheck())
        notice.buttons << Notice::Button { u"fix"_s, RunNotices::tr("Fix and start again") };
    else
        notice.buttons << Notice::Button { u"stop"_s, RunNotices::tr("Stop here") };
    notice.buttons << Notice::Button { u"goOn"_s, RunNotices::tr("Go on anyway") };
    return notice;
}

/// Quota and Storage; who has to sign in is asked by a form.
Notice heldNotice(const RunDesk::Snapshot &held, const QString &service)
{
    const QLocale locale;
    const Tally &tally = held.results.tally;
    const qint64 done = held.results.plan.rows - tally.of(Outcome::NotSent) - tally.of(Outcome::Waiting);
    const QString rows = RunNotices::tr("%1 of %2 rows are done; nothing is lost.")
                             .arg(locale.toString(done), locale.toString(held.results.plan.rows));
    Notice notice { .id = u"held"_s,
                    .kind = Notice::Kind::HeadsUp,
                    .text = held.error.sentence + u' ' + rows,
                    .buttons = {},
                    .dismissible = false };
    if (held.error.kind == Error::Kind::Quota) {
        if (held.error.sentence.isEmpty())
            notice.text = RunNotices::tr("%1 allows no more today.").arg(service) + u' ' + rows;
        notice.buttons << Notice::Button { u"later"_s, RunNotices::tr("Continue later") };
    } else {
        notice.buttons << Notice::Button { u"continue"_s, RunNotices::tr("Continue") };
    }
    notice.buttons << Notice::Button { u"stop"_s, RunNotices::tr("Stop here") };
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

Notice unknownNotice(const std::vector<qint64> &numbers)
{
    return { .id = u"unknown"_s,
             .kind = Notice::Kind::Info,
             //: %1 "part 7" or "parts 7 and 9"
             .text = RunNotices::tr("We could not hear whether %1 arrived. Nothing of it is sent again "
                                    "without proof; you will be asked at the end.")
                         .arg(partsInSentence(numbers)),
             .buttons = {},
             .dismissible = false };
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

void addOfRunning(QList<Notice> &notices, const RunDesk &desk)
{
    const auto &snapshot = desk.snapshot();
    const RunSnapshot &run = snapshot.run;
    if (snapshot.errand == RunErrand::Watch) {
        notices << Notice { .id = u"watch"_s,
                            .kind = Notice::Kind::Info,
                            .text = RunNotices::tr("This import is running in another window. Here you can "
                                                   "only look on."),
                            .buttons = {},
                            .dismissible = false };
    }
    if (run.brake.part > 0)
        notices << brakeNotice(run.brake, desk);
    if (!run.trouble.sentence.isEmpty()) {
        notices << Notice { .id = u"trouble"_s,
                            .kind = Notice::Kind::HeadsUp,
                            .text = troubleSentence(run.trouble, desk.serviceName()),
                            .buttons = { { u"tryNow"_s, RunNotices::tr("Try now") } },
                            .dismissible = false };
    }
    if (const auto numbers = unconfirmedIn(run.parts); !numbers.empty())
        notices << unknownNotice(numbers);
    if (run.sleptUntil.isValid())
        notices << sleptNotice(run);
}

} // namespace

QString brakeSentence(const RunBrake &brake, const RunDesk &desk)
{
    const QString why = desk.explain(brake.reason).sentence;
    const auto rows = static_cast<int>(brake.rows);
    return brake.failed == brake.rows && brake.reasonRows == brake.rows
        ? RunNotices::tr("All of the first %Ln row(s) failed: %1. Nothing else was sent.", nullptr, rows)
              .arg(why)
        : RunNotices::tr("%1 of the first %Ln row(s) failed, most of them: %2. Nothing else was sent.",
                         nullptr, rows)
              .arg(QLocale().toString(brake.failed), why);
}

QString sendingAgainMeans(Operation operation, const QString &service)
{
    switch (operation) {
    case Operation::Insert:
        return RunNotices::tr("If they did arrive, sending them again adds their rows to %1 a second time: "
                              "look there first.")
            .arg(service);
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

QList<Notice> runNotices(const RunDesk &desk)
{
    const auto &snapshot = desk.snapshot();
    QList<Notice> notices;
    switch (snapshot.stage) {
    case RunDesk::Stage::Failed:
        notices << Notice { .id = u"failed"_s,
                            .kind = Notice::Kind::Problem,
                            .text = snapshot.error.sentence + u' ' + RunNotices::tr("Nothing was sent."),
                            .buttons = {},
                            .dismissible = false };
        break;
    case RunDesk::Stage::Held:
        if (snapshot.error.kind != Error::Kind::SignIn)
            notices << heldNotice(snapshot, desk.serviceName());
        break;
    case RunDesk::Stage::Running:
        addOfRunning(notices, desk);
        break;
    case RunDesk::Stage::None:
    case RunDesk::Stage::Starting:
    case RunDesk::Stage::Ended:
        break;
    }
    return notices;
}

QString nextTryWords(const RunTrouble &trouble, const QDateTime &now)
{
    if (trouble.sentence.isEmpty() || !trouble.nextTry.isValid())
        return {};
    const qint64 seconds = std::max<qint64>(0, now.secsTo(trouble.nextTry));
    const QString when = seconds == 0 ? RunNotices::tr("Trying now…")
        : seconds < 100
        ? RunNotices::tr("Next try in %1 s").arg(seconds)
        : RunNotices::tr("Next try in about %n minute(s)", nullptr, static_cast<int>((seconds + 59) / 60));
    return trouble.tries > 1
        ? u"%1 · %2"_s.arg(when, RunNotices::tr("tried %n time(s)", nullptr, trouble.tries))
        : when;
}

} // namespace rowlift::ui
