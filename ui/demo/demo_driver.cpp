#include "ui/demo/demo_driver.h"

#include "ui/demo/demo_truth.h"
#include "ui/demo/sample_file.h"
#include "ui/grid/grid.h"

#include <QAbstractButton>
#include <QDir>
#include <QLocale>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

using namespace std::chrono_literals;

constexpr auto patienceForAnAct = 120s;
constexpr auto betweenLooks = 40ms;

} // namespace

DemoDriver::DemoDriver(MainWindow &window, const QString &folder, std::function<void(const QString &)> say,
                       QObject *parent)
    : QObject(parent)
    , m_window(window)
    , m_folder(QDir(folder).absolutePath())
    , m_say(std::move(say))
    , m_reports { ReportKind::Failed, ReportKind::LeftOut, ReportKind::AllRows }
{
    m_tick.setInterval(betweenLooks);
    connect(&m_tick, &QTimer::timeout, this, &DemoDriver::look);
    connect(&m_window.desks().run, &RunDesk::reportSaved, this, [this](const SavedReport &report) {
        m_say(tr("Saved “%1” (%n row(s)).", nullptr, static_cast<int>(report.rows)).arg(report.path));
        saveNextReport();
    });
    connect(&m_window.desks().run, &RunDesk::reportFailed, this,
            [this](const Error &error) { giveUp(error.sentence); });
}

void DemoDriver::start()
{
    if (!QDir().mkpath(m_folder)) {
        giveUp(tr("The folder “%1” cannot be made.").arg(m_folder));
        return;
    }
    plan();
    m_window.show();
    m_deadline = QDeadlineTimer(patienceForAnAct);
    m_tick.start();
}

void DemoDriver::plan()
{
    const Desks &desks = m_window.desks();
    const auto at = [this](Step step) {
        return [this, step] { return m_window.step() == step && m_window.page()->primaryEnabled(); };
    };
    const auto next = [this](const QString &name) {
        return [this, name] {
            picture(name);
            press(u"shell.primary"_s);
        };
    };
    m_acts = {
        { tr("Start: opening the sample file."), [&desks] { return !desks.start.snapshot().loading; },
          [this] {
              picture(u"start"_s);
              press(u"start.sample"_s);
          } },
        { tr("File: looking at how it is read."),
          [this, at, &desks] { return at(Step::File)() && desks.file.snapshot().counted; }, next(u"file"_s) },
        { tr("Where to: signing in to the practice account."),
          [this, &desks] {
              return m_window.step() == Step::Where
                  && desks.place.snapshot().stage == PlaceDesk::Stage::ChooseObject;
          },
          [this] { m_window.desks().place.chooseObject(u"Contact"_s); } },
        { tr("Where to: contacts, add new."),
          [&desks] { return desks.place.snapshot().stage == PlaceDesk::Stage::Ready; },
          [this] { m_window.desks().place.chooseOperation(Operation::Insert); } },
        { tr("Where to: done."), at(Step::Where), next(u"where"_s) },
        { tr("Map: Rowlift proposes where each column goes."), at(Step::Map), next(u"map"_s) },
        { tr("Check: every row, before anything is sent."),
          [at, &desks] {
              return at(Step::Check)() && desks.check.snapshot().state == CheckDesk::State::Checked;
          },
          next(u"check"_s) },
        { tr("Import: sending to the practice account."),
          [&desks] {
              return desks.run.snapshot().stage == RunDesk::Stage::Ended
                  || (desks.run.snapshot().stage == RunDesk::Stage::Running
                      && !desks.run.snapshot().run.parts.empty());
          },
          [this] { picture(u"import"_s); } },
        { tr("Results: reading what became of every row."),
          [&desks] { return desks.run.snapshot().stage == RunDesk::Stage::Ended; }, [] {} },
        { tr("Results: saving the reports."), [this] { return resultsAreShown(); },
          [this] {
              picture(u"results"_s);
              m_tick.stop();
              saveNextReport();
          } },
    };
}

void DemoDriver::look()
{
    if (m_window.desks().run.snapshot().stage == RunDesk::Stage::Failed) {
        giveUp(m_window.desks().run.snapshot().error.sentence);
        return;
    }
    if (m_window.desks().place.snapshot().stage == PlaceDesk::Stage::Failed) {
        giveUp(m_window.desks().place.snapshot().error.sentence);
        return;
    }
    if (m_acts.empty() || !m_acts.front().ready()) {
        if (m_deadline.hasExpired())
            giveUp(m_acts.empty() ? QString() : m_acts.front().what);
        return;
    }
    const Act act = m_acts.front();
    m_acts.pop_front();
    m_deadline = QDeadlineTimer(patienceForAnAct);
    m_say(act.what);
    act.perform();
}

void DemoDriver::press(const QString &name)
{
    auto *button = m_window.findChild<QAbstractButton *>(name);
    if (!button || !button->isVisible() || !button->isEnabled()) {
        giveUp(tr("The button “%1” cannot be pressed.").arg(name));
        return;
    }
    button->click();
}

void DemoDriver::picture(const QString &name)
{
    const QString path = u"%1/%2-%3.png"_s.arg(m_folder).arg(++m_pictures).arg(name);
    // What was resized just now is laid out at its next turn; a picture comes sooner.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    if (m_window.grab().save(path))
        m_say(tr("Saved “%1”.").arg(path));
    else
        giveUp(tr("“%1” cannot be written.").arg(path));
}

bool DemoDriver::resultsAreShown() const
{
    const auto *grid = m_window.findChild<Grid *>(u"results.grid"_s);
    return grid && grid->isVisible() && grid->source() && grid->source()->rowCount() > 0
        && grid->source()->row(0) && m_window.desks().run.snapshot().results.sumChecked;
}

void DemoDriver::saveNextReport()
{
    if (m_reports.empty()) {
        compare();
        return;
    }
    const ReportKind kind = m_reports.front();
    m_reports.pop_front();
    RunDesk &run = m_window.desks().run;
    run.saveReport(kind, m_folder + u'/' + reportFileName(run.snapshot().results.plan, kind));
}

void DemoDriver::compare()
{
    const auto &results = m_window.desks().run.snapshot().results;
    const QLocale locale;
    m_say(tr("%1 rows in the file: %2 added, %3 failed, %4 left out.")
              .arg(locale.toString(results.plan.rows), locale.toString(results.tally.of(Outcome::Added)),
                   locale.toString(results.tally.of(Outcome::Failed)),
                   locale.toString(results.tally.of(Outcome::LeftOut))));
    const auto differences = differencesFromTruth(results.folder, sampleTruth());
    if (!differences) {
        giveUp(differences.error().sentence);
        return;
    }
    for (const QString &difference : *differences)
        m_say(difference);
    m_say(differences->isEmpty() ? tr("Every row's outcome is the planted one.")
                                 : tr("The outcome is not the planted one."));
    m_say(tr("Pictures and reports are in “%1”.").arg(m_folder));
    Q_EMIT finished(differences->isEmpty() && results.addsUp ? 0 : 1);
}

void DemoDriver::giveUp(const QString &why)
{
    m_tick.stop();
    m_say(tr("The demo could not go on: %1").arg(why));
    Q_EMIT finished(3);
}

} // namespace rowlift::ui
