#pragma once

#include "ui/pages/map_columns.h"
#include "ui/pages/map_look.h"

#include <QWidget>

class QPushButton;

namespace rowlift::ui {

class DateQuestion;
class SearchableCombo;

/// One column of the file in the map table: its name and a sample, where it goes, why, and what to look at.
class MapRow : public QWidget {
    Q_OBJECT

public:
    MapRow(int column, QWidget *parent);

    void say(const MapRowLook &look, const Target &target, const Schema &schema);
    [[nodiscard]] const MapRowLook &look() const { return m_look; }
    [[nodiscard]] int heightAt(int width) const;
    [[nodiscard]] SearchableCombo *combo() const { return m_combo; }
    /// Everything in it that takes the focus, in reading order.
    [[nodiscard]] QList<QWidget *> focusOrder() const;

Q_SIGNALS:
    void fieldChosen(int column, const QString &field);
    void dateOrderChosen(int column, rowlift::DateOrder order);
    void choicesWanted(int column); ///< The list of fields is about to open.

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();
    void sayDates();
    void paintName(QPainter &painter, const QRect &room) const;
    void paintSample(QPainter &painter, const QRect &room) const;
    void paintWhy(QPainter &painter, const QRect &room) const;
    void paintResult(QPainter &painter, const QRect &room) const;
    [[nodiscard]] QRect visual(const QRect &logical) const;
    [[nodiscard]] QString tipAt(const QPoint &where) const;

    MapRowLook m_look;
    MapColumns m_columns;
    SearchableCombo *m_combo;
    QPushButton *m_suggestion = nullptr;
    DateQuestion *m_dates = nullptr;
};

} // namespace rowlift::ui
