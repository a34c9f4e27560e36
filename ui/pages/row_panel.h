#pragma once

#include "ui/desk/map_desk.h"

#include <QWidget>

class QVBoxLayout;

namespace rowlift::ui {

class Words;

/// A panel under a row of the map table, for what has no room in it. Escape and its cross close it. It shows
/// what the desk says and passes on what the person does; nothing in it waits for a button but what makes
/// something new.
class RowPanel : public QWidget {
    Q_OBJECT

public:
    /// \a field: what it is about; empty: a column, or all. The panel goes when nothing gives the field.
    RowPanel(MapDesk &desk, const QString &field, const QString &name, QWidget *parent);

    [[nodiscard]] const QString &field() const { return m_field; }
    /// What gets the focus when it opens.
    [[nodiscard]] virtual QWidget *firstStop() const = 0;
    /// The desk has changed, or another row is the sample.
    void show(int sampleRow);
    [[nodiscard]] int heightAt(int width) const;

Q_SIGNALS:
    void closeWanted();
    void heightChanged();
    void announce(const QString &sentence);

protected:
    void setTitle(const QString &title);
    [[nodiscard]] QVBoxLayout *lines() const { return m_lines; }
    [[nodiscard]] MapDesk &desk() const { return m_desk; }
    [[nodiscard]] int sampleRow() const { return m_sampleRow; }
    [[nodiscard]] const Field *schemaField() const;
    [[nodiscard]] QString fieldLabel() const;
    [[nodiscard]] Treatment treatment() const;
    virtual void refresh() = 0;

    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    MapDesk &m_desk;
    QString m_field;
    int m_sampleRow = 0;
    Words *m_title;
    QVBoxLayout *m_lines;
};

} // namespace rowlift::ui
