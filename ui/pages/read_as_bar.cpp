#include "ui/pages/read_as_bar.h"

#include "ui/pages/encoding_rows.h"
#include "ui/pages/file_words.h"
#include "ui/pages/flow_layout.h"
#include "ui/pages/other_field.h"
#include "ui/pages/read_as_more.h"
#include "ui/pages/typed_signs.h"
#include "ui/style/draw.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/widgets/choice_popup.h"
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
constexpr int mostHeaderRows = 3; ///< Offered together.
constexpr int charsOfHeader = 48;
constexpr int charsOfUnusual = 40;

QString cutTo(const QString &text, qsizetype chars)
{
    return text.size() > chars ? text.left(chars - 1) + u'…' : text;
}

QString firstCells(const TextRow &row)
{
    QStringList cells;
    qsizetype length = 0;
    for (const QString &cell : row.cells) {
        if (cell.trimmed().isEmpty())
            continue;
        cells << cell.left(charsOfHeader).simplified();
        length += cells.back().size() + 2;
        if (length > charsOfHeader)
            break;
    }
    return cutTo(cells.join(u", "_s), charsOfHeader);
}

QString withMeaning(const QString &choice, const QString &meaning)
{
    return meaning.isEmpty()
        ? choice
        : ReadAsBar::tr("%1 — %2", "choice — what the file would become").arg(choice, meaning);
}

void setButtonFold(QPushButton *button, bool open)
{
    button->setIcon(icon(open ? u"chevron-up" : u"chevron-down", Color::AccentText));
    button->setChecked(open);
}

} // namespace

ReadAsBar::ReadAsBar(QWidget *parent)
    : QFrame(parent)
    , m_other(new OtherField(this))
    , m_morePart(new ReadAsMore(m_other, this))
{
    setObjectName(u"file.readAs"_s);
    setAccessibleName(tr("How the file is read"));
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(px(Space::S3), px(Space::S1), px(Space::S2), px(Space::S1));
    lines->setSpacing(px(Space::S1));
    lines->addWidget(makeSentence());
    lines->addWidget(m_morePart);
    lines->addWidget(m_other);
    lines->addWidget(makeWhy());
    m_morePart->hide();
    m_encodings = new ChoicePopup(m_encoding);
    m_encodings->setLabel(tr("How characters are written"));
    addKeys();
    connectChoices();
}

SentenceCombo *ReadAsBar::addCombo(const QString &id, const QString &name, QWidget *parent)
{
    auto *combo = new SentenceCombo(name, parent);
    combo->setObjectName(id);
    parent->layout()->addWidget(combo);
    return combo;
}

QPushButton *ReadAsBar::addFold(const QString &id, const QString &text, QWidget *sentence)
{
    auto *button = new QPushButton(text, sentence);
    button->setObjectName(id);
    button->setCheckable(true);
    button->setLayoutDirection(layoutDirection() == Qt::LeftToRight ? Qt::RightToLeft : Qt::LeftToRight);
    setKind(button, ButtonKind::Flat);
    setButtonFold(button, false);
    sentence->layout()->addWidget(button);
    return button;
}

QWidget *ReadAsBar::makeSentence()
{
    auto *sentence = new QWidget(this);
    auto *flow = new FlowLayout(px(Space::S1), 0, sentence);
    auto *readAs
        = new Words(tr("Read as", "followed by how a file is read: Semicolon, UTF-8, Header in row 1"),
                    Type::Body, Color::Text2, sentence);
    flow->addWidget(readAs);
    m_sheet = addCombo(u"file.sheet"_s, tr("The sheet of the workbook"), sentence);
    m_delimiter = addCombo(u"file.delimiter"_s, tr("What stands between cells"), sentence);
    m_encoding = addCombo(u"file.encoding"_s, tr("How characters are written"), sentence);
    m_header = addCombo(u"file.headerRow"_s, tr("The row that names the columns"), sentence);
    m_delimiter->offerOther(tr("Other…"));
    m_encoding->offerOther(tr("Other…"));
    readAs->setBuddy(m_delimiter);
    m_more = addFold(u"file.more"_s, tr("More"), sentence);
    m_why = addFold(u"file.why"_s, tr("Why?"), sentence);
    return sentence;
}

