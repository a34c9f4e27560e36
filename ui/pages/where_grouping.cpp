#include "ui/pages/where_grouping.h"

#include "ui/pages/file_words.h"
#include "ui/pages/flow_layout.h"
#include "ui/pages/scroll_body.h"
#include "ui/style/style.h"
#include "ui/widgets/announce.h"
#include "ui/widgets/words.h"

#include <QButtonGroup>
#include <QLineEdit>
#include <QLocale>
#include <QRadioButton>
#include <QVBoxLayout>

#include <utility>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int listNameCharacters = 18;

int indentOfMeaning()
{
    return px(Size::CheckBox) + px(Space::S2);
}

} // namespace

WhereGrouping::WhereGrouping(PlaceDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_numbers(new Words(Type::Body, Color::Text, this))
    , m_choices(new QWidget(this))
    , m_group(new QButtonGroup(this))
{
    setObjectName(u"where.grouping"_s);
    setAccessibleName(tr("Several rows with the same key"));
    m_numbers->setObjectName(u"where.grouping.numbers"_s);
    m_numbers->setWordWrap(true);
    m_numbers->setTextFormat(Qt::PlainText);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins({});
    lines->setSpacing(px(Space::S2));
    lines->addWidget(m_numbers);
    lines->addWidget(m_choices);

    auto *choices = new QVBoxLayout(m_choices);
    choices->setContentsMargins({});
    choices->setSpacing(px(Space::S1));
    m_because = new Words(Type::Body, Color::Text2, m_choices);
    m_because->setObjectName(u"where.grouping.because"_s);
    m_because->setWordWrap(true);
    m_because->setTextFormat(Qt::PlainText);
    choices->addWidget(m_because);
    m_together = new QRadioButton(m_choices);
    m_together->setObjectName(u"where.grouping.together"_s);
    choices->addWidget(m_together, 0, Qt::AlignLeft);
    choices->addWidget(makeTogether());
    m_apart = new QRadioButton(tr("Every row is a record of its own"), m_choices);
    m_apart->setObjectName(u"where.grouping.apart"_s);
    choices->addWidget(m_apart, 0, Qt::AlignLeft);
    m_apartMeans = new Words(Type::Small, Color::Text2, m_choices);
    m_apartMeans->setObjectName(u"where.grouping.apart.means"_s);
    m_apartMeans->setWordWrap(true);
    m_apartMeans->setIndent(indentOfMeaning());
    choices->addWidget(m_apartMeans);
    for (QRadioButton *button : { m_together, m_apart })
        m_group->addButton(button);
    connect(m_together, &QRadioButton::clicked, this, [this] { m_desk.chooseGrouping(true); });
    connect(m_apart, &QRadioButton::clicked, this, [this] { m_desk.chooseGrouping(false); });
}

QWidget *WhereGrouping::makeTogether()
{
    m_listPart = new QWidget(m_choices);
    auto *lines = new QVBoxLayout(m_listPart);
    lines->setContentsMargins(indentOfMeaning(), 0, 0, px(Space::S1));
    lines->setSpacing(px(Space::S1));
    auto *line = new QWidget(m_listPart);
    auto *flow = new FlowLayout(px(Space::S2), px(Space::S1), line);
    flow->setContentsMargins({});
    //: Followed by the name of a list, which is typed: "products"
    auto *label = new Words(tr("What differs from row to row goes into a list called"), Type::Label,
                            Color::Text, line);
    m_list = new QLineEdit(line);
    m_list->setObjectName(u"where.grouping.list"_s);
    m_list->setMinimumWidth(listNameCharacters * m_list->fontMetrics().averageCharWidth());
    label->setBuddy(m_list);
    flow->addWidget(label);
    flow->addWidget(m_list);
    m_wrong = new Words(Type::Small, Color::Problem, m_listPart);
    m_wrong->setObjectName(u"where.grouping.wrong"_s);
    m_wrong->setWordWrap(true);
    m_wrong->setTextFormat(Qt::PlainText);
    lines->addWidget(line);
    lines->addWidget(m_wrong);
    connect(m_list, &QLineEdit::textEdited, this,
            [this](const QString &name) { m_desk.nameList(name.trimmed()); });
    return m_listPart;
}

void WhereGrouping::sayNumbers()
{
    const auto &grouping = m_desk.snapshot().grouping;
    if (grouping.state == PlaceDesk::Grouping::State::Reading) {
        //: %1 a column
        m_numbers->setText(tr("Looking whether values of “%1” repeat…").arg(grouping.column));
        return;
    }
    const QLocale locale;
    //: %1 a column, %2 a number
    m_numbers->setText(tr("“%1” has %2 different values in %Ln row(s).", nullptr, plural(grouping.facts.rows))
                           .arg(grouping.column, locale.toString(grouping.facts.keys)));
    //: %1 a column
    m_together->setText(tr("Rows with the same “%1” are one record").arg(grouping.column));
    const qint64 replaced = grouping.facts.repeated();
    m_apartMeans->setText(tr("%Ln row(s) would replace one before.", nullptr, plural(replaced)));
    m_apart->setAccessibleDescription(m_apartMeans->text());
}

QString WhereGrouping::because() const
{
    const auto &grouping = m_desk.snapshot().grouping;
    const auto &facts = grouping.facts;
    const QLocale locale;
    const qsizetype others = facts.ofRecord.size() + facts.ofRow.size();
    if (grouping.proposed) {
        //: %1 and %2 numbers, %3 a column
        return tr("Proposed, because %1 of the %2 other columns are the same in all rows with the same “%3”.")
            .arg(locale.toString(facts.ofRecord.size()), locale.toString(others), grouping.column);
    }
    if (!grouping.groups) {
        //: %1 and %2 numbers, %3 a column
        return tr("%1 of the %2 other columns are the same in all rows with the same “%3”. Which is it?")
            .arg(locale.toString(facts.ofRecord.size()), locale.toString(others), grouping.column);
    }
    return {};
}

void WhereGrouping::sayList()
{
    const auto &place = m_desk.snapshot();
    const bool together = place.grouping.groups.value_or(false);
    m_listPart->setVisible(together);
    if (m_list->text().trimmed() != place.grouping.name)
        m_list->setText(place.grouping.name);
    const QString wrong = place.wrongListName();
    setWrong(m_list, !wrong.isEmpty());
    m_list->setAccessibleDescription(wrong);
    m_wrong->setVisible(!wrong.isEmpty());
    if (wrong == m_wrong->text())
        return;
    m_wrong->setText(wrong);
    if (!wrong.isEmpty() && isVisible())
        announce(this, wrong);
}

void WhereGrouping::refresh()
{
    using State = PlaceDesk::Grouping::State;
    const auto &grouping = m_desk.snapshot().grouping;
    setVisible(grouping.state != State::NotAsked);
    m_choices->setVisible(grouping.state == State::Asked);
    if (grouping.state == State::NotAsked) {
        m_told = State::NotAsked;
        return;
    }
    sayNumbers();
    m_group->setExclusive(false); // else the last one that was checked stays so
    m_together->setChecked(grouping.groups == true);
    m_apart->setChecked(grouping.groups == false);
    m_group->setExclusive(true);
    sayList();
    m_because->setText(because());
    m_because->setVisible(!m_because->text().isEmpty());
    m_together->setAccessibleDescription(m_because->text());
    tell();
}

/// The question comes a while after the column was chosen.
void WhereGrouping::tell()
{
    const auto state = m_desk.snapshot().grouping.state;
    if (std::exchange(m_told, state) == state || state != PlaceDesk::Grouping::State::Asked || !isVisible())
        return;
    announce(this, m_numbers->text() + u' ' + m_because->text());
    if (QWidget *open = openDecision())
        ScrollBody::reveal(open); // it may be below what is seen
}

QWidget *WhereGrouping::openDecision() const
{
    const auto &place = m_desk.snapshot();
    if (place.grouping.state != PlaceDesk::Grouping::State::Asked)
        return nullptr;
    if (!place.grouping.groups)
        return m_together;
    return place.wrongListName().isEmpty() ? nullptr : m_list;
}

} // namespace rowlift::ui
