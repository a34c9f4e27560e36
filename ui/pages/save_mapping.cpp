#include "ui/pages/save_mapping.h"

#include "ui/style/style.h"
#include "ui/widgets/words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int nameCharacters = 32;

} // namespace

SaveMapping::SaveMapping(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLineEdit(this))
    , m_save(new QPushButton(tr("Save"), this))
{
    m_name->setObjectName(u"map.profileName"_s);
    m_name->setMaximumWidth(nameCharacters * fontMetrics().averageCharWidth());
    m_save->setObjectName(u"map.profileSave"_s);
    setKind(m_save, ButtonKind::Secondary);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setObjectName(u"map.profileCancel"_s);
    setKind(cancel, ButtonKind::Flat);
    auto *label = new Words(tr("&Name of the profile"), Type::Label, Color::Text, this);
    label->setBuddy(m_name);

    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(px(Space::S5), px(Space::S1), px(Space::S5), px(Space::S1));
    line->setSpacing(px(Space::S2));
    line->addWidget(label);
    line->addWidget(m_name, 1);
    line->addWidget(m_save);
    line->addWidget(cancel);
    line->addStretch(1);
    connect(m_name, &QLineEdit::textChanged, this,
            [this](const QString &name) { m_save->setEnabled(!name.trimmed().isEmpty()); });
    connect(m_name, &QLineEdit::returnPressed, this, &SaveMapping::save);
    connect(m_save, &QPushButton::clicked, this, &SaveMapping::save);
    connect(cancel, &QPushButton::clicked, this, &SaveMapping::close);
    hide();
}

void SaveMapping::open(const QString &name)
{
    m_name->setText(name);
    m_name->selectAll();
    m_save->setEnabled(!name.trimmed().isEmpty());
    show();
    m_name->setFocus(Qt::OtherFocusReason);
}

void SaveMapping::save()
{
    const QString name = m_name->text().trimmed();
    if (name.isEmpty())
        return;
    close();
    Q_EMIT saveWanted(name);
}

void SaveMapping::close()
{
    hide();
    Q_EMIT closed();
}

void SaveMapping::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

} // namespace rowlift::ui
