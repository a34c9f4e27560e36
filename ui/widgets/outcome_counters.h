#pragma once

#include "ui/style/draw.h"
#include "ui/style/tokens.h"

#include <QList>
#include <QWidget>

namespace rowlift::ui {

/// One big count: the number, its word, its shape.
struct OutcomeCount {
    QString id;
    qint64 count = 0;
    QString word; ///< "added", "failed".
    Mark mark = Mark::In;
    Color color = Color::Text; ///< Of the number: Text, or the plain colour of a meaning.
    QString hint = {}; ///< How it was reckoned: tool tip, and for a screen reader.

    friend bool operator==(const OutcomeCount &, const OutcomeCount &) = default;
};

/// The big counts of Import and Results side by side. Figures are equally wide and the columns keep the width
/// of their widest value so far, so nothing jumps while they run. Each is a child with the accessible name
/// "1,204 added".
class OutcomeCounters : public QWidget {
    Q_OBJECT

public:
    explicit OutcomeCounters(QWidget *parent = nullptr);

    void begin(); ///< Other numbers: the widths of those before are nothing to them.
    void setCounts(const QList<OutcomeCount> &counts);

private:
    QList<class OutcomeCounter *> m_counters;
};

} // namespace rowlift::ui
