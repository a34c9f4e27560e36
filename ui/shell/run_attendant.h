#pragma once

#include "ui/desk/run_desk.h"
#include "ui/shell/settings_desk.h"
#include "ui/system/desktop.h"

namespace rowlift::ui {

/// Sees to it that the system knows of an import of this window: the computer stays awake until it is done,
/// the taskbar shows how far it is, and who is doing something else is told of its end.
class RunAttendant : public QObject {
    Q_OBJECT

public:
    /// All of them outlive it.
    RunAttendant(const RunDesk &run, const SettingsDesk &settings, Desktop &desktop,
                 QObject *parent = nullptr);
    ~RunAttendant() override;

private:
    void update();
    void keepAwake(bool wanted);
    void showProgress(std::optional<int> percent);
    void tellBrake(const RunBrake &brake);
    void tellEnd();
    void tell(const QString &title, const QString &text);

    const RunDesk &m_run;
    const SettingsDesk &m_settings;
    Desktop &m_desktop;
    bool m_sent = false; ///< An import of this window has not come to its end, or it was not told.
    bool m_awake = false;
    bool m_braked = false;
    std::optional<int> m_percent;
};

} // namespace rowlift::ui
