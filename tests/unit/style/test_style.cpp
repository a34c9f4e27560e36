#include "ui/style/icons.h"
#include "ui/style/style.h"

#include <QFocusFrame>
#include <QFontMetrics>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace rowlift::ui;
using namespace Qt::StringLiterals;

namespace {

const QStringList iconNames {
    u"file"_s,          u"sheet"_s,        u"paste"_s,          u"folder"_s,
    u"account"_s,       u"cloud"_s,        u"records"_s,        u"add"_s,
    u"add-or-update"_s, u"update"_s,       u"delete"_s,         u"map"_s,
    u"split"_s,         u"join"_s,         u"swap"_s,           u"key"_s,
    u"lock"_s,          u"look-up"_s,      u"cleaner"_s,        u"date"_s,
    u"number"_s,        u"text"_s,         u"e-mail"_s,         u"yes-no"_s,
    u"list"_s,          u"star"_s,         u"check"_s,          u"tick"_s,
    u"cross"_s,         u"octagon"_s,      u"triangle"_s,       u"info"_s,
    u"question"_s,      u"clock"_s,        u"pause"_s,          u"play"_s,
    u"stop"_s,          u"retry"_s,        u"undo"_s,           u"redo"_s,
    u"up-load"_s,       u"down-load"_s,    u"report"_s,         u"print"_s,
    u"external"_s,      u"search"_s,       u"filter"_s,         u"eye"_s,
    u"eye-off"_s,       u"pencil"_s,       u"crossed-circle"_s, u"pin"_s,
    u"shield"_s,        u"gear"_s,         u"more"_s,           u"chevron-up"_s,
    u"chevron-down"_s,  u"chevron-left"_s, u"chevron-right"_s,  u"arrow"_s,
    u"plus"_s,          u"minus"_s,        u"close"_s,          u"spinner"_s,
};

QPalette systemPalette(const QColor &ground, const QColor &text)
{
    QPalette palette;
    for (const auto role : { QPalette::Window, QPalette::Base, QPalette::Button })
        palette.setColor(QPalette::All, role, ground);
    for (const auto role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText })
        palette.setColor(QPalette::All, role, text);
    return palette;
}

int opaquePixels(const QImage &image)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            count += image.pixelColor(x, y).alpha() > 150 ? 1 : 0;
    }
    return count;
}

QColor strongestPixel(const QImage &image)
{
    QColor found(0, 0, 0, 0);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).alpha() > found.alpha())
                found = image.pixelColor(x, y);
        }
    }
    found.setAlpha(255);
    return found;
}

/// Half-covered pixels round their colour.
bool isNearly(const QColor &a, const QColor &b)
{
    return qAbs(a.red() - b.red()) <= 3 && qAbs(a.green() - b.green()) <= 3 && qAbs(a.blue() - b.blue()) <= 3;
}

} // namespace

