#pragma once

#include <QWidget>

class QPushButton;

namespace rowlift::ui {

class Words;

/// What became of one row of the results in each try, and the question whether it is sent alone. Escape and
/// its cross close it.
class RowStoryPanel : public QWidget {
    Q_OBJECT

public:
    struct Telling {
        QString title; ///< "Row 112"
        QStringList tries; ///< A paragraph each.
        QString question; ///< What sending it would do; empty: it cannot be sent.
    };

    explicit RowStoryPanel(QWidget *parent = nullptr);

    void tell(const Telling &telling);
    void addToQuestion(const QString &sentence); ///< Of what was told last.
    [[nodiscard]] QWidget *firstStop() const;

Q_SIGNALS:
    void sendWanted();
    void closeWanted();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    Words *m_title;
    Words *m_tries;
    Words *m_question;
    QPushButton *m_send;
    QPushButton *m_close;
};

} // namespace rowlift::ui
