#pragma once

#include <QByteArray>
#include <QMap>
#include <QString>
#include <QStringList>

#include <memory>

namespace rowlift::practice {

/// What a practice server is started with. Source: cli.md, "practice".
struct Options {
    quint16 port = 0; ///< 0: a free one.
    QString dataFolder; ///< Empty: a temporary folder that goes with the server.
    bool instant = false; ///< No job states over time, no judging.
    QStringList faults; ///< JSON objects, as for `POST faults`.
    QMap<QString, QString> switches; ///< Names without dashes.
};

/// What is known when the server is ready.
struct Ready {
    QByteArray line; ///< The one JSON line of cli.md, without a line end.
    quint16 port = 0; ///< Of the services; the admin address has another, see the line.
};

/// The practice server: the services over real HTTP on loopback, with threads of its own. May run inside a
/// test's process.
///
/// Everything it holds is in the data folder: destroying it, or killing its process, loses nothing.
class Server {
public:
    explicit Server(Options options);
    ~Server();

    bool start(QString *error);
    Ready ready() const;
    /// Ends all connections and threads. Also done by the destructor.
    void stop();

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

/// `rowlift practice …`: prints the ready line and serves until it is interrupted (SIGINT, SIGTERM) or its
/// standard input closes. The input counts only when it is a pipe or a socket, as under a parent process; a
/// terminal, a file or /dev/null at its end does not stop the server. \a arguments are those behind
/// "practice". Returns the exit code of cli.md.
int runPracticeCommand(const QStringList &arguments);

} // namespace rowlift::practice
