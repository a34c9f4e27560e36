#pragma once

#include "app/workbook/number_format.h"
#include "app/workbook/part_reader.h"

namespace rowlift {

/// The number format of each cell style of a workbook.
class CellFormats {
public:
    /// Reads the part with the styles to its end. Fails with BadInput when it is damaged, Cancelled when
    /// stopped.
    static Result<CellFormats> read(PartReader &reader);

    /// Of a cell's attribute `s`; plain when there is no such style.
    const NumberFormat &of(qint64 style) const;

private:
    NumberFormat m_plain;
    std::vector<NumberFormat> m_formats; ///< By style.
};

} // namespace rowlift
