#include "ui/pages/consent_panel.h"

#include "ui/pages/consent_words.h"
#include "ui/style/style.h"
#include "ui/widgets/words.h"

#include <QButtonGroup>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

ConsentPanel::ConsentPanel(MapDesk &desk, const QString &field, QWidget *parent)
    : RowPanel(desk, field, u"map.consent"_s, parent)
{
    buildReading();
    buildSending();
    m_unclear = new Words(Type::Body, Color::HeadsUp, this);
    m_unclear->setObjectName(u"map.consent.unclear"_s);
    m_unclear->setWordWrap(true);
    m_unclear->setTextFormat(Qt::PlainText);
    m_values = new QPushButton(tr("Decide…"), this);
    m_values->setObjectName(u"map.consent.values"_s);
    setKind(m_values, ButtonKind::Secondary);
    lines()->addWidget(m_unclear);
    lines()->addWidget(m_values, 0, Qt::AlignLeft);
    connect(m_values, &QPushButton::clicked, this, &ConsentPanel::valuesWanted);
}

QRadioButton *ConsentPanel::addRadio(QButtonGroup *group, const QString &name)
{
    auto *radio = new QRadioButton(this);
    radio->setObjectName(u"map.consent."_s + name);
    group->addButton(radio);
    lines()->addWidget(radio, 0, Qt::AlignLeft);
    return radio;
}

void ConsentPanel::buildReading()
{
    m_asked = new Words(Type::Body, Color::Text2, this);
    m_asked->setObjectName(u"map.consent.asked"_s);
    m_asked->setWordWrap(true);
    m_asked->setTextFormat(Qt::PlainText);
    lines()->addWidget(m_asked);
    auto *group = new QButtonGroup(this);
    m_straight = addRadio(group, u"straight"_s);
    m_turned = addRadio(group, u"turned"_s);
    m_meanings = new Words(Type::Body, Color::Text2, this);
    m_meanings->setObjectName(u"map.consent.meanings"_s);
    m_meanings->setWordWrap(true);
    m_meanings->setTextFormat(Qt::PlainText);
    lines()->addWidget(m_meanings);
    connect(m_straight, &QRadioButton::clicked, this, [this] { desk().setTurned(field(), false); });
    connect(m_turned, &QRadioButton::clicked, this, [this] { desk().setTurned(field(), true); });
}

void ConsentPanel::buildSending()
{
    m_question = new Words(Type::Body, Color::Text, this);
    m_question->setObjectName(u"map.consent.question"_s);
    m_question->setWordWrap(true);
    m_question->setTextFormat(Qt::PlainText);
    lines()->addSpacing(px(Space::S2));
    lines()->addWidget(m_question);
    auto *group = new QButtonGroup(this);
    m_onlyStops = addRadio(group, u"stops"_s);
    m_both = addRadio(group, u"both"_s);
    connect(m_onlyStops, &QRadioButton::clicked, this,
            [this] { desk().setConsent(field(), ConsentSend::OnlyStops); });
    connect(m_both, &QRadioButton::clicked, this, [this] { desk().setConsent(field(), ConsentSend::Both); });
}

void ConsentPanel::refresh()
{
    const ConsentWords words(desk(), field());
    setTitle(tr("Contact: %1").arg(fieldLabel()));
    if (!words.isOfConsent())
        return; // the panel is about to go
    const bool turns = words.canBeTurned();
    for (QWidget *part : std::initializer_list<QWidget *> { m_asked, m_straight, m_turned })
        part->setVisible(turns);
    if (turns) {
        m_asked->setText(tr("What does the column say?"));
        m_straight->setText(words.reading(false));
        m_turned->setText(words.reading(true));
        (treatment().turned ? m_turned : m_straight)->setChecked(true);
    }
    const QString meanings = words.values();
    m_meanings->setText(meanings);
    m_meanings->setVisible(!meanings.isEmpty());
    const QString question = words.question();
    m_question->setText(question);
    m_onlyStops->setVisible(words.mayAllowAgain());
    m_both->setVisible(words.mayAllowAgain());
    m_onlyStops->setText(words.onlyStops());
    m_both->setText(words.both());
    m_onlyStops->setAccessibleDescription(question);
    m_both->setAccessibleDescription(question);
    (words.sendsOnlyStops() ? m_onlyStops : m_both)->setChecked(true);
    const QString unclear = words.unclear();
    m_unclear->setText(unclear);
    m_unclear->setVisible(!unclear.isEmpty());
    m_values->setVisible(!unclear.isEmpty());
}

QWidget *ConsentPanel::firstStop() const
{
    for (QRadioButton *radio : { m_onlyStops, m_both, m_straight, m_turned }) {
        if (!radio->isHidden() && radio->isChecked())
            return radio;
    }
    return m_values->isHidden() ? nullptr : m_values;
}

} // namespace rowlift::ui
