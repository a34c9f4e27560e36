#include "app/run/named_rows.h"

#include "app/run/outcome_text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

/// The same reason is not said twice.
void addText(Reason &reason, const QString &text)
{
    constexpr qsizetype longest = 4'000;
    if (text.isEmpty() || reason.text.size() > longest || reason.text.split(u"; "_s).contains(text))
        return;
    reason.text += reason.text.isEmpty() ? text : u"; "_s + text;
}

QString countWords(const char *text, qint64 count)
{
    return QCoreApplication::translate("rowlift::NamedRows", text, nullptr, static_cast<int>(count));
}

} // namespace

NamedRows::Words NamedRows::wordsForRows()
{
    return { .failed = QT_TRANSLATE_N_NOOP("rowlift::NamedRows",
                                           "The service counts %Ln failed row(s), and names %1."),
             .warned = QT_TRANSLATE_N_NOOP("rowlift::NamedRows",
                                           "The service counts %Ln row(s) with a warning, and names %1."),
             .in = QT_TRANSLATE_N_NOOP("rowlift::NamedRows",
                                       "The service counts %Ln row(s) as in; by what was sent there should "
                                       "be %1."),
             .doubted = QT_TRANSLATE_N_NOOP("rowlift::NamedRows",
                                            "So nobody can tell of %Ln row(s) whether they are in."),
             .countsAllAsIn = true };
}

NamedRows::Words NamedRows::wordsForRecords()
{
    return { .failed = QT_TRANSLATE_N_NOOP("rowlift::NamedRows",
                                           "The service counts %Ln failed record(s), and names %1."),
             .warned = QT_TRANSLATE_N_NOOP("rowlift::NamedRows",
                                           "The service counts %Ln record(s) with a warning, and names %1."),
             .in = QT_TRANSLATE_N_NOOP("rowlift::NamedRows",
                                       "The service counts %Ln record(s) as in; by what was sent there "
                                       "should be %1."),
             .doubted = QT_TRANSLATE_N_NOOP("rowlift::NamedRows",
                                            "So nobody can tell of %Ln record(s) whether they are in.") };
}

void NamedRows::name(quint32 row, RowOutcome outcome)
{
    if (isRowIn(outcome.outcome))
        m_warned[row] = true;
    ++m_lines[outcome.outcome == Outcome::Failed ? 1 : 0];
    quint32 &at = m_namedAt[row];
    outcome.record = m_records[row];
    if (at == 0) {
        m_named.push_back(std::move(outcome));
        at = static_cast<quint32>(m_named.size());
        return;
    }
    RowOutcome &known = m_named[at - 1];
    if (known.outcome == outcome.outcome || (isRowIn(known.outcome) && isRowIn(outcome.outcome))) {
        addText(known.reason, outcome.reason.text);
        if (known.recordId.isEmpty())
            known.recordId = outcome.recordId;
    } else if (isRowIn(known.outcome)) {
        known = std::move(outcome);
    } else if (!isRowIn(outcome.outcome) && outcome.outcome == Outcome::Failed) {
        known = std::move(outcome);
    }
}

qint64 NamedRows::failed() const
{
    return std::ranges::count(m_named, Outcome::Failed, &RowOutcome::outcome);
}

bool NamedRows::saysOthersAreIn() const
{
    return m_others && isRowIn(m_others->first);
}

qint64 NamedRows::missingIn(qint64 lostFailed) const
{
    if (!m_totals.in || !saysOthersAreIn())
        return 0;
    const auto sent = static_cast<qint64>(m_records.size());
    const qint64 notIn = std::max(m_totals.failed.value_or(0), failed() + lostFailed);
    return std::max(qint64(0), sent - notIn - *m_totals.in);
}

qint64 NamedRows::inDoubt(const std::vector<bool> &doubted) const
{
    qint64 rows = 0;
    for (std::size_t row = 0; m_others && row < m_namedAt.size(); ++row)
        rows += m_namedAt[row] == 0 && doubted[row] ? 1 : 0;
    return rows;
}

void NamedRows::nameOthers(const std::vector<bool> &doubted)
{
    if (m_others)
        m_named.reserve(m_records.size());
    for (std::size_t row = 0; m_others && row < m_records.size(); ++row) {
        if (m_namedAt[row] != 0)
            continue;
        m_named.push_back({ .record = m_records[row],
                            .outcome = doubted[row] ? Outcome::Unknown : m_others->first,
                            .reason = doubted[row] ? Reason {} : m_others->second,
                            .recordId = {} });
    }
}

QString NamedRows::remark(const Lines &lines, const Words &words, qint64 doubted) const
{
    QStringList sentences;
    // A service counts rows, or lines.
    const auto said = [&sentences](qint64 count, qint64 named, qint64 most, const char *text) {
        if (count < named || count > std::max(named, most))
            sentences << countWords(text, count).arg(QLocale().toString(named));
    };
    const qint64 failed = this->failed() + lines.lostFailed;
    const qint64 failedLines = lines.failed + lines.lostFailed;
    if (m_totals.failed)
        said(*m_totals.failed, failed, failedLines, words.failed);
    if (m_totals.warned)
        said(*m_totals.warned, std::ranges::count(m_warned, true) + lines.lostWarned,
             lines.warned + lines.lostWarned, words.warned);
    const auto sent = static_cast<qint64>(m_records.size());
    const qint64 in = sent - m_totals.failed.value_or(failed);
    const qint64 inByRows = m_totals.failed.value_or(0) <= failedLines ? std::max(in, sent - failed) : in;
    const bool countsAll = words.countsAllAsIn && m_totals.in == sent;
    if (m_totals.in && saysOthersAreIn() && !countsAll)
        said(*m_totals.in, in, inByRows, words.in);
    if (doubted > 0)
        sentences << countWords(words.doubted, doubted);
    return sentences.join(u' ');
}

} // namespace rowlift
