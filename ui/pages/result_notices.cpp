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

Notice interruptedNotice(const RunDesk &desk)
{
    const auto &snapshot = desk.snapshot();
    const QString why = !snapshot.error.sentence.isEmpty() ? snapshot.error.sentence
        : snapshot.errand == RunErrand::Ask
        //: %1 "Salesforce"
        ? ResultWords::tr("This import was left before its end. %1 was asked what has arrived; nothing was "
                          "sent.")
              .arg(desk.serviceName())
        : ResultWords::tr("This import was left before its end.");
    return { .id = u"interrupted"_s,
             .kind = Notice::Kind::HeadsUp,
             .text = why + u' '
                 + ResultWords::tr(
                         "Nothing is lost: rows that are in stay in, and nothing is sent twice when "
                         "you continue."),
             .buttons = { { u"stop"_s, ResultWords::tr("Stop here") } },
             .dismissible = false };
}

/// Parts of which nobody can tell whether they arrived: the person may know, or ask again.
Notice unconfirmedNotice(const RunDesk &desk, const std::vector<qint64> &parts)
{
    const RunResults &results = desk.snapshot().results;
    Notice notice { .id = u"unknown"_s,
                    .kind = Notice::Kind::HeadsUp,
                    //: %1 "part 7" or "parts 7 and 9"
                    .text
                    = ResultWords::tr("We could not hear whether %1 arrived: %Ln row(s) may be in or not.",
                                      nullptr, static_cast<int>(results.tally.of(Outcome::Unknown)))
                            .arg(partsInSentence(parts))
                        + u' ' + sendingAgainMeans(results.plan.draft.target.operation, desk.serviceName()),
                    .buttons = {},
                    .dismissible = false };
    if (desk.service()) {
        notice.buttons = { { u"check"_s, ResultWords::tr("Check again") },
                           { u"sendAgain"_s, ResultWords::tr("Send again") },
                           { u"leaveUnknown"_s, ResultWords::tr("Leave it") } };
    }
    return notice;
}

} // namespace

QList<Notice> resultNotices(const RunDesk &desk)
{
    const RunResults &results = desk.snapshot().results;
    QList<Notice> notices;
    if (desk.snapshot().looking)
        return notices;
    if (results.end == RunState::Interrupted)
        notices << interruptedNotice(desk);
    else if (!results.endMessage.isEmpty())
        notices << Notice {
            .id = u"end"_s, .kind = Notice::Kind::Problem, .text = results.endMessage, .buttons = {}
        };
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
    if (soFar)
        return ResultWords::tr("So far %Ln row(s) are in, %1 failed", nullptr, in).arg(failed);
    if (results.end == RunState::Interrupted) {
        return ResultWords::tr("Interrupted: %1 of %Ln row(s) are in", nullptr,
                               static_cast<int>(results.plan.rows))
            .arg(locale.toString(in));
    }
    if (results.end == RunState::Stopped) {
        return ResultWords::tr("Stopped: %Ln row(s) are in, %1 failed, %2 were not sent", nullptr, in)
            .arg(failed, locale.toString(results.unsent()));
    }
    if (tally.of(Outcome::Unknown) > 0) {
        return ResultWords::tr("%Ln row(s) are in, %1 failed, of %2 nobody knows", nullptr, in)
            .arg(failed, locale.toString(tally.of(Outcome::Unknown)));
    }
    if (in == 0 && tally.of(Outcome::Failed) > 0) {
        const bool same = std::ranges::count(results.reasons, Outcome::Failed, &ReasonGroup::outcome) == 1;
        return same ? ResultWords::tr("Nothing was imported — every row failed for the same reason")
                    : ResultWords::tr("Nothing was imported — every row failed");
    }
    if (tally.of(Outcome::Failed) > 0)
        return ResultWords::tr("%Ln row(s) are in, %1 failed", nullptr, in).arg(failed);
    return tally.needingALook() == 0 ? ResultWords::tr("All %Ln row(s) are in", nullptr, in)
                                     : ResultWords::tr("%Ln row(s) are in", nullptr, in);
}

} // namespace rowlift::ui
