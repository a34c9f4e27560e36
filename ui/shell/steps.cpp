#include "ui/shell/steps.h"

#include "ui/pages/check_notices.h"
#include "ui/widgets/destination_strip.h"

#include <QLocale>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

struct StepWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::ui::Steps)
};

QString stepName(Step step, const Desks &desks)
{
    switch (step) {
    case Step::Start:
        return StepWords::tr("Start");
    case Step::File:
        return StepWords::tr("File");
    case Step::Where:
        return StepWords::tr("Where to");
    case Step::Map:
        //: A step of the wizard: where each column goes
        return StepWords::tr("Map");
    case Step::Check:
        return StepWords::tr("Check");
    case Step::Import:
        return desks.run.snapshot().stage == RunDesk::Stage::Ended ? StepWords::tr("Results")
                                                                   : StepWords::tr("Import");
    }
    return {};
}

QString checkStatus(const CheckDesk::Snapshot &check)
{
    switch (check.state) {
    case CheckDesk::State::NotYet:
        return {};
    case CheckDesk::State::Checking:
        return StepWords::tr("checking…");
    case CheckDesk::State::Failed:
        return StepWords::tr("could not be checked");
    case CheckDesk::State::Checked:
        break;
    }
    if (check.leftOut() > 0)
        return StepWords::tr("%Ln row(s) need a look", nullptr, static_cast<int>(check.leftOut()));
    if (const qint64 rows = CheckNotices::rowsWithHeadsUp(check); rows > 0)
        return StepWords::tr("%Ln row(s) with a heads-up", nullptr, static_cast<int>(rows));
    return check.earlier ? StepWords::tr("imported before") : StepWords::tr("everything looks fine");
}

QString runStatus(const RunDesk::Snapshot &run)
{
    const QLocale locale;
    switch (run.stage) {
    case RunDesk::Stage::None:
    case RunDesk::Stage::Starting:
        return {};
    case RunDesk::Stage::Running:
        return StepWords::tr("%1 of %2 rows in")
            .arg(locale.toString(run.run.tally.in()), locale.toString(run.run.rows));
    case RunDesk::Stage::Ended: {
        const Tally &tally = run.results.tally;
        const QString in = locale.toString(tally.in());
        const QString failed = locale.toString(tally.of(Outcome::Failed));
        return tally.of(Outcome::Unknown) > 0
            ? StepWords::tr("%1 in, %2 failed, %3 unknown")
                  .arg(in, failed, locale.toString(tally.of(Outcome::Unknown)))
            : StepWords::tr("%1 in, %2 failed").arg(in, failed);
    }
    case RunDesk::Stage::Held:
        return StepWords::tr("waits for you");
    case RunDesk::Stage::Failed:
        return run.results.folder.isEmpty() ? StepWords::tr("could not begin")
                                            : StepWords::tr("cannot be shown");
    }
    return {};
}

QString stepStatus(Step step, const Desks &desks)
{
    switch (step) {
    case Step::Start:
        return {};
    case Step::File:
        return desks.file.snapshot().name;
    case Step::Where: {
        const auto &place = desks.place.snapshot();
        const ObjectInfo *object = place.objectInfo();
        if (place.stage == PlaceDesk::Stage::NoAccount)
            return {};
        return object ? u"%1 · %2"_s.arg(place.account.name, object->label) : place.account.name;
    }
    case Step::Map: {
        const auto &map = desks.map.snapshot();
        if (isPassedOver(Step::Map, desks))
            return map.ready ? StepWords::tr("nothing to map") : QString();
        return map.ready ? StepWords::tr("%1 of %2 mapped").arg(map.mapping.mapped()).arg(map.columns.size())
                         : QString();
    }
    case Step::Check:
        return checkStatus(desks.check.snapshot());
    case Step::Import:
        return runStatus(desks.run.snapshot());
    }
    return {};
}

