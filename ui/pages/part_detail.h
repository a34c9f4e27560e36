#pragma once

#include "ui/pages/run_words.h"

#include <QWidget>

class QPushButton;

namespace rowlift::ui {

class Words;

/// How the part stands that the keys are at, below the strip of parts.
class PartDetail : public QWidget {
    Q_OBJECT

public:
    explicit PartDetail(QWidget *parent = nullptr);

    void tell(const PartLine &part, bool paused, const RunTalk &talk);

Q_SIGNALS:
    void lookWanted(qint64 part);

private:
    qint64 m_part = 0;
    Words *m_words;
    QPushButton *m_look;
};

} // namespace rowlift::ui
