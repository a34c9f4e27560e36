#include "ui/pages/row_panel.h"

#include "ui/style/draw.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/widgets/words.h"

#include <QKeyEvent>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

RowPanel::RowPanel(MapDesk &desk, const QString &field, const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_field(field)
    , m_title(new Words(Type::Strong, Color::Text, this))
    , m_lines(new QVBoxLayout(this))
{
    setObjectName(name);
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    auto *close = new QToolButton(this);
    close->setObjectName(name + u".close"_s);
    close->setIcon(icon(u"close", Color::Text2));
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::StrongFocus);
    close->setMinimumSize(px(Size::Target), px(Size::Target));
    close->setAccessibleName(tr("Close"));
    close->setToolTip(tr("Close (Esc)"));
    connect(close, &QToolButton::clicked, this, &RowPanel::closeWanted);
    auto *top = new QHBoxLayout;
    top->addWidget(m_title, 1);
    top->addWidget(close);
    m_lines->setContentsMargins(px(Space::S5) + px(Space::S4), px(Space::S2), px(Space::S5), px(Space::S4));
    m_lines->setSpacing(px(Space::S2));
    m_lines->addLayout(top);
}

void RowPanel::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void RowPanel::show(int sampleRow)
{
    m_sampleRow = sampleRow;
    refresh();
}

const Field *RowPanel::schemaField() const
{
    return m_desk.snapshot().schema.field(m_field);
}

QString RowPanel::fieldLabel() const
{
    const Field *field = schemaField();
    return field ? field->label : m_field;
}

Treatment RowPanel::treatment() const
{
    const Treatment *found = m_desk.snapshot().mapping.treatmentOf(m_field);
    return found ? *found : Treatment();
}

int RowPanel::heightAt(int width) const
{
    return m_lines->hasHeightForWidth() ? m_lines->totalHeightForWidth(width)
                                        : m_lines->totalSizeHint().height();
}

bool RowPanel::event(QEvent *event)
{
    const bool handled = QWidget::event(event);
    if (event->type() == QEvent::LayoutRequest)
        Q_EMIT heightChanged();
    return handled;
}

void RowPanel::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT closeWanted();
    else
        QWidget::keyPressEvent(event);
}

void RowPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    painter.fillRect(rect(), color(Color::Sunk));
    drawStartBar(painter, rect(), 0, Color::AccentText);
    drawHair(painter, rect(), ui::Edge::Bottom);
}

} // namespace rowlift::ui
