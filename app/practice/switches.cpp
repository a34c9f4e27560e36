#include "app/practice/switches.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QVariant>

namespace rowlift::practice {

using namespace Qt::StringLiterals;

bool Switches::on(const QString &name) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_values.constFind(name);
    return found != m_values.cend() && *found != u"off" && *found != u"false" && *found != u"0";
}

QString Switches::text(const QString &name) const
{
    const std::scoped_lock lock(m_mutex);
    return m_values.value(name);
}

int Switches::number(const QString &name, int otherwise) const
{
    bool isNumber = false;
    const int value = text(name).toInt(&isNumber);
    return isNumber ? value : otherwise;
}

void Switches::set(const QJsonObject &values)
{
    const std::scoped_lock lock(m_mutex);
    for (auto each = values.begin(); each != values.end(); ++each) {
        const QJsonValue value = each.value();
        const bool off = value.isNull() || (value.isBool() && !value.toBool());
        m_values.insert(each.key(), off ? u"off"_s : value.isBool() ? u"on"_s : value.toVariant().toString());
    }
}

} // namespace rowlift::practice
