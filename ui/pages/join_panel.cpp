#include "ui/pages/join_panel.h"

#include "ui/pages/field_choices.h"
#include "ui/pages/flow_layout.h"
#include "ui/pages/treatment_words.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/widgets/searchable_combo.h"
#include "ui/widgets/words.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int betweenCharacters = 6;

} // namespace

JoinPanel::JoinPanel(MapDesk &desk, int column, QWidget *parent)
    : RowPanel(desk, {}, u"map.join"_s, parent)
    , m_columnLine(new FlowLayout(px(Space::S2), px(Space::S1)))
    , m_more(new QPushButton(icon(u"plus", Color::AccentText), tr("Another column"), this))
    , m_between(new QComboBox(this))
    , m_other(new QLineEdit(this))
    , m_target(new SearchableCombo(tr("Field for the joined values"), this))
    , m_sample(new Words(Type::Body, Color::Text, this))
    , m_join(new QPushButton(tr("Join"), this))
{
    lines()->addLayout(static_cast<FlowLayout *>(m_columnLine));
    m_more->setObjectName(u"map.join.another"_s);
    setKind(m_more, ButtonKind::Flat);
    connect(m_more, &QPushButton::clicked, this, [this] {
        addColumn(-1);
        m_columns.back()->setFocus(Qt::OtherFocusReason);
        refresh();
    });
    buildBetween();
    buildTarget();
    addColumn(column);
    addColumn(-1);
    m_target->setChosen(column >= 0 ? desk.snapshot().mapping.columns[static_cast<std::size_t>(column)].field
                                    : QString());
}

JoinPanel *JoinPanel::change(MapDesk &desk, int extra, QWidget *parent)
{
    const ExtraField &joined = desk.snapshot().mapping.extras[static_cast<std::size_t>(extra)];
    const auto at
        = [&desk](const QString &name) { return static_cast<int>(desk.snapshot().columns.indexOf(name)); };
    auto *panel = new JoinPanel(desk, at(joined.columns.value(0)), parent);
    panel->m_extra = extra;
    for (qsizetype column = 1; column < joined.columns.size(); ++column) {
        if (column > 1)
            panel->addColumn(-1);
        panel->m_columns.back()->setChosen(QString::number(at(joined.columns[column])));
    }
    panel->setBetween(joined.text);
    panel->m_target->setChosen(joined.field);
    panel->m_join->setText(tr("Change"));
    return panel;
}

void JoinPanel::buildBetween()
{
    m_between->setObjectName(u"map.join.between"_s);
    m_between->addItem(tr("a blank"), u" "_s);
    m_between->addItem(tr("a comma and a blank"), u", "_s);
    m_between->addItem(tr("a hyphen"), u"-"_s);
    m_between->addItem(tr("a line break"), u"\n"_s);
    m_between->addItem(tr("nothing"), u""_s);
    m_between->addItem(tr("something else"));
    m_other->setObjectName(u"map.join.other"_s);
    m_other->setAccessibleName(tr("What stands between the values"));
    m_other->setFixedWidth(betweenCharacters * m_other->fontMetrics().averageCharWidth() + 2 * px(Space::S3));
    auto *label = new Words(tr("&Between them"), Type::Label, Color::Text2, this);
    label->setBuddy(m_between);
    auto *line = new FlowLayout(px(Space::S2), px(Space::S1));
    for (QWidget *part : std::initializer_list<QWidget *> { label, m_between, m_other })
        line->addWidget(part);
    lines()->addLayout(line);
    connect(m_between, &QComboBox::activated, this, &JoinPanel::refresh);
    connect(m_other, &QLineEdit::textChanged, this, &JoinPanel::refresh);
}

