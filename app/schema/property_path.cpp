#include "app/schema/property_path.h"

#include <algorithm>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

std::optional<PropertyStep> propertyStep(QStringView text)
{
    const qsizetype open = text.indexOf(u'[');
    const QStringView name = open < 0 ? text : text.left(open);
    if (name.isEmpty() || name.contains(u']') || name.trimmed() != name)
        return std::nullopt;
    PropertyStep step { .name = name.toString() };
    if (open < 0)
        return step;
    const QStringView behind = text.mid(open + 1);
    if (!behind.endsWith(u']'))
        return std::nullopt;
    const QStringView inside = behind.chopped(1);
    if (inside.isEmpty()) {
        step.entry = PropertyStep::Entry::EachRow;
        return step;
    }
    const bool isDigits
        = std::ranges::all_of(inside, [](QChar sign) { return sign >= u'0' && sign <= u'9'; });
    step.entry = PropertyStep::Entry::Numbered;
    step.number = isDigits ? inside.toInt() : 0;
    return step.number >= 1 && step.number <= mostListEntries ? std::optional(step) : std::nullopt;
}

} // namespace

std::optional<PropertyPath> propertyPath(QStringView name)
{
    PropertyPath path;
    for (const QStringView text : name.split(u'.')) {
        const auto step = propertyStep(text);
        if (!step)
            return std::nullopt;
        path.push_back(*step);
    }
    const auto ofRows = std::ranges::count(path, PropertyStep::Entry::EachRow, &PropertyStep::entry);
    return ofRows > 1 ? std::nullopt : std::optional(path);
}

QString propertyName(const PropertyPath &path)
{
    QStringList steps;
    for (const PropertyStep &step : path) {
        switch (step.entry) {
        case PropertyStep::Entry::None:
            steps << step.name;
            break;
        case PropertyStep::Entry::Numbered:
            steps << u"%1[%2]"_s.arg(step.name).arg(step.number);
            break;
        case PropertyStep::Entry::EachRow:
            steps << step.name + u"[]"_s;
            break;
        }
    }
    return steps.join(u'.');
}

QString listOf(const PropertyPath &path)
{
    const auto list = std::ranges::find(path, PropertyStep::Entry::EachRow, &PropertyStep::entry);
    if (list == path.end())
        return {};
    PropertyPath way(path.begin(), list + 1);
    way.back().entry = PropertyStep::Entry::None;
    return propertyName(way);
}

} // namespace rowlift
