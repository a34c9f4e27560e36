#include "ui/pages/value_map_panel.h"

#include "app/mapping/consent_count.h"
#include "ui/pages/flow_layout.h"
#include "ui/pages/treatment_words.h"
#include "ui/pages/value_map_table.h"
#include "ui/style/style.h"
#include "ui/widgets/searchable_combo.h"
#include "ui/widgets/words.h"

#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

// Choices beside the values of the list; no service has such values.
constexpr QLatin1StringView chooseBlank("\x01blank");
constexpr QLatin1StringView chooseAsItIs("\x01same");
constexpr QLatin1StringView chooseNoRule("\x01none");

ChoiceRow choiceRow(const QString &id, const QString &name, const QString &line, const QString &group)
{
    return { .id = id,
             .name = name,
             .secondLine = line,
             .badgeIcon = {},
             .badgeText = {},
             .disabledReason = {},
             .group = group,
             .search = {} };
}

const ValueRule *ruleFor(const QString &value, const std::vector<ValueRule> &rules)
{
    for (const auto sensitivity : { Qt::CaseSensitive, Qt::CaseInsensitive }) {
        for (const ValueRule &rule : rules) {
            if (rule.from.compare(value, sensitivity) == 0)
                return &rule;
        }
    }
    return nullptr;
}

void setRule(std::vector<ValueRule> &rules, const QString &from, const QString &to)
{
    const auto same = std::ranges::find(rules, from, &ValueRule::from);
    if (same != rules.end())
        same->to = to;
    else
        rules.push_back({ .from = from, .to = to });
}

} // namespace

ValueMapPanel::ValueMapPanel(MapDesk &desk, const QString &field, QWidget *parent)
    : RowPanel(desk, field, u"map.values"_s, parent)
    , m_summary(new Words(Type::Body, Color::Text2, this))
    , m_table(new ValueMapTable(this))
{
    m_summary->setObjectName(u"map.values.summary"_s);
    m_summary->setWordWrap(true);
    m_table->setObjectName(u"map.values.table"_s);
    m_table->setAccessibleName(tr("Values in your file and what they become"));
    m_table->choice()->setObjectName(u"map.values.choice"_s);
    lines()->addWidget(m_summary);
    lines()->addWidget(m_table);
    buildButtons();
    connect(m_table->choice(), &SearchableCombo::opening, this, [this] {
        if (const ListedValue *value = current())
            m_table->choice()->setRows(choicesFor(*value));
    });
    connect(m_table->choice(), &SearchableCombo::chosen, this, &ValueMapPanel::choose);
}

void ValueMapPanel::buildButtons()
{
    auto *line = new FlowLayout(px(Space::S2), px(Space::S1));
    const auto add = [&](const QString &name, const QString &text, const QString &tip) {
        auto *button = new QPushButton(text, this);
        button->setObjectName(u"map.values."_s + name);
        button->setToolTip(tip);
        setKind(button, ButtonKind::Secondary);
        line->addWidget(button);
        return button;
    };
    m_guesses
        = add(u"guesses"_s, tr("Use guesses"), tr("Each open value becomes the nearest one of the list"));
    m_blank = add(u"blank"_s, tr("Leave blank"), tr("Open values are sent as blank cells"));
    m_asItIs = add(u"asItIs"_s, tr("Send as it is"), tr("Open values are sent as they are in the file"));
    lines()->addLayout(line);
    connect(m_guesses, &QPushButton::clicked, this, [this] {
        decideOpen([](const ListedValue &value) {
            return value.guess.isEmpty() ? std::optional<QString>() : value.guess;
        });
    });
    connect(m_blank, &QPushButton::clicked, this,
            [this] { decideOpen([](const ListedValue &) { return std::optional(QString()); }); });
    connect(m_asItIs, &QPushButton::clicked, this,
            [this] { decideOpen([](const ListedValue &value) { return std::optional(value.value); }); });
}

const ListSurvey *ValueMapPanel::list() const
{
    const FieldSurvey *survey = desk().surveyOf(field());
    return survey && survey->values ? &*survey->values : nullptr;
}

