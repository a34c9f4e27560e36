#include "ui/pages/read_as_more.h"

#include "ui/pages/file_words.h"
#include "ui/pages/flow_layout.h"
#include "ui/pages/other_field.h"
#include "ui/pages/typed_signs.h"
#include "ui/style/style.h"
#include "ui/widgets/words.h"

#include <QCheckBox>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestComment = 8;
constexpr qsizetype longestBlankWord = 64;
constexpr qint64 lastRowAsFound = -2; ///< Of the combo: detection decides.

QList<SentenceCombo::Entry> usualQuotes()
{
    const auto entry = [](char quote, const QString &name) {
        return SentenceCombo::Entry { int(quote), name, name };
    };
    return { entry('"', ReadAsMore::tr("double quotes (\")")),
             entry('\'', ReadAsMore::tr("single quotes (')")),
             entry('\0', ReadAsMore::tr("nothing: there are none")) };
}

QList<SentenceCombo::Entry> usualEscapes()
{
    const auto entry = [](char escape, const QString &name) {
        return SentenceCombo::Entry { int(escape), name, name };
    };
    return { entry('\0', ReadAsMore::tr("twice (\"\")", "how a quotation mark within a cell is written")),
             entry('\\',
                   ReadAsMore::tr("behind a backslash (\\\")",
                                  "how a quotation mark within a cell is written")) };
}

} // namespace

ReadAsMore::ReadAsMore(OtherField *other, QWidget *parent)
    : QWidget(parent)
    , m_other(other)
{
    setObjectName(u"file.more.part"_s);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, px(Space::S1));
    lines->setSpacing(0);
    const auto newLine = [this, lines] {
        m_line = new FlowLayout(px(Space::S1), 0);
        lines->addLayout(m_line);
    };
    newLine();
    makeQuotes();
    newLine();
    makeRows();
    newLine();
    makeBlankWords();
}

SentenceCombo *ReadAsMore::addSetting(const QString &before, const QString &id, const QString &name)
{
    auto *label = new Words(before, Type::Body, Color::Text2, this);
    auto *combo = new SentenceCombo(name, this);
    combo->setObjectName(id);
    label->setBuddy(combo);
    m_line->addWidget(label);
    m_line->addWidget(combo);
    m_labels[combo] = label;
    return combo;
}

QCheckBox *ReadAsMore::addCheck(QLayout *to, const QString &id, const QString &text, const QString &tip)
{
    auto *box = new QCheckBox(text, this);
    box->setObjectName(id);
    box->setToolTip(tip);
    box->setAccessibleDescription(tip);
    to->addWidget(box);
    return box;
}

void ReadAsMore::makeQuotes()
{
    m_quote = addSetting(tr("Cells with line breaks or delimiters inside stand in"), u"file.quote"_s,
                         tr("Quotation mark"));
    m_quote->offerOther(tr("Other…"));
    m_escape = addSetting(tr("A quotation mark within such a cell is written"), u"file.escape"_s,
                          tr("How quotation marks within cells are written"));
    m_escape->offerOther(tr("Other…"));
    connect(m_quote, &SentenceCombo::chosen, this, [this](const QVariant &value) {
        m_choice.quote = static_cast<char>(value.toInt());
        tell();
    });
    connect(m_escape, &SentenceCombo::chosen, this, [this](const QVariant &value) {
        m_choice.escape = static_cast<char>(value.toInt());
        tell();
    });
    connect(m_quote, &SentenceCombo::otherWanted, this,
            [this] { askSign(m_quote, tr("Cells stand in"), &DialectChoice::quote); });
    connect(m_escape, &SentenceCombo::otherWanted, this,
            [this] { askSign(m_escape, tr("Before a quotation mark stands"), &DialectChoice::escape); });
}

