#include "app/cli/inspect_facts.h"

#include "app/csv/file_survey.h"

#include <QJsonArray>

namespace rowlift::cli {

using namespace Qt::StringLiterals;

namespace {

QJsonObject withStats(QJsonObject column, const ColumnStats &stats)
{
    QJsonArray frequent;
    for (const ValueCount &value : stats.frequent)
        frequent.append(QJsonObject { { u"value"_s, value.value }, { u"rows"_s, value.rows } });
    QJsonArray patterns;
    for (const PatternCount &pattern : stats.patterns)
        patterns.append(QJsonObject { { u"pattern"_s, pattern.pattern },
                                      { u"rows"_s, pattern.rows },
                                      { u"example"_s, pattern.example } });
    column[u"type"_s] = columnKindId(stats.kind.kind);
    column[u"looksLike"_s] = kindLine(stats.kind);
    column[u"blank"_s] = stats.blank;
    column[u"distinct"_s] = stats.distinct;
    column[u"distinctIsExact"_s] = !stats.aboutDistinct;
    column[u"shortest"_s] = stats.shortest.characters;
    column[u"longest"_s] = stats.longest.characters;
    column[u"frequent"_s] = frequent;
    column[u"patterns"_s] = patterns;
    column[u"examples"_s] = QJsonArray::fromStringList(stats.examples);
    return column;
}

QJsonObject problemJson(const FileFact &fact, const QStringList &columns)
{
    return { { u"row"_s, fact.records.empty() ? QJsonValue() : QJsonValue(fact.records.front() + 1) },
             { u"column"_s, fact.column < 0 ? QJsonValue() : QJsonValue(fact.column + 1) },
             { u"kind"_s, factId(fact.kind) },
             { u"text"_s, factSentence(fact, columns) },
             { u"rows"_s, fact.count } };
}

} // namespace

Done addFacts(QJsonObject &json, const FileLook &look, std::stop_token stop)
{
    auto source = FileSource::open(look.readFrom());
    if (!source)
        return tl::unexpected(source.error());
    const auto survey = surveyFile(**source, look.guess.dialect, {}, {}, std::move(stop));
    if (!survey)
        return tl::unexpected(survey.error());
    QJsonArray columns = json[u"columns"].toArray();
    for (qsizetype at = 0; at < columns.size() && at < static_cast<qsizetype>(survey->columns.size()); ++at)
        columns[at] = withStats(columns[at].toObject(), survey->columns[static_cast<std::size_t>(at)]);
    json[u"columns"_s] = columns;
    QJsonArray problems = json[u"problems"].toArray();
    for (const FileFact &fact : survey->facts)
        problems.append(problemJson(fact, look.columns));
    json[u"problems"_s] = problems;
    QJsonArray words;
    for (const BlankWordCount &word : survey->blankWords)
        words.append(QJsonObject { { u"word"_s, word.word }, { u"cells"_s, word.cells } });
    json[u"blankWords"_s] = words;
    return {};
}

QStringList factLines(const QJsonObject &json)
{
    QStringList lines;
    for (const auto problem : json[u"problems"].toArray()) {
        if (problem.toObject().contains(u"rows"))
            lines.append(problem.toObject()[u"text"].toString());
    }
    return lines;
}

} // namespace rowlift::cli
