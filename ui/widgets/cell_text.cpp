#include "ui/widgets/cell_text.h"

#include "ui/style/style.h"

#include <QElapsedTimer>
#include <QEvent>
#include <QMimeData>
#include <QTextBlock>
#include <QTextCursor>
#include <QTimerEvent>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int signProperty = QTextFormat::UserProperty; // the characters that a name stands for
constexpr qsizetype longestBlock = 2'000; // characters: a block is laid out as a whole
constexpr qint64 sliceMs = 3;

} // namespace

CellText::CellText(QWidget *parent)
    : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setTabChangesFocus(true);
}

void CellText::setWhole(const QString &text)
{
    m_whole = text;
    clear();
    m_rest = TextPieces(text);
    m_names = 0;
    m_inBlock = 0;
    addSome();
    moveCursor(QTextCursor::Start);
}

/// Names stand in brackets and in a quieter colour. Blocks end where lines do, and where they get too long;
/// neither end is a character of the text.
void CellText::addSome()
{
    QElapsedTimer time;
    time.start();
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    cursor.beginEditBlock();
    while (!m_rest.atEnd() && m_names < mostNames && !time.hasExpired(sliceMs)) {
        const TextPiece piece = m_rest.next(longestBlock / 4);
        QTextCharFormat format;
        if (piece.name.isEmpty()) {
            cursor.insertText(piece.text, format);
        } else {
            ++m_names;
            format.setProperty(signProperty, piece.text);
            format.setForeground(color(Color::Field));
            cursor.insertText(u'\u2039' + piece.name + u'\u203A', format);
        }
        m_inBlock += piece.text.size();
        if (piece.breaksLine || m_inBlock >= longestBlock) {
            cursor.insertBlock({}, QTextCharFormat());
            m_inBlock = 0;
        }
    }
    cursor.endEditBlock();
    if (!m_rest.atEnd() && m_names < mostNames)
        m_timer.start(0, this);
    else
        m_timer.stop();
}

void CellText::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == m_timer.timerId())
        addSome();
    else
        QPlainTextEdit::timerEvent(event);
}

QMimeData *CellText::createMimeDataFromSelection() const
{
    const QTextCursor selected = textCursor();
    const int from = selected.selectionStart();
    const int to = selected.selectionEnd();
    QString text;
    for (QTextBlock block = document()->findBlock(from); block.isValid() && block.position() < to;
         block = block.next()) {
        for (auto at = block.begin(); !at.atEnd(); ++at) {
            const QTextFragment piece = at.fragment();
            const int first = std::max(from, piece.position());
            const int last = std::min(to, piece.position() + piece.length());
            if (first >= last)
                continue;
            const QVariant sign = piece.charFormat().property(signProperty);
            text += sign.isValid() ? sign.toString()
                                   : piece.text().mid(first - piece.position(), last - first);
        }
    }
    auto *copied = new QMimeData; // the caller owns it
    copied->setText(text);
    return copied;
}

void CellText::changeEvent(QEvent *event)
{
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_names > 0)
        setWhole(m_whole); // the names' colour is kept in the document
}

} // namespace rowlift::ui
