#include "app/mapping/property_rules.h"

#include "app/mapping/properties.h"
#include "app/schema/property_path.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <memory>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

struct PropertyRuleWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Properties)
};

bool isLegalStep(const QString &step)
{
    const auto isLetter
        = [](QChar c) { return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || c == u'_'; };
    return !step.isEmpty() && isLetter(step.front()) && std::ranges::all_of(step, [&](QChar c) {
        return isLetter(c) || (c >= u'0' && c <= u'9') || c == u'-';
    });
}

/// What stands at one place of a record.
struct PropertyPlace {
    QString step = {}; ///< As it was met first.
    QString name = {}; ///< Of the first property that is this, or is in it.
    bool isValue = false;
    PropertyStep::Entry inside = PropertyStep::Entry::None; ///< What those in it are told apart by.
    std::map<QString, std::unique_ptr<PropertyPlace>> places = {};
};

/// The properties of a record, one after the other, and why some do not go with those before.
class PropertyTree {
public:
    /// Empty: it goes.
    QString add(const QString &name, const PropertyPath &path)
    {
        PropertyPlace *place = &m_record;
        for (const PropertyStep &step : path) {
            if (const QString clash = enter(place, step.name, PropertyStep::Entry::None, name);
                !clash.isEmpty())
                return clash;
            if (step.entry == PropertyStep::Entry::None)
                continue;
            const QString entry
                = step.entry == PropertyStep::Entry::Numbered ? QString::number(step.number) : QString();
            if (const QString clash = enter(place, entry, step.entry, name); !clash.isEmpty())
                return clash;
        }
        if (place->isValue || !place->places.empty())
            return valueAndGroup(place->name, name);
        place->isValue = true;
        return {};
    }

private:
    static QString valueAndGroup(const QString &first, const QString &second)
    {
        return PropertyRuleWords::tr(
                   "“%1” and “%2” cannot both be in a record: one would stand in the place of the "
                   "other. Rename one of them.")
            .arg(first, second);
    }

    QString enter(PropertyPlace *&place, const QString &step, PropertyStep::Entry how, const QString &name)
    {
        if (place->isValue || (!place->places.empty() && place->inside != how))
            return valueAndGroup(place->name, name);
        place->inside = how;
        QString folded = step;
        auto &next = place->places[folded.replace(u'-', u'_')];
        if (!next)
            next = std::make_unique<PropertyPlace>(PropertyPlace { .step = step, .name = name });
        if (next->step != step)
            return PropertyRuleWords::tr(
                       "“%1” and “%2” differ only in “-” and “_”, which are the same there. Rename one "
                       "of them.")
                .arg(next->name, name);
        place = next.get();
        return {};
    }

    PropertyPlace m_record;
};

/// Of one property, by itself.
QString listTrouble(const QString &name, const PropertyPath &path, const Schema &schema, const Target &target)
{
    const Field *field = schema.field(name);
    const bool isList = field && !field->listSeparator.isEmpty();
    if (isList && path.back().entry != PropertyStep::Entry::None)
        return PropertyRuleWords::tr(
                   "“%1” would be a list in a list, which cannot be. Choose another type for it.")
            .arg(name);
    const QString list = listOf(path);
    if (list.isEmpty() || (target.groupsRows() && list == target.list))
        return {};
    return target.groupsRows()
        ? PropertyRuleWords::tr("“%1” is in another list than “%2”, to which the rows of a record go.")
              .arg(name, target.list)
        : PropertyRuleWords::tr(
              "“%1” has an entry for each row of a record, but each row is a record of its own.")
              .arg(name);
}

} // namespace

QString propertyTrouble(const QString &name)
{
    const auto path = propertyPath(name);
    if (!path)
        return PropertyRuleWords::tr("“%1” is not the name of a property. Dots make groups: “address.city”.")
            .arg(name);
    for (const PropertyStep &step : *path) {
        if (!isLegalStep(step.name))
            return PropertyRuleWords::tr(
                       "“%1” is not the name of a property: letters from A to Z, digits, “_” and “-” are "
                       "allowed, and a letter or “_” comes first.")
                .arg(step.name);
        if (step.name.size() > longestPropertyStep)
            return PropertyRuleWords::tr("The name of a property has at most %1 characters.")
                .arg(longestPropertyStep);
    }
    return {};
}

QStringList propertyClashes(const QStringList &names, const Schema &schema, const Target &target)
{
    QStringList clashes;
    PropertyTree tree;
    bool fillsList = false;
    for (const QString &name : names) {
        const auto path = propertyPath(name);
        if (!path || !propertyTrouble(name).isEmpty())
            continue;
        fillsList = fillsList || listOf(*path) == target.list;
        for (const QString &sentence : { tree.add(name, *path), listTrouble(name, *path, schema, target) }) {
            if (!sentence.isEmpty())
                clashes << sentence;
        }
    }
    if (target.groupsRows() && !fillsList)
        clashes << PropertyRuleWords::tr(
                       "Nothing goes to the list “%1”: of the rows of a record, only the first one would "
                       "be sent.")
                       .arg(target.list);
    return clashes;
}

} // namespace rowlift
