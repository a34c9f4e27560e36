#include "app/csv/column_look.h"

namespace rowlift {

namespace {
constexpr qsizetype exampleCount = 5;
} // namespace

std::vector<ColumnLook> lookAtColumns(const QStringList &header, const std::vector<TextRow> &rows)
{
    std::vector<ColumnLook> looks;
    for (qsizetype column = 0; column < header.size(); ++column) {
        ColumnLook look { .name = header[column], .examples = {} };
        FormTally tally;
        for (const TextRow &row : rows) {
            const QString cell = column < row.cells.size() ? row.cells[column] : QString();
            const QByteArray value = cell.trimmed().toUtf8();
            if (value.isEmpty()) {
                ++look.blank;
                continue;
            }
            tally.add(formOf({ value.constData(), static_cast<std::size_t>(value.size()) }));
            if (look.examples.size() < exampleCount && !look.examples.contains(cell))
                look.examples.append(cell);
        }
        look.detail = tally.detail();
        look.kind = look.detail.kind;
        looks.push_back(look);
    }
    return looks;
}

} // namespace rowlift
