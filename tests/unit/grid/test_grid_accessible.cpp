#include "tests/unit/grid/list_source.h"
#include "ui/grid/grid.h"
#include "ui/style/style.h"

#include <QAccessible>
#include <QApplication>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace rowlift::ui;

class TestGridAccessible : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void headersAndCellsAreChildren();
    void cellsAreNamedByColumnAndRow();
    void problemIsTheMarkedCellsDescription();
    void focusIsOnTheCurrentCell();
    void windowFollowsTheCurrentRow();
    void hugeTablesKeepSmallIndexes();
    void childrenKnowTheirPlace();
    void noteIsReachable();
    void actionsWork();
    void onlyShownColumnsAreExposed();
    void headerCellTakesTheFocus();
    void wholeColumnsAreTold();

private:
    [[nodiscard]] QAccessibleInterface *table() const
    {
        return QAccessible::queryAccessibleInterface(m_grid.get());
    }

    std::unique_ptr<ListSource> m_source;
    std::unique_ptr<Grid> m_grid;
};

void TestGridAccessible::initTestCase()
{
    installStyle(*qApp, ThemeChoice::Light);
}

void TestGridAccessible::init()
{
    m_source = std::make_unique<ListSource>(10'000'000);
    m_source->about[1].target = u"FirstName"_s;
    m_source->about[2].mark = GridMark::HeadsUp;
    m_source->about[2].note = u"212 values have 4 digits"_s;
    GridRow row = m_source->plain(3);
    row.mark = GridMark::Problem;
    row.cellMarks = { { 2, GridMark::Problem, {} } };
    row.note = u"Country is not on the list."_s;
    row.noteActions = QStringList { u"Use it"_s };
    m_source->special[3] = row;
    m_grid = std::make_unique<Grid>();
    m_grid->setAccessibleName(u"spring-fair.csv"_s);
    m_grid->setSource(m_source.get());
    m_grid->resize(700, 400);
    m_grid->show();
    m_grid->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_grid.get()));
    m_grid->setFocus();
}

void TestGridAccessible::cleanup()
{
    m_grid.reset();
}

void TestGridAccessible::headersAndCellsAreChildren()
{
    QCOMPARE(table()->role(), QAccessible::Table);
    QCOMPARE(table()->text(QAccessible::Name), u"spring-fair.csv"_s);
    QCOMPARE(table()->tableInterface()->columnCount(), 3);
    QCOMPARE(table()->child(1)->role(), QAccessible::ColumnHeader);
    QCOMPARE(table()->child(1)->text(QAccessible::Name), u"Column B, First name, goes to FirstName, text"_s);
    QCOMPARE(table()->child(2)->text(QAccessible::Description), u"Heads-up: 212 values have 4 digits"_s);
    QCOMPARE(table()->child(3)->role(), QAccessible::Cell);
    QCOMPARE(table()->child(3)->text(QAccessible::Value), u"r0c0"_s);
}

void TestGridAccessible::cellsAreNamedByColumnAndRow()
{
    QAccessibleInterface *cell = table()->tableInterface()->cellAt(1, 2);
    QCOMPARE(cell->text(QAccessible::Name), u"Country, row 3"_s); // the source numbers rows from 2
    QCOMPARE(cell->text(QAccessible::Value), u"r1c2"_s);
    QCOMPARE(cell->text(QAccessible::Description), QString());
    QCOMPARE(cell->rect().size(), m_grid->cellRect(1, 2).size());
    QCOMPARE(cell->tableCellInterface()->columnHeaderCells().front()->text(QAccessible::Name),
             u"Column C, Country, text, Heads-up: 212 values have 4 digits"_s);
}

void TestGridAccessible::problemIsTheMarkedCellsDescription()
{
    QAccessibleTableInterface *rows = table()->tableInterface();
    QCOMPARE(rows->cellAt(3, 2)->text(QAccessible::Description), u"Problem: Country is not on the list."_s);
    QCOMPARE(rows->cellAt(3, 0)->text(QAccessible::Description), u"Problem"_s);
}

void TestGridAccessible::focusIsOnTheCurrentCell()
{
    m_grid->setCurrent(3, 1);
    QTest::keyClick(m_grid.get(), Qt::Key_Right);
    QAccessibleInterface *cell = table()->focusChild();
    QVERIFY(cell != nullptr);
    QCOMPARE(cell->text(QAccessible::Name), u"Country, row 5"_s);
    QCOMPARE(cell->text(QAccessible::Value), u"r3c2"_s);
    QCOMPARE(cell->text(QAccessible::Description), u"Problem: Country is not on the list."_s);
    QVERIFY(cell->state().focused);
    QVERIFY(!table()->tableInterface()->cellAt(3, 1)->state().focused);
}

