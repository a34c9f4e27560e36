#include "ui/pages/other_field.h"

#include "ui/pages/flow_layout.h"
#include "ui/style/style.h"
#include "ui/widgets/words.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

OtherField::OtherField(QWidget *parent)
    : QWidget(parent)
    , m_label(new Words(Type::Label, Color::Text2, this))
    , m_field(new QLineEdit(this))
    , m_wrong(new Words(Type::Small, Color::Problem, this))
{
    setObjectName(u"file.other"_s);
    m_field->setObjectName(u"file.other.field"_s);
    m_field->setMaximumWidth(m_field->fontMetrics().averageCharWidth() * 24);
    m_label->setBuddy(m_field);
    m_wrong->setObjectName(u"file.other.wrong"_s);
    m_wrong->setWordWrap(true);
    m_wrong->hide();
    auto *use = new QPushButton(tr("Use it"), this);
    use->setObjectName(u"file.other.use"_s);
    setKind(use, ButtonKind::Flat);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, px(Space::S1), 0, px(Space::S1));
    lines->setSpacing(px(Space::S1));
    auto *row = new FlowLayout(px(Space::S2), px(Space::S1));
    row->addWidget(m_label);
    row->addWidget(m_field);
    row->addWidget(use);
    lines->addLayout(row);
    lines->addWidget(m_wrong);
    connect(m_field, &QLineEdit::returnPressed, this, &OtherField::take);
    connect(use, &QPushButton::clicked, this, &OtherField::take);
    connect(m_field, &QLineEdit::textChanged, this, [this] {
        setWrong(m_field, false);
        m_wrong->hide();
    });
    hide();
}

void OtherField::ask(const QString &label, const QString &present, QWidget *from, Taker taker)
{
    m_taker = std::move(taker);
    m_from = from;
    m_label->setText(label);
    m_field->setText(present);
    show();
    m_field->selectAll();
    m_field->setFocus(Qt::OtherFocusReason);
}

void OtherField::take()
{
    const QString wrong = m_taker(m_field->text());
    if (wrong.isEmpty()) {
        close();
        return;
    }
    setWrong(m_field, true);
    m_wrong->setText(wrong);
    m_wrong->show();
    m_field->setAccessibleDescription(wrong);
    m_field->setFocus(Qt::OtherFocusReason);
}

void OtherField::close()
{
    hide();
    m_field->setAccessibleDescription({});
    if (m_from)
        m_from->setFocus(Qt::OtherFocusReason);
}

void OtherField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace rowlift::ui
