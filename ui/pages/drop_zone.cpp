#include "ui/pages/drop_zone.h"

#include "ui/style/draw.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/widgets/words.h"

#include <QDragEnterEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

QStringList droppedFiles(const QMimeData *carried)
{
    QStringList paths;
    const QList<QUrl> urls = carried->urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile())
            paths << url.toLocalFile();
    }
    return paths;
}

constexpr double dashedWidth = 1.5;
constexpr double hoveredWidth = 2.0;

} // namespace

DropZone::DropZone(QWidget *parent)
    : QFrame(parent)
    , m_icon(new QWidget(this))
    , m_sentence(new Words(Type::Section, Color::Text, this))
    , m_hint(new Words(Type::Small, Color::Text2, this))
    , m_choose(new QPushButton(tr("Choose a file…"), this))
    , m_paste(new QPushButton(tr("or paste cells"), this))
    , m_sample(new QPushButton(tr("Try it with a sample file"), this))
{
    setObjectName(u"start.drop"_s);
    setAcceptDrops(true);
    setAccessibleName(tr("Choose a spreadsheet file, or drop one here"));
    m_choose->setObjectName(u"start.choose"_s);
    m_choose->setAccessibleDescription(accessibleName());
    setKind(m_choose, ButtonKind::Primary);
    m_paste->setObjectName(u"start.paste"_s);
    m_paste->setToolTip(QKeySequence(QKeySequence::Paste).toString(QKeySequence::NativeText));
    m_paste->setAccessibleName(tr("Paste cells"));
    setKind(m_paste, ButtonKind::Flat);
    m_sample->setObjectName(u"start.sample"_s);
    m_sample->setToolTip(tr("Invented people and a practice account: nothing leaves this computer."));
    m_sample->setAccessibleDescription(m_sample->toolTip());
    m_icon->setFixedSize(px(Size::IconEmpty), px(Size::IconEmpty));
    for (Words *words : { m_sentence, m_hint }) {
        words->setWordWrap(true);
        words->setAlignment(Qt::AlignHCenter);
    }
    m_hint->setText(tr("CSV, TSV, TXT or Excel (.xlsx)"));

    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(px(Space::S5), px(Space::S6), px(Space::S5), px(Space::S5));
    lines->setSpacing(0);
    lines->addStretch(1);
    lines->addWidget(m_icon, 0, Qt::AlignHCenter);
    lines->addSpacing(px(Space::S3));
    lines->addWidget(m_sentence);
    lines->addSpacing(px(Space::S1));
    lines->addWidget(m_hint);
    lines->addSpacing(px(Space::S4));
    auto *ways = new QHBoxLayout;
    ways->setSpacing(px(Space::S2));
    ways->addStretch(1);
    ways->addWidget(m_choose);
    ways->addWidget(m_paste);
    ways->addStretch(1);
    lines->addLayout(ways);
    lines->addSpacing(px(Space::S3));
    lines->addWidget(m_sample, 0, Qt::AlignHCenter);
    lines->addStretch(1);
    setHovered({});
    offerSample(false);
    connect(m_choose, &QPushButton::clicked, this, &DropZone::chooseWanted);
    connect(m_paste, &QPushButton::clicked, this, &DropZone::pasteWanted);
    connect(m_sample, &QPushButton::clicked, this, &DropZone::sampleWanted);
}

void DropZone::offerSample(bool prominently)
{
    setKind(m_sample, prominently ? ButtonKind::Secondary : ButtonKind::Flat);
}

void DropZone::setHovered(const QStringList &files)
{
    m_hovered = !files.isEmpty();
    const QString name = m_hovered ? QFileInfo(files.front()).fileName() : QString();
    if (!m_hovered)
        m_sentence->setText(tr("Drop a file here"));
    else if (files.size() == 1)
        m_sentence->setText(tr("Drop to open %1", "name of a file").arg(name));
    else
        m_sentence->setText(
            tr("Drop %n files: one is opened first", nullptr, static_cast<int>(files.size())));
    update();
}

void DropZone::dragEnterEvent(QDragEnterEvent *event)
{
    const QStringList files = droppedFiles(event->mimeData());
    if (files.isEmpty())
        return;
    event->acceptProposedAction();
    setHovered(files);
}

void DropZone::dragLeaveEvent(QDragLeaveEvent *)
{
    setHovered({});
}

void DropZone::dropEvent(QDropEvent *event)
{
    setHovered({});
    const QStringList files = droppedFiles(event->mimeData());
    if (files.isEmpty())
        return;
    event->acceptProposedAction();
    Q_EMIT dropped(files);
}

void DropZone::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double width = m_hovered ? hoveredWidth : dashedWidth;
    QPen edge(color(m_hovered ? Color::AccentText : Color::ControlLine), width);
    if (!m_hovered)
        edge.setDashPattern({ 6 / width, 4 / width });
    painter.setPen(edge);
    painter.setBrush(color(m_hovered ? Color::AccentSoft : Color::Sunk));
    const double inset = width / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), px(Size::R3),
                            px(Size::R3));
    drawIcon(painter, m_icon->geometry(), u"sheet", m_hovered ? Color::AccentText : Color::Text3);
}

} // namespace rowlift::ui