void TestGridAccessible::windowFollowsTheCurrentRow()
{
    m_grid->setCurrent(5'000'000, 0);
    QAccessibleInterface *cell = table()->focusChild();
    QCOMPARE(cell->text(QAccessible::Value), u"r5000000c0"_s);
    const int row = cell->tableCellInterface()->rowIndex();
    QVERIFY(row >= 16 && row < table()->tableInterface()->rowCount() - 15);
    QCOMPARE(table()->tableInterface()->cellAt(row + 15, 0)->text(QAccessible::Value), u"r5000015c0"_s);
}

void TestGridAccessible::hugeTablesKeepSmallIndexes()
{
    m_grid->setCurrent(m_source->count - 1, 2);
    QVERIFY(table()->childCount() < 1000);
    QCOMPARE(table()->focusChild()->text(QAccessible::Value), u"r9999999c2"_s);
    QVERIFY(table()->tableInterface()->cellAt(table()->tableInterface()->rowCount(), 0) == nullptr);
}

void TestGridAccessible::childrenKnowTheirPlace()
{
    m_grid->setCurrent(1000, 1);
    for (int i = 0; i < table()->childCount(); ++i) {
        QAccessibleInterface *child = table()->child(i);
        QVERIFY(child != nullptr);
        QCOMPARE(child->parent(), table());
        QCOMPARE(table()->indexOfChild(child), i);
    }
}

void TestGridAccessible::noteIsReachable()
{
    m_grid->setCurrent(3, 0);
    QAccessibleInterface *body = table()->child(table()->childCount() - 1);
    QAccessibleInterface *note = body->child(0);
    QStringList names;
    for (int i = 0; i < note->childCount(); ++i)
        names << note->child(i)->text(QAccessible::Name);
    QVERIFY2(names.contains(u"Country is not on the list."_s), qPrintable(names.join(u'|')));
    QVERIFY2(names.contains(u"Use it"_s), qPrintable(names.join(u'|')));
}

void TestGridAccessible::actionsWork()
{
    QAccessibleInterface *cell = table()->tableInterface()->cellAt(7, 1);
    cell->actionInterface()->doAction(QAccessibleActionInterface::setFocusAction());
    QCOMPARE(m_grid->currentRow(), qint64 { 7 });
    QCOMPARE(m_grid->currentColumn(), 1);
}

void TestGridAccessible::onlyShownColumnsAreExposed()
{
    m_grid->freezeColumns(1);
    m_grid->hideColumns({ 1 });
    QAccessibleTableInterface *rows = table()->tableInterface();
    QCOMPARE(rows->columnCount(), 2);
    QCOMPARE(rows->columnDescription(1), u"Country"_s);
    QCOMPARE(rows->cellAt(5, 1)->text(QAccessible::Value), u"r5c2"_s);
    QCOMPARE(rows->cellAt(5, 1)->tableCellInterface()->columnIndex(), 1);
    QCOMPARE(rows->cellAt(5, 1)->tableCellInterface()->columnHeaderCells().front(), table()->child(1));
    for (int i = 0; i < table()->childCount(); ++i)
        QCOMPARE(table()->indexOfChild(table()->child(i)), i);
    m_grid->setCurrent(4, 2);
    QCOMPARE(table()->focusChild()->text(QAccessible::Value), u"r4c2"_s);
    m_grid->showAllColumns();
    QCOMPARE(table()->tableInterface()->columnCount(), 3);
    QCOMPARE(table()->focusChild()->text(QAccessible::Value), u"r4c2"_s);
}

void TestGridAccessible::headerCellTakesTheFocus()
{
    m_grid->setCurrent(0, 1);
    QTest::keyClick(m_grid.get(), Qt::Key_Up);
    QCOMPARE(table()->focusChild(), table()->child(1));
    QCOMPARE(table()->focusChild()->role(), QAccessible::ColumnHeader);
    QVERIFY(table()->focusChild()->state().focused);
    QVERIFY(!table()->tableInterface()->cellAt(0, 1)->state().focused);
    QTest::keyClick(m_grid.get(), Qt::Key_Down);
    QCOMPARE(table()->focusChild()->text(QAccessible::Value), u"r0c1"_s);
}

void TestGridAccessible::wholeColumnsAreTold()
{
    m_grid->selectColumns(1, 2);
    QAccessibleTableInterface *rows = table()->tableInterface();
    QCOMPARE(rows->selectedColumns(), (QList<int> { 1, 2 }));
    QVERIFY(rows->selectedRows().isEmpty());
    QVERIFY(rows->cellAt(5, 2)->tableCellInterface()->isSelected());
    QTest::keyClick(m_grid.get(), Qt::Key_Space, Qt::ShiftModifier);
    QCOMPARE(rows->selectedRows().size(), 1);
}

QTEST_MAIN(TestGridAccessible)
#include "test_grid_accessible.moc"
