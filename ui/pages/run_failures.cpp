#include "ui/pages/run_failures.h"

#include "ui/pages/run_words.h"
#include "ui/style/style.h"
#include "ui/widgets/words.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {
constexpr int mostNamedReasons = 2;
}

RunFailures::RunFailures(QWidget *parent)
    : QWidget(parent)
    , m_words(new Words(Type::Body, Color::Text, this))
    , m_look(new QPushButton(tr("&Look at failed rows"), this))
{
    m_words->setObjectName(u"run.failures"_s);
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_look->setObjectName(u"run.lookAtFailed"_s);
    setKind(m_look, ButtonKind::Flat);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(px(Space::S3));
    row->addWidget(m_words, 1);
    row->addWidget(m_look, 0, Qt::AlignTop);
    connect(m_look, &QPushButton::clicked, this, &RunFailures::lookWanted);
    hide();
}

void RunFailures::tell(const RunDesk &desk)
{
    QStringList named;
    for (const ReasonGroup &group : desk.snapshot().reasons) {
        if (group.outcome != Outcome::Failed || named.size() == mostNamedReasons)
            continue;
        const Explanation reason
            = desk.explain({ .code = group.code, .field = group.field, .text = group.text });
        const QString &why = group.rows > 1 ? reason.general() : reason.sentence;
        //: %1 a reason, %2 how many rows
        const auto &about = desk.snapshot().about;
        const bool both = about && about->plan.draft.target.groupsRows();
        named << tr("%1 — %2").arg(
            why, both ? recordsAndRows(group.records, group.rows) : QLocale().toString(group.rows));
    }
    const bool any = desk.snapshot().run.tally.of(Outcome::Failed) > 0 && !named.isEmpty();
    if (any)
        m_words->setText(tr("Most failures so far:  %1").arg(named.join(u"   ·   "_s)));
    m_look->setVisible(desk.snapshot().errand != RunErrand::Watch);
    setVisible(any);
}

} // namespace rowlift::ui
