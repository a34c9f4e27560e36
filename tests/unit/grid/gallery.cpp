/// Shows the grid with all marks; with `--save DIR` writes pictures of it instead, light, dark, in high
/// contrast, right to left. Scale with QT_SCALE_FACTOR, text alone with `--text 2`.
#include "tests/unit/grid/list_source.h"
#include "ui/grid/find_bar.h"
#include "ui/grid/grid.h"
#include "ui/style/style.h"
#include "ui/widgets/cell_inspector.h"
#include "ui/widgets/column_card.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QLineEdit>
#include <QMenu>
#include <QRadioButton>
#include <QTest>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace rowlift::ui;

namespace {

GridColumn column(const QString &letter, const QString &title, const QString &type, const QString &icon)
{
    GridColumn made;
    made.letter = letter;
    made.title = title;
    made.typeLine = type;
    made.kindIcon = icon;
    return made;
}

GridRow person(int at)
{
    static const QList<QStringList> people {
        { u"Müller"_s, u"Anna"_s, u"anna.mueller@example.com"_s, u"04109"_s, u"03.04.1988"_s, u"1.200,00"_s,
          u"Deutschland"_s, u"Met at the stand, wants a call after the fair, speaks English and German"_s },
        { u"Øster"_s, u"Jan"_s, u"jan@example.org"_s, u"4109"_s, u"31.12.1979"_s, u"950,50"_s, u"Danmark"_s,
          u""_s },
        { u"Nguyễn"_s, u"Thị Lan"_s, u"lan.nguyen@example.net"_s, u"10115"_s, u"17.08.1991"_s, u"11.111,11"_s,
          u"Deutschland"_s, u"Line one\nline two"_s },
        { u"Braun"_s, u"Lee"_s, u"lee@example.com"_s, u"80331"_s, u"01.01.1990"_s, u"88.888,88"_s,
          u"Grossbritanien"_s, u"   "_s },
        { u"كريم"_s, u"سارة"_s, u"sara@example.com"_s, u"20095"_s, u"12.02.1985"_s, u"0,00"_s, u"France"_s,
          u"Vegetarian"_s },
    };
    GridRow row;
    row.cells = people.at(at % people.size());
    return row;
}

std::vector<GridColumn> sampleColumns()
{
    std::vector<GridColumn> made {
        column(u"A"_s, u"Nachname"_s, u"text"_s, u"text"_s),
        column(u"B"_s, u"Vorname"_s, u"text"_s, u"text"_s),
        column(u"C"_s, u"E-Mail"_s, u"e-mail 99.9 %"_s, u"e-mail"_s),
        column(u"D"_s, u"PLZ"_s, u"text"_s, u"text"_s),
        column(u"E"_s, u"Geburtstag"_s, u"date d.m.y"_s, u"date"_s),
        column(u"F"_s, u"Umsatz"_s, u"number 1.234,5"_s, u"number"_s),
        column(u"G"_s, u"Country"_s, u"text"_s, u"text"_s),
        column(u"H"_s, u"Remarks"_s, u"text"_s, u"text"_s),
    };
    made[3].mark = GridMark::HeadsUp;
    made[5].endAligned = true;
    made[6].target = u"Country"_s;
    made[7].imported = false;
    return made;
}

void fill(ListSource &source, bool results)
{
    source.about = sampleColumns();
    source.results = results;
    for (int i = 0; i < 40; ++i)
        source.special[i] = person(i);
    GridRow title;
    title.cells = QStringList { u"Messe Frühjahr 2026, alle Stände"_s, u""_s, u""_s, u""_s };
    title.hatched = true;
    title.tag = u"not imported"_s;
    source.special[0] = title;
    GridRow header;
    for (const GridColumn &c : source.about)
        header.cells << c.title;
    header.header = true;
    header.tag = u"header"_s;
    source.special[1] = header;
    const std::vector<GridMark> marks { GridMark::Problem, GridMark::HeadsUp,       GridMark::Failed,
                                        GridMark::Edited,  GridMark::Fixed,         GridMark::LeftOut,
                                        GridMark::In,      GridMark::InWithWarning, GridMark::Unknown,
                                        GridMark::Waiting, GridMark::NotSent };
    for (std::size_t i = 0; i < marks.size(); ++i) {
        GridRow &row = source.special[static_cast<qint64>(i) + 3];
        row.mark = marks[i];
        row.result = wordFor(marks[i]);
        if (marks[i] != GridMark::LeftOut)
            row.cellMarks = { { 6, marks[i], u"was: Grossbritanien"_s }, { 3, marks[i], {} } };
    }
    source.special[5].cutCells = { 7 };
    GridRow &wrong = source.special[3];
    wrong.note = u"Country: “Grossbritanien” is not on Salesforce's list. Nearest: “United Kingdom”."_s;
    wrong.noteDetails = u"INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: bad value for restricted picklist field"_s;
    wrong.noteActions = QStringList { u"Use it"_s, u"Use it for all 12"_s, u"Leave out row"_s };
}

InspectedCell sampleCell()
{
    return { .letter = u"H"_s,
             .column = u"Remarks"_s,
             .row = 1'204,
             .text = u" Müller\u00A0& Söhne\tBerlin\u200B, wants a call after the fair,\r\n"
                     u"speaks English and German, met at the stand. "_s,
             .bytes = {},
             .encoding = {},
             .wholeBytes = 104'857'600 };
}

ColumnCardFacts sampleCard()
{
    ColumnCardFacts facts;
    facts.letter = u"D"_s;
    facts.title = u"PLZ"_s;
    facts.looksLike = u"text"_s;
    facts.note = u"212 values have 4 digits, the rest 5. Excel may have removed a leading zero."_s;
    facts.read = 0.4;
    facts.rows = 1'204'308;
    facts.blank = 12'034;
    facts.distinct = 8'181;
    facts.aboutDistinct = true;
    facts.shortest = { u"4109"_s, 4, 88 };
    facts.longest = { u"04109 Leipzig, Zentrum-Südvorstadt"_s, 34, 901 };
    facts.frequent = { { u"10115"_s, 120'430, {}, -1 },
                       { u"80331"_s, 90'200, {}, -1 },
                       { u"04109"_s, 44'001, {}, -1 },
                       { u"  "_s, 3'000, {}, -1 },
                       { u"20095"_s, 1'204, {}, -1 } };
    facts.patterns = { { u"99999"_s, 1'190'000, u"04109"_s, 4 }, { u"9999"_s, 212, u"4109"_s, 88 } };
    facts.examples = QStringList { u"04109"_s, u"10115"_s, u"80331"_s, u"20095"_s };
    return facts;
}

void save(QWidget &window, const QString &folder, const QString &name)
{
    QCoreApplication::sendPostedEvents();
    window.grab().save(u"%1/%2.png"_s.arg(folder, name));
}

void savePanels(const QString &folder, const QString &name)
{
    CellInspector inspector;
    inspector.setCell(sampleCell());
    inspector.resize(380, 420);
    inspector.show();
    save(inspector, folder, u"inspector-"_s + name);
    inspector.findChild<QRadioButton *>(u"inspector.asBytes"_s)->setChecked(true);
    save(inspector, folder, u"inspector-bytes-"_s + name);
    ColumnCard card;
    card.setFacts(sampleCard());
    card.resize(340, 700);
    card.show();
    save(card, folder, u"card-"_s + name);
}

/// Hidden and frozen columns, hits, a cut cell, the header by the keyboard, and a menu.
void saveArranged(QWidget &window, Grid &grid, FindBar &bar, const QString &folder, const QString &name)
{
    grid.freezeColumns(1);
    grid.hideColumns({ 3, 4 });
    bar.open();
    bar.findChild<QLineEdit *>(u"find.text"_s)->setText(u"an"_s);
    QTest::keyClick(&bar, Qt::Key_Return);
    grid.appendHits({ { 3, 1 }, { 3, 2 }, { 4, 6 }, { 5, 1 }, { 7, 1 }, { 8, 2 } });
    bar.setSearching(0.4);
    grid.setCurrent(7, 1);
    save(window, folder, u"arranged-"_s + name);
    grid.selectColumns(1, 2);
    grid.setCurrent(0, 1);
    QTest::keyClick(&grid, Qt::Key_Up);
    QTest::keyClick(&grid, Qt::Key_Space);
    QTest::keyClick(&grid, Qt::Key_F10, Qt::ShiftModifier);
    save(window, folder, u"header-"_s + name);
    QMenu *menu = grid.findChild<QMenu *>(u"grid.columnMenu"_s);
    save(*menu, folder, u"menu-"_s + name);
    menu->close();
    bar.close();
    grid.showAllColumns();
    grid.freezeColumns(0);
    grid.setCurrent(3, 6);
}

void saveAll(QWidget &window, Grid &grid, FindBar &bar, ListSource &source, const QString &folder)
{
    for (const auto &[choice, name] : { std::pair { ThemeChoice::Light, u"light"_s },
                                        { ThemeChoice::Dark, u"dark"_s },
                                        { ThemeChoice::HighContrast, u"contrast"_s } }) {
        currentStyle()->choose(choice);
        save(window, folder, name);
        saveArranged(window, grid, bar, folder, name);
        savePanels(folder, name);
    }
    currentStyle()->choose(ThemeChoice::Light);
    fill(source, true);
    Q_EMIT source.reset();
    QTest::keyClick(&grid, Qt::Key_Right, Qt::ShiftModifier);
    save(window, folder, u"results"_s);
    window.setLayoutDirection(Qt::RightToLeft);
    save(window, folder, u"right-to-left"_s);
    saveArranged(window, grid, bar, folder, u"right-to-left"_s);
    window.setLayoutDirection(Qt::LeftToRight);
    grid.goToRow(30);
    source.loaded = false;
    save(window, folder, u"placeholders"_s);
    source.loaded = true;
    grid.setTextScale(1.6);
    grid.setCurrent(3, 2);
    save(window, folder, u"large"_s);
    grid.setSource(nullptr);
    save(window, folder, u"empty"_s);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    installStyle(application, ThemeChoice::Light);
    QCommandLineParser parser;
    parser.addOption({ u"save"_s, u"Write pictures to this folder."_s, u"DIR"_s });
    parser.addOption({ u"text"_s, u"Size of all text."_s, u"FACTOR"_s, u"1"_s });
    parser.addHelpOption();
    parser.process(application);
    QFont face = QApplication::font();
    face.setPointSizeF(face.pointSizeF() * parser.value(u"text"_s).toDouble());
    QApplication::setFont(face);

    QWidget window;
    auto *layout = new QVBoxLayout(&window);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *grid = new Grid(&window);
    layout->addWidget(grid);
    auto *bar = new FindBar(*grid, &window);
    layout->addWidget(bar);
    ListSource source(1'204'308);
    fill(source, false);
    grid->setSource(&source);
    grid->setEmptyText(u"No rows here"_s, u"Choose another filter to see rows again."_s);
    window.resize(1180, 620);
    window.show();
    window.activateWindow();
    static_cast<void>(QTest::qWaitForWindowActive(&window));
    grid->setFocus();
    grid->setCurrent(3, 6);
    if (!parser.isSet(u"save"_s))
        return QApplication::exec();
    saveAll(window, *grid, *bar, source, parser.value(u"save"_s));
    return 0;
}
