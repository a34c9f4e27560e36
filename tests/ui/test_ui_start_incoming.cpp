#include "tests/support/ui_bench.h"
#include "tests/support/ui_pictures.h"
#include "ui/grid/grid.h"
#include "ui/shell/main_window.h"

#include <QClipboard>
#include <QDialog>
#include <QDragEnterEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPointer>
#include <QPushButton>
#include <QTest>

using namespace rowlift;
using namespace rowlift::ui;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;

namespace {

struct Incoming {
    Incoming()
    {
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }
    QString write(const QString &name) const { return bench.write(name, "Name,Mail\nAnna,a@example.com\n"); }
    void drop(QWidget *onto, const QStringList &paths) const
    {
        QMimeData carried;
        QList<QUrl> urls;
        for (const QString &path : paths)
            urls << QUrl::fromLocalFile(path);
        carried.setUrls(urls);
        QDragEnterEvent enter(onto->rect().center(), Qt::CopyAction, &carried, Qt::LeftButton,
                              Qt::NoModifier);
        QApplication::sendEvent(onto, &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent dropped(onto->rect().center(), Qt::CopyAction, &carried, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(onto, &dropped);
    }
    const FileDesk::Snapshot &file() { return window.desks().file.snapshot(); }
    bool isOpen(const QString &name) { return file().state == FileDesk::State::Open && file().name == name; }

    UiBench bench;
    MainWindow window { bench.bench };
};

} // namespace

/// What comes into the window from outside: dropped files, cells from the clipboard.
class TestUiStartIncoming : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { dressForPictures(); }
    void cleanup() { QGuiApplication::clipboard()->clear(); }

