#pragma once

#include "app/run/run_snapshot.h"

#include <QWidget>

#include <vector>

class QListWidget;
class QToolButton;

namespace rowlift::ui {

class Words;

/// What happened in a run, newest first; folded to its newest line.
class ActivityList : public QWidget {
    Q_OBJECT

public:
    explicit ActivityList(QWidget *parent = nullptr);

    void begin(); ///< Another run.
    void take(const RunSnapshot &run, const QDateTime &now);

private:
    void take(const PartLine &part, const QDateTime &now);
    void add(const QString &sentence, const QDateTime &now);

    QToolButton *m_fold;
    Words *m_newest;
    QListWidget *m_list;
    std::vector<PartState> m_states; ///< By part number.
    QString m_trouble;
    bool m_began = false; ///< What was true before is no news.
};

} // namespace rowlift::ui
