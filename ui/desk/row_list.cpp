#include "ui/desk/row_list.h"

#include "app/mapping/property_rules.h"
#include "app/schema/property_path.h"

#include <QCoreApplication>

#include <algorithm>

namespace rowlift::ui {

namespace {

struct RowListWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::ui::RowListWords)
};

} // namespace

QString wrongListName(const QString &name)
{
    if (name.isEmpty())
        return RowListWords::tr("Type a name for the list.");
    if (name.contains(u'.') || name.contains(u'['))
        return RowListWords::tr("The name of the list is one word, such as products.");
    return propertyTrouble(name);
}

QString listOfName(const QString &name)
{
    const auto path = propertyPath(name);
    return path ? listOf(*path) : QString();
}

QString inList(const QString &name, const QString &list)
{
    return listOfName(name).isEmpty() && !list.isEmpty() ? list + QStringLiteral("[].") + name : name;
}

QString outOfList(const QString &name)
{
    auto path = propertyPath(name);
    if (!path)
        return name;
    const auto ofRows = std::ranges::find(*path, PropertyStep::Entry::EachRow, &PropertyStep::entry);
    if (ofRows == path->end())
        return name;
    if (ofRows + 1 == path->end()) { // the list itself: "tags[]"
        ofRows->entry = PropertyStep::Entry::None;
        return propertyName({ *ofRows });
    }
    return propertyName(PropertyPath(ofRows + 1, path->end()));
}

} // namespace rowlift::ui
