#include "ui/grid/grid_source.h"

#include <QCoreApplication>

namespace rowlift::ui {

namespace {

class MarkWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::ui::GridMark)

public:
    static QString wordFor(GridMark mark)
    {
        switch (mark) {
        case GridMark::None:
            return {};
        case GridMark::Problem:
            return tr("Problem");
        case GridMark::HeadsUp:
            return tr("Heads-up");
        case GridMark::Failed:
            return tr("Failed");
        case GridMark::Edited:
            return tr("Edited");
        case GridMark::Fixed:
            return tr("Fixed, not sent");
        case GridMark::LeftOut:
            return tr("Left out");
        case GridMark::In:
            //: What became of a row: the destination has it.
            return tr("In");
        case GridMark::InWithWarning:
            return tr("In, with a warning");
        case GridMark::Unknown:
            return tr("Unknown");
        case GridMark::Waiting:
            return tr("Waiting");
        case GridMark::NotSent:
            return tr("Not sent");
        }
        return {};
    }
};

} // namespace

QString wordFor(GridMark mark)
{
    return MarkWords::wordFor(mark);
}

GridSource::GridSource(QObject *parent)
    : QObject(parent)
{
}

qint64 GridSource::largestNumber() const
{
    return rowCount();
}

bool GridSource::hasResults() const
{
    return false;
}

} // namespace rowlift::ui
