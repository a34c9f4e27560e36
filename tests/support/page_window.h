#pragma once

#include "tests/support/ui_pictures.h"
#include "ui/pages/page.h"
#include "ui/style/draw.h"
#include "ui/widgets/command_bar.h"
#include "ui/widgets/page_heading.h"

#include <QAbstractButton>
#include <QPainter>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>

namespace rowlift::testing {

/// Style and theme for pictures; ROWLIFT_TEXT is a factor for the size of all text.
inline void dressForPages()
{
    dressForPictures();
    if (const double factor = qEnvironmentVariable("ROWLIFT_TEXT").toDouble(); factor > 0) {
        QFont face = QApplication::font();
        face.setPointSizeF(face.pointSizeF() * factor);
        QApplication::setFont(face);
    }
}

/// A page with its heading and command bar, as the shell shows it, without the rest of the window.
class PageWindow : public QWidget {
public:
    explicit PageWindow(ui::Page &page)
        : m_page(page)
        , m_heading(new ui::PageHeading(this))
        , m_bar(new ui::CommandBar(this))
    {
        auto *lines = new QVBoxLayout(this);
        lines->setContentsMargins(0, 0, 0, 0);
        lines->setSpacing(0);
        auto *head = new QVBoxLayout;
        head->setContentsMargins(24, 24, 24, 0);
        head->addWidget(m_heading);
        lines->addLayout(head);
        lines->addWidget(&page, 1);
        lines->addWidget(m_bar);
        m_heading->setExplainable(true);
        connect(&page, &ui::Page::changed, this, &PageWindow::refresh);
        connect(m_bar, &ui::CommandBar::primaryPressed, &page, &ui::Page::primary);
        refresh();
    }

    ~PageWindow() override { m_page.setParent(nullptr); } // the test owns it

    /// Shows it as if the step were entered: with the focus on the first decision.
    void enter(const QSize &size = { 964, 660 })
    {
        resize(size);
        show();
        activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(this));
        m_page.entered();
        QWidget *decision = m_page.firstDecision();
        (decision ? decision : static_cast<QWidget *>(m_bar->primary()))->setFocus();
    }

    template <typename Widget>
    Widget *find(const QString &name) const
    {
        return m_page.findChild<Widget *>(name);
    }

    /// Presses a button that a person could press.
    void click(const QString &name) const
    {
        auto *button = find<QAbstractButton>(name);
        QVERIFY2(button && button->isVisible() && button->isEnabled(), qPrintable(name));
        QTest::mouseClick(button, Qt::LeftButton);
    }

    /// The notice that stands there under this id; empty when there is none.
    QString notice(const QString &id) const
    {
        const QWidget *bar = find<QWidget>(QStringLiteral("notice.") + id);
        return bar && bar->isVisible() ? bar->accessibleName() : QString();
    }

    /// With ROWLIFT_PICTURES set: the window in its own size and in the smallest.
    void picture(const QString &name)
    {
        if (!qEnvironmentVariableIsSet("ROWLIFT_PICTURES"))
            return;
        QCoreApplication::sendPostedEvents();
        takePicture(*this, name);
        const QSize before = size();
        resize(824, 500); // what the smallest window leaves to a page
        QCoreApplication::sendPostedEvents();
        takePicture(*this, name + QStringLiteral("-small"));
        resize(before);
    }

    ui::CommandBar *bar() const { return m_bar; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), ui::color(ui::Color::Surface));
    }

private:
    void refresh()
    {
        m_heading->setTitle(m_page.heading());
        m_heading->setSubline(m_page.subline());
        m_bar->setPrimary(m_page.primaryText(), m_page.primaryEnabled(), m_page.primaryReason());
        m_bar->setPrimaryDanger(m_page.primaryIsDanger());
        m_bar->setVisible(!m_page.primaryText().isEmpty());
    }

    ui::Page &m_page;
    ui::PageHeading *m_heading;
    ui::CommandBar *m_bar;
};

} // namespace rowlift::testing