void ValueMapPanel::order(const ListSurvey &values)
{
    const bool same = std::ranges::is_permutation(values.values, m_values);
    if (same)
        return;
    m_values = values.values;
    std::ranges::stable_partition(m_values, [](const ListedValue &value) { return !value.known; });
}

ValueMapPanel::Fate ValueMapPanel::fateOf(const ListedValue &value, const std::vector<ValueRule> &rules) const
{
    const ValueRule *rule = ruleFor(value.value, rules);
    return { .open = !rule && isOpen(value), .rule = rule };
}

bool ValueMapPanel::asksYesOrNo() const
{
    const Field *target = schemaField();
    return target
        && (target->type == FieldType::Boolean
            || (target->values.empty()
                && sendsOnlyStops(*target, treatment(), desk().snapshot().target.operation)));
}

/// A text of consent is a question only as long as not all of it is sent.
bool ValueMapPanel::isOpen(const ListedValue &value) const
{
    const Field *target = schemaField();
    const bool isText = target && target->type != FieldType::Boolean && target->values.empty();
    return !value.known && (!isText || asksYesOrNo());
}

/// What is surveyed was not turned round.
QString ValueMapPanel::becomes(const ListedValue &value) const
{
    const QStringList words = yesAndNo();
    if (!treatment().turned || !words.contains(value.becomes))
        return value.becomes;
    return value.becomes == words.front() ? words.back() : words.front();
}

QStringList ValueMapPanel::yesAndNo() const
{
    const ValueForms &forms = desk().snapshot().schema.forms;
    QStringList words { QString::fromUtf8(forms.yes), QString::fromUtf8(forms.no) };
    const Field *target = schemaField();
    const auto sense
        = target && target->type != FieldType::Boolean && list() ? consentSense(*target) : std::nullopt;
    if (!sense)
        return words;
    const ConsentCount count = consentCount(*list(), {}, *target, forms);
    const QString yes = (sense->yesStops ? count.stopValues : count.allowValues).value(0);
    const QString no = (sense->yesStops ? count.allowValues : count.stopValues).value(0);
    return { yes.isEmpty() ? words.front() : yes, no.isEmpty() ? words.back() : no };
}

QString ValueMapPanel::labelOf(const QString &value) const
{
    const Field *target = schemaField();
    const ValueForms &forms = desk().snapshot().schema.forms;
    if (target && target->type == FieldType::Boolean
        && (value == QString::fromUtf8(forms.yes) || value == QString::fromUtf8(forms.no)))
        return value == QString::fromUtf8(forms.yes) ? tr("Yes") : tr("No");
    if (target) {
        for (const PicklistValue &listed : target->values) {
            if (listed.value == value)
                return listed.label;
        }
    }
    return value;
}

QString ValueMapPanel::wordsFor(const ListedValue &value, const Fate &fate) const
{
    if (fate.rule && fate.rule->to.isEmpty())
        return tr("blank");
    if (fate.rule)
        return fate.rule->to == value.value ? tr("“%1” as it is").arg(value.value) : labelOf(fate.rule->to);
    if (value.known)
        return labelOf(becomes(value));
    if (asksYesOrNo() && value.guess.isEmpty())
        return tr("neither yes nor no");
    if (asksYesOrNo())
        //: %1 "Yes" or "No"
        return tr("neither yes nor no; perhaps %1").arg(labelOf(value.guess));
    if (!isOpen(value))
        return labelOf(value.value);
    //: %1 a value of the list
    return value.guess.isEmpty() ? tr("not on the list")
                                 : tr("not on the list; perhaps %1").arg(labelOf(value.guess));
}

