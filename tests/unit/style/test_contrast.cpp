#include "ui/style/style.h"

#include <QTest>

#include <limits>

using namespace rowlift::ui;
using namespace Qt::StringLiterals;

namespace {

using Colors = QList<Color>;

const Colors softs { Color::AccentSoft,  Color::OkSoft,   Color::HeadsUpSoft,
                     Color::ProblemSoft, Color::InfoSoft, Color::FieldSoft };
const Colors plainGrounds { Color::Window, Color::Rail, Color::Surface, Color::Sunk };
const Colors everyGround = plainGrounds + Colors { Color::LeftOut, Color::Selection } + softs;

struct Meaning {
    Color words;
    Color mark;
    Color soft;
};
const QList<Meaning> meanings { { Color::Ok, Color::OkMark, Color::OkSoft },
                                { Color::HeadsUp, Color::HeadsUpMark, Color::HeadsUpSoft },
                                { Color::Problem, Color::ProblemMark, Color::ProblemSoft },
                                { Color::Info, Color::InfoMark, Color::InfoSoft },
                                { Color::Field, Color::FieldMark, Color::FieldSoft } };

double lowest(Color over, const Colors &grounds)
{
    double low = std::numeric_limits<double>::max();
    for (const Color ground : grounds)
        low = std::min(low, contrast(color(over), color(ground)));
    return low;
}

} // namespace

/// Every pair of colours that may meet on the screen, in both drawn themes and in high contrast.
class TestContrast : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installStyle(*qApp, ThemeChoice::Light); }

    void knownRatios()
    {
        QCOMPARE(contrast(Qt::black, Qt::white), 21.0);
        QCOMPARE(contrast(Qt::white, Qt::black), 21.0);
        QVERIFY(qAbs(contrast(QColor(0x77, 0x77, 0x77), Qt::white) - 4.48) < 0.01);
    }

    void holdsIn_data()
    {
        QTest::addColumn<ThemeChoice>("theme");
        QTest::newRow("light") << ThemeChoice::Light;
        QTest::newRow("dark") << ThemeChoice::Dark;
        QTest::newRow("high contrast") << ThemeChoice::HighContrast;
    }

    void holdsIn()
    {
        QFETCH(const ThemeChoice, theme);
        currentStyle()->choose(theme);
        checkWords();
        checkMarks();
        checkControls();
    }

private:
    static void checkWords()
    {
        const bool strong = currentTheme() == Theme::HighContrast;
        const Colors grounds = strong ? plainGrounds + softs : everyGround;
        QVERIFY(lowest(Color::Text, grounds) >= 8.6);
        QVERIFY(lowest(Color::Text2, grounds) >= 5.65);
        QVERIFY(lowest(Color::Text3, plainGrounds + Colors { Color::LeftOut }) >= 4.5);
        QVERIFY(lowest(Color::AccentText, grounds) >= 4.5);
        QVERIFY(lowest(Color::OnSelection, { Color::Selection }) >= 4.5);
        QVERIFY(lowest(Color::OnAccent, { Color::Accent, Color::AccentHover, Color::AccentPressed }) >= 4.5);
        QVERIFY(lowest(Color::OnAccent, { Color::Danger, Color::DangerHover }) >= 4.5);
        for (const Meaning &meaning : meanings) {
            QVERIFY(lowest(meaning.words, plainGrounds + Colors { meaning.soft }) >= 4.5);
            if (!strong)
                QVERIFY(lowest(meaning.words, { Color::Selection }) >= 4.5);
        }
        QVERIFY(lowest(Color::StripProductionText, { Color::StripProduction }) >= 4.5);
        QVERIFY(lowest(Color::StripSandboxText, { Color::StripSandbox }) >= 4.5);
        QVERIFY(lowest(Color::StripPracticeText, { Color::StripPractice }) >= 4.5);
    }

    static void checkMarks()
    {
        const bool strong = currentTheme() == Theme::HighContrast;
        for (const Meaning &meaning : meanings) {
            QVERIFY(lowest(meaning.mark, { Color::Surface, Color::Sunk, meaning.soft }) >= 3);
            if (!strong)
                QVERIFY(lowest(meaning.mark, { Color::Selection }) >= 3);
        }
    }

    static void checkControls()
    {
        QVERIFY(lowest(Color::ControlLine, plainGrounds) >= 3);
        QVERIFY(lowest(Color::Accent, { Color::Window, Color::Rail, Color::Surface }) >= 3);
        QVERIFY(lowest(Color::Danger, { Color::Window, Color::Rail, Color::Surface }) >= 3);
    }
};

QTEST_MAIN(TestContrast)
#include "test_contrast.moc"
