#pragma once

#include "ui/desk/file_desk.h"
#include "ui/pages/sentence_combo.h"

#include <QFrame>

class QPushButton;

namespace rowlift::ui {

class Words;

/// The sentence that says how the file is read; each word of it can be changed. "Why?" unfolds what spoke for
/// it.
class ReadAsBar : public QFrame {
    Q_OBJECT

public:
    explicit ReadAsBar(QWidget *parent = nullptr);

    void setFile(const FileDesk::Snapshot &file);

Q_SIGNALS:
    void chosen(const rowlift::DialectChoice &choice);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeSentence();
    QWidget *makeMore();
    QWidget *makeWhy();
    SentenceCombo *addCombo(const QString &id, const QString &name, QWidget *parent);
    void unfold(QPushButton *button, QWidget *part, bool open);
    void fillDelimiters(const DialectGuess &guess);
    void fillEncodings(const DialectGuess &guess);
    void fillHeaders(const FileLook &look);
    void fillQuotes(const Dialect &dialect);

    DialectChoice m_choice;
    SentenceCombo *m_delimiter = nullptr;
    SentenceCombo *m_encoding = nullptr;
    SentenceCombo *m_header = nullptr;
    SentenceCombo *m_quote = nullptr;
    QPushButton *m_more = nullptr;
    QPushButton *m_why = nullptr;
    QPushButton *m_detected = nullptr;
    QWidget *m_morePart = nullptr;
    QWidget *m_whyPart = nullptr;
    Words *m_reasons = nullptr;
};

} // namespace rowlift::ui