void ReadAsMore::makeRows()
{
    m_skipEmpty = addCheck(m_line, u"file.skipEmpty"_s, tr("Skip empty rows"),
                           tr("Rows in which every cell is empty are not imported."));
    m_trim = addCheck(m_line, u"file.trim"_s, tr("Trim spaces"),
                      tr("Only around the value: spaces inside it stay as they are."));
    m_comment = addSetting(tr("Comment lines begin with"), u"file.comment"_s, tr("Comment lines begin with"));
    m_comment->offerOther(tr("Other…"));
    m_lastRow = addSetting(tr("Last row to read:"), u"file.lastRow"_s, tr("Last row to read"));
    m_lastRow->offerOther(tr("Another row…"));
    connect(m_skipEmpty, &QCheckBox::clicked, this, [this](bool skip) {
        m_choice.skipEmpty = skip;
        tell();
    });
    connect(m_trim, &QCheckBox::clicked, this, [this](bool trim) {
        m_choice.trim = trim;
        tell();
    });
    connect(m_comment, &SentenceCombo::chosen, this, [this](const QVariant &value) {
        m_choice.comment = value.toByteArray();
        tell();
    });
    connect(m_lastRow, &SentenceCombo::chosen, this, [this](const QVariant &value) {
        const qint64 record = value.toLongLong();
        m_choice.lastRecord = record == lastRowAsFound ? std::nullopt : std::optional(record);
        tell();
    });
    connect(m_comment, &SentenceCombo::otherWanted, this, &ReadAsMore::askComment);
    connect(m_lastRow, &SentenceCombo::otherWanted, this, &ReadAsMore::askLastRow);
}

void ReadAsMore::makeBlankWords()
{
    m_blankLine = m_line;
    m_line->addWidget(new Words(tr("Treat as blank:", "words in cells"), Type::Body, Color::Text2, this));
    m_blankOther = new QPushButton(tr("Another word…"), this);
    m_blankOther->setObjectName(u"file.blank.other"_s);
    setKind(m_blankOther, ButtonKind::Flat);
    m_line->addWidget(m_blankOther);
    connect(m_blankOther, &QPushButton::clicked, this, &ReadAsMore::askBlankWord);
}

void ReadAsMore::setFile(const FileDesk::Snapshot &file)
{
    m_dialect = file.look.guess.dialect;
    m_choice = file.choice;
    fillSign(m_quote, usualQuotes(), m_dialect.quote);
    fillSign(m_escape, usualEscapes(), m_dialect.escape);
    for (SentenceCombo *combo : { m_quote, m_escape, m_comment }) {
        for (QWidget *part : { static_cast<QWidget *>(combo), m_labels.value(combo) })
            part->setVisible(!file.look.certain);
    }
    fillRows(m_dialect);
    fillBlankWords();
}

void ReadAsMore::fillSign(SentenceCombo *combo, QList<SentenceCombo::Entry> entries, char sign)
{
    const bool listed = std::ranges::any_of(
        entries, [sign](const SentenceCombo::Entry &entry) { return entry.value.toInt() == sign; });
    if (!listed) {
        const QString name = signName(QLatin1Char(sign));
        entries.append({ int(sign), name, name });
    }
    combo->setEntries(entries, int(sign));
}

void ReadAsMore::fillRows(const Dialect &dialect)
{
    m_skipEmpty->setChecked(dialect.skipEmpty);
    m_trim->setChecked(dialect.trim);

    QList<SentenceCombo::Entry> comments;
    const QString none = tr("nothing: there are none", "comment lines");
    comments.append({ QByteArray(), none, none });
    QByteArrayList signs { "#", "//", "--", ";" };
    if (!dialect.comment.isEmpty() && !signs.contains(dialect.comment))
        signs << dialect.comment;
    for (const QByteArray &sign : std::as_const(signs))
        comments.append({ sign, QString::fromUtf8(sign), QString::fromUtf8(sign) });
    m_comment->setEntries(comments, dialect.comment);

    QList<SentenceCombo::Entry> rows;
    const QString end = tr("the end of the file");
    const QString found = tr("where the table ends");
    const bool endsEarlier = dialect.dataEnd >= 0 && !m_choice.lastRecord;
    if (endsEarlier)
        rows.append({ lastRowAsFound, found, tr("%1: notes or totals stand below it").arg(found) });
    else if (m_choice.lastRecord)
        rows.append({ lastRowAsFound, tr("as detected"), tr("as detected") });
    rows.append({ qint64(-1), end, end });
    const qint64 last = m_choice.lastRecord.value_or(-1);
    if (last >= 0) {
        const QString row = tr("row %1").arg(QLocale().toString(last + 1));
        rows.append({ last, row, row });
    }
    m_lastRow->setEntries(rows, endsEarlier ? lastRowAsFound : last);
}

void ReadAsMore::suggestBlankWords(const std::vector<BlankWordCount> &words)
{
    if (words == m_suggested)
        return;
    m_suggested = words;
    fillBlankWords();
}

