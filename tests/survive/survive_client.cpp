// The client of the kill tests: goes on with one run, and is ended in the middle of it. Its one argument is a
// JSON object:
//   ready    the practice server's first line
//   run      the run's folder
//   lanes, partBytes, mostRecords, speed, service    ClientOptions
//   killAt   "request", "reply" or "change": kills itself at the one numbered
//   number
//   fileLimit, fileLimitAtOpening    no file can grow beyond so many bytes, from the start of the run on,
//            or already when its ledger is opened
// Says as a JSON line how the run ended.
#include "tests/survive/client.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <csignal>
#include <cstdio>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

using namespace rowlift;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;

namespace {

/// As `kill -9` does it: nobody can tidy up.
void endHere()
{
#ifdef Q_OS_UNIX
    std::raise(SIGKILL);
#else
    std::_Exit(9);
#endif
}

void limitFiles(qint64 bytes)
{
#ifdef Q_OS_UNIX
    std::signal(SIGXFSZ, SIG_IGN);
    rlimit limit {};
    limit.rlim_cur = limit.rlim_max = rlim_t(bytes);
    setrlimit(RLIMIT_FSIZE, &limit);
#else
    Q_UNUSED(bytes);
#endif
}

int say(const QJsonObject &line)
{
    std::printf("%s\n", QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    return 0;
}

QJsonObject said(const Error &error)
{
    return { { u"state"_s, u"none"_s },
             { u"kind"_s, int(error.kind) },
             { u"sentence"_s, error.sentence },
             { u"detail"_s, error.detail } };
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const QJsonObject given = QJsonDocument::fromJson(app.arguments().value(1).toUtf8()).object();
    const FarEnd farEnd(given[u"ready"].toObject());
    Client client(farEnd,
                  { .lanes = given[u"lanes"].toInt(2),
                    .partBytes = given[u"partBytes"].toInteger(450),
                    .mostRecords = given[u"mostRecords"].toInteger(15),
                    .speed = given[u"speed"].toInt(),
                    .service = given[u"service"].toString(u"salesforce"_s) });
    const QString killAt = given[u"killAt"].toString();
    const int number = given[u"number"].toInt();
    if (killAt == u"request")
        client.onRequest = [number](int request, const HttpRequest &) {
            if (request == number)
                endHere();
            return true;
        };
    if (killAt == u"reply")
        client.onReply = [number](int request) {
            if (request == number)
                endHere();
        };
    if (killAt == u"change")
        client.onChange = [number](int change) {
            if (change == number)
                endHere();
        };
    if (given.contains(u"fileLimitAtOpening"))
        limitFiles(given[u"fileLimitAtOpening"].toInteger());
    auto ledger = Ledger::open(given[u"run"].toString());
    if (!ledger)
        return say(said(ledger.error()));
    if (given.contains(u"fileLimit"))
        limitFiles(given[u"fileLimit"].toInteger());
    RunControl control;
    const RunEnd end = client.go(**ledger, control);
    QJsonObject line = end.error ? said(*end.error) : QJsonObject();
    line.insert(u"state"_s,
                end.state == RunState::Finished      ? u"finished"_s
                    : end.state == RunState::Stopped ? u"stopped"_s
                                                     : u"interrupted"_s);
    line.insert(u"requests"_s, client.requests());
    line.insert(u"changes"_s, client.changes());
    line.insert(u"broken"_s, client.broken());
    return say(line);
}
