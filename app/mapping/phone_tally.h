#pragma once

#include "app/mapping/seen_values.h"

#include <map>
#include <string>

namespace rowlift {

/// Sums up the telephone numbers of a field. Used by one thread.
class PhoneTally {
public:
    void add(qint64 record, std::string_view text);
    void add(const PhoneTally &later, qint64 firstRecord);
    PhoneSurvey result() const;

private:
    struct Start {
        qint64 rows = 0;
        std::string example; ///< A whole number.
    };

    void count(int start, qint64 rows, std::string_view example);

    PhoneSurvey m_seen;
    std::map<int, Start> m_starts; ///< By the first four digits of international numbers.
};

} // namespace rowlift
