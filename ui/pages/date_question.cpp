#include "ui/pages/date_question.h"

#include "ui/pages/flow_layout.h"
#include "ui/style/style.h"
#include "ui/widgets/words.h"

#include <QButtonGroup>
#include <QRadioButton>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

DateQuestion::DateQuestion(const QString &place, QWidget *parent)
    : QWidget(parent)
    , m_dayFirst(new QRadioButton(tr("day.month.year"), this))
    , m_monthFirst(new QRadioButton(tr("month.day.year"), this))
    , m_hint(new Words(Type::Small, Color::Text2, this))
{
    m_dayFirst->setObjectName(u"map.dayFirst.%1"_s.arg(place));
    m_monthFirst->setObjectName(u"map.monthFirst.%1"_s.arg(place));
    m_hint->setTextFormat(Qt::PlainText);
    auto *line = new FlowLayout(px(Space::S3), px(Space::S1), this);
    line->setContentsMargins({});
    line->addWidget(new Words(tr("Dates are"), Type::Body, Color::Text2, this));
    line->addWidget(m_dayFirst);
    line->addWidget(m_monthFirst);
    line->addWidget(m_hint);
    auto *group = new QButtonGroup(this);
    group->addButton(m_dayFirst);
    group->addButton(m_monthFirst);
    connect(m_dayFirst, &QRadioButton::clicked, this, [this] { Q_EMIT chosen(DateOrder::DayFirst); });
    connect(m_monthFirst, &QRadioButton::clicked, this, [this] { Q_EMIT chosen(DateOrder::MonthFirst); });
}

void DateQuestion::say(DateOrder order, const QString &hint, const QString &columnName)
{
    m_dayFirst->group()->setExclusive(false); // both may be off while it is open
    m_dayFirst->setChecked(order == DateOrder::DayFirst);
    m_monthFirst->setChecked(order == DateOrder::MonthFirst);
    m_dayFirst->group()->setExclusive(true);
    m_hint->setText(hint);
    m_hint->setVisible(!hint.isEmpty());
    m_dayFirst->setAccessibleName(tr("Dates of %1 are day.month.year").arg(columnName));
    m_monthFirst->setAccessibleName(tr("Dates of %1 are month.day.year").arg(columnName));
    m_dayFirst->setAccessibleDescription(hint);
    m_monthFirst->setAccessibleDescription(hint);
}

int DateQuestion::heightForWidth(int width) const
{
    return layout()->heightForWidth(width);
}

} // namespace rowlift::ui
