#include "app/workbook/cell_formats.h"

#include <QHash>

namespace rowlift {

Result<CellFormats> CellFormats::read(PartReader &reader)
{
    CellFormats formats;
    QHash<int, NumberFormat> own;
    bool inCellStyles = false;
    while (reader.next()) {
        if (reader.ends() && reader.name() == u"cellXfs")
            inCellStyles = false;
        if (!reader.starts())
            continue;
        if (reader.name() == u"cellXfs") {
            inCellStyles = true;
        } else if (reader.name() == u"numFmt") {
            own.insert(reader.attribute(u"numFmtId").toInt(),
                       NumberFormat::parse(reader.attribute(u"formatCode")));
        } else if (reader.name() == u"dxfs") {
            reader.skip(); // formats by condition have numbers of their own
        } else if (inCellStyles && reader.name() == u"xf") {
            const int id = reader.attribute(u"numFmtId").toInt();
            formats.m_formats.push_back(own.contains(id) ? own.value(id) : NumberFormat::builtIn(id));
        }
    }
    if (reader.error())
        return tl::unexpected(*reader.error());
    return formats;
}

const NumberFormat &CellFormats::of(qint64 style) const
{
    const bool known = style >= 0 && style < static_cast<qint64>(m_formats.size());
    return known ? m_formats[static_cast<size_t>(style)] : m_plain;
}

} // namespace rowlift
