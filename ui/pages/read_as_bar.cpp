#include "ui/pages/read_as_bar.h"

#include "ui/pages/flow_layout.h"
#include "ui/style/draw.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/widgets/words.h"

#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 headerRowsOffered = 10;
constexpr int charsOfHeader = 48;

QString firstCells(const TextRow &row)
{
    QStringList cells;
    for (const QString &cell : row.cells) {
        if (!cell.trimmed().isEmpty())
            cells << cell.simplified();
    }
    const QString text = cells.join(u", "_s);
    return text.size() > charsOfHeader ? text.left(charsOfHeader - 1) + u'…' : text;
}

void setButtonFold(QPushButton *button, bool open)
{
    button->setIcon(icon(open ? u"chevron-up" : u"chevron-down", Color::AccentText));
    button->setChecked(open);
}

} // namespace

ReadAsBar::ReadAsBar(QWidget *parent)
    : QFrame(parent)
{
    setObjectName(u"file.readAs"_s);
    setAccessibleName(tr("How the file is read"));
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(px(Space::S3), px(Space::S1), px(Space::S2), px(Space::S1));
    lines->setSpacing(px(Space::S1));
    lines->addWidget(makeSentence());
    lines->addWidget(makeMore());
    lines->addWidget(makeWhy());

    const auto choose = [this](auto member, auto value) {
        m_choice.*member = value;
        Q_EMIT chosen(m_choice);
    };
    connect(m_delimiter, &SentenceCombo::chosen, this, [choose](const QVariant &value) {
        const QByteArray bytes = value.toString().toUtf8();
        choose(&DialectChoice::delimiter,
               Delimiter(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size()))));
    });
    connect(m_encoding, &SentenceCombo::chosen, this,
            [choose](const QVariant &value) { choose(&DialectChoice::encoding, value.toByteArray()); });
    connect(m_header, &SentenceCombo::chosen, this,
            [choose](const QVariant &value) { choose(&DialectChoice::headerRecord, value.toLongLong()); });
    connect(m_quote, &SentenceCombo::chosen, this, [choose](const QVariant &value) {
        choose(&DialectChoice::quote, static_cast<char>(value.toInt()));
    });
    connect(m_more, &QPushButton::clicked, this, [this](bool open) { unfold(m_more, m_morePart, open); });
    connect(m_why, &QPushButton::clicked, this, [this](bool open) { unfold(m_why, m_whyPart, open); });
    connect(m_detected, &QPushButton::clicked, this, [this] {
        m_choice = {};
        Q_EMIT chosen(m_choice);
    });
}

SentenceCombo *ReadAsBar::addCombo(const QString &id, const QString &name, QWidget *parent)
{
    auto *combo = new SentenceCombo(name, parent);
    combo->setObjectName(id);
    parent->layout()->addWidget(combo);
    return combo;
}

QWidget *ReadAsBar::makeSentence()
{
    auto *sentence = new QWidget(this);
    auto *flow = new FlowLayout(px(Space::S1), 0, sentence);
    auto *readAs
        = new Words(tr("Read as", "followed by how a file is read: Semicolon, UTF-8, Header in row 1"),
                    Type::Body, Color::Text2, sentence);
    flow->addWidget(readAs);
    m_delimiter = addCombo(u"file.delimiter"_s, tr("What stands between cells"), sentence);
    m_encoding = addCombo(u"file.encoding"_s, tr("How characters are written"), sentence);
    m_header = addCombo(u"file.headerRow"_s, tr("The row that names the columns"), sentence);
    readAs->setBuddy(m_delimiter);
    const auto addButton = [this, flow, sentence](const QString &id, const QString &text) {
        auto *button = new QPushButton(text, sentence);
        button->setObjectName(id);
        button->setCheckable(true);
        button->setLayoutDirection(layoutDirection() == Qt::LeftToRight ? Qt::RightToLeft : Qt::LeftToRight);
        setKind(button, ButtonKind::Flat);
        setButtonFold(button, false);
        flow->addWidget(button);
        return button;
    };
    m_more = addButton(u"file.more"_s, tr("More"));
    m_why = addButton(u"file.why"_s, tr("Why?"));
    const auto jump = [this](Qt::Key key, QWidget *to) {
        auto *shortcut = new QShortcut(Qt::ALT | key, this);
        shortcut->setContext(Qt::WindowShortcut);
        connect(shortcut, &QShortcut::activated, to, [to] { to->setFocus(Qt::ShortcutFocusReason); });
    };
    jump(Qt::Key_D, m_delimiter);
    jump(Qt::Key_C, m_encoding);
    jump(Qt::Key_R, m_header);
    jump(Qt::Key_O, m_more);
    return sentence;
}

