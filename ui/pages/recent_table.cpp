#include "ui/pages/recent_table.h"

#include "ui/pages/time_words.h"
#include "ui/style/draw.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/widgets/destination_strip.h"

#include <QDir>
#include <QFileInfo>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int fewestChars = 10; ///< Narrower than that no column gets.

QIcon resultIcon(const RunSummary &run)
{
    if (run.unreadable)
        return icon(u"triangle", Color::HeadsUpMark);
    if (run.runningElsewhere)
        return icon(u"up-load", Color::Text2);
    if (run.end == RunState::Interrupted)
        return icon(u"pause", Color::HeadsUpMark);
    if (run.tally.needingALook() > 0 || run.tally.warned > 0)
        return icon(u"triangle", Color::HeadsUpMark);
    return run.end == RunState::Stopped ? icon(u"stop", Color::Text2) : icon(u"tick", Color::OkMark);
}

/// Whole rows are chosen, so no cell shows the focus for itself. Texts stand below those of the header.
class RunDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QSize size = QStyledItemDelegate::sizeHint(option, index);
        return { size.width() + 2 * px(Space::S2), size.height() };
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painter->setLayoutDirection(option.direction);
        const bool chosen = option.state.testFlag(QStyle::State_Selected);
        if (chosen)
            painter->fillRect(option.rect, color(Color::Selection));
        drawHair(*painter, option.rect, Edge::Bottom);
        QRect room = option.rect.adjusted(px(Space::S2), 0, -px(Space::S2), 0);
        if (const auto shown = index.data(Qt::DecorationRole).value<QIcon>(); !shown.isNull()) {
            const int side = px(Size::IconText);
            const QRect place(room.left(), room.center().y() - side / 2, side, side);
            shown.paint(painter, QStyle::visualRect(option.direction, option.rect, place));
            room.setLeft(room.left() + side + px(Space::S2));
        }
        const Color words
            = index.data(RecentModel::MissingRole).toBool() && !chosen ? Color::Text3 : Color::Text;
        drawWords(*painter, QStyle::visualRect(option.direction, option.rect, room), font(Type::Body), words,
                  Qt::AlignLeft | Qt::AlignVCenter, index.data().toString(), Qt::ElideMiddle);
    }
};

} // namespace

void RecentModel::setRuns(const StartSnapshot &snapshot, const QDateTime &now)
{
    beginResetModel();
    m_runs = snapshot.runs;
    m_missing = snapshot.missingFiles;
    m_objects = snapshot.objects;
    m_now = now;
    endResetModel();
}

int RecentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size());
}

int RecentModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

bool RecentModel::isMissing(const RunSummary &run) const
{
    return m_missing.contains(run.plan.draft.file);
}

QString RecentModel::place(const RunSummary &run) const
{
    if (run.unreadable)
        return {};
    const auto kind = static_cast<DestinationStrip::Kind>(run.plan.account.environment);
    const QString records = m_objects.value(run.folder);
    //: kind of record, account, kind of account: "Leads, Acme (Sandbox)"
    return tr("%1, %2 (%3)")
        .arg(records.isEmpty() ? run.plan.draft.target.object.section(u'/', -1) : records,
             run.plan.account.name, DestinationStrip::kindWord(kind));
}

QString RecentModel::result(const RunSummary &run)
{
    if (run.unreadable)
        return tr("The record of this import cannot be read");
    const QLocale locale;
    const QString in = locale.toString(run.tally.in());
    if (run.runningElsewhere)
        return tr("Running in another window");
    const bool deletes = run.plan.draft.target.operation == Operation::Delete;
    const QString rows = locale.toString(run.plan.rows);
    if (run.end == RunState::Stopped || run.wasStopped) {
        return deletes ? tr("Stopped: %1 of %2 deleted").arg(in, rows)
                       : tr("Stopped: %1 of %2 in").arg(in, rows);
    }
    if (run.end == RunState::Interrupted) {
        return deletes ? tr("Interrupted: %1 of %2 deleted").arg(in, rows)
                       : tr("Interrupted: %1 of %2 in").arg(in, rows);
    }
    // What a person does about them differs, so each has a name of its own.
    const qint64 failed = run.tally.of(Outcome::Failed);
    const qint64 unknown = run.tally.of(Outcome::Unknown);
    const qint64 leftOut = run.tally.of(Outcome::LeftOut);
    const qint64 others = run.plan.rows - run.tally.in() - failed - unknown - leftOut;
    QStringList parts { deletes ? tr("%1 deleted", "rows").arg(in) : tr("%1 in", "rows").arg(in) };
    if (run.tally.warned > 0)
        parts << tr("%1 with warnings", "rows").arg(locale.toString(run.tally.warned));
    if (failed > 0)
        parts << tr("%1 failed", "rows").arg(locale.toString(failed));
    if (unknown > 0)
        parts << tr("%1 unknown", "rows").arg(locale.toString(unknown));
    if (others > 0)
        parts << (deletes ? tr("%1 not deleted", "rows") : tr("%1 not in", "rows"))
                     .arg(locale.toString(others));
    if (leftOut > 0)
        parts << tr("%1 left out", "rows").arg(locale.toString(leftOut));
    return parts.join(u" · "_s);
}

