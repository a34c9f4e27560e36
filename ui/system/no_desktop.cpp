#include "ui/system/desktop.h"

namespace rowlift::ui {

namespace {

/// For systems without anything that we know how to ask.
class NoDesktop : public Desktop {
public:
    void keepAwake(const QString &) override { }
    void letSleep() override { }
    void tell(const QString &, const QString &) override { }
    void showProgress(std::optional<double>) override { }
};

} // namespace

std::unique_ptr<Desktop> makeDesktop()
{
    return std::make_unique<NoDesktop>();
}

} // namespace rowlift::ui
