#include "app/mapping/cleaner_chain.h"

#include "app/mapping/blanks.h"
#include "app/mapping/clean_text.h"
#include "app/mapping/letter_case.h"

#include <algorithm>

namespace rowlift {

namespace {

/// Capitals need up to three times as many bytes, and as many times fewer.
bool mayBeEqual(std::string_view value, std::string_view capitals)
{
    return value.size() <= capitals.size() * 3 && capitals.size() <= value.size() * 3;
}

} // namespace

CleanerChain::CleanerChain(const std::vector<Cleaner> &cleaners)
{
    for (const Cleaner &cleaner : cleaners) {
        if (cleaner.kind == CleanerKind::Replace && cleaner.find.isEmpty())
            continue;
        Step step { .kind = cleaner.kind,
                    .find = cleaner.find.toStdString(),
                    .text = cleaner.text.toStdString(),
                    .number = static_cast<std::size_t>(std::max(cleaner.number, 0)) };
        if (step.kind == CleanerKind::BlankIf) {
            const std::string find = step.find;
            step.find = upperCased(withoutBlanks(find), step.space);
        }
        if (step.kind == CleanerKind::LeadingZeros)
            step.number = std::min<std::size_t>(step.number, mostLeadingZeros);
        if (step.kind == CleanerKind::Phone)
            step.phone = std::make_unique<PhoneFormatter>(cleaner.text);
        m_steps.push_back(std::move(step));
    }
}

std::string_view CleanerChain::applyOne(std::size_t index, std::string_view value)
{
    return run(m_steps[index], value);
}

std::string_view CleanerChain::run(Step &step, std::string_view value)
{
    switch (step.kind) {
    case CleanerKind::Trim:
        return withoutBlanks(value);
    case CleanerKind::Squeeze:
        return squeezed(value, step.space);
    case CleanerKind::Upper:
        return upperCased(value, step.space);
    case CleanerKind::Lower:
        return lowerCased(value, step.space);
    case CleanerKind::Title:
        return titleCased(value, step.space);
    case CleanerKind::Digits:
        return digitsOf(value, step.space);
    case CleanerKind::LeadingZeros:
        return withLeadingZeros(value, step.number, step.space);
    case CleanerKind::Replace:
        return replaced(value, step.find, step.text, step.space);
    case CleanerKind::BlankIf: {
        const auto text = withoutBlanks(value);
        return mayBeEqual(text, step.find) && upperCased(text, step.space) == step.find ? std::string_view()
                                                                                        : value;
    }
    case CleanerKind::DefaultIfBlank:
        return isBlank(value) ? std::string_view(step.text) : value;
    case CleanerKind::Cut:
        return cut(step, value);
    case CleanerKind::Phone:
        return phone(step, value);
    }
    return value;
}

std::string_view CleanerChain::cut(const Step &step, std::string_view value)
{
    const auto kept = cutTo(value, step.number);
    m_hasCut = m_hasCut || kept.size() < value.size();
    return kept;
}

std::string_view CleanerChain::phone(Step &step, std::string_view value)
{
    const auto text = withoutBlanks(value);
    if (text.empty())
        return value;
    const auto number = step.phone->international(text);
    m_noPhone = m_noPhone || number.empty();
    return number.empty() ? value : number;
}

} // namespace rowlift
