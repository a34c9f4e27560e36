#pragma once

#include "app/csv/file_survey.h"
#include "ui/desk/file_desk.h"
#include "ui/pages/sentence_combo.h"

#include <QHash>

class QCheckBox;
class QPushButton;

namespace rowlift::ui {

class FlowLayout;
class OtherField;
class Words;

/// The settings that are seldom needed: quotation mark, escape style, empty rows, spaces, comments, the last
/// row, words that stand for blank.
class ReadAsMore : public QWidget {
    Q_OBJECT

public:
    /// \a other is where it asks for what stands on no list; borrowed.
    ReadAsMore(OtherField *other, QWidget *parent);

    void setFile(const FileDesk::Snapshot &file);
    /// What has been chosen elsewhere meanwhile.
    void setChoice(const DialectChoice &choice) { m_choice = choice; }
    /// Words of the file that may stand for blank, the most frequent first.
    void suggestBlankWords(const std::vector<BlankWordCount> &words);
    /// What is set otherwise than in most files, in few words; empty when nothing is.
    [[nodiscard]] QString unusual() const;

Q_SIGNALS:
    void chosen(const rowlift::DialectChoice &choice);

private:
    SentenceCombo *addSetting(const QString &before, const QString &id, const QString &name);
    QCheckBox *addCheck(QLayout *to, const QString &id, const QString &text, const QString &tip);
    void makeQuotes();
    void makeRows();
    void makeBlankWords();
    void fillSign(SentenceCombo *combo, QList<SentenceCombo::Entry> entries, char sign);
    void fillRows(const Dialect &dialect);
    void fillBlankWords();
    void askSign(SentenceCombo *combo, const QString &label, std::optional<char> DialectChoice::*member);
    void askComment();
    void askLastRow();
    void askBlankWord();
    void setBlankWord(const QString &word, bool blank);
    void tell();

    OtherField *m_other;
    FlowLayout *m_line = nullptr; ///< That is being made.
    Dialect m_dialect;
    DialectChoice m_choice;
    std::vector<BlankWordCount> m_suggested;
    QStringList m_listed; ///< The words that have a box, in their order.
    SentenceCombo *m_quote = nullptr;
    SentenceCombo *m_escape = nullptr;
    SentenceCombo *m_comment = nullptr;
    SentenceCombo *m_lastRow = nullptr;
    QHash<SentenceCombo *, QWidget *> m_labels; ///< Before each of them.
    QCheckBox *m_skipEmpty = nullptr;
    QCheckBox *m_trim = nullptr;
    FlowLayout *m_blankLine = nullptr;
    QList<QCheckBox *> m_blankBoxes;
    QPushButton *m_blankOther = nullptr;
};

} // namespace rowlift::ui
