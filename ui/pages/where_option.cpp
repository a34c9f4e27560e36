#include "ui/pages/where_option.h"

#include "ui/desk/choice_words.h"
#include "ui/pages/file_words.h"
#include "ui/pages/flow_layout.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/searchable_combo.h"
#include "ui/widgets/words.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

/// Of a value in the list of choices: what is usual may have an empty one.
QString rowId(const QString &value)
{
    return u'=' + value;
}

Words *optionSentence(const QString &name, Type type, Color color, QWidget *parent)
{
    auto *words = new Words(type, color, parent);
    words->setObjectName(name);
    words->setWordWrap(true);
    words->setTextFormat(Qt::PlainText);
    return words;
}

} // namespace

WhereOption::WhereOption(const LoadOption &option, PlaceDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_option(option)
    , m_desk(desk)
    , m_combo(new SearchableCombo(option.label, this))
    , m_again(new QPushButton(tr("&Refresh"), this))
{
    const QString id = u"where."_s + option.id;
    m_combo->setObjectName(id);
    m_again->setObjectName(id + u".refresh"_s);
    m_again->setIcon(icon(u"retry", Color::AccentText));
    m_again->setAccessibleName(tr("Read again what can be chosen: %1").arg(option.label));
    setKind(m_again, ButtonKind::Flat);
    m_state = optionSentence(id + u".state"_s, Type::Small, Color::Text2, this);
    m_lost = optionSentence(id + u".lost"_s, Type::Body, Color::Problem, this);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins({});
    lines->setSpacing(px(Space::S1));
    auto *line = new QWidget(this);
    auto *flow = new FlowLayout(px(Space::S2), px(Space::S1), line);
    auto *label = new Words(option.label, Type::Label, Color::Text, line);
    label->setBuddy(m_combo);
    for (QWidget *part :
         { static_cast<QWidget *>(label), static_cast<QWidget *>(m_combo), static_cast<QWidget *>(m_again) })
        flow->addWidget(part);
    lines->addWidget(line);
    lines->addWidget(m_lost);
    lines->addWidget(m_state);
    connect(m_combo, &SearchableCombo::chosen, this, &WhereOption::take);
    connect(m_again, &QPushButton::clicked, this, &WhereOption::readAgain);
}

QWidget *WhereOption::combo() const
{
    return m_combo;
}

bool WhereOption::isLost() const
{
    return m_desk.snapshot().lostChoice == m_option.label;
}

void WhereOption::refresh()
{
    showRows();
    showState();
}

void WhereOption::showRows()
{
    auto choices = m_desk.choicesOf(m_option);
    const QString chosen = m_desk.chosenOf(m_option);
    if (std::ranges::find(choices, chosen, &OptionChoice::value) == choices.end()) {
        // Of a profile, and not read yet; or it was there before.
        const auto before = std::ranges::find(m_shown, chosen, &OptionChoice::value);
        choices.push_back(before == m_shown.end() ? OptionChoice { .value = chosen, .label = chosen }
                                                  : *before);
    }
    if (choices != m_shown) {
        QList<ChoiceRow> rows;
        rows.reserve(static_cast<qsizetype>(choices.size()));
        for (const OptionChoice &choice : choices) {
            ChoiceRow row;
            row.id = rowId(choice.value);
            row.name = choiceName(choices, choice);
            row.secondLine = choice.detail;
            rows << row;
        }
        m_combo->setRows(rows);
        m_shown = std::move(choices);
    }
    m_combo->setChosen(rowId(chosen));
}

void WhereOption::showState()
{
    using State = PlaceDesk::Choices::State;
    const auto &choices = m_desk.snapshot().choices;
    const bool asking = choices.state == State::Asking;
    const QString service = m_desk.service() ? m_desk.service()->name() : QString();
    const bool unread = choices.state == State::Failed && !choices.known.contains(m_option.id);
    QString words = m_option.help;
    if (m_option.asksAccount && asking)
        words = tr("Asking %1 what there is…").arg(service);
    else if (m_option.asksAccount && unread)
        words = tr("What there is could not be read: %1").arg(choices.error.sentence);
    m_state->setText(words);
    m_state->setColor(!asking && unread ? Color::HeadsUp : Color::Text2);
    m_state->setVisible(!words.isEmpty());
    m_combo->setAccessibleDescription(m_state->text());
    m_again->setVisible(m_option.asksAccount);
    m_again->setEnabled(!asking);
    //: %1 "Marketo"
    m_lost->setText(tr("What was chosen is not in %1 any more. Choose another.").arg(service));
    m_lost->setVisible(isLost());
    if (!asking && std::exchange(m_tells, false)) {
        announce(this,
                 choices.state == State::Failed
                     ? m_state->text()
                     : tr("%Ln to choose from", nullptr, plural(static_cast<qint64>(m_shown.size()))));
    }
}

void WhereOption::take(const QString &row)
{
    const QString value = row.mid(1);
    const bool usual = value == m_desk.choicesOf(m_option).front().value;
    m_desk.setOption(m_option.id, usual ? QJsonValue(QJsonValue::Undefined) : QJsonValue(value));
}

void WhereOption::readAgain()
{
    m_tells = true;
    m_combo->setFocus(Qt::OtherFocusReason); // the button rests meanwhile
    m_desk.askChoicesAgain();
}

} // namespace rowlift::ui
