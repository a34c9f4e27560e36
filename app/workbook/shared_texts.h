#pragma once

#include "app/workbook/part_reader.h"

#include <string>
#include <string_view>
#include <vector>

namespace rowlift {

/// The texts that the cells of a workbook share: one buffer and where each begins, since there may be
/// millions.
class SharedTexts {
public:
    /// Reads the part with them to its end. Fails with BadInput when it is damaged, Cancelled when stopped.
    static Result<SharedTexts> read(PartReader &reader);

    qint64 size() const { return static_cast<qint64>(m_ends.size()); }
    /// UTF-8. Empty when there is no such text.
    std::string_view at(qint64 index) const;

private:
    std::string m_texts;
    std::vector<quint64> m_ends;
};

} // namespace rowlift