bool isDone(Step step, const Desks &desks)
{
    switch (step) {
    case Step::Start:
        return true;
    case Step::File:
        return desks.file.snapshot().state == FileDesk::State::Open && desks.file.snapshot().hasRows();
    case Step::Where:
        return desks.place.snapshot().complete();
    case Step::Map:
        return desks.map.complete();
    case Step::Check:
        return desks.check.complete();
    case Step::Import:
        return desks.run.snapshot().stage == RunDesk::Stage::Ended;
    }
    return false;
}

bool needsAttention(Step step, const Desks &desks)
{
    switch (step) {
    case Step::File:
        return desks.file.snapshot().state == FileDesk::State::Unreadable
            || desks.file.snapshot().changedOnDisk;
    case Step::Where:
        return desks.place.snapshot().stage == PlaceDesk::Stage::Failed;
    case Step::Check:
        return desks.check.snapshot().state == CheckDesk::State::Checked
            && desks.check.snapshot().leftOut() > 0;
    case Step::Import:
        return desks.run.snapshot().stage == RunDesk::Stage::Held
            || (desks.run.snapshot().stage == RunDesk::Stage::Ended
                && desks.run.snapshot().results.tally.needingALook() > 0);
    case Step::Start:
    case Step::Map:
        return false;
    }
    return false;
}

} // namespace

bool isPassedOver(Step step, const Desks &desks)
{
    return step == Step::Map && desks.place.snapshot().operation == Operation::Delete;
}

bool isReachable(Step step, const Desks &desks)
{
    if (desks.run.running())
        return step == Step::Import;
    switch (step) {
    case Step::Start:
        return true;
    case Step::File:
        return desks.file.snapshot().state != FileDesk::State::NoFile;
    case Step::Where:
        return isDone(Step::File, desks);
    case Step::Map:
        return isDone(Step::File, desks) && isDone(Step::Where, desks) && !isPassedOver(step, desks);
    case Step::Check:
        return isDone(Step::File, desks) && isDone(Step::Where, desks) && isDone(Step::Map, desks);
    case Step::Import:
        return desks.run.snapshot().stage != RunDesk::Stage::None;
    }
    return false;
}

QList<RailStep> railSteps(Step current, Step furthest, const Desks &desks)
{
    QList<RailStep> rows;
    for (int row = 0; row < 5; ++row) {
        const Step step = stepOfRow(row);
        RailStep shown;
        shown.name = stepName(step, desks);
        shown.status = stepStatus(step, desks);
        shown.reachable = isReachable(step, desks);
        if (step == current)
            shown.state = StepState::Current;
        else if (desks.run.running())
            shown.state = StepState::Locked;
        else if (shown.reachable && needsAttention(step, desks))
            shown.state = StepState::Attention;
        else if ((shown.reachable || isPassedOver(step, desks)) && step <= furthest && isDone(step, desks))
            shown.state = StepState::Done;
        if (shown.state == StepState::Locked)
            shown.tip = StepWords::tr("The import is running: nothing can be changed until it ends.");
        else if (isPassedOver(step, desks) && isDone(Step::Where, desks))
            shown.tip = StepWords::tr("Nothing is mapped: the record ids are chosen at “Where to”.");
        else if (!shown.reachable)
            shown.tip = StepWords::tr("Finish the steps before this one first.");
        rows << shown;
    }
    return rows;
}

int railRow(Step step)
{
    return static_cast<int>(step) - 1;
}

Step stepOfRow(int row)
{
    return static_cast<Step>(row + 1);
}

QString windowSubject(const Desks &desks)
{
    const QString file = desks.file.snapshot().name;
    const auto &place = desks.place.snapshot();
    if (file.isEmpty() || place.stage == PlaceDesk::Stage::NoAccount)
        return file;
    const auto kind = static_cast<DestinationStrip::Kind>(place.facts.environment);
    return u"%1 → %2 (%3)"_s.arg(file, place.account.name, DestinationStrip::kindWord(kind));
}

} // namespace rowlift::ui
