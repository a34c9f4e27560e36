#pragma once

#include "ui/pages/map_columns.h"
#include "ui/pages/map_look.h"

#include <QWidget>

class QPushButton;
class QToolButton;

namespace rowlift::ui {

class ConsentLine;
class DateQuestion;
class FixedValue;
class SearchableCombo;
class SentenceCombo;

/// One row of the map table: a column of the file (or what else a field gets) with a sample, where it goes,
/// why, what is done to its values, and what to look at.
class MapRow : public QWidget {
    Q_OBJECT

public:
    MapRow(const MapSpot &spot, QWidget *parent);

    void say(const MapRowLook &look, const Target &target, const Schema &schema);
    [[nodiscard]] const MapSpot &spot() const { return m_spot; }
    [[nodiscard]] const MapRowLook &look() const { return m_look; }
    [[nodiscard]] int heightAt(int width) const;
    [[nodiscard]] SearchableCombo *combo() const { return m_combo; }
    /// Everything in it that takes the focus, in reading order.
    [[nodiscard]] QList<QWidget *> focusOrder() const;
    /// The height of a row that was not made yet.
    [[nodiscard]] static int usualHeight(int width, bool chips, bool dates, bool consent);
    /// The button of what else can be done, or the editor of a fixed value; null: there is none.
    [[nodiscard]] QWidget *moreButton() const;
    [[nodiscard]] QWidget *valueEditor() const;

Q_SIGNALS:
    void fieldChosen(const rowlift::ui::MapSpot &spot, const QString &field);
    void typeChosen(const rowlift::ui::MapSpot &spot, const rowlift::ui::PropertyTypes::Choice &type);
    void dateOrderChosen(const rowlift::ui::MapSpot &spot, rowlift::DateOrder order);
    void choicesWanted(const rowlift::ui::MapSpot &spot); ///< The list of fields is about to open.
    void menuWanted(const rowlift::ui::MapSpot &spot, const QPoint &where); ///< \a where on the screen.
    void chipOpened(const rowlift::ui::MapSpot &spot, const rowlift::ui::ChipLook &chip);
    void chipRemoved(const rowlift::ui::MapSpot &spot, const rowlift::ui::ChipLook &chip);
    void fixWanted(const rowlift::ui::MapSpot &spot, rowlift::ui::FieldVerdict::Fix fix);
    void consentWanted(const rowlift::ui::MapSpot &spot);
    void valueTyped(const rowlift::ui::MapSpot &spot, const QString &value);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void place();
    void sayDates();
    void sayConsent();
    void sayChips();
    void sayFixed(const Schema &schema);
    void saySuggestion();
    void sayFix();
    void sayType();
    void placeFix(const QRect &field);
    [[nodiscard]] QRect below(int top, int height) const;
    void paintName(QPainter &painter, const QRect &room) const;
    void paintSample(QPainter &painter, const QRect &room) const;
    void paintWhy(QPainter &painter, const QRect &room) const;
    void paintResult(QPainter &painter, const QRect &room) const;
    [[nodiscard]] QRect visual(const QRect &logical) const;
    [[nodiscard]] QString tipAt(const QPoint &where) const;

    MapSpot m_spot;
    MapRowLook m_look;
    MapColumns m_columns;
    SearchableCombo *m_combo;
    QPushButton *m_suggestion = nullptr;
    QPushButton *m_fix = nullptr;
    QToolButton *m_more;
    SentenceCombo *m_type = nullptr; ///< Of a property: how it is sent. Stands where others say why.
    FixedValue *m_value = nullptr;
    ChipStrip *m_chips = nullptr;
    ConsentLine *m_consent = nullptr;
    DateQuestion *m_dates = nullptr;
};

} // namespace rowlift::ui
