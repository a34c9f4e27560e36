#include "app/run/outcome_text.h"

#include <QCoreApplication>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {
struct OutcomeWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Outcome)
};
} // namespace

QString outcomeText(Outcome outcome)
{
    switch (outcome) {
    case Outcome::LeftOut:
        return OutcomeWords::tr("left out");
    case Outcome::NotSent:
        return OutcomeWords::tr("not sent");
    case Outcome::Waiting:
        return OutcomeWords::tr("waiting");
    case Outcome::Added:
        return OutcomeWords::tr("added");
    case Outcome::Updated:
        return OutcomeWords::tr("updated");
    case Outcome::Deleted:
        return OutcomeWords::tr("deleted");
    case Outcome::In:
        return OutcomeWords::tr("in");
    case Outcome::Failed:
        return OutcomeWords::tr("failed");
    case Outcome::NotProcessed:
        return OutcomeWords::tr("not processed");
    case Outcome::Unknown:
        return OutcomeWords::tr("unknown");
    }
    return {};
}

QString outcomeId(Outcome outcome)
{
    switch (outcome) {
    case Outcome::LeftOut:
        return u"leftOut"_s;
    case Outcome::NotSent:
        return u"notSent"_s;
    case Outcome::Waiting:
        return u"waiting"_s;
    case Outcome::Added:
        return u"created"_s;
    case Outcome::Updated:
        return u"updated"_s;
    case Outcome::Deleted:
        return u"deleted"_s;
    case Outcome::In:
        return u"in"_s;
    case Outcome::Failed:
        return u"failed"_s;
    case Outcome::NotProcessed:
        return u"notProcessed"_s;
    case Outcome::Unknown:
        return u"unknown"_s;
    }
    return {};
}

bool isRowIn(Outcome outcome)
{
    return outcome == Outcome::Added || outcome == Outcome::Updated || outcome == Outcome::Deleted
        || outcome == Outcome::In;
}

bool isWarned(Outcome outcome, const Reason &reason)
{
    return isRowIn(outcome) && reason != Reason {};
}

} // namespace rowlift
