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

/// What stands at one place of the records that are there.
struct StoredMember {
    enum class What { Unknown, Value, Group, List };

    QString step = {};
    QString name = {}; ///< Of the first property that is this, or is in it.
    What what = What::Unknown;
    std::map<QString, StoredMember> members = {};
};

/// What records have that are there. All entries of a list are alike.
class StoredForm {
public:
    explicit StoredForm(const Schema &schema)
    {
        for (const Field &field : schema.fields) {
            if (const auto path = field.typeIsFixed ? propertyPath(field.name) : std::nullopt)
                add(field, *path);
        }
    }

    /// Why the property \a name, which is at \a path, does not go with it; empty: it does.
    QString troubleOf(const QString &name, const Field *field, const PropertyPath &path) const
    {
        const StoredMember *member = &m_record;
        for (const QString &step : stepsOf(path, field)) {
            if (member->what == What::Value)
                return doesNotGo(member->name, name);
            const auto found = member->members.find(twinOf(step));
            if (member->what != What::Unknown && (step == entryStep) != (member->what == What::List))
                return doesNotGo(member->name, name);
            if (found == member->members.end())
                return {};
            member = &found->second;
            if (member->step != step)
                return doesNotGo(member->name, name);
        }
        const bool goes = member->what == What::Value || member->what == What::Unknown;
        return goes ? QString() : doesNotGo(member->name, name);
    }

private:
    using What = StoredMember::What;

    static constexpr QLatin1StringView entryStep { "[]" };

    static QString doesNotGo(const QString &stored, const QString &name)
    {
        return PropertyRuleWords::tr(
                   "“%2” does not go with “%1”, which records there have. Choose another name for it.")
            .arg(stored, name);
    }
    static QString twinOf(QString step) { return step.replace(u'-', u'_'); }
    static QStringList stepsOf(const PropertyPath &path, const Field *field)
    {
        QStringList steps;
        for (const PropertyStep &step : path) {
            steps << step.name;
            if (step.entry != PropertyStep::Entry::None)
                steps << entryStep;
        }
        if (field && !field->listSeparator.isEmpty())
            steps << entryStep;
        return steps;
    }

    void add(const Field &field, const PropertyPath &path)
    {
        StoredMember *member = &m_record;
        for (const QString &step : stepsOf(path, &field)) {
            member->what = step == entryStep ? What::List : What::Group;
            StoredMember &next = member->members[twinOf(step)];
            if (next.name.isEmpty()) {
                next.step = step;
                next.name = field.name;
            }
            member = &next;
        }
        if (field.type != FieldType::Unsupported) // it may be a list
            member->what = What::Value;
    }

    StoredMember m_record { .what = What::Group };
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
    const StoredForm stored(schema);
    bool fillsList = false;
    for (const QString &name : names) {
        const auto path = propertyPath(name);
        if (!path || !propertyTrouble(name).isEmpty())
            continue;
        fillsList = fillsList || listOf(*path) == target.list;
        for (const QString &sentence :
             { tree.add(name, *path), stored.troubleOf(name, schema.field(name), *path),
               listTrouble(name, *path, schema, target) }) {
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
