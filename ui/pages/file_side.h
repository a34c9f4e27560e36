#pragma once

#include "ui/desk/file_desk.h"

#include <QFrame>

class QStackedWidget;

namespace rowlift::ui {

class CellInspector;
class ColumnCard;
class ScrollBody;
class Words;

/// The panel beside the rows of a file: one cell to look at closely, or what is known of a column. Escape
/// closes it.
class FileSide : public QFrame {
    Q_OBJECT

public:
    explicit FileSide(FileDesk &desk, QWidget *parent = nullptr);

    void showCell(qint64 record, int column);
    void showColumn(int column, const QString &note);
    /// As wide as it wants to be, and half of \a width at most.
    void fitInto(int width);
    [[nodiscard]] bool showsCell() const;
    void close();

Q_SIGNALS:
    void recordWanted(qint64 record, int column);
    void valueWanted(const QString &value);
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    /// What the inspector's cell depends on.
    struct Shown {
        qint64 record = -1;
        int column = -1;
        QString name;
        QByteArray encoding;
        QString text;

        bool operator==(const Shown &) const = default;
    };

    void fillCell();
    void fillColumn();
    void open(QWidget *what, const QString &title);

    FileDesk &m_desk;
    Words *m_title;
    QStackedWidget *m_stack;
    ScrollBody *m_cellBody;
    CellInspector *m_cell; ///< In m_cellBody.
    ColumnCard *m_card;
    qint64 m_record = -1;
    int m_column = -1;
    Shown m_shown;
    QString m_note; ///< On the column.
};

} // namespace rowlift::ui
