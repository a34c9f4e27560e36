#include "ui/widgets/cell_inspector.h"

#include "ui/style/style.h"
#include "ui/widgets/cell_text.h"
#include "ui/widgets/hex_lines.h"
#include "ui/widgets/words.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

Words *plainWords(const QString &name, Type type, Color color, QWidget *parent)
{
    auto *words = new Words(type, color, parent);
    words->setObjectName(name);
    words->setTextFormat(Qt::PlainText); // words from a file are never rich text
    words->setWordWrap(true);
    return words;
}

QPushButton *flatButton(const QString &name, const QString &text, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    setKind(button, ButtonKind::Flat);
    return button;
}

/// What people count: a letter beyond the first 65,536 is one.
qint64 lettersIn(const QString &text)
{
    return text.size() - std::count_if(text.begin(), text.end(), [](QChar c) { return c.isLowSurrogate(); });
}

} // namespace

CellInspector::CellInspector(QWidget *parent)
    : QWidget(parent)
    , m_title(plainWords(u"inspector.title"_s, Type::Section, Color::Text, this))
    , m_place(plainWords(u"inspector.place"_s, Type::Small, Color::Text2, this))
    , m_size(plainWords(u"inspector.size"_s, Type::Small, Color::Text2, this))
    , m_cut(plainWords(u"inspector.cut"_s, Type::Small, Color::HeadsUp, this))
    , m_asText(new QRadioButton(tr("As &text"), this))
    , m_asBytes(new QRadioButton(tr("As &bytes"), this))
    , m_views(new QStackedWidget(this))
    , m_text(new CellText(this))
{
    setObjectName(u"panel.cell"_s);
    m_text->setObjectName(u"inspector.text"_s);
    m_text->setAccessibleName(tr("Text of the cell"));
    m_asText->setObjectName(u"inspector.asText"_s);
    m_asBytes->setObjectName(u"inspector.asBytes"_s);
    m_asText->setChecked(true);
    m_views->addWidget(m_text);
    m_views->addWidget(makeBytesView());
    auto *ways = new QHBoxLayout;
    ways->setSpacing(px(Space::S4));
    ways->addWidget(m_asText);
    ways->addWidget(m_asBytes);
    ways->addStretch(1);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(px(Space::S4), px(Space::S4), px(Space::S4), px(Space::S4));
    lines->setSpacing(px(Space::S1));
    for (Words *words : { m_title, m_place, m_size, m_cut })
        lines->addWidget(words);
    lines->addSpacing(px(Space::S2));
    lines->addLayout(ways);
    lines->addWidget(m_views, 1);
    connect(m_asBytes, &QRadioButton::toggled, this, [this](bool bytes) {
        m_views->setCurrentIndex(bytes ? 1 : 0);
        showBytes();
    });
    connect(m_before, &QPushButton::clicked, this, [this] { goToPage(m_first - bytesOnAPage); });
    connect(m_after, &QPushButton::clicked, this, [this] { goToPage(m_first + bytesOnAPage); });
    say();
}

QWidget *CellInspector::makeBytesView()
{
    auto *view = new QWidget(this);
    m_bytes = new QPlainTextEdit(view);
    m_bytes->setObjectName(u"inspector.bytes"_s);
    m_bytes->setAccessibleName(tr("Bytes of the cell"));
    m_bytes->setReadOnly(true);
    m_bytes->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_bytes->setTabChangesFocus(true);
    m_bytes->setFont(ui::font(Type::Code));
    m_page = plainWords(u"inspector.page"_s, Type::Small, Color::Text2, view);
    m_before = flatButton(u"inspector.before"_s, tr("&Previous bytes"), view);
    m_after = flatButton(u"inspector.after"_s, tr("&Next bytes"), view);
    auto *pages = new QHBoxLayout;
    pages->setSpacing(px(Space::S1));
    pages->addWidget(m_page, 1);
    pages->addWidget(m_before);
    pages->addWidget(m_after);
    auto *lines = new QVBoxLayout(view);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->addWidget(m_bytes, 1);
    lines->addLayout(pages);
    return view;
}

void CellInspector::setCell(const InspectedCell &cell)
{
    if (cell == m_cell)
        return;
    m_cell = cell;
    m_first = 0;
    m_text->setWhole(cell.text);
    say();
    showBytes();
}

QByteArray CellInspector::shownBytes() const
{
    return m_cell.bytes.isEmpty() ? m_cell.text.toUtf8() : m_cell.bytes;
}

void CellInspector::say()
{
    const QLocale locale;
    const QString row = tr("Row %1").arg(locale.toString(m_cell.row));
    m_title->setText(m_cell.column.isEmpty() ? tr("Column %1").arg(m_cell.letter) : m_cell.column);
    //: Where a cell is: "Row 1,204, column C".
    m_place->setText(m_cell.letter.isEmpty() ? row : tr("%1, column %2").arg(row, m_cell.letter));
    const auto letters = static_cast<int>(lettersIn(m_cell.text));
    const auto bytes = static_cast<int>(shownBytes().size());
    const QString encoding
        = m_cell.bytes.isEmpty() || m_cell.encoding.isEmpty() ? u"UTF-8"_s : m_cell.encoding;
    //: "12 characters", "13 bytes as UTF-8"
    m_size->setText(tr("%1, %2").arg(tr("%n character(s)", nullptr, letters),
                                     tr("%n byte(s) as %1", nullptr, bytes).arg(encoding)));
    m_cut->setVisible(m_cell.wholeBytes > 0);
    m_cut->setText(tr("This is only the beginning: the whole cell has %1.")
                       .arg(locale.formattedDataSize(m_cell.wholeBytes, 1)));
}

void CellInspector::goToPage(qsizetype first)
{
    const QByteArray bytes = shownBytes();
    m_first = std::clamp<qsizetype>(first, 0,
                                    std::max<qsizetype>(0, bytes.size() - 1) / bytesOnAPage * bytesOnAPage);
    showBytes();
    m_bytes->verticalScrollBar()->setValue(0);
}

int CellInspector::bytesInALine() const
{
    const int room = m_views->width() - 2 * px(Space::S4) - px(Size::ScrollBar);
    const int character = std::max(1, m_bytes->fontMetrics().horizontalAdvance(u'0'));
    for (const int bytes : { 16, 8 }) {
        if (hexLineLength(bytes) * character <= room)
            return bytes;
    }
    return 4;
}

void CellInspector::showBytes()
{
    if (!m_asBytes->isChecked())
        return;
    const QByteArray bytes = shownBytes();
    m_lineBytes = bytesInALine();
    m_bytes->setPlainText(hexLines(bytes.mid(m_first, bytesOnAPage), m_first, m_lineBytes));
    const bool several = bytes.size() > bytesOnAPage;
    for (QWidget *part : { static_cast<QWidget *>(m_page), static_cast<QWidget *>(m_before),
                           static_cast<QWidget *>(m_after) })
        part->setVisible(several);
    const QLocale locale;
    const qsizetype last = std::min(bytes.size(), m_first + bytesOnAPage);
    //: Which bytes of a long cell are shown, counted from 1.
    m_page->setText(
        tr("%1 to %2 of %3")
            .arg(locale.toString(m_first + 1), locale.toString(last), locale.toString(bytes.size())));
    m_before->setEnabled(m_first > 0);
    m_after->setEnabled(m_first + bytesOnAPage < bytes.size());
}

void CellInspector::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (bytesInALine() != m_lineBytes)
        showBytes();
}

void CellInspector::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange)
        m_bytes->setFont(ui::font(Type::Code));
}

} // namespace rowlift::ui
