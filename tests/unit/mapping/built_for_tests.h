#pragma once

#include "app/mapping/record_builder.h"

#include <QStringList>

#include <string>
#include <vector>

/// Rows through a RecordBuilder, for tests.
namespace rowlift::testing {

using namespace Qt::StringLiterals;

inline Field fieldNamed(const QString &name, FieldType type = FieldType::Text)
{
    Field field;
    field.name = field.label = name;
    field.type = type;
    field.creatable = field.updatable = true;
    return field;
}

/// What is sent for one row, one text for each field: "!" before what cannot be read, "∅" before what clears.
inline QStringList sent(RecordBuilder &builder, const QStringList &row)
{
    std::vector<std::string> bytes;
    for (const QString &cell : row)
        bytes.push_back(cell.toStdString());
    const std::vector<std::string_view> cells(bytes.begin(), bytes.end());
    const BuiltRecord &record = builder.build(cells);
    QStringList texts;
    for (std::size_t i = 0; i < record.values.size(); ++i) {
        const auto value = record.values[i];
        texts.append((record.cleared[i] ? u"∅"_s : QString())
                     + QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size())));
    }
    for (const auto &problem : record.problems)
        texts[problem.field].prepend(u'!');
    return texts;
}

inline QStringList sent(const Mapping &mapping, const Schema &schema, const QStringList &row,
                        const Target &target = {})
{
    RecordBuilder builder(mapping, schema, target);
    return sent(builder, row);
}

/// One column "C" that goes to \a field.
inline Mapping mappingTo(const QString &field, const Treatment &treatment = {}, const Piece &piece = {})
{
    Mapping mapping;
    ColumnMapping column;
    column.column = u"C"_s;
    column.field = field;
    column.piece = piece;
    column.treatment = treatment;
    mapping.columns.push_back(column);
    return mapping;
}

} // namespace rowlift::testing
