#include "ui/style/style.h"
#include "ui/widgets/choice_tile.h"
#include "ui/widgets/command_bar.h"
#include "ui/widgets/destination_strip.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/outcome_counters.h"
#include "ui/widgets/page_heading.h"
#include "ui/widgets/parts_strip.h"
#include "ui/widgets/progress_bar.h"
#include "ui/widgets/step_rail.h"
#include "ui/widgets/toast.h"
#include "ui/widgets/words.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using namespace rowlift::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QList<RailStep> fiveSteps()
{
    return { { u"File"_s, u"spring-fair.csv"_s, StepState::Done, true, {} },
             { u"Where to"_s, u"Acme"_s, StepState::Done, true, {} },
             { u"Map"_s, u"14 of 16 mapped"_s, StepState::Current, true, {} },
             { u"Check"_s, u"37 rows need a look"_s, StepState::Attention, true, {} },
             { u"Import"_s, {}, StepState::Locked, false, u"Map Last name first"_s } };
}

QStringList visibleNotices(const NoticeArea &area)
{
    QStringList ids;
    for (const NoticeBar *bar : area.findChildren<NoticeBar *>()) {
        if (bar->isVisible())
            ids << bar->notice().id;
    }
    return ids;
}

Notice notice(const QString &id, Notice::Kind kind = Notice::Kind::Info)
{
    return { id, kind, u"Sentence "_s + id, { { u"do"_s, u"Do it"_s } } };
}

} // namespace

