#include "ui/pages/field_choices.h"

#include "app/mapping/idle_key.h"
#include "app/mapping/property_names.h"
#include "ui/pages/treatment_words.h"
#include "ui/widgets/searchable_combo.h"

#include <QLocale>
#include <QSet>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

QString FieldChoices::notImported()
{
    return tr("Not imported");
}

QString FieldChoices::typeWord(const Field &field)
{
    if (!field.listSeparator.isEmpty())
        return tr("list");
    switch (field.type) {
    case FieldType::Text:
        return tr("text");
    case FieldType::LongText:
        return tr("long text");
    case FieldType::Integer:
        return tr("whole number");
    case FieldType::Number:
        return tr("number");
    case FieldType::Boolean:
        return tr("yes/no");
    case FieldType::Date:
        return tr("date");
    case FieldType::DateTime:
        return tr("date and time");
    case FieldType::Time:
        return tr("time");
    case FieldType::Email:
        return tr("e-mail");
    case FieldType::Phone:
        return tr("phone");
    case FieldType::Url:
        return tr("web address");
    case FieldType::Id:
    case FieldType::Reference:
        return tr("record id");
    case FieldType::Picklist:
        return tr("list of %n value(s)", nullptr, static_cast<int>(field.values.size()));
    case FieldType::MultiPicklist:
        return tr("several of %n value(s)", nullptr, static_cast<int>(field.values.size()));
    case FieldType::Unsupported:
        break;
    }
    return field.typeName;
}

/// Below a list: "products › name".
QString FieldChoices::nameInWords(const Field &field)
{
    const QString list = field.isProperty ? listOfName(field.name) : QString();
    return list.isEmpty() ? field.name : list + u" › "_s + outOfList(field.name);
}

QString FieldChoices::line(const Field &field)
{
    QStringList parts { typeWord(field) };
    if (!field.isProperty || !listOfName(field.name).isEmpty())
        parts.prepend(nameInWords(field));
    if (field.typeIsFixed)
        parts << tr("as it is there", "the type of a property");
    const bool list = field.type == FieldType::Picklist || field.type == FieldType::MultiPicklist;
    const bool id = field.type == FieldType::Id || field.type == FieldType::Reference;
    if (field.length > 0 && !list && !id)
        parts << QLocale().toString(field.length);
    if (!field.standsFor.isEmpty())
        parts << tr("found while importing", "a record that is named by one of its keys");
    return parts.join(u" · "_s);
}

ChoiceRow FieldChoices::row(const Field &field, const Target &target)
{
    ChoiceRow row { .id = field.name,
                    .name = target.groupsRows() && listOfName(field.name) == target.list
                        ? outOfList(field.name)
                        : field.label,
                    .secondLine = line(field),
                    .badgeIcon = {},
                    .badgeText = {},
                    .disabledReason = {},
                    .group = {},
                    .search = {} };
    if (field.name == target.keyField) {
        row.badgeIcon = u"key"_s;
        row.badgeText = tr("key");
    } else if (field.required) {
        row.badgeIcon = u"star"_s;
        row.badgeText = tr("required");
    } else if (field.key) {
        row.badgeIcon = u"key"_s;
    }
    return row;
}

namespace {

bool byLabel(const ChoiceRow &a, const ChoiceRow &b)
{
    return a.name.localeAwareCompare(b.name) < 0;
}

} // namespace

bool FieldChoices::isSettable(const Field &field, const Target &target)
{
    if (field.type == FieldType::Unsupported)
        return false;
    if (target.looksUp() && (field.type == FieldType::Id || field.name == target.keyField))
        return field.type != FieldType::Id;
    return field.writable(target.operation) && !isIdleKey(field, target);
}

QString FieldChoices::takenBy(const Mapping &mapping, const QString &field)
{
    if (const int column = mapping.columnOf(field); column >= 0)
        return columnLetters(column);
    const ExtraField *extra = mapping.extraFor(field);
    return extra ? TreatmentWords::madeOf(*extra) : QString();
}

