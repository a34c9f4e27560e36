#pragma once

#include "app/mapping/blanks.h"
#include "app/mapping/phone.h"
#include "app/mapping/text_space.h"
#include "app/mapping/treatment.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rowlift {

/// The cleaners of a field, compiled: each hands its text to the next, in their order.
class CleanerChain {
public:
    explicit CleanerChain(const std::vector<Cleaner> &cleaners);

    bool empty() const { return m_steps.empty(); }
    std::size_t size() const { return m_steps.size(); }

    /// \a value after all of them: a part of it, or a view into this, good until the next call.
    std::string_view apply(std::string_view value)
    {
        m_noPhone = m_hasCut = false;
        for (Step &step : m_steps)
            value = step.kind == CleanerKind::Trim ? withoutBlanks(value) : run(step, value);
        return value;
    }
    /// \a value after the one at \a index alone.
    std::string_view applyOne(std::size_t index, std::string_view value);
    /// Whether apply() met a text that should have become a telephone number and is none: it was left as it
    /// was.
    bool isNoPhone() const { return m_noPhone; }
    /// Whether apply() took an end off.
    bool hasCut() const { return m_hasCut; }

private:
    struct Step {
        CleanerKind kind = CleanerKind::Trim;
        std::string find; ///< BlankIf: in capitals, without blanks at its ends.
        std::string text;
        std::size_t number = 0;
        std::unique_ptr<PhoneFormatter> phone = {};
        TextSpace space = {};
    };

    std::string_view run(Step &step, std::string_view value);
    std::string_view cut(const Step &step, std::string_view value);
    std::string_view phone(Step &step, std::string_view value);

    std::vector<Step> m_steps;
    bool m_noPhone = false;
    bool m_hasCut = false;
};

} // namespace rowlift
