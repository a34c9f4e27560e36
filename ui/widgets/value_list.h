#pragma once

#include <QListWidget>

namespace rowlift::ui {

/// A value of a column with what is known of it.
struct ValueFact {
    QString caption; ///< Before the value: "Longest"; may be empty.
    QString value;
    QString note; ///< At the end: "1,204 rows", "12 characters".
    double share = -1; ///< Of all rows, 0 to 1: draws a bar; less than 0: none.
    qint64 record = -1; ///< A row of the file that shows it; -1: none is known.
    bool copyable = true; ///< Counts are; the value is what is copied.

    bool operator==(const ValueFact &) const = default;
};

/// A few values below each other, each with a bar and a note, as tall as they are. Arrow keys walk them,
/// Ctrl+C and the menu copy one, Enter or a double click asks for it.
class ValueList : public QListWidget {
    Q_OBJECT

public:
    explicit ValueList(QWidget *parent = nullptr);

    void setFacts(const std::vector<ValueFact> &facts);
    [[nodiscard]] const std::vector<ValueFact> &facts() const { return m_facts; }
    /// Puts the value of the current line on the clipboard.
    void copyCurrent() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void factActivated(const rowlift::ui::ValueFact &fact);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    std::vector<ValueFact> m_facts;
};

} // namespace rowlift::ui
