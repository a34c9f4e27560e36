#pragma once

#include "app/base/settings.h"
#include "ui/desk/bench.h"
#include "ui/work/work.h"

namespace rowlift::ui {

/// What the person set once for all imports. Read at the start, kept at each change.
class SettingsDesk : public QObject {
    Q_OBJECT

public:
    explicit SettingsDesk(const Bench &bench, QObject *parent = nullptr);

    const Settings &settings() const { return m_settings; }
    void change(const Settings &settings);

Q_SIGNALS:
    void changed();
    void notKept(const rowlift::Error &error); ///< They hold until the program ends.

private:
    const Bench &m_bench;
    Settings m_settings;
    Work<Settings> m_reading;
    Work<bool> m_keeping;
};

} // namespace rowlift::ui