    void pastedCellsOpen();
    void fieldsKeepTheirPaste();
    void oneValueIsNoTable();
    void ofSeveralFilesOneIsChosen();
    void anotherFileReplacesAfterAQuestion();
    void runEndsTheQuestion();
    void pasteButtonOfTheStartPage();
    void listOpensInAWindowOfItsOwn();
};

void TestUiStartIncoming::pastedCellsOpen()
{
    Incoming in;
    QGuiApplication::clipboard()->setText(u"Name\tOrt\nMüller\tKöln\n"_s);
    QTest::keyClick(&in.window, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(in.window.step(), ui::Step::File);
    QTRY_VERIFY(in.file().state == FileDesk::State::Open);
    QVERIFY2(in.file().name.startsWith("Pasted cells"_L1), qPrintable(in.file().name));
    QVERIFY(in.window.windowTitle().startsWith("Pasted cells"_L1));
    const auto *grid = in.window.findChild<Grid *>(u"file.grid"_s);
    QCOMPARE(grid->source()->row(1)->cells, (QStringList { u"Müller"_s, u"Köln"_s }));
}

void TestUiStartIncoming::fieldsKeepTheirPaste()
{
    Incoming in;
    in.window.openFile(in.write(u"people.csv"_s));
    QTRY_VERIFY(in.isOpen(u"people.csv"_s));
    QGuiApplication::clipboard()->setText(u"Name\tOrt\nAnna\tOslo\n"_s);
    auto *grid = in.window.findChild<Grid *>(u"file.grid"_s);
    QTest::keyClick(grid, Qt::Key_F, Qt::ControlModifier);
    auto *field = in.window.findChild<QLineEdit *>(u"find.text"_s);
    QTRY_VERIFY(field->hasFocus());
    QTest::keyClick(field, Qt::Key_V, Qt::ControlModifier);
    QVERIFY(field->text().contains("Anna"_L1));
    QVERIFY(in.isOpen(u"people.csv"_s));
}

void TestUiStartIncoming::oneValueIsNoTable()
{
    Incoming in;
    QGuiApplication::clipboard()->setText(u"just a word"_s);
    QTest::keyClick(&in.window, Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(in.window.step(), ui::Step::Start);
    QCOMPARE(in.file().state, FileDesk::State::NoFile);
}

void TestUiStartIncoming::ofSeveralFilesOneIsChosen()
{
    Incoming in;
    in.drop(in.window.findChild<QWidget *>(u"start.drop"_s),
            { in.write(u"first.csv"_s), in.write(u"second.csv"_s) });
    auto *which = in.window.findChild<QDialog *>(u"start.which"_s);
    QVERIFY(which && which->isVisible());
    takePicture(*which, u"start-which"_s);
    auto *list = which->findChild<QListWidget *>(u"start.which.list"_s);
    QCOMPARE(list->count(), 2);
    QCOMPARE(in.file().state, FileDesk::State::NoFile);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_VERIFY(in.isOpen(u"second.csv"_s));
    QCOMPARE(in.window.step(), ui::Step::File);
}

void TestUiStartIncoming::anotherFileReplacesAfterAQuestion()
{
    Incoming in;
    in.window.openFile(in.write(u"people.csv"_s));
    QTRY_VERIFY(in.isOpen(u"people.csv"_s));
    const QString next = in.write(u"next.csv"_s);
    in.drop(&in.window, { next });
    QVERIFY(in.isOpen(u"people.csv"_s)); // it is asked first
    in.window.findChild<QPushButton *>(u"notice.incoming.keep"_s)->click();
    QVERIFY(in.isOpen(u"people.csv"_s));
    QTRY_VERIFY(!in.window.findChild<QPushButton *>(u"notice.incoming.keep"_s));
    in.drop(&in.window, { next });
    auto *replace = in.window.findChild<QPushButton *>(u"notice.incoming.replace"_s);
    QVERIFY(replace->hasFocus());
    takePicture(in.window, u"start-replace"_s);
    replace->click();
    QTRY_VERIFY(in.isOpen(u"next.csv"_s));
}

void TestUiStartIncoming::runEndsTheQuestion()
{
    Incoming in;
    in.window.openFile(in.write(u"people.csv"_s));
    QTRY_VERIFY(in.isOpen(u"people.csv"_s));
    in.drop(&in.window, { in.write(u"next.csv"_s) });
    const QPointer<QPushButton> replace = in.window.findChild<QPushButton *>(u"notice.incoming.replace"_s);
    QVERIFY(replace);
    in.window.desks().run.goOn(u"an import of before"_s);
    QVERIFY(in.window.desks().run.running());
    if (replace) // on its way out
        replace->click();
    QVERIFY(in.isOpen(u"people.csv"_s));
    QTRY_VERIFY(!replace);
    QTRY_VERIFY(!in.window.desks().run.running());
    QVERIFY(in.isOpen(u"people.csv"_s));
}

void TestUiStartIncoming::pasteButtonOfTheStartPage()
{
    Incoming in;
    QGuiApplication::clipboard()->setText(u"Name\tOrt\nAnna\tOslo\n"_s);
    in.window.findChild<QPushButton *>(u"start.paste"_s)->click();
    QTRY_VERIFY(in.file().state == FileDesk::State::Open);
}

/// What lies in this window stays, whatever is done in the other one.
void TestUiStartIncoming::listOpensInAWindowOfItsOwn()
{
    Incoming in;
    in.window.openFile(in.write(u"orders.csv"_s));
    QTRY_VERIFY(in.isOpen(u"orders.csv"_s));
    const QPointer<MainWindow> beside
        = in.window.importBeside(in.write(u"missing.csv"_s),
                                 { .account = in.bench.accounts.all().front().name, .object = u"Contact"_s });
    QVERIFY(beside && beside->isVisible());
    QTRY_COMPARE(beside->desks().file.snapshot().name, u"missing.csv"_s);
    QTRY_COMPARE(beside->desks().place.snapshot().stage, PlaceDesk::Stage::Ready);
    QCOMPARE(beside->desks().place.snapshot().object, u"Contact"_s);
    QVERIFY(in.isOpen(u"orders.csv"_s));
    QCOMPARE(in.window.desks().place.snapshot().stage, PlaceDesk::Stage::NoAccount);
    beside->close();
    QTRY_VERIFY(!beside);
}

QTEST_MAIN(TestUiStartIncoming)
#include "test_ui_start_incoming.moc"
