#pragma once

#include "app/schema/schema.h"
#include "app/service/job_kind.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rowlift {

/// What names the record of the service that a row is about, and when two rows name the same one. Blanks at
/// the ends do not count, nor does the spelling of numbers ("007" is "7"); an id is told by its first 15
/// characters.
///
/// Letters in other case are the same where taking different records for one costs nothing but time
/// (Together, Waves), and others where it would lose one (Once; Groups, where the field tells case).
class RecordKey {
public:
    /// The key of records with \a fields: Target::keyField, or the record id. Empty when no such field is
    /// sent: then nothing repeats.
    static std::optional<RecordKey> of(const std::vector<QString> &fields, const Schema &schema,
                                       const Target &target, RepeatedKeys meaning);

    std::size_t index() const { return m_index; } ///< Among the fields.
    /// Equal for the same key. Empty: the row has none. Lives as long as \a room and \a values.
    std::string_view keyOf(std::span<const std::string_view> values, std::string &room) const;
    /// 0: the row has none.
    quint64 hashOf(std::span<const std::string_view> values, std::string &room) const;

private:
    enum class Sameness { Exact, Folded, Number, Id };

    std::size_t m_index = 0;
    Sameness m_sameness = Sameness::Exact;
};

} // namespace rowlift
