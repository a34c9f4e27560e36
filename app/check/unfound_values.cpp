#include "app/check/unfound_values.h"

#include "app/csv/bad_input.h"
#include "app/csv/csv_writer.h"
#include "app/draft/found_ids.h"
#include "app/draft/rows.h"
#include "app/mapping/blanks.h"
#include "app/mapping/properties.h"
#include "app/mapping/record_builder.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <unordered_map>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 rowsBetweenStops = 4096;

struct UnfoundWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Check)
};

/// The values in the order in which they are met, compared as a look-up compares them.
class CountedValues {
public:
    explicit CountedValues(bool keepsCase)
        : m_keepsCase(keepsCase)
    {
    }

    void add(std::string_view value)
    {
        std::string folded(value);
        for (char &c : folded) {
            if (!m_keepsCase && c >= 'A' && c <= 'Z')
                c = static_cast<char>(c - 'A' + 'a');
        }
        const auto [place, isNew] = m_places.try_emplace(std::move(folded), m_values.size());
        if (isNew)
            m_values.emplace_back(value, 0);
        ++m_values[place->second].second;
    }

    qint64 size() const { return static_cast<qint64>(m_values.size()); }
    QByteArray table(const QString &column) const
    {
        QByteArray out = "\xEF\xBB\xBF";
        const std::string header = column.toStdString();
        const std::string rows = UnfoundWords::tr("Rows").toStdString();
        const std::array<std::string_view, 2> titles { header, rows };
        appendRecord(out, titles);
        for (const auto &[value, count] : m_values) {
            const std::string number = std::to_string(count);
            const std::array<std::string_view, 2> cells { value, number };
            appendRecord(out, cells);
        }
        return out;
    }

private:
    bool m_keepsCase;
    std::unordered_map<std::string, std::size_t> m_places;
    std::vector<std::pair<std::string, qint64>> m_values;
};

Done writeUnfound(const QByteArray &table, const QString &path)
{
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(table) == table.size() && file.commit())
        return {};
    return tl::unexpected(Error {
        .kind = Error::Kind::Storage,
        .sentence
        = UnfoundWords::tr("“%1” could not be written. Is there room?").arg(QDir::toNativeSeparators(path)),
        .detail = file.errorString(),
        .retryAfter = {} });
}

} // namespace

Result<qint64> saveUnfound(const Draft &draft, const Schema &known, const CheckResult &check,
                           const QString &path, std::stop_token stop)
{
    if (QFileInfo(path) == QFileInfo(draft.file))
        return tl::unexpected(badInput(
            UnfoundWords::tr("This is the file that is imported. Choose another name for the list.")));
    const Schema schema = withProperties(known, draft.mapping);
    RecordBuilder builder(draft.mapping, schema, draft.target);
    const int index = lookedUpField(builder.fields(), draft);
    const auto group = std::ranges::find(check.groups, Rule::NotFound, &ProblemGroup::rule);
    const Field *field = schema.field(draft.lookedUpField());
    CountedValues values(field && field->caseSensitive);
    auto rows = Rows::open(draft);
    if (!rows)
        return tl::unexpected(rows.error());
    RowView row;
    for (qint64 count = 0; index >= 0 && group != check.groups.end(); ++count) {
        if (count % rowsBetweenStops == 0 && stop.stop_requested())
            return tl::unexpected(cancelledError());
        const auto more = rows->next(row);
        if (!more)
            return tl::unexpected(more.error());
        if (!*more)
            break;
        if (std::ranges::binary_search(group->records, row.record))
            values.add(withoutBlanks(builder.build(row.cells).values[static_cast<std::size_t>(index)]));
    }
    const QString column = index < 0 ? QString() : draft.header.value(builder.columnOf(index));
    const QString title = !column.isEmpty() ? column : field ? field->label : draft.lookedUpField();
    if (const Done written = writeUnfound(values.table(title), path); !written)
        return tl::unexpected(written.error());
    return values.size();
}

} // namespace rowlift
