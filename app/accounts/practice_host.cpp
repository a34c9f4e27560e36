#include "app/accounts/practice_host.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <condition_variable>
#include <mutex>
#include <utility>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

constexpr std::chrono::seconds longestStart { 10 };
constexpr int longestEndMs = 3'000;
constexpr int mostRestarts = 10; ///< By itself; after that at the next sign-in.

Error practiceError(const QString &detail)
{
    return { .kind = Error::Kind::ServiceFault,
             .sentence
             = QCoreApplication::translate("rowlift::PracticeHost",
                                           "The practice services could not be started. Try again, or "
                                           "start Rowlift anew."),
             .detail = detail,
             .retryAfter = {} };
}

} // namespace

/// The process and what its first line said. Its slots run in the host's thread, waitReady() in anybody's.
class PracticeHost::Keeper : public QObject {
public:
    Keeper(QString program, QStringList arguments)
        : m_program(std::move(program))
        , m_arguments(std::move(arguments))
    {
    }
    ~Keeper() override { end(); }

    Result<QJsonObject> waitReady(std::stop_token stop);
    QUrl adminUrl();
    void kill();

private:
    enum class State { Down, Starting, Up };

    void start();
    void end();
    void readFirstLine();
    void ended(int code);
    void gone(const QString &why);
    void become(State state, const QJsonObject &line, const QString &failure);

    const QString m_program;
    const QStringList m_arguments;
    std::unique_ptr<QProcess> m_process; // touched in the host's thread only, like the next two
    int m_restarts = 0;
    int m_port = 0; // that the server is to be started at; 0: any

    std::mutex m_mutex; // guards what follows
    std::condition_variable_any m_changed;
    State m_state = State::Down;
    QJsonObject m_line;
    QString m_failure;
};

Result<QJsonObject> PracticeHost::Keeper::waitReady(std::stop_token stop)
{
    std::unique_lock lock(m_mutex);
    if (m_state == State::Down) {
        m_state = State::Starting;
        QMetaObject::invokeMethod(
            this, [this] { start(); }, Qt::QueuedConnection);
    }
    const bool settled
        = m_changed.wait_for(lock, stop, longestStart, [this] { return m_state != State::Starting; });
    if (stop.stop_requested())
        return tl::unexpected(cancelledError());
    if (!settled)
        return tl::unexpected(practiceError(u"no first line within ten seconds"_s));
    if (m_state == State::Down)
        return tl::unexpected(practiceError(m_failure));
    return m_line;
}

QUrl PracticeHost::Keeper::adminUrl()
{
    const std::lock_guard lock(m_mutex);
    return QUrl(m_line.value("admin"_L1).toObject().value("url"_L1).toString());
}

void PracticeHost::Keeper::start()
{
    m_process = std::make_unique<QProcess>();
    m_process->setStandardErrorFile(QProcess::nullDevice());
    connect(m_process.get(), &QProcess::readyReadStandardOutput, this, &Keeper::readFirstLine);
    connect(m_process.get(), &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) // any other is followed by finished()
            gone(m_process->errorString());
    });
    connect(m_process.get(), &QProcess::finished, this, &Keeper::ended);
    m_process->start(m_program,
                     m_port > 0 ? m_arguments + QStringList { u"--port"_s, QString::number(m_port) }
                                : m_arguments);
}

/// A server that died is started again at the same port: whoever was speaking to it goes on there.
void PracticeHost::Keeper::ended(int code)
{
    bool wasUp = false;
    {
        const std::lock_guard lock(m_mutex);
        wasUp = m_state == State::Up;
        m_port
            = wasUp ? QUrl(m_line.value("salesforce"_L1).toObject().value("url"_L1).toString()).port(0) : 0;
    }
    gone(u"ended with code %1"_s.arg(code));
    if (!wasUp || ++m_restarts > mostRestarts)
        return;
    become(State::Starting, {}, {});
    QMetaObject::invokeMethod(
        this, [this] { start(); }, Qt::QueuedConnection); // not from within the signal of the old one
}

void PracticeHost::Keeper::readFirstLine()
{
    if (!m_process->canReadLine())
        return;
    const QJsonDocument line = QJsonDocument::fromJson(m_process->readLine());
    disconnect(m_process.get(), &QProcess::readyReadStandardOutput, this, nullptr);
    m_process->closeReadChannel(QProcess::StandardOutput); // whatever follows is nobody's business
    if (line.isObject())
        become(State::Up, line.object(), {});
    else
        become(State::Down, {}, u"its first line is no JSON object"_s);
}

void PracticeHost::Keeper::gone(const QString &why)
{
    become(State::Down, {}, why);
}

void PracticeHost::Keeper::become(State state, const QJsonObject &line, const QString &failure)
{
    const std::lock_guard lock(m_mutex);
    m_state = state;
    if (!line.isEmpty())
        m_line = line; // the admin address stays known after the server went away
    m_failure = failure;
    m_changed.notify_all();
}

void PracticeHost::Keeper::kill()
{
    if (!m_process)
        return;
    m_process->disconnect(this);
    m_process->kill();
    m_process->waitForFinished(longestEndMs);
    gone(u"killed"_s);
}

void PracticeHost::Keeper::end()
{
    if (!m_process || m_process->state() == QProcess::NotRunning)
        return;
    m_process->disconnect(this);
    m_process->closeWriteChannel(); // its sign to end
    if (m_process->waitForFinished(longestEndMs))
        return;
    m_process->kill();
    m_process->waitForFinished(longestEndMs);
}

PracticeHost::PracticeHost(QString program, QStringList arguments)
    : m_keeper(new Keeper(std::move(program), std::move(arguments)))
{
    m_keeper->moveToThread(&m_thread);
    m_thread.start();
}

PracticeHost::~PracticeHost()
{
    // The process belongs to the thread and must end there.
    QMetaObject::invokeMethod(
        m_keeper, [this] { delete m_keeper; }, Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

Result<Credentials> PracticeHost::credentials(const QString &service, std::stop_token stop)
{
    const Result<QJsonObject> line = m_keeper->waitReady(stop);
    if (!line)
        return tl::unexpected(line.error());
    const QJsonObject entry = line->value(service).toObject();
    if (entry.isEmpty())
        return tl::unexpected(practiceError(u"its first line does not name "_s + service));
    const bool byPassword = entry.contains("password"_L1);
    return Credentials { .url = QUrl(entry.value("url"_L1).toString()),
                         .clientId = entry.value(byPassword ? "user"_L1 : "clientId"_L1).toString(),
                         .clientSecret
                         = Secret(entry.value(byPassword ? "password"_L1 : "clientSecret"_L1).toString()),
                         .kind = byPassword ? SignInKind::Basic : SignInKind::ClientCredentials };
}

QUrl PracticeHost::adminUrl() const
{
    return m_keeper->adminUrl();
}

void PracticeHost::kill()
{
    QMetaObject::invokeMethod(
        m_keeper, [this] { m_keeper->kill(); }, Qt::BlockingQueuedConnection);
}

} // namespace rowlift
