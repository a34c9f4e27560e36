#include "app/mapping/properties.h"
#include "app/mapping/property_rules.h"
#include "app/run/run_start.h"
#include "ui/desk/map_desk.h"

#include <QFileInfo>

#include <algorithm>

// Records without fixed fields: properties of any name, some of them once a row, and what the service gets.

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

void rename(Mapping &mapping, const QString &from, const QString &to)
{
    for (ColumnMapping &column : mapping.columns) {
        if (column.field == from)
            column.field = to;
    }
    for (ExtraField &extra : mapping.extras) {
        if (extra.field == from)
            extra.field = to;
    }
}

} // namespace

Schema MapDesk::schemaWith(const Mapping &mapping) const
{
    return withProperties(m_fields, mapping);
}

Schema MapDesk::schemaWith(const QString &field) const
{
    Mapping one;
    one.columns = { { .column = {}, .field = field } };
    return withProperties(m_snapshot.schema, one);
}

bool MapDesk::isQuestion(const QString &field) const
{
    const Field *known = m_snapshot.schema.field(field);
    return known && !known->question.isEmpty();
}

/// What the questions of fields were answered with, in front; nothing else goes to these.
void MapDesk::dress(Mapping &mapping) const
{
    const auto &place = m_place.snapshot();
    const auto asks = [this](const QString &field) {
        const Field *known = m_fields.field(field);
        return known && !known->question.isEmpty();
    };
    for (ColumnMapping &column : mapping.columns) {
        if (asks(column.field)) {
            column.field.clear();
            column.because = Because::Nothing;
        }
    }
    std::erase_if(mapping.extras, [&asks](const ExtraField &extra) { return asks(extra.field); });
    auto at = mapping.extras.begin();
    for (const Field *field : place.questions()) {
        const auto found = place.answers.find(field->name);
        if (found != place.answers.end() && !found->second.from.columns.isEmpty())
            at = mapping.extras.insert(at, found->second.from) + 1;
    }
}

bool MapDesk::isColumnPerRow(int column) const
{
    const auto &grouping = m_place.snapshot().grouping;
    return m_snapshot.target.groupsRows() && grouping.facts.ofRow.contains(m_snapshot.columns.value(column));
}

/// Columns that differ among the rows of a record go into its list.
void MapDesk::moveIntoList(Mapping &mapping) const
{
    const Target &target = m_snapshot.target;
    if (!target.groupsRows())
        return;
    for (std::size_t at = 0; at < mapping.columns.size(); ++at) {
        ColumnMapping &column = mapping.columns[at];
        if (column.field.isEmpty() || !isColumnPerRow(static_cast<int>(at)))
            continue;
        const QString name = inList(column.field, target.list);
        const Field *known = m_fields.field(column.field);
        if ((!known || known->isProperty) && !mapping.gives(name))
            column.field = name;
    }
}

/// What is in a list of another name goes into that of the target; into none where rows are records.
void MapDesk::fitToList(Mapping &mapping) const
{
    const QString &list = m_snapshot.target.list;
    for (const QString &name : mapping.fields()) {
        const QString in = listOfName(name);
        if (in.isEmpty() || in == list)
            continue;
        const QString now = list.isEmpty() ? outOfList(name) : inList(outOfList(name), list);
        if (!mapping.gives(now))
            rename(mapping, name, now);
    }
}

void MapDesk::setPropertyType(const QString &field, PropertyType type, const QString &separator)
{
    const Field *known = m_snapshot.schema.field(field);
    if (!known || !known->isProperty || known->typeIsFixed)
        return;
    if (propertyType(field) != type)
        forget(field);
    changeTreatment(field, tr("Type of %1").arg(labelOf(field)), [&](Treatment &treatment) {
        treatment.property = type;
        treatment.separator = type == PropertyType::List ? separator : QString();
    });
}

PropertyType MapDesk::propertyType(const QString &field) const
{
    const Field *known = m_snapshot.schema.field(field);
    if (!known)
        return PropertyType::Text;
    if (!known->listSeparator.isEmpty())
        return PropertyType::List;
    switch (known->type) {
    case FieldType::Integer:
    case FieldType::Number:
        return PropertyType::Number;
    case FieldType::Boolean:
        return PropertyType::YesNo;
    case FieldType::Date:
        return PropertyType::Date;
    case FieldType::DateTime:
        return PropertyType::DateTime;
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Time:
    case FieldType::Email:
    case FieldType::Phone:
    case FieldType::Url:
    case FieldType::Id:
    case FieldType::Reference:
    case FieldType::Picklist:
    case FieldType::MultiPicklist:
    case FieldType::Unsupported:
        break;
    }
    return PropertyType::Text;
}

