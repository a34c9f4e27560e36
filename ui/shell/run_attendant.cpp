#include "ui/shell/run_attendant.h"

#include <QApplication>
#include <QFileInfo>
#include <QLocale>

#include <utility>

namespace rowlift::ui {

namespace {

int percentOf(const RunSnapshot &run)
{
    const qint64 open = run.tally.of(Outcome::NotSent) + run.tally.of(Outcome::Waiting);
    return run.rows > 0 ? static_cast<int>((run.rows - open) * 100 / run.rows) : 0;
}

} // namespace

RunAttendant::RunAttendant(const RunDesk &run, const SettingsDesk &settings, Desktop &desktop,
                           QObject *parent)
    : QObject(parent)
    , m_run(run)
    , m_settings(settings)
    , m_desktop(desktop)
{
    connect(&run, &RunDesk::changed, this, &RunAttendant::update);
    connect(&settings, &SettingsDesk::changed, this, &RunAttendant::update);
}

RunAttendant::~RunAttendant()
{
    keepAwake(false);
    showProgress({});
}

void RunAttendant::update()
{
    const auto &now = m_run.snapshot();
    const bool sends = now.errand == RunErrand::Send && now.stage == RunDesk::Stage::Running;
    keepAwake(sends && m_settings.settings().keepAwake && now.run.state != RunState::Paused);
    showProgress(sends ? std::optional(percentOf(now.run)) : std::nullopt);
    if (sends) {
        m_sent = true;
        tellBrake(now.run.brake);
        return;
    }
    const bool over = now.stage == RunDesk::Stage::Ended || now.stage == RunDesk::Stage::Held;
    if (over && std::exchange(m_sent, false))
        tellEnd();
    if (now.stage == RunDesk::Stage::None || now.stage == RunDesk::Stage::Failed)
        m_sent = false;
}

void RunAttendant::keepAwake(bool wanted)
{
    if (wanted == std::exchange(m_awake, wanted))
        return;
    if (wanted)
        m_desktop.keepAwake(tr("An import is running"));
    else
        m_desktop.letSleep();
}

void RunAttendant::showProgress(std::optional<int> percent)
{
    if (percent == std::exchange(m_percent, percent))
        return;
    m_desktop.showProgress(percent ? std::optional(*percent / 100.0) : std::nullopt);
}

void RunAttendant::tellBrake(const RunBrake &brake)
{
    const bool braked = brake.part != 0;
    if (braked && !std::exchange(m_braked, braked))
        tell(tr("Your import waits for you"),
             tr("%Ln of the first rows failed. Nothing else was sent.", nullptr,
                static_cast<int>(brake.failed)));
    m_braked = braked;
}

void RunAttendant::tellEnd()
{
    const auto &results = m_run.snapshot().results;
    const int in = static_cast<int>(results.tally.in());
    const QString failed = QLocale().toString(results.tally.of(Outcome::Failed));
    //: %Ln rows are in; %1: the number of those that failed
    const QString counts = tr("%Ln row(s) imported, %1 failed", nullptr, in).arg(failed);
    const QString file = QFileInfo(results.plan.draft.file).fileName();
    if (results.end == RunState::Finished)
        tell(tr("Import finished: %1").arg(file), counts);
    else if (results.end == RunState::Stopped || results.wasStopped)
        tell(tr("Import stopped: %1").arg(file), counts);
    else
        tell(tr("Import interrupted: %1").arg(file), tr("%1. It can be continued.").arg(counts));
}

void RunAttendant::tell(const QString &title, const QString &text)
{
    if (m_settings.settings().tellAtEnd && !QApplication::activeWindow())
        m_desktop.tell(title, text);
}

} // namespace rowlift::ui