QString RecentModel::text(const RunSummary &run, int column) const
{
    switch (column) {
    case WhenColumn:
        return run.unreadable ? QString() : whenWords(run.plan.started, m_now);
    case FileColumn: {
        if (run.unreadable)
            return QDir::toNativeSeparators(run.folder);
        const QString name = QFileInfo(run.plan.draft.file).fileName();
        return isMissing(run) ? tr("%1 — File not found").arg(name) : name;
    }
    case WhereColumn:
        return place(run);
    case ResultColumn:
        return result(run);
    default:
        return {};
    }
}

QVariant RecentModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const RunSummary &run = m_runs[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return text(run, index.column());
    case Qt::DecorationRole:
        return index.column() == ResultColumn ? QVariant(resultIcon(run)) : QVariant();
    case MissingRole:
        return isMissing(run) && index.column() == FileColumn;
    case Qt::ToolTipRole:
        if (run.unreadable)
            return run.unreadable->sentence;
        return index.column() == FileColumn ? run.plan.draft.file : text(run, index.column());
    case Qt::AccessibleTextRole:
        if (run.unreadable && index.column() == FileColumn)
            return tr("%1: %2", "folder of an import, why it cannot be read")
                .arg(text(run, FileColumn), result(run));
        return index.column() != FileColumn ? text(run, index.column())
                                            : tr("%1 to %2, %3, %4", "file, where to, when, result")
                                                  .arg(text(run, FileColumn), place(run),
                                                       whenInSentence(run.plan.started, m_now), result(run));
    case FolderRole:
        return run.folder;
    default:
        return {};
    }
}

QVariant RecentModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case WhenColumn:
        return tr("When");
    case FileColumn:
        return tr("File");
    case WhereColumn:
        return tr("Where");
    case ResultColumn:
        return tr("Result");
    default:
        return {};
    }
}

RecentTable::RecentTable(QWidget *parent)
    : QTableView(parent)
    , m_model(new RecentModel(this))
{
    setObjectName(u"start.recent"_s);
    setAccessibleName(tr("Recent imports"));
    setModel(m_model);
    setItemDelegate(new RunDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setTextElideMode(Qt::ElideMiddle);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    connect(this, &QTableView::doubleClicked, this, [this](const QModelIndex &index) {
        Q_EMIT opened(index.data(RecentModel::FolderRole).toString());
    });
}

void RecentTable::setRuns(const StartSnapshot &snapshot, const QDateTime &now)
{
    const QString current = currentIndex().data(RecentModel::FolderRole).toString();
    m_model->setRuns(snapshot, now);
    const auto same = current.isEmpty()
        ? QModelIndexList()
        : m_model->match(m_model->index(0, RecentModel::FileColumn), RecentModel::FolderRole, current, 1,
                         Qt::MatchExactly);
    if (!same.isEmpty())
        setCurrentIndex(same.front());
    fitColumns();
    updateGeometry();
}

QSize RecentTable::sizeHint() const
{
    const int rows = m_model->rowCount() * verticalHeader()->defaultSectionSize();
    return { 480, horizontalHeader()->sizeHint().height() + rows };
}

void RecentTable::fitColumns()
{
    verticalHeader()->setDefaultSectionSize(heightFor(Size::GridRow, QFontMetrics(ui::font(Type::Body))));
    // What is long gives way: the file's name and the place share what the others leave.
    const int whole = viewport()->width();
    const int least = QFontMetrics(ui::font(Type::Body)).averageCharWidth() * fewestChars;
    const int when = sizeHintForColumn(RecentModel::WhenColumn) + px(Space::S2);
    const int result
        = std::max(least, std::min(sizeHintForColumn(RecentModel::ResultColumn), whole - when - 2 * least));
    const int left = std::max(2 * least, whole - when - result);
    const int file
        = std::clamp(sizeHintForColumn(RecentModel::FileColumn) + px(Space::S3), least, left - least);
    setColumnWidth(RecentModel::WhenColumn, when);
    setColumnWidth(RecentModel::FileColumn, std::min(file, std::max(least, left * 55 / 100)));
    setColumnWidth(RecentModel::WhereColumn, left - columnWidth(RecentModel::FileColumn));
    setColumnWidth(RecentModel::ResultColumn, result);
}

void RecentTable::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitColumns();
}

void RecentTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitColumns();
}

void RecentTable::keyPressEvent(QKeyEvent *event)
{
    const bool opens = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (opens && currentIndex().isValid())
        Q_EMIT opened(currentIndex().data(RecentModel::FolderRole).toString());
    else
        QTableView::keyPressEvent(event);
}

void RecentTable::focusInEvent(QFocusEvent *event)
{
    if (!currentIndex().isValid() && event->reason() != Qt::MouseFocusReason)
        setCurrentIndex(m_model->index(0, RecentModel::FileColumn));
    QTableView::focusInEvent(event);
}

} // namespace rowlift::ui
