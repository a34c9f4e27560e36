#pragma once

#include "ui/shell/main_window.h"

#include <QDeadlineTimer>
#include <QTimer>

#include <deque>
#include <functional>

namespace rowlift::ui {

/// Drives the real window through the sample import, page by page, as a person would: presses the same
/// buttons, waits for what they bring, saves a picture of each page and the reports, and compares the outcome
/// with what is planted.
class DemoDriver : public QObject {
    Q_OBJECT

public:
    /// \a say takes one line for the person; \a folder receives pictures and reports.
    DemoDriver(MainWindow &window, const QString &folder, std::function<void(const QString &)> say,
               QObject *parent = nullptr);

    void start();

Q_SIGNALS:
    void finished(int exitCode); ///< 0: every row's outcome is the planted one.

private:
    struct Act {
        QString what; ///< Said when it begins.
        std::function<bool()> ready; ///< What it waits for.
        std::function<void()> perform; ///< Done once ready.
    };

    void plan();
    void look();
    void press(const QString &name);
    void saveNextReport();
    bool resultsAreShown() const; ///< The grid fills itself in the background.
    void compare();
    void picture(const QString &name);
    void giveUp(const QString &why);

    MainWindow &m_window;
    QString m_folder;
    std::function<void(const QString &)> m_say;
    std::deque<Act> m_acts;
    std::deque<ReportKind> m_reports;
    QString m_waitingFor;
    QDeadlineTimer m_deadline;
    QTimer m_tick;
    int m_pictures = 0;
};

} // namespace rowlift::ui
