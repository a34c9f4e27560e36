#include "ui/widgets/column_card.h"

#include "ui/style/style.h"
#include "ui/widgets/progress_bar.h"
#include "ui/widgets/words.h"

#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

double shareOf(qint64 part, qint64 whole)
{
    return whole > 0 ? static_cast<double>(part) / static_cast<double>(whole) : 0;
}

/// 0 % and 100 % only when nothing or all is meant.
QString percent(qint64 part, qint64 whole)
{
    const double share = 100 * shareOf(part, whole);
    const QLocale locale;
    if (part > 0 && share < 0.1)
        return ColumnCard::tr("under %1 %").arg(locale.toString(0.1, 'f', 1));
    const double held = part < whole ? std::min(share, 99.9) : share;
    const int digits = held == static_cast<int>(held) ? 0 : 1;
    return ColumnCard::tr("%1 %").arg(locale.toString(held, 'f', digits));
}

Words *cardWords(const QString &name, Type type, Color color, QWidget *parent)
{
    auto *words = new Words(type, color, parent);
    words->setObjectName(name);
    words->setTextFormat(Qt::PlainText); // words from a file are never rich text
    words->setWordWrap(true);
    return words;
}

} // namespace

ColumnCard::ColumnCard(QWidget *parent)
    : QScrollArea(parent)
{
    setObjectName(u"panel.column"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *body = new QWidget(this);
    m_lines = new QVBoxLayout(body);
    m_lines->setContentsMargins(px(Space::S4), px(Space::S4), px(Space::S4), px(Space::S4));
    m_lines->setSpacing(px(Space::S1));
    m_title = cardWords(u"card.title"_s, Type::Section, Color::Text, body);
    m_second = cardWords(u"card.second"_s, Type::Small, Color::Text2, body);
    m_note = cardWords(u"card.note"_s, Type::Body, Color::HeadsUp, body);
    m_reading = cardWords(u"card.reading"_s, Type::Small, Color::Text2, body);
    m_progress = new ProgressBar(body);
    for (QWidget *part :
         { static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_second), static_cast<QWidget *>(m_note),
           static_cast<QWidget *>(m_reading), static_cast<QWidget *>(m_progress) })
        m_lines->addWidget(part);
    setWidget(body);
    viewport()->setAutoFillBackground(false); // the panel's ground is the page's
    body->setAutoFillBackground(false);
    addSection(Part::Counts, u"card.counts"_s, tr("Values"));
    addSection(Part::Lengths, u"card.lengths"_s, tr("Shortest and longest"));
    addSection(Part::Frequent, u"card.frequent"_s, tr("Most frequent"));
    addSection(Part::Patterns, u"card.patterns"_s, tr("Built like"));
    addSection(Part::Examples, u"card.examples"_s, tr("Examples"));
    m_lines->addStretch(1);
    setFacts({});
}

void ColumnCard::addSection(Part part, const QString &name, const QString &heading)
{
    Section &section = m_sections[part];
    section.heading = new Words(heading, Type::Strong, Color::Text, widget());
    section.list = new ValueList(widget());
    section.list->setObjectName(name);
    section.list->setAccessibleName(heading);
    m_lines->addSpacing(px(Space::S3));
    m_lines->addWidget(section.heading);
    m_lines->addWidget(section.list);
    connect(section.list, &ValueList::factActivated, this, [this, part](const ValueFact &fact) {
        if (fact.record >= 0)
            Q_EMIT recordWanted(fact.record);
        else if (part != Part::Counts)
            Q_EMIT valueWanted(fact.value);
    });
}

void ColumnCard::setFacts(const ColumnCardFacts &facts)
{
    m_facts = facts;
    const bool named = !facts.title.isEmpty();
    const QString letter = tr("Column %1").arg(facts.letter);
    m_title->setText(named ? facts.title : letter);
    QStringList second;
    if (named && !facts.letter.isEmpty())
        second << letter;
    if (!facts.looksLike.isEmpty())
        second << facts.looksLike;
    m_second->setText(second.join(tr(", ")));
    m_second->setVisible(!second.isEmpty());
    m_note->setText(facts.note);
    m_note->setVisible(!facts.note.isEmpty());
    const bool reading = facts.read < 1;
    m_reading->setVisible(reading);
    m_progress->setVisible(reading);
    m_reading->setText(
        tr("Reading the file… %1 %").arg(QLocale().toString(static_cast<int>(100 * facts.read))));
    m_progress->setShares(facts.read);
    fillCounts();
    fillLengths();
    fillCounted(Part::Frequent, facts.frequent, facts.aboutFrequent);
    fillCounted(Part::Patterns, facts.patterns, facts.aboutPatterns);
    std::vector<ValueFact> examples;
    for (const QString &example : facts.examples)
        examples.push_back({ .caption = {}, .value = example, .note = {} });
    fill(Part::Examples, examples);
}

void ColumnCard::fill(Part part, const std::vector<ValueFact> &facts)
{
    const Section &section = m_sections.at(part);
    section.list->setFacts(facts);
    section.list->setVisible(!facts.empty());
    section.heading->setVisible(!facts.empty());
}

void ColumnCard::fillCounts()
{
    const QLocale locale;
    const QString distinct = locale.toString(m_facts.distinct);
    fill(Part::Counts,
         { { .caption = tr("Different values"),
             .value = m_facts.aboutDistinct ? tr("about %1").arg(distinct) : distinct,
             .note = {} },
           { .caption = tr("Filled rows"),
             .value = locale.toString(m_facts.rows - m_facts.blank),
             .note = percent(m_facts.rows - m_facts.blank, m_facts.rows),
             .share = shareOf(m_facts.rows - m_facts.blank, m_facts.rows) },
           { .caption = tr("Blank rows"),
             .value = locale.toString(m_facts.blank),
             .note = percent(m_facts.blank, m_facts.rows),
             .share = shareOf(m_facts.blank, m_facts.rows) } });
}

void ColumnCard::fillLengths()
{
    std::vector<ValueFact> facts;
    const auto add = [&facts](const QString &caption, const SizedValue &value) {
        const auto characters = static_cast<int>(value.characters);
        if (value.record >= 0)
            facts.push_back({ .caption = caption,
                              .value = value.value,
                              .note = tr("%n character(s)", nullptr, characters),
                              .record = value.record });
    };
    add(tr("Shortest"), m_facts.shortest);
    add(tr("Longest"), m_facts.longest);
    fill(Part::Lengths, facts);
}

void ColumnCard::fillCounted(Part part, const std::vector<CountedValue> &values, bool about)
{
    std::vector<ValueFact> facts;
    for (const CountedValue &value : values) {
        const QString rows = QLocale().toString(value.rows);
        const QString count = about ? tr("at least %1").arg(rows) : rows;
        //: %1 how many rows, %2 their share: "1,204 (12 %)"
        const QString note = tr("%1 (%2)").arg(count, percent(value.rows, m_facts.rows));
        const bool pattern = part == Part::Patterns;
        facts.push_back({ .caption = pattern ? value.value : QString(),
                          .value = pattern ? value.example : value.value,
                          .note = note,
                          .share = shareOf(value.rows, m_facts.rows),
                          .record = value.record });
    }
    fill(part, facts);
}

} // namespace rowlift::ui