void ReadAsMore::fillBlankWords()
{
    QStringList words;
    QStringList captions;
    for (const BlankWordCount &suggested : m_suggested) {
        words << suggested.word;
        captions << tr("%1 (%2)", "a word of the file, how often")
                        .arg(suggested.word, QLocale().toString(suggested.cells));
    }
    for (const QByteArray &chosen : m_dialect.blankWords) {
        const QString word = QString::fromUtf8(chosen);
        if (words.contains(word))
            continue;
        words << word;
        captions << word;
    }
    if (words != m_listed) {
        for (QCheckBox *box : std::as_const(m_blankBoxes)) {
            m_blankLine->removeWidget(box);
            box->hide();
            box->deleteLater();
        }
        m_blankBoxes.clear();
        m_listed = words;
        m_blankLine->removeWidget(m_blankOther);
        for (const QString &word : std::as_const(words)) {
            auto *box = addCheck(m_blankLine, u"file.blank.%1"_s.arg(m_blankBoxes.size()), {}, {});
            connect(box, &QCheckBox::clicked, this, [this, word](bool blank) { setBlankWord(word, blank); });
            m_blankBoxes << box;
        }
        m_blankLine->addWidget(m_blankOther);
    }
    for (qsizetype at = 0; at < m_blankBoxes.size(); ++at) {
        m_blankBoxes[at]->setText(captions[at]);
        m_blankBoxes[at]->setChecked(m_dialect.blankWords.contains(words[at].toUtf8()));
    }
}

void ReadAsMore::setBlankWord(const QString &word, bool blank)
{
    QByteArrayList words = m_dialect.blankWords;
    if (blank && !words.contains(word.toUtf8()))
        words << word.toUtf8();
    else if (!blank)
        words.removeAll(word.toUtf8());
    m_choice.blankWords = words;
    tell();
}

void ReadAsMore::askSign(SentenceCombo *combo, const QString &label,
                         std::optional<char> DialectChoice::*member)
{
    m_other->ask(label, {}, combo, [this, member](const QString &typed) {
        const TypedSign taken = typedSign(typed, m_dialect.delimiter);
        if (taken.sign) {
            m_choice.*member = taken.sign;
            tell();
        }
        return taken.wrong;
    });
}

void ReadAsMore::askComment()
{
    m_other->ask(tr("Comment lines begin with"), QString::fromUtf8(m_dialect.comment), m_comment,
                 [this](const QString &typed) {
                     const auto signs = signsIn(typed);
                     if (!signs || signs->size() > longestComment)
                         return tr("Type one character or a few.");
                     m_choice.comment = signs->toUtf8();
                     tell();
                     return QString();
                 });
}

void ReadAsMore::askLastRow()
{
    m_other->ask(tr("Last row to read:"), {}, m_lastRow, [this](const QString &typed) {
        const qint64 number = rowNumberIn(typed);
        const qint64 first = m_dialect.firstDataRecord() + 1;
        if (number < first)
            return tr("Type the number of a row from %1 on.").arg(QLocale().toString(first));
        m_choice.lastRecord = number - 1;
        tell();
        return QString();
    });
}

void ReadAsMore::askBlankWord()
{
    m_other->ask(tr("Treat as blank:", "words in cells"), {}, m_blankOther, [this](const QString &typed) {
        const QString word = typed.trimmed();
        if (word.isEmpty() || word.size() > longestBlankWord)
            return tr("Type the word as it stands in the cells.");
        setBlankWord(word, true);
        return QString();
    });
}

void ReadAsMore::tell()
{
    Q_EMIT chosen(m_choice);
}

QString ReadAsMore::unusual() const
{
    QStringList said;
    if (m_dialect.quote != '"')
        said << m_quote->shownText();
    if (m_dialect.escape != '\0')
        said << tr("quotation marks %1", "how they are written").arg(m_escape->shownText());
    if (!m_dialect.skipEmpty)
        said << tr("empty rows are read");
    if (m_dialect.trim)
        said << tr("spaces are trimmed");
    if (!m_dialect.comment.isEmpty())
        said << tr("comments begin with %1").arg(m_comment->shownText());
    if (m_dialect.lastRecord >= 0 || m_dialect.dataEnd >= 0)
        said << tr("read up to %1").arg(m_lastRow->shownText());
    if (!m_dialect.blankWords.isEmpty())
        said << tr("%Ln word(s) count as blank", nullptr, static_cast<int>(m_dialect.blankWords.size()));
    return said.join(u" · "_s);
}

} // namespace rowlift::ui