bool MapDesk::setPerRow(const QString &field, bool perRow)
{
    const QString &list = m_snapshot.target.list;
    const Field *known = m_snapshot.schema.field(field);
    if (!m_snapshot.target.groupsRows() || !known || !known->isProperty || isPerRow(field) == perRow)
        return false;
    const QString now = perRow ? inList(field, list) : outOfList(field);
    if (m_snapshot.mapping.gives(now))
        return false;
    Mapping mapping = m_snapshot.mapping;
    rename(mapping, field, now);
    change(perRow ? tr("%1 once per row").arg(outOfList(field))
                  : tr("%1 once per record").arg(outOfList(field)),
           mapping);
    return true;
}

QString MapDesk::whyNotProperty(const QString &name, const QString &own) const
{
    if (const QString wrong = propertyTrouble(name); !wrong.isEmpty())
        return wrong;
    const QString &list = m_snapshot.target.list;
    const QString in = listOfName(name);
    if (!in.isEmpty() && list.isEmpty())
        return tr("Each row is a record of its own here: there is no list of rows.");
    if (!in.isEmpty() && in != list)
        //: %1 the name of a list
        return tr("The list of rows is called %1.").arg(list);
    QStringList names;
    for (const QString &field : m_snapshot.mapping.fields()) {
        const Field *known = m_snapshot.schema.field(field);
        if (known && known->isProperty && field != own)
            names << field;
    }
    const QStringList before = propertyClashes(names, m_snapshot.schema, m_snapshot.target);
    for (const QString &sentence :
         propertyClashes(names + QStringList { name }, schemaWith(name), m_snapshot.target)) {
        if (!before.contains(sentence))
            return sentence;
    }
    return {};
}

/// The sample rows that form one record with \a row.
std::vector<int> MapDesk::sameRecord(int row) const
{
    const Target &target = m_snapshot.target;
    if (!target.groupsRows())
        return { row };
    const QString key = m_samples.sent(target.keyField, row);
    std::vector<int> rows;
    for (int at = 0; at < m_samples.count(); ++at) {
        if (at == row || (!key.isEmpty() && m_samples.sent(target.keyField, at) == key))
            rows.push_back(at);
    }
    return rows;
}

int MapDesk::rowsOfRecord(int row) const
{
    return row < 0 || row >= m_samples.count() ? 0 : static_cast<int>(sameRecord(row).size());
}

/// Of an import as it is now; null: it cannot be told.
std::unique_ptr<Encoder> MapDesk::makeEncoder() const
{
    const Service *service = m_place.service();
    const auto kind = m_place.kindFor(m_place.rows());
    if (!m_snapshot.ready || !service || !kind)
        return nullptr;
    Target target = m_place.target();
    target.madeKeys = QFileInfo(m_file.snapshot().look.path).completeBaseName(); // and what makes it unique
    return service->makeEncoder(*kind, target.sent(), m_samples.fields(), m_snapshot.schema);
}

std::string MapDesk::encodedRow(const Encoder &encoder, int row) const
{
    const auto values = m_samples.valuesOf(row);
    const std::vector<std::string_view> views(values.begin(), values.end());
    OutBuffer out;
    encoder.encode(m_samples.record(row), views, out);
    return std::string(out.text());
}

qint64 MapDesk::bytesOfRow() const
{
    const auto encoder = makeEncoder();
    if (!encoder || m_samples.count() == 0)
        return 0;
    qint64 bytes = 0;
    for (int row = 0; row < m_samples.count(); ++row)
        bytes += static_cast<qint64>(encodedRow(*encoder, row).size());
    return bytes / m_samples.count();
}

QByteArray MapDesk::recordOf(int row) const
{
    const auto encoder = row < 0 || row >= m_samples.count() ? nullptr : makeEncoder();
    if (!encoder)
        return {};
    std::vector<std::string> encoded;
    for (const int at : sameRecord(row))
        encoded.push_back(encodedRow(*encoder, at));
    OutBuffer whole;
    if (encoded.size() == 1)
        whole.append(encoded.front());
    else
        encoder->merge(std::vector<std::string_view>(encoded.begin(), encoded.end()), whole);
    const std::string_view text = whole.text();
    return QByteArray(text.data(), static_cast<qsizetype>(text.size()) - encoder->separator().size());
}

} // namespace rowlift::ui