class TestStyle : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installStyle(*qApp, ThemeChoice::Light); }

    void init()
    {
        if (currentTheme() == Theme::Light)
            return;
        QSignalSpy changed(currentStyle(), &Style::themeChanged);
        currentStyle()->choose(ThemeChoice::Light);
        QVERIFY(changed.wait());
    }

    void switchReachesWidgetsAndIcons()
    {
        QWidget shown;
        shown.show();
        const QIcon held = icon(u"gear", Color::Text);
        QCOMPARE(strongestPixel(held.pixmap(32).toImage()), color(Color::Text));
        const QColor before = color(Color::Text);

        QSignalSpy changed(currentStyle(), &Style::themeChanged);
        currentStyle()->choose(ThemeChoice::Dark);
        QVERIFY(changed.wait());

        QCOMPARE(changed.size(), 1);
        QVERIFY(color(Color::Text) != before);
        QCOMPARE(shown.palette().color(QPalette::Window), color(Color::Window));
        QCOMPARE(strongestPixel(held.pixmap(32).toImage()), color(Color::Text));
    }

    void followsTheSystemsLightness()
    {
        Style style(ThemeChoice::System);
        QPalette palette = systemPalette(QColor(0x20, 0x22, 0x24), Qt::white);
        style.polish(palette);
        QCOMPARE(style.theme(), Theme::Dark);
        QCOMPARE(palette.color(QPalette::Base), style.color(Color::Surface));
        palette = systemPalette(QColor(0xF0, 0xF0, 0xF0), Qt::black);
        style.polish(palette);
        QCOMPARE(style.theme(), Theme::Light);
    }

    void choiceBeatsTheSystem()
    {
        Style style(ThemeChoice::Light);
        QPalette palette = systemPalette(QColor(0x20, 0x22, 0x24), Qt::white);
        style.polish(palette);
        QCOMPARE(style.theme(), Theme::Light);
    }

    void highContrastTakesTheSystemsColours()
    {
        Style style(ThemeChoice::System);
        QPalette palette = systemPalette(Qt::black, Qt::yellow);
        palette.setColor(QPalette::Highlight, Qt::cyan);
        palette.setColor(QPalette::HighlightedText, Qt::black);
        palette.setColor(QPalette::Link, Qt::green);
        style.polish(palette);
        QCOMPARE(style.theme(), Theme::HighContrast);
        QCOMPARE(style.color(Color::Text), QColor(Qt::yellow));
        QCOMPARE(style.color(Color::ProblemSoft), QColor(Qt::black));
        QCOMPARE(style.color(Color::Selection), QColor(Qt::cyan));
        QCOMPARE(style.color(Color::OnSelection), QColor(Qt::black));
    }

    void fillsTheWholePalette()
    {
        const QPalette palette = QApplication::palette();
        QCOMPARE(palette.color(QPalette::PlaceholderText), color(Color::Text3));
        QCOMPARE(palette.color(QPalette::Link), color(Color::AccentText));
        QCOMPARE(palette.color(QPalette::Highlight), color(Color::Selection));
        QCOMPARE(palette.color(QPalette::HighlightedText), color(Color::OnSelection));
        QCOMPARE(palette.color(QPalette::Disabled, QPalette::Text), color(Color::Disabled));
        QCOMPARE(palette.color(QPalette::Dark), color(Color::ControlLine));
    }

    void everyIconIsDrawn_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : iconNames)
            QTest::newRow(qPrintable(name)) << name;
    }

    void everyIconIsDrawn()
    {
        QFETCH(const QString, name);
        for (const int size : { 16, 20, 40 }) {
            const QImage image = pixmap(name, size, Color::ProblemMark).toImage();
            QVERIFY2(opaquePixels(image) >= 3, qPrintable(name));
            QVERIFY2(isNearly(strongestPixel(image), color(Color::ProblemMark)), qPrintable(name));
        }
    }

    void iconsScaleWithTheScreen()
    {
        const QPixmap twice = pixmap(u"gear", 16, Color::Text, 2.0);
        QCOMPARE(twice.size(), QSize(32, 32));
        QCOMPARE(twice.deviceIndependentSize(), QSizeF(16, 16));
        QVERIFY(pixmap(u"no-such-icon", 16).isNull());
    }

    void onlyPointingIconsMirror()
    {
        const auto image = [](QStringView name, Qt::LayoutDirection direction) {
            return pixmap(name, 32, Color::Text, 1.0, direction).toImage();
        };
        QVERIFY(image(u"arrow", Qt::LeftToRight) != image(u"arrow", Qt::RightToLeft));
        QVERIFY(image(u"chevron-right", Qt::LeftToRight) != image(u"chevron-right", Qt::RightToLeft));
        QCOMPARE(image(u"clock", Qt::LeftToRight), image(u"clock", Qt::RightToLeft));
        QCOMPARE(image(u"search", Qt::LeftToRight), image(u"search", Qt::RightToLeft));
    }

    void sizesFollowTheText()
    {
        const QFont plain = QApplication::font();
        QCOMPARE(font(Type::Title).pointSizeF(), plain.pointSizeF() * 1.6);
        const int icon = px(Size::IconText);
        QFont large = plain;
        large.setPointSizeF(plain.pointSizeF() * 2);
        QApplication::setFont(large);
        const double title = font(Type::Title).pointSizeF();
        const int grown = px(Size::IconText);
        const int height = heightFor(Size::Control, QFontMetrics(font(Type::Body)));
        QApplication::setFont(plain);
        QCOMPARE(title, plain.pointSizeF() * 3.2);
        QCOMPARE(grown, icon * 2);
        QVERIFY(height > px(Size::Control));
    }

    void figuresAreEquallyWide()
    {
        for (const Type type : { Type::Display, Type::Strong, Type::Cell }) {
            const QFontMetricsF metrics(figures(type));
            QCOMPARE(metrics.horizontalAdvance(u"1111111111"_s), metrics.horizontalAdvance(u"8888888888"_s));
        }
    }

    void primaryIsFilledWithTheAccent()
    {
        QPushButton button(u"Import"_s);
        setKind(&button, ButtonKind::Primary);
        button.resize(button.sizeHint());
        const QColor filled = button.grab().toImage().pixelColor(6, button.height() / 2);
        setKind(&button, ButtonKind::Secondary);
        const QColor plain = button.grab().toImage().pixelColor(6, button.height() / 2);
        QCOMPARE(filled, color(Color::Accent));
        QCOMPARE(plain, color(Color::Surface));
        QVERIFY(button.height() >= px(Size::Control));
    }

    void wrongFieldHasAProblemEdge()
    {
        QLineEdit field;
        field.resize(120, field.sizeHint().height());
        const auto edge = [&field] { return field.grab().toImage().pixelColor(field.width() / 2, 0); };
        QCOMPARE(edge(), color(Color::ControlLine));
        setWrong(&field, true);
        QCOMPARE(edge(), color(Color::ProblemMark));
    }

    void focusRingGoesWithTheFocus()
    {
        QWidget window;
        auto *lines = new QVBoxLayout(&window);
        auto *field = new QLineEdit(&window);
        auto *button = new QPushButton(u"Next"_s, &window);
        lines->addWidget(field);
        lines->addWidget(button);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        field->setFocus();
        auto *ring = window.findChild<QFocusFrame *>();
        QVERIFY(ring != nullptr);
        QCOMPARE(ring->widget(), field);
        QTest::keyClick(field, Qt::Key_Tab);
        QCOMPARE(ring->widget(), button);
        QVERIFY(ring->isVisible());
        QVERIFY(ring->geometry().contains(button->geometry().adjusted(-4, -4, 4, 4)));
    }

    void clickedButtonHasNoRing()
    {
        QWidget window;
        auto *lines = new QVBoxLayout(&window);
        auto *field = new QLineEdit(&window);
        auto *button = new QPushButton(u"Next"_s, &window);
        lines->addWidget(field);
        lines->addWidget(button);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        field->setFocus();
        auto *ring = window.findChild<QFocusFrame *>();
        QVERIFY(ring != nullptr);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(QApplication::focusWidget(), button);
        QVERIFY(!ring->isVisible());
    }
};

QTEST_MAIN(TestStyle)
#include "test_style.moc"