void ReadAsBar::addKeys()
{
    const auto jump = [this](Qt::Key key, QWidget *to) {
        auto *shortcut = new QShortcut(Qt::ALT | key, this);
        shortcut->setContext(Qt::WindowShortcut);
        connect(shortcut, &QShortcut::activated, to, [to] { to->setFocus(Qt::ShortcutFocusReason); });
    };
    jump(Qt::Key_D, m_delimiter);
    jump(Qt::Key_C, m_encoding);
    jump(Qt::Key_R, m_header);
    jump(Qt::Key_O, m_more);
}

void ReadAsBar::connectChoices()
{
    connect(m_sheet, &SentenceCombo::chosen, this,
            [this](const QVariant &value) { Q_EMIT sheetChosen(value.toString()); });
    connect(m_delimiter, &SentenceCombo::chosen, this, [this](const QVariant &value) {
        m_choice.delimiter = typedDelimiter(value.toString(), '\0').delimiter;
        tell();
    });
    connect(m_encoding, &SentenceCombo::chosen, this, [this](const QVariant &value) {
        m_choice.encoding = value.toByteArray();
        tell();
    });
    connect(m_header, &SentenceCombo::chosen, this, [this](const QVariant &value) {
        const Header header = m_headers[value.toUInt()];
        m_choice.headerRecord = header.record;
        m_choice.headerRows = header.rows;
        tell();
    });
    connect(m_delimiter, &SentenceCombo::otherWanted, this, &ReadAsBar::askDelimiter);
    connect(m_encoding, &SentenceCombo::otherWanted, this, &ReadAsBar::askEncoding);
    connect(m_encodings, &ChoicePopup::accepted, this, [this](const QString &encoding) {
        m_choice.encoding = encoding.toLatin1();
        tell();
    });
    connect(m_morePart, &ReadAsMore::chosen, this, [this](const DialectChoice &choice) {
        m_choice = choice;
        tell();
    });
    connect(m_more, &QPushButton::clicked, this, [this](bool open) { unfold(m_more, m_morePart, open); });
    connect(m_why, &QPushButton::clicked, this, [this](bool open) { unfold(m_why, m_whyPart, open); });
    connect(m_detected, &QPushButton::clicked, this, [this] {
        m_choice = {};
        tell();
    });
}

void ReadAsBar::tell()
{
    m_morePart->setChoice(m_choice);
    Q_EMIT chosen(m_choice);
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
    say();
}

void ReadAsBar::setFile(const FileDesk::Snapshot &file)
{
    m_choice = file.choice;
    const DialectGuess &guess = file.look.guess;
    m_dialect = guess.dialect;
    fillSheets(file.look);
    fillDelimiters(guess);
    fillEncodings(guess);
    fillHeaders(file.look);
    m_delimiter->setVisible(!file.look.certain);
    m_encoding->setVisible(!file.look.certain);
    m_morePart->setFile(file);
    m_delimiter->setDoubt(guess.doubtful && !m_choice.delimiter);
    m_reasons->setText(guess.reasons.join(u'\n'));
    m_detected->setVisible(m_choice != DialectChoice());
    say();
}

void ReadAsBar::suggestBlankWords(const std::vector<BlankWordCount> &words)
{
    m_morePart->suggestBlankWords(words);
}

/// What is unusual is said while it is folded away.
void ReadAsBar::say()
{
    const QString unusual = m_more->isChecked() ? QString() : m_morePart->unusual();
    m_more->setText(unusual.isEmpty() ? tr("More")
                                      : tr("More: %1", "settings").arg(cutTo(unusual, charsOfUnusual)));
    m_more->setToolTip(unusual);
}

void ReadAsBar::fillSheets(const FileLook &look)
{
    QList<SentenceCombo::Entry> entries;
    for (const WorkbookSheet &sheet : look.sheets) {
        const QString rows = sheet.rows > 0 ? tr("%Ln row(s)", nullptr, plural(sheet.rows)) : QString();
        const QString meaning = sheet.hidden && !rows.isEmpty() ? tr("%1, hidden in the workbook").arg(rows)
            : sheet.hidden                                      ? tr("hidden in the workbook")
                                                                : rows;
        entries.append({ sheet.name, sheet.name, withMeaning(sheet.name, meaning) });
    }
    m_sheet->setEntries(entries, look.sheet);
    m_sheet->setVisible(look.sheets.size() > 1);
}

