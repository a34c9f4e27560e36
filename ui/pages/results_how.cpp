#include "ui/pages/part_detail.h"
#include "ui/pages/results_page.h"
#include "ui/pages/run_where.h"
#include "ui/pages/run_words.h"
#include "ui/widgets/parts_strip.h"
#include "ui/widgets/words.h"

#include <QLocale>
#include <QToolButton>

#include <algorithm>

// How it went, on the results page: the time that it took, and its parts.

namespace rowlift::ui {

using namespace Qt::StringLiterals;

void ResultsPage::showHowItWent()
{
    QStringList lines;
    const auto parts = static_cast<int>(results().parts.size());
    const bool calls = results().kind && results().kind->answersAtOnce;
    lines << (calls ? tr("%n call(s)", nullptr, parts) : tr("%n part(s)", nullptr, parts));
    if (results().ended.isValid() && results().end != RunState::Interrupted && !results().wasTakenUp) {
        const auto seconds
            = static_cast<int>(std::max<qint64>(1, results().plan.started.secsTo(results().ended)));
        lines << (seconds < 60 ? tr("%n second(s)", nullptr, seconds)
                               : tr("%1 min %2 s").arg(QLocale().toString(seconds / 60)).arg(seconds % 60));
    }
    QString words = tr("How it went: %1").arg(lines.join(u", "_s));
    const QString more = sentHow();
    m_how->setText(more.isEmpty() ? words : words + u"\n"_s + more);
    m_unfold->setVisible(results().parts.size() > 1);
    showParts();
}

/// The way of loading, and what was tried more than once.
QString ResultsPage::sentHow() const
{
    QStringList lines;
    if (results().kind && !results().kind->label.isEmpty())
        lines << results().kind->label;
    const auto byItself = static_cast<int>(std::ranges::count(results().attempts, true, &Attempt::byItself));
    const auto wanted = static_cast<int>(results().attempts.size()) - 1 - byItself;
    if (byItself > 0)
        lines << tr("busy rows were tried again %n time(s)", nullptr, byItself);
    if (wanted > 0)
        lines << tr("some rows were sent again %n time(s) on your word", nullptr, wanted);
    if (const qint64 held = consentHeldBack(m_desk); held > 0)
        lines << tr("%Ln value(s) that allow contact were not sent", nullptr, static_cast<int>(held));
    return lines.join(u"  ·  "_s);
}

/// Only when they are unfolded: there may be thousands.
void ResultsPage::showParts()
{
    const bool shown = results().parts.size() > 1 && m_unfold->isChecked();
    m_partsFold->setVisible(shown);
    if (!shown)
        return;
    const RunTalk talk { m_desk.serviceName(), results().kind };
    QList<PartBox> boxes;
    boxes.reserve(static_cast<qsizetype>(results().parts.size()));
    for (const PartRecord &part : results().parts)
        boxes << partBox(partLine(part), false, talk);
    m_parts->setParts(boxes);
    showPart();
}

void ResultsPage::showPart()
{
    const auto part = std::ranges::find(results().parts, m_parts->current(), &PartRecord::number);
    if (part != results().parts.end())
        m_part->tell(partLine(*part), false, { m_desk.serviceName(), results().kind });
    else
        m_part->hide();
}

/// The rows of one part that failed.
void ResultsPage::readPart(qint64 part)
{
    m_reading.start([folder = results().folder, part](const Progress &, std::stop_token stop) {
        return RunDesk::recordsWith(folder, { Outcome::Failed }, {}, {}, part, stop);
    });
}

} // namespace rowlift::ui
