#include "ui/shell/settings_desk.h"

namespace rowlift::ui {

SettingsDesk::SettingsDesk(const Bench &bench, QObject *parent)
    : QObject(parent)
    , m_bench(bench)
{
    connect(&m_reading, &WorkBase::finished, this, [this] {
        m_settings = *m_reading.result();
        Q_EMIT changed();
    });
    connect(&m_keeping, &WorkBase::finished, this, [this] {
        if (!m_keeping.result())
            Q_EMIT notKept(m_keeping.result().error());
    });
    m_reading.start([folder = bench.folders.config](const Progress &, std::stop_token) -> Result<Settings> {
        return settingsIn(folder);
    });
}

void SettingsDesk::change(const Settings &settings)
{
    m_reading.cancel(); // what is on disk counts no more
    if (settings == m_settings)
        return;
    m_settings = settings;
    m_keeping.start(
        [settings, folder = m_bench.folders.config](const Progress &, std::stop_token) -> Result<bool> {
            return keepSettings(settings, folder).map([] { return true; });
        });
    Q_EMIT changed();
}

} // namespace rowlift::ui