void ReadAsBar::fillDelimiters(const DialectGuess &guess)
{
    QList<SentenceCombo::Entry> entries;
    const auto offer = [&entries](const Delimiter &delimiter, const QString &meaning) {
        const QString name = delimiterName(delimiter);
        entries.append({ textOfDelimiter(delimiter), name, withMeaning(name, meaning) });
    };
    bool listed = false;
    for (const auto &choice : guess.delimiters) {
        offer(choice.delimiter, tr("%Ln column(s)", nullptr, choice.columns));
        listed = listed || choice.delimiter == guess.dialect.delimiter;
    }
    if (!listed)
        offer(guess.dialect.delimiter, {});
    m_delimiter->setEntries(entries, textOfDelimiter(guess.dialect.delimiter));
}

void ReadAsBar::fillEncodings(const DialectGuess &guess)
{
    QList<SentenceCombo::Entry> entries;
    bool listed = false;
    for (const auto &choice : guess.encodings) {
        const QString name = encodingName(choice.encoding);
        entries.append({ choice.encoding, name, withMeaning(name, choice.example) });
        listed = listed || choice.encoding == guess.dialect.encoding;
    }
    if (!listed) {
        const QString name = encodingName(guess.dialect.encoding);
        entries.append({ guess.dialect.encoding, name, name });
    }
    m_encoding->setEntries(entries, guess.dialect.encoding);
}

std::vector<ReadAsBar::Header> ReadAsBar::headersOffered(const FileLook &look)
{
    const Dialect &dialect = look.guess.dialect;
    std::vector<Header> headers { Header {} };
    for (const TextRow &row : look.head) {
        const bool present = row.record == dialect.headerRecord;
        if (!present && (row.record >= headerRowsOffered || row.blank || row.role == RowRole::Comment))
            continue;
        const int most = present ? std::max(mostHeaderRows, dialect.headerRows) : 1;
        for (int rows = 1; rows <= most; ++rows)
            headers.push_back({ row.record, rows });
    }
    return headers;
}

void ReadAsBar::fillHeaders(const FileLook &look)
{
    const Dialect &dialect = look.guess.dialect;
    const QLocale locale;
    m_headers = headersOffered(look);
    QList<SentenceCombo::Entry> entries;
    for (std::size_t at = 0; at < m_headers.size(); ++at) {
        const auto [record, rows] = m_headers[at];
        const auto value = static_cast<uint>(at);
        if (record < 0) {
            entries.append(
                { value, tr("No header"), tr("No header: the columns are called by their letters") });
            continue;
        }
        const QString first = locale.toString(record + 1);
        const QString shown = rows == 1
            ? tr("Header in row %1").arg(first)
            : tr("Header in rows %1–%2").arg(first, locale.toString(record + rows));
        const auto row = std::ranges::find(look.head, record + rows - 1, &TextRow::record);
        entries.append(
            { value, shown, withMeaning(shown, row == look.head.end() ? QString() : firstCells(*row)) });
    }
    const Header present { dialect.headerRecord, dialect.headerRecord < 0 ? 1 : dialect.headerRows };
    const auto current = std::ranges::find(m_headers, present) - m_headers.begin();
    m_header->setEntries(entries, static_cast<uint>(current));
}

void ReadAsBar::askDelimiter()
{
    m_other->ask(tr("Between cells stands"), {}, m_delimiter, [this](const QString &typed) {
        const TypedDelimiter taken = typedDelimiter(typed, m_dialect.quote);
        if (taken.delimiter) {
            m_choice.delimiter = taken.delimiter;
            tell();
        }
        return taken.wrong;
    });
}

void ReadAsBar::askEncoding()
{
    m_encodings->list().setRows(encodingRows());
    m_encodings->openAt(m_encoding, QString::fromLatin1(m_dialect.encoding), {});
}

void ReadAsBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawBox(painter, rect(), px(Size::R2), Color::Sunk);
}

} // namespace rowlift::ui
