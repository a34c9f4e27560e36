#pragma once

#include "ui/pages/map_look.h"
#include "ui/pages/page.h"

class QAction;
class QBoxLayout;
class QComboBox;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace rowlift::ui {

class MapNeeds;
class MapNotices;
class MapPanels;
class MapTable;
class NoticeArea;
class RecordPane;
class SaveMapping;
class Words;

/// Step 3: where each column goes.
class MapPage : public Page {
    Q_OBJECT

public:
    MapPage(MapDesk &desk, QWidget *parent);

    QString heading() const override;
    QString subline() const override;
    QString why() const override;
    QString primaryText() const override;
    bool primaryEnabled() const override;
    QString primaryReason() const override;
    void entered() override;
    QWidget *firstDecision() const override;
    void primary() override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    enum Show { All, NotMapped, NeedALook, NewColumns };

    QWidget *buildTools();
    QWidget *buildSample();
    void buildKeys();
    void refresh();
    void splitNames();
    void saySample();
    void offerNewColumns();
    void filter();
    void filterAsChosen();
    void stepSample(int by);
    void setField(const MapSpot &spot, const QString &field);
    void setFixedValue(const MapSpot &spot, const QString &value);
    void removeExtra(const MapSpot &spot);
    void addFixedValue(const QString &field);
    void sayTypes();
    void placeRecord();
    void setPerRow(const MapSpot &spot, bool perRow);
    void undo();
    void saveProfile(const QString &name);
    void noticePressed(const QString &notice, const QString &button);

    MapDesk &m_desk;
    NoticeArea *m_notices;
    QLineEdit *m_search = nullptr;
    QComboBox *m_show = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_more = nullptr;
    Words *m_sample = nullptr;
    QToolButton *m_before = nullptr;
    QToolButton *m_next = nullptr;
    SaveMapping *m_saving = nullptr;
    Words *m_nothing = nullptr;
    MapTable *m_table = nullptr;
    MapPanels *m_panels = nullptr;
    MapNotices *m_notes = nullptr;
    MapNeeds *m_needs = nullptr;
    Words *m_types = nullptr; ///< Of records without fixed fields: that a type is for good.
    RecordPane *m_record = nullptr;
    QBoxLayout *m_beside = nullptr; ///< The table, and beside or below it what the service gets.
    QAction *m_undo = nullptr;
    QAction *m_blank = nullptr;
};

} // namespace rowlift::ui