void JoinPanel::buildTarget()
{
    m_sample->setObjectName(u"map.join.sample"_s);
    m_sample->setTextFormat(Qt::PlainText);
    m_target->setObjectName(u"map.join.field"_s);
    m_target->setPlaceholder(tr("Choose a field…"));
    m_target->setRows(FieldChoices::forExtra(desk(), -1));
    FieldChoices::takeTyped(m_target, desk());
    auto *line = new FlowLayout(px(Space::S2), px(Space::S1));
    line->addWidget(m_sample);
    line->addWidget(new Words(u"→"_s, Type::Body, Color::Text3, this));
    line->addWidget(m_target);
    lines()->addLayout(line);
    m_join->setObjectName(u"map.join.do"_s);
    setKind(m_join, ButtonKind::Secondary);
    auto *last = new QHBoxLayout;
    last->addWidget(m_join);
    last->addStretch(1);
    lines()->addLayout(last);
    connect(m_target, &SearchableCombo::chosen, this, &JoinPanel::refresh);
    connect(m_join, &QPushButton::clicked, this, &JoinPanel::join);
}

void JoinPanel::addColumn(int column)
{
    const auto number = static_cast<int>(m_columns.size());
    auto *choice = new SearchableCombo(tr("Column %1 to join").arg(number + 1), this);
    choice->setObjectName(u"map.join.column.%1"_s.arg(number));
    choice->setPlaceholder(tr("Choose a column…"));
    choice->setRows(FieldChoices::columns(desk()));
    choice->setChosen(column >= 0 ? QString::number(column) : QString());
    connect(choice, &SearchableCombo::chosen, this, &JoinPanel::refresh);
    m_columnLine->removeWidget(m_more);
    m_columnLine->addWidget(choice);
    m_columnLine->addWidget(m_more);
    choice->show();
    m_columns.push_back(choice);
}

QString JoinPanel::between() const
{
    const QVariant chosen = m_between->currentData();
    return chosen.isValid() ? chosen.toString() : m_other->text();
}

void JoinPanel::setBetween(const QString &text)
{
    const int known = m_between->findData(text);
    m_between->setCurrentIndex(known >= 0 ? known : m_between->count() - 1);
    if (known < 0)
        m_other->setText(text);
}

std::vector<int> JoinPanel::columns() const
{
    std::vector<int> chosen;
    for (const SearchableCombo *choice : m_columns) {
        if (!choice->chosenId().isEmpty())
            chosen.push_back(choice->chosenId().toInt());
    }
    return chosen;
}

ExtraField JoinPanel::joined() const
{
    ExtraField extra { .field = m_target->chosenId(), .text = between() };
    for (const int column : columns())
        extra.columns << desk().snapshot().columns.value(column);
    return extra;
}

void JoinPanel::refresh()
{
    const ExtraField extra = joined();
    setTitle(extra.columns.isEmpty() ? tr("Join columns") : tr("Join %1").arg(extra.columns.join(u" + "_s)));
    m_other->setVisible(!m_between->currentData().isValid());
    Mapping trial;
    trial.columns = desk().snapshot().mapping.columns;
    for (ColumnMapping &column : trial.columns)
        column.field.clear();
    trial.extras = { extra };
    trial.extras.front().field = u"joined"_s;
    m_sample->setText(TreatmentWords::quoted(desk().samples().taken(trial, u"joined"_s, sampleRow())));
    m_join->setEnabled(extra.columns.size() > 1 && !extra.field.isEmpty());
    m_join->setToolTip(m_join->isEnabled() ? QString() : tr("Choose two columns and a field"));
}

void JoinPanel::join()
{
    Q_EMIT closeWanted();
    if (m_extra < 0) {
        desk().addJoin(columns(), between(), m_target->chosenId());
        return;
    }
    ExtraField extra = desk().snapshot().mapping.extras[static_cast<std::size_t>(m_extra)];
    extra.field = joined().field;
    extra.columns = joined().columns;
    extra.text = between();
    desk().changeExtra(m_extra, extra);
}

QWidget *JoinPanel::firstStop() const
{
    return m_columns.size() > 1 ? m_columns[1] : m_columns[0];
}

} // namespace rowlift::ui