/// The best guesses, then all that can be set, then those that cannot. \a own: the field that is there now.
QList<ChoiceRow> FieldChoices::fields(const MapDesk &desk, const QString &own,
                                      const std::vector<FieldGuess> &guesses)
{
    const auto &snapshot = desk.snapshot();
    const Service *service = desk.place().service();
    QSet<QString> guessed;
    QList<ChoiceRow> best;
    QList<ChoiceRow> writable;
    QList<ChoiceRow> others; // records that are named by a key of theirs
    QList<ChoiceRow> readOnly;
    const auto rowFor = [&](const Field &field) {
        ChoiceRow made = row(field, snapshot.target);
        const QString taken = field.name == own ? QString() : takenBy(snapshot.mapping, field.name);
        if (!taken.isEmpty()) {
            //: %1 is the letter of a column; choosing the field takes it from there
            made.secondLine += u" · "_s + tr("used by %1").arg(taken);
            made.taken = snapshot.schema.open;
        }
        return made;
    };
    for (const FieldGuess &guess : guesses) {
        const Field *field = snapshot.schema.field(guess.field);
        if (!field || best.size() == 3 || !field->question.isEmpty())
            continue;
        ChoiceRow made = rowFor(*field);
        made.group = tr("Best guesses");
        made.secondLine = becauseText(guess.because) + u" · "_s + made.secondLine;
        guessed.insert(field->name);
        best << made;
    }
    for (const Field &field : snapshot.schema.fields) {
        if (guessed.contains(field.name) || !field.question.isEmpty())
            continue;
        ChoiceRow made = rowFor(field);
        const bool settable = isSettable(field, snapshot.target);
        const bool other = settable && !field.standsFor.isEmpty();
        made.group = other ? tr("Other records, by a key of theirs")
            : settable     ? (snapshot.schema.open ? tr("Properties") : tr("All fields"))
                           : tr("Cannot be set");
        if (!settable) {
            made.badgeIcon = u"lock"_s;
            made.badgeText.clear();
            made.disabledReason = snapshot.target.looksUp() && field.type == FieldType::Id
                ? tr("%1 · it is looked up").arg(field.name)
                : tr("%1 · %2 does not let it be set").arg(field.name, service ? service->name() : QString());
        }
        (other ? others : settable ? writable : readOnly) << made;
    }
    std::ranges::sort(writable, byLabel);
    std::ranges::sort(others, byLabel);
    std::ranges::sort(readOnly, byLabel);
    return best + writable + others + readOnly;
}

QList<ChoiceRow> FieldChoices::forColumn(const MapDesk &desk, int column)
{
    const QString own = desk.snapshot().mapping.columns[static_cast<std::size_t>(column)].field;
    QList<ChoiceRow> rows = fields(desk, own, desk.guesses(column));
    const ChoiceRow none { .id = {},
                           .name = notImported(),
                           .secondLine = tr("The column stays in your file"),
                           .badgeIcon = {},
                           .badgeText = {},
                           .disabledReason = {},
                           .group = tr("Leave it"),
                           .search = {} };
    const auto behind
        = std::ranges::find_if(rows, [](const ChoiceRow &row) { return row.group != tr("Best guesses"); });
    rows.insert(behind, none);
    addOwnName(rows, desk, column);
    return rows;
}

/// A property named after the column, where nothing is called so yet.
void FieldChoices::addOwnName(QList<ChoiceRow> &rows, const MapDesk &desk, int column)
{
    const auto &snapshot = desk.snapshot();
    const QString name = propertyNameOf(snapshot.columns.value(column));
    if (!snapshot.schema.open || name.isEmpty())
        return;
    const QString own = snapshot.mapping.columns[static_cast<std::size_t>(column)].field;
    ChoiceRow row = typed(desk, own, desk.isColumnPerRow(column), name).row;
    if (row.id.isEmpty())
        return;
    row.group = tr("A new property");
    rows.prepend(row);
}

TypedChoice FieldChoices::typed(const MapDesk &desk, const QString &own, bool perRow, const QString &name)
{
    const auto &snapshot = desk.snapshot();
    const QString whole = perRow ? inList(name, snapshot.target.list) : name;
    if (snapshot.schema.field(whole))
        return { .row = {}, .wrong = {}, .there = whole };
    if (const QString wrong = desk.whyNotProperty(whole, own); !wrong.isEmpty())
        return { .row = {}, .wrong = wrong, .there = {} };
    return { .row = { .id = whole,
                      .name = name,
                      .secondLine = tr("a new property"),
                      .badgeIcon = {},
                      .badgeText = {},
                      .disabledReason = {},
                      .group = {},
                      .search = {} },
             .wrong = {},
             .there = {} };
}

void FieldChoices::takeTyped(SearchableCombo *combo, const MapDesk &desk)
{
    if (desk.snapshot().schema.open)
        combo->takeTyped([&desk](const QString &name) { return typed(desk, {}, false, name); });
}

QList<ChoiceRow> FieldChoices::forExtra(const MapDesk &desk, int extra)
{
    const auto &extras = desk.snapshot().mapping.extras;
    const auto at = static_cast<std::size_t>(extra);
    return fields(desk, extra >= 0 && at < extras.size() ? extras[at].field : QString(), {});
}

QList<ChoiceRow> FieldChoices::columns(const MapDesk &desk)
{
    const auto &snapshot = desk.snapshot();
    QList<ChoiceRow> rows;
    for (int column = 0; column < snapshot.columns.size(); ++column) {
        const Field *field
            = snapshot.schema.field(snapshot.mapping.columns[static_cast<size_t>(column)].field);
        QStringList line;
        if (const QString sample = desk.samples().cell(column, 0).simplified(); !sample.isEmpty())
            line << sample.left(40);
        if (field)
            line << tr("goes to %1 now").arg(field->label);
        rows << ChoiceRow { .id = QString::number(column),
                            .name = columnLetters(column) + u"  "_s + snapshot.columns.at(column),
                            .secondLine = line.join(u" · "_s),
                            .badgeIcon = {},
                            .badgeText = {},
                            .disabledReason = {},
                            .group = field ? tr("In use") : tr("Not used yet"),
                            .search = {} };
    }
    std::ranges::stable_sort(rows, {}, [&](const ChoiceRow &row) { return row.group == tr("In use"); });
    return rows;
}

} // namespace rowlift::ui
