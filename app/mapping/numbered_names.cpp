#include "app/mapping/numbered_names.h"

#include "app/mapping/property_names.h"
#include "app/schema/property_path.h"

#include <QRegularExpression>

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

struct NumberedName {
    QString list;
    int number = 0;
    QString member; ///< Empty: the entry itself.
    bool inBrackets = false;
};

QString asStep(const QString &text)
{
    return propertyNameOf(text).replace(u'.', u'_');
}

std::optional<NumberedName> numberedName(const QString &header)
{
    static const QRegularExpression brackets(u"^([^\\[\\]]+)\\[(\\d{1,4})\\]\\.?([^\\[\\]]*)$"_s);
    static const QRegularExpression between(
        u"^(\\p{L}.*?[^\\d\\s_.\\-#:/])[\\s_.\\-#]*(\\d{1,3})[\\s_.\\-:/]+(\\p{L}.*)$"_s);
    auto match = brackets.match(header.trimmed());
    const bool inBrackets = match.hasMatch();
    if (!inBrackets)
        match = between.match(header.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    const NumberedName name { .list = asStep(match.captured(1)),
                              .number = match.captured(2).toInt(),
                              .member = asStep(match.captured(3)),
                              .inBrackets = inBrackets };
    // "Q1 revenue" counts quarters, not things.
    const bool isThing = inBrackets || (name.list.size() >= 3 && !name.member.isEmpty());
    return isThing && !name.list.isEmpty() ? std::optional(name) : std::nullopt;
}

/// What all columns of one list say.
struct NumberedList {
    std::map<QString, std::set<int>> numbers; ///< By member.

    bool repeats() const
    {
        return std::ranges::any_of(numbers, [](const auto &member) { return member.second.size() > 1; });
    }
    int first() const
    {
        int least = mostListEntries;
        for (const auto &[member, found] : numbers)
            least = std::min(least, *found.begin());
        return least;
    }
    int last() const
    {
        int most = 0;
        for (const auto &[member, found] : numbers)
            most = std::max(most, *found.rbegin());
        return most;
    }
};

} // namespace

std::vector<QString> numberedNames(const std::vector<ColumnLook> &columns)
{
    std::vector<std::optional<NumberedName>> names;
    std::map<QString, NumberedList> lists;
    for (const ColumnLook &column : columns) {
        names.push_back(numberedName(column.name));
        if (names.back())
            lists[names.back()->list].numbers[names.back()->member].insert(names.back()->number);
    }
    std::vector<QString> paths;
    for (const auto &name : names) {
        QString &path = paths.emplace_back();
        if (!name)
            continue;
        const NumberedList &list = lists[name->list];
        const int shift = list.first() == 0 ? 1 : 0;
        if (!list.repeats() || list.last() + shift > mostListEntries)
            continue;
        path = u"%1[%2]"_s.arg(name->list).arg(name->number + shift);
        if (!name->member.isEmpty())
            path += u'.' + name->member;
    }
    return paths;
}

} // namespace rowlift
