#include "ui/widgets/outcome_counters.h"

#include "ui/style/style.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

class OutcomeCounter : public QWidget {
public:
    explicit OutcomeCounter(QWidget *parent)
        : QWidget(parent)
    {
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    void setCount(const OutcomeCount &count)
    {
        if (count == m_count)
            return;
        if (count.id != m_count.id)
            m_widest = 0; // the place of another count now
        m_count = count;
        setObjectName(u"counter."_s + count.id);
        setAccessibleName(
            OutcomeCounters::tr("%1 %2", "count and outcome: 12 failed").arg(number(), count.word));
        setToolTip(count.hint);
        setAccessibleDescription(count.hint);
        m_widest = std::max(m_widest, static_cast<int>(number().size()));
        updateGeometry();
        update();
    }

    void forgetWidth()
    {
        m_widest = 0;
        updateGeometry();
    }

    QSize sizeHint() const override
    {
        const QFontMetrics big(figures(Type::Display));
        const QFontMetrics small(ui::font(Type::Body));
        const int words = px(Size::IconText) + px(Space::S2) + small.horizontalAdvance(m_count.word);
        return { std::max(numberWidth(), words) + 1, big.height() + small.height() };
    }

    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setLayoutDirection(layoutDirection());
        const QFont big = figures(Type::Display);
        const int top = QFontMetrics(big).height();
        const auto visual
            = [this](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
        drawWords(painter, visual(QRect(0, 0, numberWidth(), top)), big, m_count.color,
                  Qt::AlignLeft | Qt::AlignVCenter, number());
        const int side = px(Size::IconText);
        const int line = height() - top;
        drawMark(painter, visual(QRect(0, top + (line - side) / 2, side, side)), m_count.mark);
        drawWords(painter, visual(QRect(side + px(Space::S2), top, width() - side - px(Space::S2), line)),
                  ui::font(Type::Body), Color::Text2, Qt::AlignLeft | Qt::AlignVCenter, m_count.word);
    }

private:
    QString number() const { return QLocale().toString(m_count.count); }

    /// Of the longest number so far, in figures; separators are narrower, which leaves a hair of room.
    int numberWidth() const
    {
        const QFontMetrics big(figures(Type::Display));
        return std::max(big.horizontalAdvance(number()),
                        m_widest > number().size() ? big.horizontalAdvance(QString(m_widest, u'0')) : 0);
    }

    OutcomeCount m_count;
    int m_widest = 0;
};

OutcomeCounters::OutcomeCounters(QWidget *parent)
    : QWidget(parent)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(Space::S6));
    row->addStretch(1);
}

void OutcomeCounters::setCounts(const QList<OutcomeCount> &counts)
{
    while (m_counters.size() > counts.size())
        delete m_counters.takeLast();
    while (m_counters.size() < counts.size()) {
        m_counters.append(new OutcomeCounter(this));
        static_cast<QHBoxLayout *>(layout())->insertWidget(static_cast<int>(m_counters.size()) - 1,
                                                           m_counters.last());
    }
    for (qsizetype i = 0; i < counts.size(); ++i)
        m_counters[i]->setCount(counts[i]);
}

void OutcomeCounters::begin()
{
    for (OutcomeCounter *counter : std::as_const(m_counters))
        counter->forgetWidth();
}

} // namespace rowlift::ui
