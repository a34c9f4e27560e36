#pragma once

#include "app/service/part_loader.h"

#include <vector>

namespace rowlift::test {

/// Remembers the steps of a submit as a ledger would.
class RememberedSteps : public StepLog {
public:
    Done about(Step step) override
    {
        steps.push_back({ .step = step, .done = false, .ticket = {} });
        return {};
    }
    Done did(Step step, const QString &ticket) override
    {
        steps.push_back({ .step = step, .done = true, .ticket = ticket });
        return {};
    }

    std::vector<RecordedStep> steps;
};

} // namespace rowlift::test
