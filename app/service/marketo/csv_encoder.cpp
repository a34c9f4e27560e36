#include "app/service/marketo/csv_encoder.h"

#include "app/csv/csv_writer.h"
#include "app/service/marketo/lead_options.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace rowlift::marketo {

namespace {

constexpr std::size_t longestMark = 20; ///< Of 64 bits, with its sign.

bool isBlankSign(char sign)
{
    return sign == ' ' || sign == '\t';
}

/// What the writer leaves without quotes and Marketo might trim.
bool hasBlankEnds(std::string_view cell)
{
    return !cell.empty() && (isBlankSign(cell.front()) || isBlankSign(cell.back()));
}

void appendQuoted(QByteArray &out, std::string_view cell)
{
    out += '"';
    for (const char sign : cell) {
        if (sign == '"')
            out += '"';
        out += sign;
    }
    out += '"';
}

/// As appendRecord() does, but that cells with blanks at their ends are quoted, too.
void appendWithBlanks(OutBuffer &out, std::span<const std::string_view> cells, char delimiter)
{
    QByteArray record;
    for (const std::string_view cell : cells) {
        if (hasBlankEnds(cell))
            appendQuoted(record, cell);
        else
            appendCell(record, cell, delimiter);
        record += delimiter;
    }
    record.back() = '\n';
    out.append({ record.constData(), std::size_t(record.size()) });
}

} // namespace

ImportEncoder::ImportEncoder(const Target &target, QStringList fields)
    : m_fields(std::move(fields))
    , m_delimiter(leadOptions(target).delimiter())
    , m_rowNumbers(leadOptions(target).rowNumbers)
{
}

QByteArray ImportEncoder::prologue() const
{
    QByteArrayList names;
    if (m_rowNumbers)
        names << rowColumnName;
    for (const QString &field : m_fields)
        names << field.toUtf8();
    return names.join(m_delimiter) + '\n';
}

void ImportEncoder::encode(qint64 mark, std::span<const std::string_view> values, OutBuffer &out) const
{
    if (m_rowNumbers) {
        std::array<char, longestMark + 1> text {};
        char *end = std::to_chars(text.data(), text.data() + longestMark, mark).ptr;
        *end++ = m_delimiter;
        out.append({ text.data(), std::size_t(end - text.data()) });
    }
    if (std::ranges::any_of(values, hasBlankEnds))
        appendWithBlanks(out, values, m_delimiter);
    else
        appendRecord(out, values, { .delimiter = m_delimiter });
}

} // namespace rowlift::marketo
