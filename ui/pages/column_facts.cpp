#include "ui/pages/column_facts.h"

#include <QStringEncoder>

#include <algorithm>

namespace rowlift::ui {

namespace {

CountedValue counted(const ValueCount &value)
{
    CountedValue shown;
    shown.value = value.value;
    shown.rows = value.rows;
    return shown;
}

CountedValue counted(const PatternCount &pattern)
{
    CountedValue shown;
    shown.value = pattern.pattern;
    shown.rows = pattern.rows;
    shown.example = pattern.example;
    shown.record = pattern.record;
    return shown;
}

SizedValue sized(const LengthMark &mark)
{
    SizedValue shown;
    shown.value = mark.value;
    shown.characters = mark.characters;
    shown.record = mark.record;
    return shown;
}

void takeStats(ColumnCardFacts &facts, const ColumnStats &stats)
{
    facts.looksLike = kindLine(stats.kind);
    facts.rows = stats.rows;
    facts.blank = stats.blank;
    facts.distinct = stats.distinct;
    facts.aboutDistinct = stats.aboutDistinct;
    facts.shortest = sized(stats.shortest);
    facts.longest = sized(stats.longest);
    for (const ValueCount &value : stats.frequent)
        facts.frequent.push_back(counted(value));
    facts.aboutFrequent = stats.aboutFrequent;
    for (const PatternCount &pattern : stats.patterns)
        facts.patterns.push_back(counted(pattern));
    facts.aboutPatterns = stats.aboutPatterns;
    facts.examples = stats.examples;
}

} // namespace

ColumnCardFacts cardFacts(const FileDesk::Snapshot &file, int column, const QString &note)
{
    ColumnCardFacts facts;
    const auto at = static_cast<std::size_t>(column);
    facts.letter = columnLetters(column);
    facts.title = file.look.columns.value(column);
    facts.note = note;
    const double rows = static_cast<double>(std::max<qint64>(1, file.index.dataRows));
    facts.read = file.surveyed ? 1 : file.survey ? static_cast<double>(file.survey->rows) / rows : 0;
    if (file.survey && at < file.survey->columns.size()) {
        takeStats(facts, file.survey->columns[at]);
    } else if (at < file.look.looks.size()) {
        facts.looksLike = kindLine(file.look.looks[at].detail);
        facts.examples = file.look.looks[at].examples;
    }
    return facts;
}

InspectedCell inspectedCell(const FileDesk::Snapshot &file, const TextRow &row, int column)
{
    const QByteArray &encoding = file.look.guess.dialect.encoding;
    InspectedCell cell;
    cell.letter = columnLetters(column);
    cell.column = file.look.columns.value(column);
    cell.row = row.record + 1;
    cell.text = row.cells.value(column);
    cell.encoding = encodingName(encoding);
    if (const auto cut = std::ranges::find(row.cut, column, &CutCell::column); cut != row.cut.end())
        cell.wholeBytes = cut->bytes;
    QStringEncoder encoder(encoding.constData());
    if (!cell.text.contains(QChar::ReplacementCharacter) && encoder.isValid()) {
        cell.bytes = encoder.encode(cell.text);
        if (encoder.hasError())
            cell.bytes.clear();
    }
    return cell;
}

} // namespace rowlift::ui
