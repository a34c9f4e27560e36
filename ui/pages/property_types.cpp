#include "ui/pages/property_types.h"

namespace rowlift::ui {

namespace {

constexpr PropertyType plainTypes[] = { PropertyType::Text, PropertyType::Number, PropertyType::YesNo,
                                        PropertyType::Date, PropertyType::DateTime };
constexpr QStringView listSeparators[] = { u";", u",", u"|" };

} // namespace

QString PropertyTypes::word(const Choice &choice)
{
    switch (choice.type) {
    case PropertyType::Text:
        return tr("Text");
    case PropertyType::Number:
        return tr("Number");
    case PropertyType::YesNo:
        return tr("Yes or no");
    case PropertyType::Date:
        return tr("Date");
    case PropertyType::DateTime:
        return tr("Date and time");
    case PropertyType::List:
        //: %1 the sign between the values of a list: ";"
        return tr("List, split at %1").arg(choice.separator);
    }
    return {};
}

QVariant PropertyTypes::value(const Choice &choice)
{
    return QString::number(static_cast<int>(choice.type)) + choice.separator;
}

PropertyTypes::Choice PropertyTypes::choiceOf(const QVariant &value)
{
    const QString text = value.toString();
    return { .type = static_cast<PropertyType>(text.left(1).toInt()), .separator = text.mid(1) };
}

PropertyTypes::Choice PropertyTypes::choiceOf(const Field &field, PropertyType type)
{
    return { .type = type, .separator = field.listSeparator };
}

QList<SentenceCombo::Entry> PropertyTypes::entries(const Choice &present)
{
    QList<SentenceCombo::Entry> entries;
    const auto add = [&entries](const Choice &choice) {
        entries << SentenceCombo::Entry { value(choice), word(choice), word(choice) };
    };
    for (const PropertyType type : plainTypes)
        add({ .type = type });
    bool isThere = present.type != PropertyType::List;
    for (const QStringView separator : listSeparators) {
        add({ .type = PropertyType::List, .separator = separator.toString() });
        isThere = isThere || separator == present.separator;
    }
    if (!isThere)
        add(present);
    return entries;
}

} // namespace rowlift::ui
