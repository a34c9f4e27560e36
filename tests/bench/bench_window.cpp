// How live the window stays while a large file goes through it: opens, previews, maps, checks and imports a
// CSV file with the real window (off screen), against the practice server in a process of its own.
//
//     python3 tests/bench/generate_contacts.py 500000 > contacts.csv
//     cmake --build build/release --target bench_window rowlift
//     QT_QPA_PLATFORM=offscreen build/release/bench_window contacts.csv [build/release/rowlift]
//
// Prints when the preview stood, the longest that the window took to handle one event (wall clock, and what
// of it was CPU time of the window's own thread), and the largest memory of the process.

#include "app/accounts/practice_host.h"
#include "app/services/all_services.h"
#include "ui/shell/main_window.h"
#include "ui/style/style.h"

#include <QAbstractButton>
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>

using namespace rowlift;
using namespace Qt::StringLiterals;

namespace {

qint64 threadCpuMicroseconds()
{
    timespec time {};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return time.tv_sec * 1'000'000 + time.tv_nsec / 1'000;
}

/// Times each event that the window handles, from the outermost call of notify() to its end.
class TimedApplication : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override
    {
        if (m_depth++ > 0) {
            const bool handled = QApplication::notify(receiver, event);
            --m_depth;
            return handled;
        }
        QElapsedTimer wall;
        wall.start();
        const qint64 cpu = threadCpuMicroseconds();
        const bool handled = QApplication::notify(receiver, event);
        m_longestWall = std::max(m_longestWall, wall.nsecsElapsed() / 1'000);
        m_longestCpu = std::max(m_longestCpu, threadCpuMicroseconds() - cpu);
        --m_depth;
        return handled;
    }

    QString takeLongest()
    {
        const auto milliseconds = [](qint64 microseconds) {
            return QString::number(static_cast<double>(microseconds) / 1'000, 'f', 1);
        };
        return u"longest handler %1 ms wall, %2 ms CPU"_s.arg(milliseconds(std::exchange(m_longestWall, 0)),
                                                              milliseconds(std::exchange(m_longestCpu, 0)));
    }

private:
    int m_depth = 0;
    qint64 m_longestWall = 0; ///< Microseconds.
    qint64 m_longestCpu = 0;
};

QString peakMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return {};
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return QString::fromLatin1(line.mid(6).trimmed());
    }
    return {};
}

constexpr qint64 patience = 300'000; // ms

struct Act {
    QString name;
    std::function<bool()> ready;
    std::function<void()> then;
};

} // namespace

int main(int argc, char **argv)
{
    TimedApplication app(argc, argv);
    ui::installStyle(app, ui::ThemeChoice::Light);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2)
        return 2;
    const QTemporaryDir home;
    const Folders folders = Folders::below(home.path());
    SystemClock clock;
    QtHttpFactory http;
    PracticeHost practice(arguments.value(2, u"build/release/rowlift"_s),
                          { u"practice"_s, u"--json"_s, u"--data"_s, folders.practice() });
    const Services services = allServices();
    const auto open = [&](const Account &account) {
        const auto credentials = [&practice](std::stop_token stop) {
            return practice.credentials(u"salesforce"_s, std::move(stop));
        };
        return services.front()->open(account, credentials, http);
    };
    AccountBook book(folders.config + u"/accounts.json"_s);
    SecretStore secrets;
    ui::AccountDesk accounts(
        { .book = book,
          .secrets = [&secrets]() -> SecretStore & { return secrets; },
          .openSession = open,
          .openTrial = [open](const Account &account, const Secret &) { return open(account); } },
        { practiceSalesforceAccount() });
    const ui::Bench bench { .services = services,
                            .folders = folders,
                            .clock = clock,
                            .openSession = open,
                            .accounts = accounts,
                            .sampleFile = {} };
    ui::MainWindow window(bench);
    window.show();
    ui::Desks &desks = window.desks();
    const auto press = [&window] { window.findChild<QAbstractButton *>(u"shell.primary"_s)->click(); };
    const auto primaryOn
        = [&window](ui::Step step) { return window.step() == step && window.page()->primaryEnabled(); };

    QElapsedTimer sinceStart;
    std::vector<Act> acts {
        { u"window shown"_s, [] { return true; },
          [&] {
              sinceStart.restart();
              window.openFile(arguments[1]);
          } },
        { u"preview stands"_s, [&] { return desks.file.snapshot().state == ui::FileDesk::State::Open; },
          [] {} },
        { u"rows counted"_s, [&] { return desks.file.snapshot().counted; },
          [&] {
              press();
              desks.place.chooseAccount(u"practice"_s);
          } },
        { u"signed in"_s, [&] { return desks.place.snapshot().stage == ui::PlaceDesk::Stage::ChooseObject; },
          [&] { desks.place.chooseObject(u"Contact"_s); } },
        { u"fields read"_s, [&] { return desks.place.snapshot().stage == ui::PlaceDesk::Stage::Ready; },
          [&] { desks.place.chooseOperation(Operation::Insert); } },
        { u"where to"_s, [&] { return primaryOn(ui::Step::Where); }, press },
        { u"mapped"_s, [&] { return primaryOn(ui::Step::Map); }, press },
        { u"checked"_s,
          [&] {
              return primaryOn(ui::Step::Check)
                  && desks.check.snapshot().state == ui::CheckDesk::State::Checked;
          },
          press },
        { u"imported"_s, [&] { return desks.run.snapshot().stage == ui::RunDesk::Stage::Ended; },
          [&] {
              const Tally &tally = desks.run.snapshot().results.tally;
              std::printf("rows %lld: added %lld, failed %lld, left out %lld, adds up: %s\n",
                          static_cast<long long>(tally.total()),
                          static_cast<long long>(tally.of(Outcome::Added)),
                          static_cast<long long>(tally.of(Outcome::Failed)),
                          static_cast<long long>(tally.of(Outcome::LeftOut)),
                          desks.run.snapshot().results.addsUp ? "yes" : "no");
              std::printf("peak memory %s\n", qPrintable(peakMemory()));
              QApplication::quit();
          } },
    };
    size_t next = 0;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &window, [&] {
        if (sinceStart.hasExpired(patience)) {
            std::printf("stuck before “%s”: %s\n", qPrintable(acts[next].name),
                        qPrintable(window.page()->primaryReason()));
            QApplication::exit(1);
        }
        if (next >= acts.size() || !acts[next].ready())
            return;
        std::printf("%-16s %6lld ms  %s\n", qPrintable(acts[next].name),
                    static_cast<long long>(sinceStart.elapsed()), qPrintable(app.takeLongest()));
        std::fflush(stdout);
        acts[next++].then();
    });
    sinceStart.start();
    look.start(5);
    return QApplication::exec();
}
