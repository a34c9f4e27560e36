#pragma once

#include "app/mapping/number_text.h"
#include "app/mapping/seen_values.h"

namespace rowlift {

/// Sums up the numbers of a field. Used by one thread.
class NumberTally {
public:
    explicit NumberTally(const NumberForm &form)
        : m_form(form)
    {
    }

    void add(qint64 record, std::string_view text);
    void add(const NumberTally &later, qint64 firstRecord);
    NumberSurvey result() const;

private:
    NumberForm m_form;
    NumberSurvey m_seen; ///< Without what is decided in the end.
    SeenExamples m_unreadable;
};

} // namespace rowlift
