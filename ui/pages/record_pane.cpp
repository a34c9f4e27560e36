#include "ui/pages/record_pane.h"

#include "ui/desk/record_view.h"
#include "ui/style/draw.h"
#include "ui/style/style.h"
#include "ui/widgets/words.h"

#include <QEvent>
#include <QFontDatabase>
#include <QLocale>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int paneCharacters = 38;
constexpr int paneLines = 9;
constexpr int indentCharacters = 3;

} // namespace

RecordPane::RecordPane(const MapDesk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_title(new Words(Type::Strong, Color::Text, this))
    , m_which(new Words(Type::Small, Color::Text2, this))
    , m_text(new QPlainTextEdit(this))
    , m_asSent(new QPushButton(this))
{
    setObjectName(u"map.record"_s);
    m_title->setWordWrap(true);
    m_title->setTextFormat(Qt::PlainText);
    m_which->setObjectName(u"map.record.which"_s);
    m_which->setWordWrap(true);
    m_text->setObjectName(u"map.record.text"_s);
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_asSent->setObjectName(u"map.record.asSent"_s);
    m_asSent->setCheckable(true);
    m_asSent->setToolTip(tr("Exactly as it is sent, for whoever looks after the account"));
    setKind(m_asSent, ButtonKind::Flat);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(px(Space::S4), px(Space::S2), px(Space::S4), px(Space::S2));
    lines->setSpacing(px(Space::S1));
    lines->addWidget(m_title);
    lines->addWidget(m_which);
    lines->addWidget(m_text, 1);
    lines->addWidget(m_asSent, 0, Qt::AlignLeft);
    connect(m_asSent, &QPushButton::toggled, this, [this] {
        dress();
        show(m_row);
    });
    dress();
}

int RecordPane::usualWidth()
{
    return paneCharacters * QFontMetrics(ui::font(Type::Body)).averageCharWidth();
}

int RecordPane::usualHeight()
{
    return paneLines * QFontMetrics(ui::font(Type::Body)).lineSpacing();
}

void RecordPane::dress()
{
    QFont face = ui::font(Type::Body);
    if (m_asSent->isChecked()) {
        face = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        face.setPointSizeF(ui::font(Type::Small).pointSizeF());
    }
    m_asSent->setText(m_asSent->isChecked() ? tr("Show as list") : tr("Show as JSON"));
    if (m_text->font() != face)
        m_text->setFont(face);
}

QString RecordPane::listed() const
{
    const auto &snapshot = m_desk.snapshot();
    const QByteArray record = m_desk.recordOf(m_row);
    QStringList lines;
    for (const Field *field : m_desk.place().snapshot().questions()) {
        const QString value = snapshot.mapping.gives(field->name)
            ? m_desk.samples().sent(field->name, m_row).simplified()
            : field->madeOfRow;
        //: %1 "Key" or the name of a property, %2 its value
        lines << tr("%1: %2").arg(field->label, value);
    }
    QStringList properties;
    for (const QString &field : snapshot.mapping.fields()) {
        if (const Field *known = snapshot.schema.field(field); known && known->isProperty)
            properties << field;
    }
    if (!lines.isEmpty())
        lines << QString();
    for (const RecordLine &line : recordLines(record, properties)) {
        const QString indent(line.depth * indentCharacters, u' ');
        lines << indent
                + (line.value.isEmpty() ? tr("%1:", "followed by what is in it").arg(line.name)
                                        : tr("%1: %2").arg(line.name, line.value.simplified()));
    }
    return lines.join(u'\n');
}

void RecordPane::show(int sampleRow)
{
    m_row = sampleRow;
    const auto &snapshot = m_desk.snapshot();
    setVisible(snapshot.ready && snapshot.schema.open);
    if (isHidden())
        return;
    const Service *service = m_desk.place().service();
    //: %1 "Dotdigital"
    m_title->setText(tr("What %1 gets").arg(service ? service->name() : QString()));
    m_text->setAccessibleName(m_title->text());
    const int rows = m_desk.rowsOfRecord(sampleRow);
    const QString number = QLocale().toString(m_desk.samples().record(sampleRow) + 1);
    m_which->setText(
        rows > 1 ? tr("For the record of row %1: %Ln of the first rows form it", nullptr, rows).arg(number)
            : m_desk.snapshot().target.groupsRows()
            ? tr("For row %1. Rows further down with the same key join its list.").arg(number)
            : tr("For row %1").arg(number));
    const QString text = m_asSent->isChecked() ? indentedRecord(m_desk.recordOf(m_row)) : listed();
    if (text == m_text->toPlainText())
        return;
    const int at = m_text->verticalScrollBar()->value();
    m_text->setPlainText(text);
    m_text->verticalScrollBar()->setValue(at); // where one was reading
}

void RecordPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        dress();
}

void RecordPane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());
    painter.fillRect(rect(), color(Color::Sunk));
    drawHair(painter, rect(), Edge::Top);
}

} // namespace rowlift::ui
