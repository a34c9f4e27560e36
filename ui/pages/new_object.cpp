#include "ui/pages/new_object.h"

#include "ui/pages/flow_layout.h"
#include "ui/style/style.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/words.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int newNameCharacters = 32;

} // namespace

NewObject::NewObject(Judge judge, QWidget *parent)
    : QWidget(parent)
    , m_judge(std::move(judge))
    , m_label(new Words(Type::Label, Color::Text, this))
    , m_name(new QLineEdit(this))
    , m_take(new QPushButton(tr("Use this name"), this))
    , m_wrong(new Words(Type::Small, Color::Text2, this))
{
    setObjectName(u"where.new"_s);
    m_name->setObjectName(u"where.new.name"_s);
    m_name->setMinimumWidth(newNameCharacters * m_name->fontMetrics().averageCharWidth());
    m_label->setBuddy(m_name);
    m_take->setObjectName(u"where.new.take"_s);
    setKind(m_take, ButtonKind::Secondary);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"where.new.cancel"_s);
    setKind(cancel, ButtonKind::Flat);
    m_wrong->setObjectName(u"where.new.wrong"_s);
    m_wrong->setWordWrap(true);
    m_wrong->setTextFormat(Qt::PlainText);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins({});
    lines->setSpacing(px(Space::S1));
    auto *line = new QWidget(this);
    auto *flow = new FlowLayout(px(Space::S2), px(Space::S1), line);
    flow->setContentsMargins({});
    for (QWidget *part : std::initializer_list<QWidget *> { m_label, m_name, m_take, cancel })
        flow->addWidget(part);
    lines->addWidget(line);
    lines->addWidget(m_wrong);
    connect(m_name, &QLineEdit::textChanged, this, &NewObject::judge);
    connect(m_name, &QLineEdit::returnPressed, this, &NewObject::take);
    connect(m_take, &QPushButton::clicked, this, &NewObject::take);
    connect(cancel, &QPushButton::clicked, this, &NewObject::close);
    hide();
}

QWidget *NewObject::field() const
{
    return m_name;
}

void NewObject::ask(const QString &label)
{
    m_label->setText(label);
    m_name->clear();
    judge();
    show();
    m_name->setFocus(Qt::OtherFocusReason);
}

void NewObject::judge()
{
    const QString name = m_name->text().trimmed();
    const QString wrong = m_judge(name);
    const bool isTyped = !name.isEmpty();
    setWrong(m_name, isTyped && !wrong.isEmpty());
    m_take->setEnabled(wrong.isEmpty());
    m_take->setAccessibleDescription(wrong); // why it is off
    m_name->setAccessibleDescription(wrong);
    m_wrong->setColor(isTyped ? Color::Problem : Color::Text2);
    m_wrong->setVisible(!wrong.isEmpty());
    if (wrong == m_wrong->text())
        return;
    m_wrong->setText(wrong);
    if (isTyped && isVisible())
        announce(this, wrong.isEmpty() ? tr("This name can be used.") : wrong);
}

void NewObject::take()
{
    const QString name = m_name->text().trimmed();
    if (!m_judge(name).isEmpty())
        return;
    hide();
    Q_EMIT named(name);
}

void NewObject::close()
{
    hide();
    Q_EMIT closed();
}

void NewObject::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace rowlift::ui
