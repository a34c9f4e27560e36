#include "ui/pages/split_panel.h"

#include "app/mapping/senses.h"
#include "ui/pages/field_choices.h"
#include "ui/pages/flow_layout.h"
#include "ui/pages/treatment_words.h"
#include "ui/style/style.h"
#include "ui/widgets/searchable_combo.h"
#include "ui/widgets/value_list.h"
#include "ui/widgets/words.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int signCharacters = 6;
constexpr std::size_t namesShown = 8;

/// The field that is about \a what; empty: there is none.
QString fieldAbout(Concept what, const Schema &schema, Operation operation)
{
    for (const FieldSense &sense : sensesOf(schema, operation)) {
        if (sense.meaning.what == what && !sense.meaning.stranger)
            return sense.field->name;
    }
    return {};
}

} // namespace

SplitPanel::SplitPanel(MapDesk &desk, int column, QWidget *parent)
    : RowPanel(desk, {}, u"map.split"_s, parent)
    , m_column(column)
    , m_how(new QComboBox(this))
    , m_sign(new QLineEdit(u","_s, this))
{
    m_how->setObjectName(u"map.split.how"_s);
    m_how->addItem(tr("First word and the rest"), FirstWord);
    //: How names are written in the file
    m_how->addItem(tr("“Last, First”"), LastFirst);
    m_how->addItem(tr("At a character"), AtSign);
    m_how->addItem(tr("Domain of an e-mail address"), EmailDomain);
    m_sign->setObjectName(u"map.split.sign"_s);
    m_sign->setAccessibleName(tr("Character to split at"));
    m_sign->setFixedWidth(signCharacters * m_sign->fontMetrics().averageCharWidth() + 2 * px(Space::S3));
    auto *label = new Words(tr("Sp&lit by"), Type::Label, Color::Text2, this);
    label->setBuddy(m_how);
    auto *line = new FlowLayout(px(Space::S2), px(Space::S1));
    for (QWidget *part : std::initializer_list<QWidget *> { label, m_how, m_sign })
        line->addWidget(part);
    lines()->addLayout(line);
    for (int number = 0; number < 2; ++number)
        m_parts[number] = addPart(number);
    m_doubt = new Words(Type::Body, Color::Text2, this);
    m_doubtful = new ValueList(this);
    m_doubtful->setObjectName(u"map.split.doubtful"_s);
    m_doubtful->setAccessibleName(tr("Names that need a look"));
    lines()->addWidget(m_doubt);
    lines()->addWidget(m_doubtful);
    m_split = new QPushButton(tr("Split"), this);
    m_split->setObjectName(u"map.split.do"_s);
    setKind(m_split, ButtonKind::Secondary);
    auto *last = new QHBoxLayout;
    last->addWidget(m_split);
    last->addStretch(1);
    lines()->addLayout(last);

    connect(m_how, &QComboBox::activated, this, [this] {
        propose();
        refresh();
    });
    connect(m_sign, &QLineEdit::textChanged, this, &SplitPanel::refresh);
    connect(m_split, &QPushButton::clicked, this, &SplitPanel::split);
    const QString sample = desk.samples().cell(column, 0);
    m_how->setCurrentIndex(sample.contains(u'@')          ? EmailDomain
                               : sample.contains(u", "_s) ? LastFirst
                                                          : FirstWord);
    propose();
}

SplitPanel::Part SplitPanel::addPart(int number)
{
    Part part;
    part.row = new QWidget(this);
    auto *line = new FlowLayout(px(Space::S2), px(Space::S1), part.row);
    line->setContentsMargins({});
    part.sample = new Words(Type::Body, Color::Text, part.row);
    part.sample->setObjectName(u"map.split.sample.%1"_s.arg(number));
    part.sample->setTextFormat(Qt::PlainText);
    part.field = new SearchableCombo({}, part.row);
    part.field->setObjectName(u"map.split.field.%1"_s.arg(number));
    part.field->setPlaceholder(tr("Choose a field…"));
    line->addWidget(part.sample);
    line->addWidget(new Words(u"→"_s, Type::Body, Color::Text3, part.row));
    line->addWidget(part.field);
    lines()->addWidget(part.row);
    connect(part.field, &SearchableCombo::chosen, this, &SplitPanel::refresh);
    return part;
}