class TestWidgets : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installStyle(*qApp, ThemeChoice::Light); }

    void headingKeepsThePlaceOfItsSubline()
    {
        PageHeading heading;
        heading.setTitle(u"Where to"_s);
        heading.setSubline(u"Add 480 rows to Acme."_s);
        heading.show();
        QVERIFY(QTest::qWaitForWindowExposed(&heading));
        const auto *subline = heading.findChild<QLabel *>(u"page.heading.subline"_s);
        const int high = subline->height();
        heading.setSubline({});
        QVERIFY(subline->isVisible());
        QVERIFY(high > 0 && subline->minimumHeight() == high);
        heading.setTitle(u"Map"_s);
        heading.setSubline({});
        QVERIFY(!subline->isVisible());
    }

    void railGoesOnlyWhereItMay()
    {
        StepRail rail;
        rail.setSteps(fiveSteps());
        rail.show();
        QSignalSpy chosen(&rail, &StepRail::stepChosen);
        QCOMPARE(rail.currentRow(), 2);
        QTest::keyClick(&rail, Qt::Key_Up);
        QTest::keyClick(&rail, Qt::Key_Up);
        QVERIFY(chosen.isEmpty());
        QTest::keyClick(&rail, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toInt(), 0);
        QTest::keyClick(&rail, Qt::Key_End);
        QTest::keyClick(&rail, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(rail.item(4)->toolTip(), u"Map Last name first"_s);
    }

    void railSaysStatesInWords()
    {
        StepRail rail;
        rail.setSteps(fiveSteps());
        rail.setPromiseAfter(3);
        const auto spoken
            = [&rail](int row) { return rail.item(row)->data(Qt::AccessibleTextRole).toString(); };
        QCOMPARE(spoken(2), u"Step 3, Map, current step, 14 of 16 mapped"_s);
        QCOMPARE(spoken(3), u"Step 4, Check, needs attention, 37 rows need a look"_s);
        QCOMPARE(spoken(4), u"Step 5, Import, locked, Nothing is sent above this line"_s);
        rail.setPromiseAfter(-1);
        QCOMPARE(spoken(4), u"Step 5, Import, locked"_s);
    }

    void railFoldsInANarrowWindow()
    {
        QWidget window;
        auto *row = new QHBoxLayout(&window);
        auto *rail = new StepRail(&window);
        rail->setSteps(fiveSteps());
        row->addWidget(rail);
        row->addStretch(1);
        window.resize(1180, 600);
        window.show();
        QSignalSpy folded(rail, &StepRail::foldedChanged);
        QVERIFY(!rail->isFolded());
        QVERIFY(rail->width() >= px(Size::Rail));
        window.resize(900, 600);
        QTRY_VERIFY(rail->isFolded());
        QCOMPARE(rail->width(), px(Size::RailFolded));
        QCOMPARE(folded.size(), 1);
        QCOMPARE(rail->item(0)->toolTip(), u"File: spring-fair.csv"_s);
    }

    void stripSaysWhereItGoes()
    {
        DestinationStrip strip;
        QVERIFY(strip.isHidden());
        strip.setDestination(DestinationStrip::Kind::Production, u"Acme"_s, u"anna@acme.com"_s);
        QCOMPARE(strip.accessibleName(), u"Production — Acme, anna@acme.com"_s);
        QVERIFY(!strip.isHidden());
        strip.setDestination(DestinationStrip::Kind::Practice, u"Acme"_s);
        QCOMPARE(strip.sentence(), u"Practice — nothing leaves this computer"_s);
    }

    void atMostTwoNoticesAreVisible()
    {
        QWidget page;
        auto *area = new NoticeArea(&page);
        (new QVBoxLayout(&page))->addWidget(area);
        page.show();
        QVERIFY(area->isHidden());
        for (const QString &id : { u"a"_s, u"b"_s, u"c"_s, u"d"_s })
            area->put(notice(id));
        QTRY_COMPARE(visibleNotices(*area), QStringList({ u"a"_s, u"b"_s }));
        auto *more = area->findChild<QPushButton *>(u"page.notices.more"_s);
        QVERIFY(more != nullptr);
        QTest::mouseClick(more, Qt::LeftButton);
        QTRY_COMPARE(visibleNotices(*area).size(), 4);
    }

    void sameNoticeReplacesItself()
    {
        QWidget page;
        auto *area = new NoticeArea(&page);
        (new QVBoxLayout(&page))->addWidget(area);
        page.show();
        area->put(notice(u"a"_s));
        area->put(notice(u"a"_s, Notice::Kind::Problem));
        QCOMPARE(area->notices().size(), 1);
        QTRY_COMPARE(visibleNotices(*area), QStringList { u"a"_s });
        QCOMPARE(page.findChild<QLabel *>(u"shell.announcer"_s)->accessibleName(), u"Problem: Sentence a"_s);
    }

    void focusStaysWhenAnotherNoticeComes()
    {
        QWidget page;
        auto *area = new NoticeArea(&page);
        (new QVBoxLayout(&page))->addWidget(area);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        area->put(notice(u"a"_s));
        auto *button = area->findChild<QPushButton *>(u"notice.a.do"_s);
        QTRY_VERIFY(button->isVisible());
        button->setFocus();
        area->put(notice(u"b"_s));
        QTRY_COMPARE(visibleNotices(*area).size(), 2);
        QVERIFY(button->hasFocus());
    }

    void buttonsOfANoticeLeaveItsTextRoom()
    {
        QWidget page;
        auto *area = new NoticeArea(&page);
        auto *lines = new QVBoxLayout(&page);
        lines->addWidget(area);
        lines->addStretch(1);
        Notice wordy = notice(u"a"_s);
        wordy.text = u"Nobody can tell whether it has arrived. "_s.repeated(3);
        for (const QString &id : { u"b"_s, u"c"_s })
            wordy.buttons << Notice::Button { id, u"A long answer to it"_s };
        area->put(wordy);
        const auto *text = area->findChild<NoticeBar *>()->findChild<QLabel *>();
        const auto *button = area->findChild<QPushButton *>(u"notice.a.do"_s);
        const auto top = [&page](const QWidget *part) { return part->mapTo(&page, QPoint()).y(); };
        page.resize(1000, 400);
        page.show();
        QTRY_VERIFY(button->isVisible() && top(button) < top(text) + text->height());
        page.resize(560, 400);
        QTRY_VERIFY(top(button) >= top(text) + text->height());
        QVERIFY(text->width() > 300);
    }

    void noticeButtonsAndClosingAreTold()
    {
        QWidget page;
        auto *area = new NoticeArea(&page);
        (new QVBoxLayout(&page))->addWidget(area);
        page.show();
        QSignalSpy pressed(area, &NoticeArea::buttonPressed);
        QSignalSpy dismissed(area, &NoticeArea::dismissed);
        area->put(notice(u"a"_s));
        QTest::mouseClick(area->findChild<QPushButton *>(u"notice.a.do"_s), Qt::LeftButton);
        QCOMPARE(pressed.first(), (QVariantList { u"a"_s, u"do"_s }));
        auto *close = area->findChild<QToolButton *>(u"notice.a.close"_s);
        QVERIFY(close->width() >= px(Size::Target) && close->height() >= px(Size::Target));
        QTest::mouseClick(close, Qt::LeftButton);
        QCOMPARE(dismissed.first().first().toString(), u"a"_s);
        QVERIFY(area->notices().isEmpty());
        QVERIFY(area->isHidden());
    }

    void primaryThatIsOffSaysWhy()
    {
        CommandBar bar;
        bar.show();
        auto *reason = bar.findChild<QLabel *>(u"shell.primaryReason"_s);
        bar.setPrimary(u"Next: Check"_s, false, u"Map Last name to continue"_s);
        QVERIFY(!bar.primary()->isEnabled());
        QCOMPARE(reason->text(), u"Map Last name to continue"_s);
        QCOMPARE(bar.primary()->accessibleDescription(), u"Map Last name to continue"_s);
        bar.setPrimary(u"Next: Check"_s);
        QVERIFY(reason->text().isEmpty());
        QSignalSpy pressed(&bar, &CommandBar::primaryPressed);
        QTest::keyClick(bar.primary(), Qt::Key_Space);
        QCOMPARE(pressed.size(), 1);
    }

    void activityCanBeStopped()
    {
        CommandBar bar;
        bar.show();
        auto *stop = bar.findChild<QPushButton *>(u"shell.stop"_s);
        QVERIFY(!stop->isVisible());
        bar.setActivity(u"Checking rows…"_s, 0.5, true);
        QSignalSpy stopped(&bar, &CommandBar::stopPressed);
        QTest::mouseClick(stop, Qt::LeftButton);
        QCOMPARE(stopped.size(), 1);
        bar.clearActivity();
        QVERIFY(!stop->isVisible());
    }

    void tilesAreRadioButtons()
    {
        QWidget page;
        auto *row = new QHBoxLayout(&page);
        auto *first = new ChoiceTile(u"cloud"_s, u"Salesforce"_s, u"Leads"_s, &page);
        auto *second = new ChoiceTile(u"records"_s, u"Marketo"_s, u"People"_s, &page);
        row->addWidget(first);
        row->addWidget(second);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
        QTest::mouseClick(first, Qt::LeftButton, {}, QPoint(first->width() - 4, first->height() - 4));
        QVERIFY(first->isChecked());
        QTest::keyClick(first, Qt::Key_Right);
        QVERIFY(second->isChecked());
        QVERIFY(!first->isChecked());
        QCOMPARE(second->accessibleDescription(), u"People"_s);
    }

    void everyStandingHasAWordOfItsOwn()
    {
        QSet<QString> words;
        for (int i = 0; i <= static_cast<int>(PartStanding::Stopped); ++i)
            words << PartsStrip::word(static_cast<PartStanding>(i));
        QCOMPARE(words.size(), static_cast<int>(PartStanding::Stopped) + 1);
        QVERIFY(!words.contains(QString()));
        QCOMPARE(PartsStrip::spoken({ 3, PartStanding::Sending, 0.5, {}, u"4.1 of 9.8 MB"_s }),
                 u"Part 3: sending, 4.1 of 9.8 MB"_s);
        QCOMPARE(PartsStrip::spoken({ 3, PartStanding::WithService, 0, u"in Marketo's queue"_s, {} }),
                 u"Part 3: in Marketo's queue"_s);
    }

    void manyPartsShowOnlyThoseUnderWay()
    {
        PartsStrip strip;
        strip.resize(600, 200);
        strip.show();
        QList<PartBox> parts;
        for (int i = 1; i <= PartsStrip::mostBoxes; ++i)
            parts.append({ i, PartStanding::Waiting, 0, {}, {} });
        strip.setParts(parts);
        auto *boxes = strip.findChild<QListWidget *>(u"run.parts"_s);
        QCOMPARE(boxes->count(), 24);
        parts.append({ 25, PartStanding::Sending, 0.2, {}, {} });
        strip.setParts(parts);
        QCOMPARE(boxes->count(), 1);
        QCOMPARE(boxes->item(0)->data(Qt::AccessibleTextRole).toString(), u"Part 25: sending"_s);
    }

    void partBoxesWrapWithoutBeingCut()
    {
        PartsStrip strip;
        strip.resize(300, 400);
        strip.show();
        QList<PartBox> parts;
        for (int i = 1; i <= 12; ++i)
            parts.append({ i, PartStanding::DoneWithFailures, 0, {}, {} });
        strip.setParts(parts);
        auto *boxes = strip.findChild<QListWidget *>(u"run.parts"_s);
        const QRect last = boxes->visualItemRect(boxes->item(11));
        QVERIFY2(boxes->viewport()->rect().contains(last),
                 qPrintable(u"%1 in %2"_s.arg(last.bottom()).arg(boxes->height())));
    }

    void toastGoesByItselfAndUndoes()
    {
        QWidget window;
        window.resize(600, 400);
        window.show();
        Toast toast(&window);
        toast.setStay(1ms);
        toast.tell(u"Profile saved"_s, false);
        QVERIFY(toast.isVisible());
        QTRY_VERIFY(!toast.isVisible());
        QSignalSpy undone(&toast, &Toast::undoPressed);
        toast.setStay(Toast::usualStay);
        toast.tell(u"12 cells changed"_s, true);
        QVERIFY(window.rect().contains(toast.geometry()));
        QTest::mouseClick(toast.findChild<QPushButton *>(u"shell.toast.undo"_s), Qt::LeftButton);
        QCOMPARE(undone.size(), 1);
        QVERIFY(!toast.isVisible());
    }

    void countersAreSpoken()
    {
        OutcomeCounters counters;
        counters.setCounts({ { u"failed"_s, 37, u"failed"_s, Mark::Failed, Color::Problem } });
        QCOMPARE(counters.findChild<QWidget *>(u"counter.failed"_s)->accessibleName(), u"37 failed"_s);
        OutcomeBar bar;
        bar.setShares({ { 90, u"in"_s, Color::OkMark }, { 10, u"failed"_s, Color::ProblemMark } });
        QCOMPARE(bar.accessibleName(), u"90 in, 10 failed"_s);
    }

    void failedShareIsSeenHoweverSmall()
    {
        ProgressBar bar;
        bar.resize(200, 12);
        bar.setShares(0.5, 0.0001);
        const QImage drawn = bar.grab().toImage();
        QCOMPARE(drawn.pixelColor(98, 6), color(Color::ProblemMark));
        QCOMPARE(drawn.pixelColor(50, 6), color(Color::AccentText));
        QCOMPARE(drawn.pixelColor(150, 6), color(Color::Line));
        QCOMPARE(bar.value(), 500);
    }

    void wordsKeepTheirColourOnASurface()
    {
        QWidget page;
        page.setBackgroundRole(QPalette::Base);
        page.setAutoFillBackground(true);
        auto *words = new Words(u"▇▇▇"_s, Type::Display, Color::Problem, &page);
        page.resize(200, 60);
        words->resize(200, 60);
        const QImage drawn = page.grab().toImage();
        int found = 0;
        for (int x = 0; x < drawn.width(); ++x) {
            for (int y = 0; y < drawn.height(); ++y)
                found += drawn.pixelColor(x, y) == color(Color::Problem) ? 1 : 0;
        }
        QVERIFY(found > 20);
    }

    void wordsFollowTheTheme()
    {
        QWidget page;
        auto *words = new Words(u"Sentence"_s, Type::Small, Color::Problem, &page);
        page.show();
        QCOMPARE(words->palette().color(QPalette::WindowText), color(Color::Problem));
        QSignalSpy changed(currentStyle(), &Style::themeChanged);
        currentStyle()->choose(ThemeChoice::Dark);
        QVERIFY(changed.wait());
        const QColor dark = words->palette().color(QPalette::WindowText);
        QCOMPARE(dark, color(Color::Problem));
        currentStyle()->choose(ThemeChoice::Light);
        QVERIFY(changed.wait());
        QVERIFY(words->palette().color(QPalette::WindowText) != dark);
    }
};

QTEST_MAIN(TestWidgets)
#include "test_widgets.moc"
