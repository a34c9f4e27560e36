#include "ui/shell/settings_dialog.h"

#include "ui/style/style.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double never = 1; // more than all of it cannot fail
constexpr int mostPercent = 99;

} // namespace

SettingsDialog::SettingsDialog(const Settings &settings, QWidget *parent)
    : QDialog(parent)
    , m_keepAwake(addCheck(u"settings.keepAwake"_s, tr("&Keep the computer awake while an import runs"),
                           settings.keepAwake))
    , m_tellAtEnd(addCheck(u"settings.tellAtEnd"_s, tr("&Tell me at the end, when I am doing something else"),
                           settings.tellAtEnd))
    , m_brakes(addCheck(u"settings.brake"_s, tr("&Pause when too much of the first part fails"),
                        settings.brakeShare < never))
    , m_share(new QSpinBox(this))
{
    setObjectName(u"settings"_s);
    setWindowTitle(tr("Settings"));
    m_share->setObjectName(u"settings.brakeShare"_s);
    m_share->setRange(0, mostPercent);
    m_share->setSuffix(tr(" %"));
    m_share->setValue(
        qRound((settings.brakeShare < never ? settings.brakeShare : Settings().brakeShare) * 100));
    m_share->setEnabled(m_brakes->isChecked());
    auto *words = new QLabel(tr("&More than"), this);
    words->setBuddy(m_share);
    auto *ok = new QPushButton(tr("OK"), this);
    ok->setObjectName(u"settings.ok"_s);
    ok->setDefault(true);
    setKind(ok, ButtonKind::Primary);
    auto *cancel = new QPushButton(tr("Cancel"), this);

    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(px(Space::S5), px(Space::S5), px(Space::S5), px(Space::S4));
    lines->setSpacing(px(Space::S3));
    lines->addWidget(m_keepAwake);
    lines->addWidget(m_tellAtEnd);
    lines->addWidget(m_brakes);
    auto *share = new QHBoxLayout;
    share->addSpacing(px(Space::S5));
    share->addWidget(words);
    share->addWidget(m_share);
    share->addStretch(1);
    lines->addLayout(share);
    lines->addSpacing(px(Space::S3));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(ok);
    lines->addLayout(buttons);

    connect(m_brakes, &QCheckBox::toggled, m_share, &QWidget::setEnabled);
    connect(ok, &QPushButton::clicked, this, &SettingsDialog::choose);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
}

QCheckBox *SettingsDialog::addCheck(const QString &name, const QString &text, bool checked)
{
    auto *check = new QCheckBox(text, this);
    check->setObjectName(name);
    check->setChecked(checked);
    return check;
}

void SettingsDialog::choose()
{
    accept();
    Q_EMIT chosen({ .keepAwake = m_keepAwake->isChecked(),
                    .tellAtEnd = m_tellAtEnd->isChecked(),
                    .brakeShare = m_brakes->isChecked() ? m_share->value() / 100.0 : never });
}

} // namespace rowlift::ui
