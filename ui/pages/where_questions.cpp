#include "ui/pages/where_questions.h"

#include "ui/pages/file_words.h"
#include "ui/pages/flow_layout.h"
#include "ui/pages/treatment_words.h"
#include "ui/pages/where_grouping.h"
#include "ui/style/style.h"
#include "ui/widgets/searchable_combo.h"
#include "ui/widgets/words.h"

#include <QVBoxLayout>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr QStringView madeOfRowId = u"row";
constexpr QStringView madeOfSeveralId
    = u"several"; ///< As a profile says it: of several columns, or a piece of one.
constexpr qsizetype sampleCharacters = 60;

QString columnId(const QString &column)
{
    return u'=' + column;
}

bool isOneColumn(const ExtraField &from)
{
    return from.columns.size() == 1 && from.piece == Piece();
}

QString answerId(const ExtraField &from)
{
    if (from.columns.isEmpty())
        return madeOfRowId.toString();
    return isOneColumn(from) ? columnId(from.columns.front()) : madeOfSeveralId.toString();
}

} // namespace

WhereQuestions::WhereQuestions(PlaceDesk &desk, const FileDesk &file, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_file(file)
    , m_linePart(new QWidget(this))
    , m_grouping(new WhereGrouping(desk, this))
{
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins({});
    lines->setSpacing(px(Space::S4));
    auto *questions = new QVBoxLayout(m_linePart);
    questions->setContentsMargins({});
    questions->setSpacing(px(Space::S4));
    lines->addWidget(m_linePart);
    lines->addWidget(m_grouping);
}

WhereQuestions::Line WhereQuestions::addLine(const Field &field)
{
    Line line { .field = field, .box = new QWidget(m_linePart) };
    const QString id = u"where.question."_s + QString(field.name).remove(u'$');
    auto *lines = new QVBoxLayout(line.box);
    lines->setContentsMargins({});
    lines->setSpacing(px(Space::S1));
    auto *sentence = new QWidget(line.box);
    auto *flow = new FlowLayout(px(Space::S2), px(Space::S1), sentence);
    flow->setContentsMargins({});
    auto *label = new Words(field.question, Type::Label, Color::Text, sentence);
    label->setTextFormat(Qt::PlainText);
    line.columns = new SearchableCombo(field.question, sentence);
    line.columns->setObjectName(id);
    line.columns->setPlaceholder(tr("Choose a column…"));
    label->setBuddy(line.columns);
    flow->addWidget(label);
    flow->addWidget(line.columns);
    lines->addWidget(sentence);
    line.because = new Words(Type::Body, Color::Text2, line.box);
    line.because->setObjectName(id + u".because"_s);
    line.because->setWordWrap(true);
    line.because->setTextFormat(Qt::PlainText);
    lines->addWidget(line.because);
    m_linePart->layout()->addWidget(line.box);
    connect(line.columns, &SearchableCombo::chosen, this, [this, name = field.name](const QString &row) {
        if (row != madeOfSeveralId)
            m_desk.answer(name, row == madeOfRowId ? QString() : row.mid(1));
    });
    line.box->show();
    return line;
}

void WhereQuestions::rebuild()
{
    const auto asking = m_desk.snapshot().questions();
    const bool same = std::ranges::equal(
        asking, m_lines, [](const Field *field, const Line &line) { return *field == line.field; });
    if (same && m_columns == m_file.snapshot().look.columns)
        return;
    m_columns = m_file.snapshot().look.columns;
    for (const Line &gone : m_lines) {
        gone.box->hide();
        gone.box->deleteLater(); // perhaps it is the one that was just used
    }
    m_lines.clear();
    for (const Field *field : asking)
        m_lines.push_back(addLine(*field));
}

void WhereQuestions::fillColumns(const Line &line)
{
    const FileLook &look = m_file.snapshot().look;
    QList<ChoiceRow> rows;
    for (int column = 0; column < look.columns.size(); ++column) {
        const auto at = static_cast<std::size_t>(column);
        ChoiceRow row;
        row.id = columnId(look.columns.at(column));
        row.name = columnLetters(column) + u"  "_s + look.columns.at(column);
        if (at < look.looks.size())
            row.secondLine = look.looks[at].examples.mid(0, 2).join(u" · "_s).left(sampleCharacters);
        row.group = line.field.madeOfRow.isEmpty() ? QString() : tr("A column of your file");
        rows << row;
    }
    const auto &answers = m_desk.snapshot().answers;
    const auto found = answers.find(line.field.name);
    const bool several
        = found != answers.end() && !found->second.from.isFixed() && !isOneColumn(found->second.from);
    if (several) {
        ChoiceRow row;
        row.id = madeOfSeveralId.toString();
        row.name = TreatmentWords::madeOf(found->second.from);
        row.group = tr("As the profile says");
        rows << row;
    }
    if (!line.field.madeOfRow.isEmpty()) {
        ChoiceRow row;
        row.id = madeOfRowId.toString();
        row.name = line.field.madeOfRow;
        row.group = tr("No column");
        rows << row;
    }
    line.columns->setRows(rows);
    line.columns->setChosen(found == answers.end() ? QString() : answerId(found->second.from));
}

void WhereQuestions::say(const Line &line)
{
    fillColumns(line);
    const auto &answers = m_desk.snapshot().answers;
    const auto found = answers.find(line.field.name);
    QStringList words;
    if (found == answers.end())
        words << tr("No column stands out: choose one.");
    else if (found->second.proposed)
        words << tr("Proposed by its name and its values.");
    if (found != answers.end() && found->second.from.isFixed())
        words << tr("The same file gives the same ones again; another file gives others.");
    if (!line.field.help.isEmpty())
        words << line.field.help;
    line.because->setText(words.join(u' '));
    line.because->setVisible(!words.isEmpty());
    line.columns->setAccessibleDescription(line.because->text());
}

void WhereQuestions::refresh()
{
    rebuild();
    for (const Line &line : m_lines)
        say(line);
    m_grouping->refresh();
}

QWidget *WhereQuestions::openDecision() const
{
    const Field *open = m_desk.snapshot().openQuestion();
    for (const Line &line : m_lines) {
        if (open && line.field.name == open->name)
            return line.columns;
    }
    return m_grouping->openDecision();
}

} // namespace rowlift::ui
