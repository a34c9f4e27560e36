#pragma once

#include "app/mapping/record_builder.h"
#include "tests/support/ui_bench.h"
#include "tests/support/ui_pictures.h"
#include "ui/pages/map_page.h"
#include "ui/pages/map_row.h"
#include "ui/widgets/searchable_combo.h"

#include <QAbstractButton>
#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>

/// For the tests of the page Map.
namespace rowlift::testing {

using namespace rowlift::ui;
using namespace Qt::StringLiterals;

/// The desks up to Map with a page over them.
struct MapStage {
    void open(const QString &path)
    {
        file.open(path);
        QTRY_VERIFY(file.snapshot().counted);
        place.chooseAccount(bench.accounts.practice()->name);
        QTRY_COMPARE(place.snapshot().stage, PlaceDesk::Stage::ChooseObject);
        place.chooseObject(u"Contact"_s);
        QTRY_COMPARE(place.snapshot().stage, PlaceDesk::Stage::Ready);
        place.chooseOperation(Operation::Insert);
        page.resize(964, 560);
        page.show();
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        page.entered();
        QTRY_VERIFY(!map.isSurveying());
    }
    void openSample() { open(bench.bench.sampleFile); }
    void openText(const QByteArray &text) { open(bench.write(u"file.csv"_s, text)); }

    int column(const QString &name) const { return static_cast<int>(map.snapshot().columns.indexOf(name)); }
    const ColumnMapping &mapping(int column) const
    {
        return map.snapshot().mapping.columns[static_cast<size_t>(column)];
    }
    SearchableCombo *combo(int column) const
    {
        return page.findChild<SearchableCombo *>(u"map.field.%1"_s.arg(column));
    }
    MapRow *row(int column) const { return page.findChild<MapRow *>(u"map.row.%1"_s.arg(column)); }
    QList<int> shown() const
    {
        QList<int> columns;
        for (const MapRow *row : page.findChildren<MapRow *>()) {
            if (row->isVisible())
                columns << row->look().column;
        }
        std::ranges::sort(columns);
        return columns;
    }
    QString notice(const QString &id) const
    {
        const auto *bar = page.findChild<QWidget *>(u"notice."_s + id);
        return bar ? bar->accessibleName() : QString();
    }
    void click(const QString &name) const
    {
        auto *button = part<QAbstractButton>(name);
        QVERIFY2(button && button->isEnabled(), qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void show(const QString &what) const
    {
        auto *combo = page.findChild<QComboBox *>(u"map.show"_s);
        combo->setCurrentIndex(combo->findText(what));
        Q_EMIT combo->activated(combo->currentIndex());
    }

    /// Gives \a column to \a field and waits for what all rows say of it.
    void give(int column, const QString &field)
    {
        map.setField(column, field);
        QTRY_VERIFY(!map.isSurveying());
    }
    /// What is sent to \a field for the row \a sampleRow of the first ones, by the draft that would be run.
    QString sent(const QString &field, int sampleRow = 0) const
    {
        const Draft draft = map.draft();
        RecordBuilder builder(draft.mapping, map.snapshot().schema, draft.target);
        std::vector<std::string> bytes;
        for (int at = 0; at < map.snapshot().columns.size(); ++at)
            bytes.push_back(map.samples().cell(at, sampleRow).toStdString());
        const std::vector<std::string_view> cells(bytes.begin(), bytes.end());
        const auto at = std::ranges::find(builder.fields(), field);
        if (at == builder.fields().end())
            return u"(nothing)"_s;
        const auto index = static_cast<std::size_t>(at - builder.fields().begin());
        const std::string_view value = builder.build(cells).values[index];
        return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size()));
    }
    /// Chooses \a entry of the menu behind a row's "⋯", which its menu key opens.
    void choose(const QString &row, const QString &entry) const
    {
        auto *button = page.findChild<QAbstractButton *>(u"map.rowMenu."_s + row);
        QVERIFY2(button, qPrintable(row));
        button->click();
        auto *menu = page.findChild<QMenu *>(u"map.rowActions"_s);
        QVERIFY(menu && menu->isVisible());
        for (QAction *action : menu->actions()) {
            if (action->text().remove(u'&') == entry && action->isEnabled()) {
                menu->close();
                action->trigger();
                return;
            }
        }
        menu->close();
        QFAIL(qPrintable(entry));
    }
    template <typename T>
    T *part(const QString &name) const
    {
        for (T *found : page.findChildren<T *>(name)) {
            if (found->isVisible())
                return found;
        }
        return nullptr;
    }
    QString words(const QString &name) const
    {
        const auto *label = part<QLabel>(name);
        return label ? label->text() : u"(not shown)"_s;
    }
    void trigger(const QString &action) const
    {
        auto *found = page.findChild<QAction *>(action);
        QVERIFY2(found && found->isEnabled(), qPrintable(action));
        found->trigger();
    }

    UiBench bench;
    FileDesk file { bench.bench };
    PlaceDesk place { bench.bench, file };
    MapDesk map { bench.bench, file, place };
    MapPage page { map, nullptr };
};

/// Opens a list by Enter, types, and takes what comes first.
inline void chooseByTyping(SearchableCombo *combo, const QString &typed)
{
    combo->setFocus();
    QTest::keyClick(combo, Qt::Key_Return);
    auto *filter = combo->findChild<QLineEdit *>(u"choice.filter"_s);
    QVERIFY(filter && filter->isVisible());
    QTest::keyClicks(filter, typed);
    QTest::keyClick(filter, Qt::Key_Return);
}

} // namespace rowlift::testing