QWidget *ReadAsBar::makeMore()
{
    m_morePart = new QWidget(this);
    auto *flow = new FlowLayout(px(Space::S1), 0, m_morePart);
    auto *label = new Words(tr("Cells with line breaks or delimiters inside stand in"), Type::Body,
                            Color::Text2, m_morePart);
    flow->addWidget(label);
    m_quote = addCombo(u"file.quote"_s, tr("Quotation mark"), m_morePart);
    label->setBuddy(m_quote);
    m_morePart->hide();
    return m_morePart;
}

QWidget *ReadAsBar::makeWhy()
{
    m_whyPart = new QWidget(this);
    m_whyPart->setObjectName(u"file.why.reasons"_s);
    auto *lines = new QVBoxLayout(m_whyPart);
    lines->setContentsMargins(0, 0, 0, px(Space::S2));
    lines->setSpacing(px(Space::S1));
    m_reasons = new Words(Type::Body, Color::Text2, m_whyPart);
    m_reasons->setWordWrap(true);
    m_reasons->setTextFormat(Qt::PlainText);
    m_detected = new QPushButton(tr("Back to detected"), m_whyPart);
    m_detected->setObjectName(u"file.detected"_s);
    setKind(m_detected, ButtonKind::Flat);
    lines->addWidget(m_reasons);
    lines->addWidget(m_detected, 0, Qt::AlignLeft);
    m_whyPart->hide();
    return m_whyPart;
}

void ReadAsBar::unfold(QPushButton *button, QWidget *part, bool open)
{
    setButtonFold(button, open);
    part->setVisible(open);
}

void ReadAsBar::setFile(const FileDesk::Snapshot &file)
{
    m_choice = file.choice;
    const DialectGuess &guess = file.look.guess;
    fillDelimiters(guess);
    fillEncodings(guess);
    fillHeaders(file.look);
    fillQuotes(guess.dialect);
    m_delimiter->setDoubt(guess.doubtful && !m_choice.delimiter);
    m_reasons->setText(guess.reasons.join(u'\n'));
    const bool changed = m_choice != DialectChoice();
    m_detected->setVisible(changed);
    // An unusual quotation mark is said while it is folded away.
    const bool usual = guess.dialect.quote == '"';
    m_more->setText(usual ? tr("More") : tr("More: %1", "quotation mark").arg(m_quote->shownText()));
}

void ReadAsBar::fillDelimiters(const DialectGuess &guess)
{
    QList<SentenceCombo::Entry> entries;
    const auto offer = [&entries](const Delimiter &delimiter, int columns) {
        const QString name = delimiterName(delimiter);
        const QString meaning = tr("%Ln column(s)", nullptr, columns);
        entries.append({ textOfDelimiter(delimiter), name,
                         tr("%1 — %2", "choice — what the file would become").arg(name, meaning) });
    };
    for (const auto &choice : guess.delimiters)
        offer(choice.delimiter, choice.columns);
    m_delimiter->setEntries(entries, textOfDelimiter(guess.dialect.delimiter));
}

void ReadAsBar::fillEncodings(const DialectGuess &guess)
{
    QList<SentenceCombo::Entry> entries;
    for (const auto &choice : guess.encodings) {
        const QString name = encodingName(choice.encoding);
        const QString listed = choice.example.isEmpty()
            ? name
            : tr("%1 — %2", "choice — what the file would become").arg(name, choice.example);
        entries.append({ choice.encoding, name, listed });
    }
    m_encoding->setEntries(entries, guess.dialect.encoding);
}

void ReadAsBar::fillHeaders(const FileLook &look)
{
    const qint64 current = look.guess.dialect.headerRecord;
    QList<SentenceCombo::Entry> entries;
    entries.append({ qint64(-1), tr("No header"), tr("No header: the columns are called by their letters") });
    for (const TextRow &row : look.head) {
        if ((row.record >= headerRowsOffered && row.record != current)
            || (row.blank && row.record != current))
            continue;
        const QString shown = tr("Header in row %1").arg(QLocale().toString(row.record + 1));
        entries.append({ row.record, shown,
                         tr("%1 — %2", "choice — what the file would become").arg(shown, firstCells(row)) });
    }
    m_header->setEntries(entries, current);
}

void ReadAsBar::fillQuotes(const Dialect &dialect)
{
    QList<SentenceCombo::Entry> entries;
    const auto offer = [&entries](char quote, const QString &name) {
        entries.append({ int(quote), name, name });
    };
    offer('"', tr("double quotes (\")"));
    offer('\'', tr("single quotes (')"));
    offer('\0', tr("nothing: there are none"));
    m_quote->setEntries(entries, int(dialect.quote));
}

void ReadAsBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawBox(painter, rect(), px(Size::R2), Color::Sunk);
}

} // namespace rowlift::ui
