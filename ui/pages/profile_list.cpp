#include "ui/pages/profile_list.h"

#include "ui/pages/time_words.h"
#include "ui/style/draw.h"
#include "ui/style/style.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int rowsShown = 5; ///< More are scrolled to.

/// Name and second line; when it was last used at the end.
class ProfileDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        const int lines
            = QFontMetrics(ui::font(Type::Strong)).height() + QFontMetrics(ui::font(Type::Small)).height();
        return { 0, lines + 2 * px(Space::S2) };
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->setLayoutDirection(option.direction);
        const bool current
            = option.state.testFlag(QStyle::State_HasFocus) || option.state.testFlag(QStyle::State_Selected);
        if (current || option.state.testFlag(QStyle::State_MouseOver))
            drawBox(*painter, option.rect, px(Size::R2), current ? Color::Selection : Color::AccentSoft);
        const QRect room = option.rect.adjusted(px(Space::S3), px(Space::S2), -px(Space::S3), -px(Space::S2));
        const QString used = index.data(ProfileModel::LastUsedRole).toString();
        const int usedWidth = QFontMetrics(ui::font(Type::Small)).horizontalAdvance(used) + px(Space::S3);
        const int nameHeight = QFontMetrics(ui::font(Type::Strong)).height();
        const auto visual
            = [&option, &room](const QRect &r) { return QStyle::visualRect(option.direction, room, r); };
        const QRect name(room.left(), room.top(), room.width() - usedWidth, nameHeight);
        drawWords(*painter, visual(name), ui::font(Type::Strong), Color::Text,
                  Qt::AlignLeft | Qt::AlignVCenter, index.data().toString());
        drawWords(*painter, visual(QRect(room.right() + 1 - usedWidth, room.top(), usedWidth, nameHeight)),
                  ui::font(Type::Small), Color::Text2, Qt::AlignRight | Qt::AlignVCenter, used);
        drawWords(
            *painter,
            visual(QRect(room.left(), room.top() + nameHeight, room.width(), room.height() - nameHeight)),
            ui::font(Type::Small), Color::Text2, Qt::AlignLeft | Qt::AlignVCenter,
            index.data(ProfileModel::SecondLineRole).toString());
    }
};

} // namespace

void ProfileModel::setProfiles(const std::vector<Profile> &profiles, const QDateTime &now)
{
    m_now = now;
    if (profiles == m_profiles)
        return;
    beginResetModel();
    m_profiles = profiles;
    endResetModel();
}

int ProfileModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_profiles.size());
}

QVariant ProfileModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Profile &shown = profile(index.row());
    //: kind of record, account
    const QString place = tr("%1 · %2").arg(shown.target.object, shown.account);
    const QString used = shown.lastUsed.isValid()
        ? tr("last used %1").arg(whenInSentence(shown.lastUsed, m_now))
        : tr("never used");
    switch (role) {
    case Qt::DisplayRole:
        return shown.name;
    case SecondLineRole:
        return place;
    case LastUsedRole:
        return used;
    case Qt::AccessibleTextRole:
        return tr("%1, %2, %3", "profile, where to, last used").arg(shown.name, place, used);
    case Qt::ToolTipRole:
        return tr("Choose a file for this profile");
    default:
        return {};
    }
}

ProfileList::ProfileList(QWidget *parent)
    : QListView(parent)
    , m_model(new ProfileModel(this))
{
    setObjectName(u"start.profiles"_s);
    setAccessibleName(tr("Your profiles"));
    setModel(m_model);
    setItemDelegate(new ProfileDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    viewport()->setAutoFillBackground(false);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
    connect(this, &QListView::clicked, this, &ProfileList::take);
}

void ProfileList::setProfiles(const std::vector<Profile> &profiles, const QDateTime &now)
{
    m_model->setProfiles(profiles, now);
    updateGeometry();
}

QSize ProfileList::sizeHint() const
{
    const int rows = std::clamp(m_model->rowCount(), 1, rowsShown);
    return { QFontMetrics(ui::font(Type::Body)).averageCharWidth() * 40,
             rows * std::max(1, sizeHintForRow(0)) };
}

QSize ProfileList::minimumSizeHint() const
{
    return { QFontMetrics(ui::font(Type::Body)).averageCharWidth() * 24, sizeHint().height() };
}

void ProfileList::keyPressEvent(QKeyEvent *event)
{
    const bool takes
        = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (takes && currentIndex().isValid())
        take(currentIndex());
    else
        QListView::keyPressEvent(event);
}

void ProfileList::focusInEvent(QFocusEvent *event)
{
    if (!currentIndex().isValid() && event->reason() != Qt::MouseFocusReason)
        setCurrentIndex(m_model->index(0));
    QListView::focusInEvent(event);
}

void ProfileList::take(const QModelIndex &index)
{
    Q_EMIT chosen(m_model->profile(index.row()));
}

} // namespace rowlift::ui
