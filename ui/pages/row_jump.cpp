#include "ui/pages/row_jump.h"

#include "ui/pages/file_words.h"
#include "ui/style/style.h"
#include "ui/widgets/words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

RowJump::RowJump(QWidget *parent)
    : QWidget(parent)
    , m_open(new QPushButton(tr("Go to row…"), this))
    , m_label(new Words(tr("Row"), Type::Label, Color::Text2, this))
    , m_field(new QLineEdit(this))
{
    m_open->setObjectName(u"file.goToRow"_s);
    m_open->setToolTip(QKeySequence(Qt::CTRL | Qt::Key_G).toString(QKeySequence::NativeText));
    setKind(m_open, ButtonKind::Flat);
    m_field->setObjectName(u"file.goToRow.number"_s);
    m_field->setMaximumWidth(m_field->fontMetrics().averageCharWidth() * 16);
    m_label->setBuddy(m_field);
    m_label->hide();
    m_field->hide();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(Space::S2));
    for (QWidget *part :
         { static_cast<QWidget *>(m_open), static_cast<QWidget *>(m_label), static_cast<QWidget *>(m_field) })
        row->addWidget(part);
    connect(m_open, &QPushButton::clicked, this, &RowJump::ask);
    connect(m_field, &QLineEdit::returnPressed, this, &RowJump::go);
    connect(m_field, &QLineEdit::textChanged, this, [this] { setWrong(m_field, false); });
}

void RowJump::ask()
{
    m_open->hide();
    m_label->show();
    m_field->show();
    m_field->selectAll();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void RowJump::go()
{
    const qint64 number = rowNumberIn(m_field->text());
    setWrong(m_field, number < 1);
    if (number < 1)
        return;
    close();
    Q_EMIT rowWanted(number);
}

void RowJump::close()
{
    m_open->show();
    m_label->hide();
    m_field->hide();
    Q_EMIT closed();
}

void RowJump::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_field->isVisible())
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace rowlift::ui
