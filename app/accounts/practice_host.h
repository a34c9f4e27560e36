#pragma once

#include "app/accounts/credentials.h"

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QThread>

#include <memory>
#include <stop_token>

namespace rowlift {

/// Keeps the practice server, a child process (`rowlift practice --data DIR --json`), started at first use
/// and ended with this object (its standard input closes). Thread-safe.
class PracticeHost {
public:
    /// \a program is run with \a arguments; its first line of output is the JSON of cli.md, "practice".
    PracticeHost(QString program, QStringList arguments);
    ~PracticeHost();

    /// Credentials of \a service there ("salesforce"). Starts the server when it is not running (again, after
    /// it died). Waits at most ten seconds.
    Result<Credentials> credentials(const QString &service, std::stop_token stop);
    /// The admin address; empty before the first start.
    QUrl adminUrl() const;
    /// Ends the server at once; it is started again when needed. For tests of a service that goes away.
    void kill();

private:
    class Keeper;
    QThread m_thread;
    Keeper *m_keeper = nullptr; // lives in m_thread, deleted there
};

} // namespace rowlift
