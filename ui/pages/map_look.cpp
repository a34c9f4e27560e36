#include "ui/pages/map_look.h"

#include <QLocale>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

QString MapRowLook::question() const
{
    return raw.isEmpty()
        ? tr("Column %1, %2, sample blank, goes to").arg(letter, name)
        : tr("Column %1, %2, sample %3, goes to").arg(letter, name, sent.isEmpty() ? raw : sent);
}

QString MapRowLook::answer() const
{
    QStringList words;
    if (required)
        words << tr("required");
    if (key)
        words << tr("key");
    for (const QString &more : { because, reason.isEmpty() ? result : reason }) {
        if (!more.isEmpty())
            words << more;
    }
    if (!suggestionLabel.isEmpty())
        words << tr("perhaps %1").arg(suggestionLabel);
    return words.join(u", "_s);
}

MapLooks::MapLooks(const MapDesk &desk)
    : m_desk(desk)
{
}

QString MapLooks::letter(int column)
{
    return columnLetters(column);
}

int MapLooks::columns() const
{
    return static_cast<int>(m_desk.snapshot().mapping.columns.size());
}

void MapLooks::refresh()
{
    const auto &snapshot = m_desk.snapshot();
    m_checks = snapshot.ready ? m_desk.sampleChecks() : std::vector<SampleCheck>();
    m_dates.assign(snapshot.mapping.columns.size(), {});
    for (int column = 0; column < columns(); ++column) {
        const Field *field
            = snapshot.schema.field(snapshot.mapping.columns[static_cast<size_t>(column)].field);
        if (field && (field->type == FieldType::Date || field->type == FieldType::DateTime))
            m_dates[static_cast<size_t>(column)] = datesOf(column);
    }
}

MapLooks::Dates MapLooks::datesOf(int column) const
{
    Dates dates;
    QStringList values;
    for (int row = 0; row < m_desk.sampleRows(); ++row) {
        const QString value = m_desk.sample(column, row);
        values << value;
        bool decided = false;
        const DateOrder order = dateOrderOf({ value }, &decided);
        if (decided && order != DateOrder::YearFirst && dates.record < 0) {
            dates.decisive = value.trimmed();
            dates.record = m_desk.sampleRecord(row);
        }
    }
    bool decided = false;
    const DateOrder order = dateOrderOf(values, &decided);
    dates.ambiguous = order == DateOrder::DayFirst || order == DateOrder::MonthFirst;
    if (!decided)
        dates.record = -1; // they disagree: none of them decides
    return dates;
}

bool MapLooks::needsALook(int column) const
{
    const ColumnMapping &mapped = m_desk.snapshot().mapping.columns[static_cast<size_t>(column)];
    if (mapped.field.isEmpty())
        return !mapped.suggestion.isEmpty();
    const bool openDates = m_dates[static_cast<size_t>(column)].ambiguous
        && mapped.treatment.dates.order == DateOrder::NotADate;
    return openDates || m_checks[static_cast<size_t>(column)].needALook() > 0;
}

QString MapLooks::searchText(int column) const
{
    const auto &snapshot = m_desk.snapshot();
    const QString &name = snapshot.mapping.columns[static_cast<size_t>(column)].field;
    const Field *field = snapshot.schema.field(name);
    return QStringList { letter(column), snapshot.columns.value(column), name,
                         field ? field->label : QString() }
        .join(u'\n');
}

void MapLooks::sayDates(MapRowLook &look, const ColumnMapping &mapped) const
{
    const Dates &dates = m_dates[static_cast<size_t>(look.column)];
    look.asksForDates = dates.ambiguous;
    look.dateOrder = mapped.treatment.dates.order;
    if (!dates.ambiguous)
        return;
    if (dates.record >= 0) {
        //: %1 a date of the file, %2 the number of its row
        look.dateHint = tr("“%1” in row %2 can only be read one way.")
                            .arg(dates.decisive, QLocale().toString(dates.record + 1));
    } else if (mapped.treatment.dates.order == DateOrder::NotADate) {
        look.dateHint = tr("The first rows fit both.");
        look.result = tr("Day or month first?");
        look.reason = tr("The first rows do not tell whether day or month comes first. Choose below.");
    }
}

void MapLooks::saySamples(MapRowLook &look) const
{
    const SampleCheck &check = m_checks[static_cast<size_t>(look.column)];
    if (check.needALook() == 0) {
        look.reason = look.reason.isEmpty()
            ? tr("Fits in the first rows. All rows are checked in the next step.")
            : look.reason;
        return;
    }
    if (!look.result.isEmpty())
        return;
    //: Of the first rows of the file
    look.result = tr("%1 of %2 need a look").arg(check.needALook()).arg(check.rows);
    //: %1 "Birthdate cannot be read as a date", %2 and %3 numbers of rows
    look.reason = tr("%1: %2 of the first %3 rows need a look")
                      .arg(check.first)
                      .arg(check.needALook())
                      .arg(check.rows);
}

MapRowLook MapLooks::look(int column, int sampleRow) const
{
    const auto &snapshot = m_desk.snapshot();
    const ColumnMapping &mapped = snapshot.mapping.columns[static_cast<size_t>(column)];
    MapRowLook look;
    look.column = column;
    look.letter = letter(column);
    look.name = snapshot.columns.value(column);
    look.raw = m_desk.sample(column, sampleRow).simplified();
    look.field = mapped.field;
    if (const Field *offered = snapshot.schema.field(mapped.suggestion); offered && mapped.field.isEmpty()) {
        look.suggestion = offered->name;
        look.suggestionLabel = offered->label;
    }
    if (mapped.field.isEmpty()) {
        look.because = mapped.because == Because::You ? becauseText(Because::You) : QString();
        look.standing = look.suggestion.isEmpty() ? MapRowLook::Standing::NotImported
                                                  : MapRowLook::Standing::NeedsALook;
        return look;
    }
    const Field *field = snapshot.schema.field(mapped.field);
    look.fieldLabel = field ? field->label : mapped.field;
    look.required = field && field->required;
    look.key = mapped.field == snapshot.target.keyField;
    look.because = becauseText(mapped.because);
    look.remembered = mapped.because == Because::Profile;
    const QString sent = m_desk.sampleAsSent(column, sampleRow);
    if (sent != m_desk.sample(column, sampleRow))
        look.sent = sent;
    sayDates(look, mapped);
    saySamples(look);
    look.standing = needsALook(column) ? MapRowLook::Standing::NeedsALook : MapRowLook::Standing::Fits;
    return look;
}

int MapLooks::fullestSample() const
{
    const auto filled = [this](int row) {
        int cells = 0;
        for (int column = 0; column < columns(); ++column)
            cells += m_desk.sample(column, row).isEmpty() ? 0 : 1;
        return cells;
    };
    int best = 0;
    int most = -1;
    for (int row = 0; row < m_desk.sampleRows(); ++row) {
        if (const int cells = filled(row); cells > most) {
            most = cells;
            best = row;
        }
    }
    return best;
}

} // namespace rowlift::ui
