#include "tests/support/ui_bench.h"
#include "tests/support/ui_pictures.h"
#include "ui/shell/main_window.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QTest>

using namespace rowlift;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int peopleInFile = 12;

QString idOf(int person)
{
    return u"003240000%1AAA"_s.arg(person, 6, 10, QLatin1Char('0')); // no capitals, so the checksum is AAA
}

} // namespace

/// How many presses it takes until what is wanted can be sent, that press included. Choosing the file and
/// typing are not counted.
class TestUiBudgets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { dressForPictures(); }

    void phoneNumbersByEmail();
    void deleteById();

private:
    struct Stage {
        Stage()
        {
            window.resize(1180, 760);
            window.show();
        }
        void press(const QString &name)
        {
            auto *button = window.findChild<QAbstractButton *>(name);
            QVERIFY2(button, qPrintable(name));
            QTRY_VERIFY2(button->isVisible() && button->isEnabled(), qPrintable(name));
            ++presses;
            QTest::mouseClick(button, Qt::LeftButton);
        }
        /// The first press: there is but one account, which the person has used before.
        void begin(const QByteArray &bytes)
        {
            window.openFile(bench.write(u"file.csv"_s, bytes));
            QTRY_VERIFY(window.desks().file.snapshot().counted);
            press(u"shell.primary"_s);
            QCOMPARE(window.step(), ui::Step::Where);
            press(u"where.practise"_s);
            QTRY_VERIFY(window.findChild<QAbstractButton *>(u"where.object.Contact"_s));
            press(u"where.object.Contact"_s);
            QTRY_COMPARE(window.desks().place.snapshot().stage, ui::PlaceDesk::Stage::Ready);
        }
        bool isReadyToSend() const
        {
            auto *primary = window.findChild<QAbstractButton *>(u"shell.primary"_s);
            return window.step() == ui::Step::Check && primary->isEnabled();
        }

        UiBench bench;
        ui::MainWindow window { bench.bench };
        int presses = 0;
    };
};

void TestUiBudgets::phoneNumbersByEmail()
{
    Stage stage;
    QByteArray bytes = "E-mail,Phone\n";
    for (int person = 0; person < peopleInFile; ++person) {
        const QString email = u"p%1@example.com"_s.arg(person);
        bytes += email.toUtf8() + ",+49 30 " + QByteArray::number(1000 + person) + '\n';
        stage.bench.account.records[email] << RecordMatch { .value = email,
                                                            .id = idOf(person),
                                                            .modified = QDateTime::currentDateTimeUtc() };
    }
    stage.begin(bytes);
    stage.press(u"where.action.update"_s);
    stage.press(u"shell.primary"_s); // to Map
    QCOMPARE(stage.window.step(), ui::Step::Map);
    stage.press(u"shell.primary"_s); // to Check
    QTRY_VERIFY(stage.isReadyToSend());
    QCOMPARE(stage.window.desks().check.snapshot().ready(), peopleInFile);
    ++stage.presses; // the one that sends
    QVERIFY2(stage.presses <= 7, qPrintable(QString::number(stage.presses)));
    takePicture(stage.window, u"budget-phones"_s);
}

void TestUiBudgets::deleteById()
{
    Stage stage;
    stage.begin("Contact ID,Why\n0032400000aaaaAAAQ,left\n0032400000aaaabAAA,left\n");
    stage.press(u"where.action.delete"_s);
    stage.press(u"shell.primary"_s);
    QCOMPARE(stage.window.step(), ui::Step::Check); // there is nothing to map
    QTRY_COMPARE(stage.window.desks().check.snapshot().state, ui::CheckDesk::State::Checked);
    QVERIFY(!stage.isReadyToSend());
    auto *typed = stage.window.findChild<QLineEdit *>(u"check.confirmNumber"_s);
    QTRY_VERIFY(typed && typed->hasFocus()); // the number can be typed at once
    QTest::keyClicks(typed, u"2"_s);
    QVERIFY(stage.isReadyToSend());
    ++stage.presses;
    QVERIFY2(stage.presses <= 6, qPrintable(QString::number(stage.presses)));
    auto *primary = stage.window.findChild<QAbstractButton *>(u"shell.primary"_s);
    QTRY_VERIFY(primary->width() >= primary->sizeHint().width());
    const auto *promise = stage.window.findChild<QWidget *>(u"check.promise"_s);
    QTRY_VERIFY(typed->mapTo(&stage.window, QPoint()).y()
                > promise->mapTo(&stage.window, QPoint(0, promise->height())).y());
    takePicture(stage.window, u"budget-delete"_s);

    // Map is behind, has nothing to ask, and Back knows that.
    QTest::keyClick(&stage.window, Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(stage.window.step(), ui::Step::Check);
    stage.press(u"shell.back"_s);
    QCOMPARE(stage.window.step(), ui::Step::Where);
}

QTEST_MAIN(TestUiBudgets)
#include "test_ui_budgets.moc"
