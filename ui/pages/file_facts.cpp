#include "ui/pages/file_facts.h"

#include "ui/pages/flow_layout.h"
#include "ui/style/draw.h"
#include "ui/style/style.h"
#include "ui/widgets/words.h"

#include <QGridLayout>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int besideFromChars = 100;

/// The heads-up triangle before a fact; an "i" before a quiet one.
class FactMark : public QWidget {
public:
    explicit FactMark(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(px(Size::IconText), px(Size::IconText));
    }

    void setQuiet(bool quiet)
    {
        m_mark = quiet ? Mark::Info : Mark::HeadsUp;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        drawMark(painter, rect(), m_mark);
    }

private:
    Mark m_mark = Mark::HeadsUp;
};

} // namespace

FileFacts::FileFacts(QWidget *parent)
    : QWidget(parent)
    , m_title(new Words(Type::Strong, Color::Text, this))
    , m_more(new QPushButton(this))
    , m_grid(new QGridLayout)
{
    setObjectName(u"file.facts"_s);
    m_title->setObjectName(u"file.facts.title"_s);
    m_more->setObjectName(u"file.facts.more"_s);
    setKind(m_more, ButtonKind::Flat);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_more);
    m_grid->setColumnStretch(1, 1);
    m_grid->setHorizontalSpacing(px(Space::S2));
    m_grid->setVerticalSpacing(0);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(px(Space::S1));
    lines->addLayout(head);
    lines->addLayout(m_grid);
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_all = !m_all;
        refresh();
    });
    hide();
}

void FileFacts::setFindings(const std::vector<Finding> &findings)
{
    if (findings == m_findings)
        return;
    if (findings.empty())
        m_all = false;
    m_findings = findings;
    while (m_lines.size() < m_findings.size())
        addLine();
    refresh();
}

QString FileFacts::title() const
{
    return m_title->text();
}

void FileFacts::addLine()
{
    const std::size_t at = m_lines.size();
    const int row = static_cast<int>(at);
    Line line;
    line.mark = new FactMark(this);
    line.text = new Words(Type::Body, Color::Text, this);
    line.text->setWordWrap(true);
    line.text->setTextFormat(Qt::PlainText);
    line.answers = new QWidget(this);
    new FlowLayout(px(Space::S1), 0, line.answers);
    line.failed = addAnswer(line, u"file.facts.failed%1"_s.arg(row));
    line.failed->setText(tr("Use only the failed rows"));
    line.plain = addAnswer(line, u"file.facts.plain%1"_s.arg(row));
    line.plain->setText(tr("Treat as a normal file"));
    line.see = addAnswer(line, u"file.facts.see%1"_s.arg(row));
    line.settle = addAnswer(line, u"file.facts.settle%1"_s.arg(row));
    connectLine(line, at);
    m_lines.push_back(line);
    placeLine(at);
}

/// The answers stand beside the text, or below it where there is little room.
void FileFacts::placeLine(std::size_t at)
{
    const Line &line = m_lines[at];
    const int row = 2 * static_cast<int>(at);
    for (QWidget *part : { line.mark, static_cast<QWidget *>(line.text), line.answers })
        m_grid->removeWidget(part);
    m_grid->addWidget(line.mark, row, 0);
    m_grid->addWidget(line.text, row, 1);
    m_grid->addWidget(line.answers, m_beside ? row : row + 1, m_beside ? 2 : 1);
}

void FileFacts::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool beside = width() >= besideFromChars * fontMetrics().averageCharWidth();
    if (beside == m_beside)
        return;
    m_beside = beside;
    for (std::size_t at = 0; at < m_lines.size(); ++at)
        placeLine(at);
    refresh();
}

QPushButton *FileFacts::addAnswer(Line &line, const QString &id)
{
    auto *button = new QPushButton(line.answers);
    button->setObjectName(id);
    setKind(button, ButtonKind::Flat);
    line.answers->layout()->addWidget(button);
    return button;
}

void FileFacts::connectLine(const Line &line, std::size_t at)
{
    connect(line.see, &QPushButton::clicked, this,
            [this, at] { Q_EMIT rowsWanted(Finding(m_findings[at])); });
    connect(line.settle, &QPushButton::clicked, this,
            [this, at] { Q_EMIT settled(QString(m_findings[at].id), !m_findings[at].settled); });
    connect(line.failed, &QPushButton::clicked, this,
            [this, at] { Q_EMIT failedRowsWanted(Finding(m_findings[at])); });
    connect(line.plain, &QPushButton::clicked, this, &FileFacts::plainFileWanted);
}

void FileFacts::showLine(const Line &line, const Finding &finding)
{
    static_cast<FactMark *>(line.mark)->setQuiet(finding.isQuiet() || finding.settled);
    line.text->setText(finding.text);
    line.text->setColor(finding.settled ? Color::Text2 : Color::Text);
    line.see->setText(finding.count > 1 ? tr("See rows") : tr("See row"));
    line.see->setVisible(finding.count > 0 && !finding.records.empty());
    line.settle->setText(finding.settled ? tr("Count it again", "as a thing to know") : tr("Not a problem"));
    line.settle->setVisible(!finding.isQuiet() && !finding.isEarlierResult());
    line.failed->setVisible(finding.isEarlierResult() && finding.count > 0);
    line.plain->setVisible(finding.isEarlierResult());
    for (QPushButton *answer : { line.see, line.settle, line.failed, line.plain })
        answer->setAccessibleDescription(finding.text);
    // Beside the text they stand in one line.
    line.answers->setMinimumWidth(m_beside ? line.answers->layout()->sizeHint().width() : 0);
}

std::size_t FileFacts::shown() const
{
    if (m_all)
        return m_findings.size();
    const auto loud = static_cast<std::size_t>(std::ranges::count_if(
        m_findings, [](const Finding &finding) { return !finding.isQuiet() && !finding.settled; }));
    return std::min(loud, shownAtFirst);
}

void FileFacts::refresh()
{
    const std::size_t visible = shown();
    for (std::size_t at = 0; at < m_lines.size(); ++at) {
        const Line &line = m_lines[at];
        for (QWidget *part : { line.mark, static_cast<QWidget *>(line.text), line.answers })
            part->setVisible(at < visible);
        if (at < visible)
            showLine(line, m_findings[at]);
    }
    const auto loud = static_cast<int>(std::ranges::count_if(
        m_findings, [](const Finding &finding) { return !finding.isQuiet() && !finding.settled; }));
    m_title->setText(loud > 0 ? tr("%n thing(s) to know about this file", nullptr, loud)
                              : tr("Nothing in this file needs a look"));
    m_title->setType(loud > 0 ? Type::Strong : Type::Body);
    setAccessibleName(m_title->text());
    m_more->setText(m_all ? tr("Show fewer") : tr("Show all"));
    m_more->setVisible(visible < m_findings.size() || (m_all && m_findings.size() > shownAtFirst));
    setVisible(!m_findings.empty());
}

} // namespace rowlift::ui
