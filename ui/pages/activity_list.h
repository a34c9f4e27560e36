#pragma once

#include "app/run/run_snapshot.h"

#include <QWidget>

#include <optional>
#include <vector>

class QListWidget;
class QToolButton;

namespace rowlift::ui {

struct RunTalk;

class Words;

/// What happened in a run, newest first; folded to its newest line.
class ActivityList : public QWidget {
    Q_OBJECT

public:
    explicit ActivityList(QWidget *parent = nullptr);

    void begin(); ///< Another run.
    void take(const RunSnapshot &run, const RunTalk &talk, const QDateTime &now);
    /// It waits for the person: \a why.
    void held(const QString &why, const QDateTime &now);

private:
    bool take(const PartLine &part, const RunTalk &talk, const QDateTime &now);
    void takeTrouble(const RunTrouble &trouble, const QString &service, const QDateTime &now);
    void add(const QString &sentence, const QDateTime &now);

    QToolButton *m_fold;
    Words *m_newest;
    QListWidget *m_list;
    std::vector<PartState> m_states; ///< By part number.
    std::optional<Error::Kind> m_trouble; ///< Told, and not over.
    QString m_held;
    bool m_began = false; ///< What was true before is no news.
};

} // namespace rowlift::ui