QList<ChoiceRow> ValueMapPanel::choicesFor(const ListedValue &value) const
{
    const Field *target = schemaField();
    const ValueForms &forms = desk().snapshot().schema.forms;
    QList<ChoiceRow> rows;
    if (!value.guess.isEmpty())
        rows << choiceRow(value.guess, labelOf(value.guess), {}, tr("Nearest"));
    const QString beside = tr("Or");
    rows << choiceRow(chooseBlank, tr("Leave blank"), {}, beside)
         << choiceRow(chooseAsItIs, tr("Send as it is"), value.value, beside);
    if (ruleFor(value.value, treatment().values))
        rows << choiceRow(chooseNoRule, tr("Do not replace it"), {}, beside);
    const QString all = tr("All values of the list");
    if (target && target->type == FieldType::Boolean)
        rows << choiceRow(QString::fromUtf8(forms.yes), tr("Yes"), {}, all)
             << choiceRow(QString::fromUtf8(forms.no), tr("No"), {}, all);
    else if (asksYesOrNo()) {
        for (const QString &word : yesAndNo())
            //: A value of the file that others become
            rows << choiceRow(word, tr("Like “%1”").arg(word), {}, all);
    }
    for (const PicklistValue &listed : target ? target->values : std::vector<PicklistValue>()) {
        if (listed.active && listed.value != value.guess)
            rows << choiceRow(listed.value, listed.label,
                              listed.label == listed.value ? QString() : listed.value, all);
    }
    return rows;
}

const ListedValue *ValueMapPanel::current() const
{
    const auto at = static_cast<std::size_t>(m_table->currentRow());
    return m_table->currentRow() >= 0 && at < m_values.size() ? &m_values[at] : nullptr;
}

void ValueMapPanel::choose(const QString &choice)
{
    const ListedValue *value = current();
    if (!value)
        return;
    std::vector<ValueRule> rules = treatment().values;
    if (choice == chooseNoRule)
        std::erase_if(rules, [value](const ValueRule &rule) {
            return rule.from.compare(value->value, Qt::CaseInsensitive) == 0;
        });
    else
        setRule(rules, value->value,
                choice == chooseBlank        ? QString()
                    : choice == chooseAsItIs ? value->value
                                             : choice);
    desk().setValueRules(field(), rules);
    m_table->setFocus(Qt::OtherFocusReason);
}

void ValueMapPanel::decideOpen(const std::function<std::optional<QString>(const ListedValue &)> &to)
{
    std::vector<ValueRule> rules = treatment().values;
    int decided = 0;
    for (const ListedValue &value : m_values) {
        if (!fateOf(value, rules).open)
            continue;
        if (const auto what = to(value)) {
            setRule(rules, value.value, *what);
            ++decided;
        }
    }
    m_table->setFocus(Qt::OtherFocusReason); // the button may go off
    desk().setValueRules(field(), rules);
    Q_EMIT announce(tr("%Ln value(s) replaced", nullptr, decided));
}

void ValueMapPanel::refresh()
{
    setTitle(tr("Values of %1").arg(fieldLabel()));
    if (const ListSurvey *values = list())
        order(*values);
    const std::vector<ValueRule> rules = treatment().values;
    std::vector<ValueMapRow> rows;
    int open = 0;
    int guessed = 0;
    for (const ListedValue &value : m_values) {
        const Fate fate = fateOf(value, rules);
        rows.push_back({ .value = value.value,
                         .rows = value.rows,
                         .becomes = wordsFor(value, fate),
                         .open = fate.open });
        open += fate.open ? 1 : 0;
        guessed += fate.open && !value.guess.isEmpty() ? 1 : 0;
    }
    m_table->setRows(rows);
    m_table->setVisible(!rows.empty());
    m_guesses->setEnabled(guessed > 0);
    m_blank->setEnabled(open > 0);
    m_asItIs->setEnabled(open > 0);
    const bool more = list() && list()->more;
    if (rows.empty())
        m_summary->setText(desk().isSurveying() ? tr("All rows are being read…")
                                                : tr("The file has no values for it."));
    else if (open > 0)
        m_summary->setText(tr("%Ln value(s) to decide. Choose what is sent for each.", nullptr, open));
    else
        m_summary->setText(more ? tr("These are the most frequent values; there are more.")
                                : tr("All values of the file are known or decided."));
}

QWidget *ValueMapPanel::firstStop() const
{
    return m_table;
}

} // namespace rowlift::ui
