#include "ui/pages/file_facts.h"

#include "ui/style/draw.h"
#include "ui/style/style.h"
#include "ui/widgets/words.h"

#include <QGridLayout>
#include <QPainter>
#include <QPushButton>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

/// The heads-up triangle before a fact.
class FactMark : public QWidget {
public:
    explicit FactMark(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(px(Size::IconText), px(Size::IconText));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        drawMark(painter, rect(), Mark::HeadsUp);
    }
};

} // namespace

FileFacts::FileFacts(QWidget *parent)
    : QWidget(parent)
    , m_title(new Words(Type::Strong, Color::Text, this))
    , m_more(new QPushButton(this))
    , m_grid(new QGridLayout)
{
    setObjectName(u"file.facts"_s);
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

void FileFacts::setFacts(const std::vector<FileFact> &facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    m_all = false;
    while (m_lines.size() < m_facts.size())
        addLine();
    refresh();
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
    line.see = new QPushButton(tr("See row"), this);
    line.see->setObjectName(u"file.facts.see%1"_s.arg(row));
    setKind(line.see, ButtonKind::Flat);
    m_grid->addWidget(line.mark, row, 0);
    m_grid->addWidget(line.text, row, 1);
    m_grid->addWidget(line.see, row, 2);
    connect(line.see, &QPushButton::clicked, this,
            [this, at] { Q_EMIT rowWanted(m_facts[at].record, m_facts[at].column); });
    m_lines.push_back(line);
}

void FileFacts::refresh()
{
    const std::size_t shown = m_all ? m_facts.size() : std::min(m_facts.size(), shownAtFirst);
    for (std::size_t at = 0; at < m_lines.size(); ++at) {
        const bool visible = at < shown;
        for (QWidget *part : { m_lines[at].mark, static_cast<QWidget *>(m_lines[at].text),
                               static_cast<QWidget *>(m_lines[at].see) })
            part->setVisible(visible);
        if (!visible)
            continue;
        m_lines[at].text->setText(m_facts[at].text);
        m_lines[at].see->setAccessibleDescription(m_facts[at].text);
    }
    m_title->setText(tr("%n thing(s) to know about this file", nullptr, static_cast<int>(m_facts.size())));
    setAccessibleName(m_title->text());
    m_more->setText(m_all ? tr("Show fewer") : tr("Show all"));
    m_more->setVisible(m_facts.size() > shownAtFirst);
    setVisible(!m_facts.empty());
}

} // namespace rowlift::ui
