#include "ui/pages/reason_list.h"

#include "ui/style/style.h"

#include <QResizeEvent>
#include <QStyledItemDelegate>

#include <algorithm>

namespace rowlift::ui {

namespace {

constexpr int reasonsShown = 4; ///< Without scrolling.

/// As high as its text needs in the width of the list.
class ReasonDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
        const int width = view ? view->viewport()->width() : option.rect.width();
        const int beside = option.decorationSize.width() + 2 * px(Space::S3);
        const int text = option.fontMetrics
                             .boundingRect(QRect(0, 0, std::max(1, width - beside), 0), Qt::TextWordWrap,
                                           index.data().toString())
                             .height();
        return { 0, std::max(px(Size::Target), text + px(Space::S2)) };
    }
};

} // namespace

ReasonList::ReasonList(QWidget *parent)
    : QListWidget(parent)
{
    setItemDelegate(new ReasonDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setResizeMode(Adjust);
    setWordWrap(true);
}

void ReasonList::fit()
{
    int lines = 0;
    for (int row = 0; row < std::min(count(), reasonsShown); ++row)
        lines += sizeHintForRow(row);
    setFixedHeight(lines + 2 * frameWidth() + px(Space::S1));
}

void ReasonList::resizeEvent(QResizeEvent *event)
{
    QListWidget::resizeEvent(event);
    if (event->size().width() == event->oldSize().width())
        return;
    scheduleDelayedItemsLayout(); // texts wrap otherwise
    fit();
}

} // namespace rowlift::ui
