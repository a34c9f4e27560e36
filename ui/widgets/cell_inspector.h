#pragma once

#include <QByteArray>
#include <QWidget>

class QPlainTextEdit;
class QPushButton;
class QRadioButton;
class QStackedWidget;

namespace rowlift::ui {

class CellText;
class Words;

/// One cell to look at closely.
struct InspectedCell {
    QString letter; ///< "C"
    QString column; ///< Its name; may be empty.
    qint64 row = 0; ///< As a spreadsheet shows it: the first line is 1.
    QString text; ///< Up to 1 MiB of it.
    QByteArray bytes; ///< As they stand in the file, as many as `text` stands for; empty: not known.
    QString encoding; ///< The name of the file's encoding, for people.
    qint64 wholeBytes = 0; ///< Of the whole cell, where `text` is only its beginning; else 0.

    bool operator==(const InspectedCell &) const = default;
};

/// What is in a cell, for a panel at the side: the whole text with everything that cannot be seen by name,
/// its bytes with their offsets, and how long it is. Keyboard: the two ways to look are radio buttons; Ctrl+C
/// in either copies what is selected there.
class CellInspector : public QWidget {
    Q_OBJECT

public:
    explicit CellInspector(QWidget *parent = nullptr);

    void setCell(const InspectedCell &cell);
    [[nodiscard]] const InspectedCell &cell() const { return m_cell; }

    static constexpr qsizetype bytesOnAPage = 4'096;

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeBytesView();
    void say();
    void showBytes();
    void goToPage(qsizetype first);
    [[nodiscard]] QByteArray shownBytes() const;
    [[nodiscard]] int bytesInALine() const;

    InspectedCell m_cell;
    Words *m_title;
    Words *m_place;
    Words *m_size;
    Words *m_cut;
    QRadioButton *m_asText;
    QRadioButton *m_asBytes;
    QStackedWidget *m_views;
    CellText *m_text;
    QPlainTextEdit *m_bytes;
    Words *m_page;
    QPushButton *m_before;
    QPushButton *m_after;
    qsizetype m_first = 0; ///< Of the bytes that are shown.
    int m_lineBytes = 0; ///< In each line, as shown now.
};

} // namespace rowlift::ui
