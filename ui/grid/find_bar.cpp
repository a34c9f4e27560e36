#include "ui/grid/find_bar.h"

#include "ui/grid/grid.h"
#include "ui/style/draw.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/words.h"

#include <QBoxLayout>
#include <QCheckBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int pauseMs = 200; // after the last key
constexpr int fieldChars = 24;

QToolButton *iconButton(const QString &name, QStringView iconName, const QString &words, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setIcon(icon(iconName, Color::Text2));
    button->setAutoRaise(true);
    button->setAccessibleName(words);
    button->setToolTip(words);
    const int side = heightFor(Size::ControlInTable, button->fontMetrics());
    button->setMinimumSize(side, side);
    return button;
}

} // namespace

FindBar::FindBar(Grid &grid, QWidget *parent)
    : QWidget(parent)
    , m_grid(grid)
    , m_parts(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_text(new QLineEdit(this))
    , m_previous(iconButton(u"find.previous"_s, u"chevron-up", tr("Previous (Shift+F3)"), this))
    , m_next(iconButton(u"find.next"_s, u"chevron-down", tr("Next (F3)"), this))
    , m_options(new QWidget(this))
    , m_matchCase(new QCheckBox(tr("Match &case"), m_options))
    , m_wholeCell(new QCheckBox(tr("&Whole cell"), m_options))
    , m_count(new Words(Type::Body, Color::Text2, m_options))
    , m_close(iconButton(u"find.close"_s, u"close", tr("Close (Esc)"), this))
{
    setObjectName(u"grid.find"_s);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    m_text->setObjectName(u"find.text"_s);
    m_matchCase->setObjectName(u"find.matchCase"_s);
    m_wholeCell->setObjectName(u"find.wholeCell"_s);
    m_count->setObjectName(u"find.count"_s);
    m_count->setTextFormat(Qt::PlainText);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    buildLine();
    connect(m_text, &QLineEdit::textChanged, this, &FindBar::wishChanged);
    connect(m_matchCase, &QCheckBox::toggled, this, &FindBar::wishChanged);
    connect(m_wholeCell, &QCheckBox::toggled, this, &FindBar::wishChanged);
    connect(&m_pause, &QTimer::timeout, this, &FindBar::askForSearch);
    connect(m_previous, &QToolButton::clicked, this, [this] { go(-1); });
    connect(m_next, &QToolButton::clicked, this, [this] { go(1); });
    connect(m_close, &QToolButton::clicked, this, &FindBar::close);
    connect(&m_grid, &Grid::hitsChanged, this, [this] {
        goToFirst();
        say();
    });
    connect(&m_grid, &Grid::currentChanged, this, &FindBar::say);
    say();
    hide();
}

void FindBar::buildLine()
{
    auto *label = new Words(tr("F&ind"), Type::Label, Color::Text2, this);
    label->setBuddy(m_text);
    label->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    m_text->setMaximumWidth(2 * fieldChars * m_text->fontMetrics().averageCharWidth());
    auto *field = new QHBoxLayout;
    field->setSpacing(px(Space::S2));
    field->addWidget(label);
    field->addWidget(m_text, 1);
    field->addWidget(m_previous);
    field->addWidget(m_next);
    auto *options = new QHBoxLayout(m_options);
    options->setContentsMargins(0, 0, 0, 0);
    options->setSpacing(px(Space::S4));
    options->addWidget(m_matchCase);
    options->addWidget(m_wholeCell);
    options->addWidget(m_count, 1);
    m_parts->setSpacing(px(Space::S2));
    m_parts->addLayout(field, 1);
    m_parts->addWidget(m_options, 1);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(px(Space::S4), px(Space::S2), px(Space::S2), px(Space::S2));
    line->setSpacing(px(Space::S2));
    line->addLayout(m_parts, 1);
    line->addWidget(m_close, 0, Qt::AlignTop);
}

void FindBar::open()
{
    show();
    m_text->selectAll();
    m_text->setFocus(Qt::ShortcutFocusReason);
    if (!m_text->text().isEmpty() && m_state == State::Idle)
        wishChanged();
}

void FindBar::find(const FindWish &wish)
{
    m_text->setText(wish.text);
    m_matchCase->setChecked(wish.matchCase);
    m_wholeCell->setChecked(wish.wholeCell);
    open();
}

void FindBar::searchAgain()
{
    if (!isHidden() && !m_text->text().isEmpty())
        wishChanged();
}

void FindBar::close()
{
    hide();
    m_pause.stop();
    m_state = State::Idle;
    m_grid.clearHits();
    Q_EMIT stopWanted();
    m_grid.setFocus(Qt::OtherFocusReason);
}

FindWish FindBar::wish() const
{
    return { m_text->text(), m_matchCase->isChecked(), m_wholeCell->isChecked() };
}

void FindBar::wishChanged()
{
    m_state = State::Idle;
    m_fromRow = std::max<qint64>(0, m_grid.currentRow());
    m_fromColumn = std::max(0, m_grid.currentColumn());
    m_arrived = true;
    m_grid.clearHits();
    m_pause.start();
    say();
}

void FindBar::askForSearch()
{
    m_pause.stop();
    if (m_text->text().isEmpty()) {
        Q_EMIT stopWanted();
        return;
    }
    m_state = State::Searching;
    m_share = 0;
    m_found = 0;
    m_arrived = false;
    say();
    Q_EMIT searchWanted(wish());
}

void FindBar::setSearching(double share)
{
    if (m_state != State::Searching)
        return;
    m_share = share;
    say();
}

void FindBar::setFound(qint64 cells)
{
    if (m_state != State::Searching)
        return;
    m_state = State::Done;
    m_found = std::max(cells, m_grid.hitCount());
    goToFirst();
    say();
    announce(this, m_found == 0 ? tr("Not found") : tr("%1 found").arg(QLocale().toString(m_found)));
}

void FindBar::setFailed(const QString &sentence)
{
    m_state = State::Failed;
    m_why = sentence;
    say();
    announce(this, sentence);
}

/// The first behind the place where the search was begun; around the end only when all are there.
void FindBar::goToFirst()
{
    const GridHit here { m_grid.currentRow(), m_grid.currentColumn() };
    if (here != GridHit { m_fromRow, m_fromColumn })
        m_arrived = true; // the person went elsewhere meanwhile
    if (m_arrived || m_grid.hitCount() == 0)
        return;
    const auto first = m_grid.scene().hits.from(m_fromRow, m_fromColumn - 1, 1);
    const bool behind = *first >= here;
    if (!behind && m_state != State::Done)
        return;
    m_arrived = true;
    if (m_grid.currentHit() < 0)
        m_grid.goToHit(1);
}

void FindBar::go(int direction)
{
    if (m_pause.isActive()) {
        askForSearch(); // Enter does not wait
        return;
    }
    m_arrived = true;
    m_grid.goToHit(direction);
}

void FindBar::say()
{
    const bool any = m_grid.hitCount() > 0;
    m_previous->setEnabled(any);
    m_next->setEnabled(any || m_pause.isActive());
    m_count->setText(words());
    if (const bool wrong = m_state == State::Done && !any; wrong != isWrong(m_text))
        setWrong(m_text, wrong);
}

QString FindBar::words() const
{
    const qint64 hits = m_grid.hitCount();
    const qint64 all = m_state == State::Done ? m_found : hits;
    const qint64 current = m_grid.currentHit();
    //: A found cell among all: "3 of 1,204".
    const QString where = current >= 0
        ? tr("%1 of %2").arg(QLocale().toString(current + 1), QLocale().toString(all))
        : tr("%1 found").arg(QLocale().toString(all));
    switch (m_state) {
    case State::Idle:
        return {};
    case State::Failed:
        return m_why;
    case State::Searching: {
        const QString far = tr("searching… %1 %").arg(QLocale().toString(static_cast<int>(m_share * 100)));
        //: %1 "3 of 1,204", %2 "searching… 40 %"
        return hits == 0 ? far : tr("%1, %2").arg(where, far);
    }
    case State::Done:
        return all == 0 ? tr("Not found") : where;
    }
    return {};
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        close();
    else if (enter || event->key() == Qt::Key_F3)
        go(shift ? -1 : 1);
    else
        QWidget::keyPressEvent(event);
}

void FindBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fold();
}

/// The options go below the field where there is no room beside it.
void FindBar::fold()
{
    const int character = m_text->fontMetrics().averageCharWidth();
    const int field = fieldChars * character + m_previous->width() + m_next->width();
    const int options = m_matchCase->sizeHint().width() + m_wholeCell->sizeHint().width()
        + m_count->fontMetrics().horizontalAdvance(tr("%1 of %2").arg(u"8,888,888"_s, u"8,888,888"_s));
    const bool beside = field + options + 8 * px(Space::S4) < width();
    m_parts->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void FindBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Color::Sunk));
    drawHair(painter, rect(), Edge::Top);
}

} // namespace rowlift::ui
