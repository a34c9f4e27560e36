#include "app/cli/check_words.h"

#include <QCoreApplication>
#include <QJsonObject>

namespace rowlift::cli {

using namespace Qt::StringLiterals;

namespace {

struct CheckWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Cli)
};

QJsonObject groupJson(const ProblemGroup &group)
{
    const bool isProblem = group.severity == Severity::Problem;
    return { { u"rule"_s, ruleId(group.rule) },
             { u"severity"_s, isProblem ? u"problem"_s : u"headsUp"_s },
             { u"column"_s, group.column < 0 ? QJsonValue() : QJsonValue(group.column + 1) },
             { u"field"_s, group.field.isEmpty() ? QJsonValue() : QJsonValue(group.field) },
             { u"rows"_s, static_cast<qint64>(group.records.size()) },
             { u"example"_s, group.example },
             { u"text"_s, groupText(group) } };
}

} // namespace

QString groupLine(const ProblemGroup &group)
{
    const auto rows = static_cast<int>(group.records.size());
    const QString meaning = group.severity == Severity::Problem
        ? CheckWords::tr("%n row(s) left out", nullptr, rows)
        : CheckWords::tr("%n row(s), a heads-up", nullptr, rows);
    return group.example.isEmpty() ? u"  %1: %2"_s.arg(groupText(group), meaning)
                                   : u"  %1: %2 (“%3”)"_s.arg(groupText(group), meaning, group.example);
}

QJsonArray groupsJson(const CheckResult &check)
{
    QJsonArray groups;
    for (const ProblemGroup &group : check.groups)
        groups.append(groupJson(group));
    return groups;
}

} // namespace rowlift::cli
