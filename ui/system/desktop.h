#pragma once

#include <QString>

#include <memory>
#include <optional>

namespace rowlift::ui {

/// What a window asks of the system around it. Nothing of it is needed: where the system cannot do it, or
/// does not answer, nothing happens. Never blocks.
class Desktop {
public:
    virtual ~Desktop() = default;

    /// The computer does not go to sleep by itself until letSleep(), or until this process ends. \a why is
    /// shown by systems that list who keeps them awake.
    virtual void keepAwake(const QString &why) = 0;
    virtual void letSleep() = 0;
    /// A notification.
    virtual void tell(const QString &title, const QString &text) = 0;
    /// How far the program has come, 0 to 1, at its place in the taskbar or dock; empty: it is at nothing.
    virtual void showProgress(std::optional<double> share) = 0;
};

/// The desktop that this process runs on.
std::unique_ptr<Desktop> makeDesktop();

} // namespace rowlift::ui
