#pragma once

#include "app/csv/file_survey.h"
#include "ui/desk/file_desk.h"
#include "ui/pages/sentence_combo.h"

#include <QFrame>

class QPushButton;

namespace rowlift::ui {

class ChoicePopup;
class OtherField;
class ReadAsMore;
class Words;

/// The sentence that says how the file is read; each word of it can be changed. "Why?" unfolds what spoke for
/// it.
class ReadAsBar : public QFrame {
    Q_OBJECT

public:
    explicit ReadAsBar(QWidget *parent = nullptr);

    void setFile(const FileDesk::Snapshot &file);
    void suggestBlankWords(const std::vector<BlankWordCount> &words);

Q_SIGNALS:
    void chosen(const rowlift::DialectChoice &choice);
    void sheetChosen(const QString &sheet);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /// Rows that could name the columns.
    struct Header {
        qint64 record = -1; ///< -1: none does.
        int rows = 1;

        bool operator==(const Header &) const = default;
    };

    QWidget *makeSentence();
    QPushButton *addFold(const QString &id, const QString &text, QWidget *sentence);
    void addKeys();
    void connectChoices();
    QWidget *makeWhy();
    SentenceCombo *addCombo(const QString &id, const QString &name, QWidget *parent);
    void unfold(QPushButton *button, QWidget *part, bool open);
    void fillSheets(const FileLook &look);
    void fillDelimiters(const DialectGuess &guess);
    void fillEncodings(const DialectGuess &guess);
    void fillHeaders(const FileLook &look);
    static std::vector<Header> headersOffered(const FileLook &look);
    void askDelimiter();
    void askEncoding();
    void say();
    void tell();

    DialectChoice m_choice;
    Dialect m_dialect;
    std::vector<Header> m_headers; ///< In the order of their entries.
    SentenceCombo *m_sheet = nullptr;
    SentenceCombo *m_delimiter = nullptr;
    SentenceCombo *m_encoding = nullptr;
    SentenceCombo *m_header = nullptr;
    ChoicePopup *m_encodings;
    OtherField *m_other;
    ReadAsMore *m_morePart;
    QPushButton *m_more = nullptr;
    QPushButton *m_why = nullptr;
    QPushButton *m_detected = nullptr;
    QWidget *m_whyPart = nullptr;
    Words *m_reasons = nullptr;
};

} // namespace rowlift::ui
