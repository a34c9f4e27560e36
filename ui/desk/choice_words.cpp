#include "ui/desk/choice_words.h"

#include <algorithm>

namespace rowlift::ui {

QString choiceName(const std::vector<OptionChoice> &all, const OptionChoice &choice)
{
    const bool alone = std::ranges::count(all, choice.label, &OptionChoice::label) <= 1;
    if (alone || choice.detail.isEmpty())
        return choice.label;
    //: %1 a choice: "Newsletter", %2 what tells it from others of that name: "Program “Fair”"
    return PlaceDesk::tr("%1 (%2)").arg(choice.label, choice.detail);
}

QStringList whereToWords(const Service &service, const Target &target, const PlaceDesk::Choices &known)
{
    QStringList words;
    for (const LoadOption &option : service.options(target)) {
        const QString usual = option.choices.empty() ? QString() : option.choices.front().value;
        const QString chosen = target.options.value(option.id).toString(usual);
        if (!option.isWhereTo || option.kind != LoadOption::Kind::Choice || chosen == usual)
            continue;
        std::vector<OptionChoice> all = option.choices;
        if (const auto more = known.known.find(option.id); more != known.known.end())
            all.insert(all.end(), more->second.begin(), more->second.end());
        const auto found = std::ranges::find(all, chosen, &OptionChoice::value);
        //: %1 what is chosen: "Add to a list", %2 the choice: "Fair 2026"
        words << PlaceDesk::tr("%1: %2").arg(option.label,
                                             found == all.end() ? chosen : choiceName(all, *found));
    }
    return words;
}

} // namespace rowlift::ui
