#include "ui/pages/fixed_value.h"

#include "ui/style/style.h"
#include "ui/widgets/searchable_combo.h"

#include <QHBoxLayout>
#include <QLineEdit>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

ChoiceRow choiceOf(const QString &id, const QString &name, const QString &line = {})
{
    return { .id = id,
             .name = name,
             .secondLine = line,
             .badgeIcon = {},
             .badgeText = {},
             .disabledReason = {},
             .group = {},
             .search = {} };
}

QString exampleFor(FieldType type)
{
    switch (type) {
    case FieldType::Date:
        return u"2026-03-14"_s;
    case FieldType::DateTime:
        return u"2026-03-14 09:20"_s;
    case FieldType::Time:
        return u"09:20"_s;
    case FieldType::MultiPicklist:
        return u"A; B"_s;
    default:
        return {};
    }
}

} // namespace

FixedValue::FixedValue(const QString &name, QWidget *parent)
    : QWidget(parent)
    , m_name(name)
{
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins({});
}

FixedValue::Kind FixedValue::kindFor(const Field &field)
{
    const bool list = field.type == FieldType::Picklist && !field.values.empty();
    return list || field.type == FieldType::Boolean ? Kind::List : Kind::Line;
}

void FixedValue::makeList(const Field &field)
{
    auto *list = new SearchableCombo(tr("Value for %1").arg(field.label), this);
    list->setPlaceholder(tr("Choose a value…"));
    QList<ChoiceRow> rows;
    if (field.type == FieldType::Boolean)
        rows << choiceOf(u"true"_s, tr("Yes")) << choiceOf(u"false"_s, tr("No"));
    for (const PicklistValue &value : field.values) {
        if (value.active)
            rows << choiceOf(value.value, value.label, value.label == value.value ? QString() : value.value);
    }
    list->setRows(rows);
    connect(list, &SearchableCombo::chosen, this, &FixedValue::typed);
    m_editor = list;
}

void FixedValue::makeLine(const Field &field)
{
    auto *line = new QLineEdit(this);
    line->setAccessibleName(tr("Value for %1").arg(field.label));
    const QString example = exampleFor(field.type);
    //: In an empty field; %1 an example of what to write: "2026-03-14"
    line->setPlaceholderText(example.isEmpty() ? tr("Value in every row") : tr("such as %1").arg(example));
    connect(line, &QLineEdit::textEdited, this, &FixedValue::typed);
    m_editor = line;
}

void FixedValue::makeEditor(const Field &field)
{
    delete m_editor;
    if (kindFor(field) == Kind::List)
        makeList(field);
    else
        makeLine(field);
    m_editor->setObjectName(m_name);
    layout()->addWidget(m_editor);
    m_field = field.name;
}

void FixedValue::say(const Field &field, const QString &value, bool wrong)
{
    if (field.name != m_field)
        makeEditor(field);
    if (auto *list = qobject_cast<SearchableCombo *>(m_editor)) {
        list->setChosen(value);
    } else if (auto *line = qobject_cast<QLineEdit *>(m_editor)) {
        if (line->text() != value)
            line->setText(value);
        setWrong(line, wrong);
    }
}

} // namespace rowlift::ui
