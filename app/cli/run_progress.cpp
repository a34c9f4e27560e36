#include "app/cli/run_progress.h"

#include "app/cli/command.h"
#include "app/report/run_json.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLocale>

#include <algorithm>
#include <cstdio>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace rowlift::cli {

using namespace Qt::StringLiterals;

namespace {

struct RunProgressWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Cli)
};

constexpr std::chrono::seconds betweenLines { 10 };
constexpr auto backToTheLineStart = "\r\x1b[K";

qint64 partsDone(const RunSnapshot &snapshot)
{
    return std::ranges::count_if(snapshot.parts, [](const PartLine &part) { return isFinal(part.state); });
}

QJsonValue troubleJson(const RunTrouble &trouble)
{
    if (trouble.sentence.isEmpty())
        return QJsonValue::Null;
    return QJsonObject { { u"sentence"_s, trouble.sentence },
                         { u"tries"_s, trouble.tries },
                         { u"since"_s, trouble.since.toUTC().toString(Qt::ISODate) },
                         { u"nextTry"_s, trouble.nextTry.toUTC().toString(Qt::ISODate) } };
}

} // namespace

RunProgress::As RunProgress::forPeople()
{
#ifdef Q_OS_UNIX
    return isatty(STDERR_FILENO) != 0 ? As::OneLine : As::Lines;
#else
    return As::Lines;
#endif
}

RunProgress::RunProgress(As as, const Target &target, const Clock &clock)
    : m_as(as)
    , m_operation(target.operation)
    , m_countsRecords(target.groupsRows())
    , m_clock(clock)
{
}

RunProgress::~RunProgress()
{
    if (m_lineOpen)
        std::fputs(backToTheLineStart, stderr);
}

RunBoard::Listener RunProgress::listener()
{
    return [this](const RunSnapshot &snapshot) { tell(snapshot); };
}

QJsonObject RunProgress::json(const RunSnapshot &snapshot, bool countsRecords)
{
    QJsonObject json { { u"state"_s, runStateId(snapshot.state) },
                       { u"rows"_s, tallyJson(snapshot.tally) },
                       { u"parts"_s,
                         QJsonObject { { u"done"_s, partsDone(snapshot) },
                                       { u"all"_s, static_cast<qint64>(snapshot.parts.size()) } } },
                       { u"trouble"_s, troubleJson(snapshot.trouble) },
                       { u"brake"_s, brakeJson(snapshot.brake) } };
    if (countsRecords)
        json[u"records"_s] = recordsJson(snapshot.tally);
    return json;
}

QString RunProgress::sentence(const RunSnapshot &snapshot, Operation operation)
{
    // Of how many parts is not known before the last one is made.
    const QLocale locale;
    const auto rows = static_cast<int>(snapshot.rows);
    return (operation == Operation::Delete
                //: %1 rows that are deleted, %2 that failed, %3 parts that are done
                ? RunProgressWords::tr("%1 of %Ln row(s) are deleted, %2 failed; parts done: %3.", nullptr,
                                       rows)
                //: %1 rows that are in, %2 that failed, %3 parts that are done
                : RunProgressWords::tr("%1 of %Ln row(s) are in, %2 failed; parts done: %3.", nullptr, rows))
        .arg(locale.toString(snapshot.tally.in()), locale.toString(snapshot.tally.of(Outcome::Failed)),
             locale.toString(partsDone(snapshot)));
}

void RunProgress::tell(const RunSnapshot &snapshot)
{
    const std::scoped_lock lock(m_mutex);
    if (m_as == As::Json) {
        say(QString::fromUtf8(QJsonDocument(json(snapshot, m_countsRecords)).toJson(QJsonDocument::Compact)));
        return;
    }
    tellTrouble(snapshot.trouble);
    if (m_as == As::OneLine) {
        const QByteArray line = backToTheLineStart + sentence(snapshot, m_operation).toUtf8();
        std::fwrite(line.constData(), 1, static_cast<size_t>(line.size()), stderr);
        m_lineOpen = true;
        return;
    }
    const auto now = m_clock.elapsed();
    if (!m_lastLine)
        m_lastLine = now; // a short run needs none
    if (now - *m_lastLine < betweenLines)
        return;
    m_lastLine = now;
    say(sentence(snapshot, m_operation));
}

/// Each trouble once, however often it is tried.
void RunProgress::tellTrouble(const RunTrouble &trouble)
{
    if (trouble.sentence == m_trouble)
        return;
    m_trouble = trouble.sentence;
    if (m_trouble.isEmpty())
        return;
    if (std::exchange(m_lineOpen, false))
        std::fputs(backToTheLineStart, stderr);
    // A full queue is no trouble, and its sentence says that it goes on.
    say(trouble.kind == Error::Kind::QueueFull
            ? m_trouble
            : RunProgressWords::tr("%1 Rowlift goes on by itself.").arg(m_trouble));
}

} // namespace rowlift::cli