SplitPanel::How SplitPanel::how() const
{
    return static_cast<How>(m_how->currentData().toInt());
}

Piece SplitPanel::piece(int number) const
{
    const bool first = number == 0;
    switch (how()) {
    case FirstWord:
        return { .kind = first ? PieceKind::FirstWord : PieceKind::Rest };
    case LastFirst:
        return { .kind = first ? PieceKind::BehindSign : PieceKind::BeforeSign, .sign = u","_s };
    case AtSign:
        return { .kind = first ? PieceKind::BeforeSign : PieceKind::BehindSign, .sign = m_sign->text() };
    case EmailDomain:
        return { .kind = PieceKind::EmailDomain };
    }
    return {};
}

QString SplitPanel::proposedField(int number) const
{
    const auto &snapshot = desk().snapshot();
    const auto about
        = [&](Concept what) { return fieldAbout(what, snapshot.schema, snapshot.target.operation); };
    switch (how()) {
    case FirstWord:
    case LastFirst:
        return about(number == 0 ? Concept::FirstName : Concept::LastName);
    case AtSign:
        return number == 0 ? snapshot.mapping.columns[static_cast<std::size_t>(m_column)].field : QString();
    case EmailDomain:
        return about(Concept::Website);
    }
    return {};
}

void SplitPanel::propose()
{
    for (int number = 0; number < 2; ++number) {
        SearchableCombo *field = m_parts[number].field;
        field->setRows(FieldChoices::forExtra(desk(), -1));
        FieldChoices::takeTyped(field, desk());
        field->setChosen(proposedField(number));
    }
}

void SplitPanel::refresh()
{
    const QString column = desk().snapshot().columns.value(m_column);
    setTitle(tr("Split %1").arg(column));
    m_sign->setVisible(how() == AtSign);
    m_parts[1].row->setVisible(how() != EmailDomain);
    bool chosen = how() != AtSign || !m_sign->text().isEmpty();
    for (int number = 0; number < (how() == EmailDomain ? 1 : 2); ++number) {
        Mapping trial;
        trial.columns.resize(desk().snapshot().mapping.columns.size());
        trial.columns[static_cast<std::size_t>(m_column)]
            = { .column = column, .field = u"part"_s, .piece = piece(number) };
        const QString sample = desk().samples().taken(trial, u"part"_s, sampleRow());
        m_parts[number].sample->setText(TreatmentWords::quoted(sample));
        m_parts[number].field->setLabel(tr("Field for %1").arg(TreatmentWords::quoted(sample)));
        chosen = chosen && !m_parts[number].field->chosenId().isEmpty();
    }
    const bool same = how() != EmailDomain && m_parts[0].field->chosenId() == m_parts[1].field->chosenId();
    sayDoubtful();
    m_split->setEnabled(chosen && !same);
    m_split->setToolTip(m_split->isEnabled() ? QString() : tr("Choose a field for each part"));
}

/// The names that a split may get wrong, with what they become.
void SplitPanel::sayDoubtful()
{
    const NameProposal &names = desk().names();
    const bool known = names.split() && names.split()->column == m_column && names.survey();
    const NameSurvey survey = known ? *names.survey() : NameSurvey();
    std::vector<ValueFact> facts;
    for (const SeenValue &name : survey.examples) {
        if (facts.size() == namesShown)
            break;
        const QString parts = tr("%1 | %2").arg(SampleRows::takenOf(piece(0), name.text),
                                                SampleRows::takenOf(piece(1), name.text));
        facts.push_back({ .caption = {}, .value = name.text, .note = parts, .record = name.record });
    }
    const bool shown = !facts.empty() && how() != EmailDomain;
    m_doubt->setText(tr("%Ln name(s) need a look, such as:", nullptr, static_cast<int>(survey.doubtful)));
    m_doubt->setVisible(shown);
    m_doubtful->setFacts(facts);
    m_doubtful->setVisible(shown);
}

void SplitPanel::split()
{
    const QString first = m_parts[0].field->chosenId();
    Q_EMIT closeWanted();
    if (how() == EmailDomain)
        desk().addCopy(m_column, first, piece(0));
    else
        desk().addSplit(m_column, first, piece(0), m_parts[1].field->chosenId(), piece(1));
}

QWidget *SplitPanel::firstStop() const
{
    return m_how;
}

} // namespace rowlift::ui
