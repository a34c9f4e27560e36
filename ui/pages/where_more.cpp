#include "ui/pages/where_more.h"

#include "app/run/run_start.h"
#include "ui/pages/file_words.h"
#include "ui/pages/flow_layout.h"
#include "ui/pages/scroll_body.h"
#include "ui/pages/sentence_combo.h"
#include "ui/style/icons.h"
#include "ui/style/style.h"
#include "ui/widgets/words.h"

#include <QCheckBox>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

WhereMore::WhereMore(PlaceDesk &desk, MapDesk &map, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_map(map)
    , m_fold(new QPushButton(tr("More"), this))
    , m_folded(new Words(Type::Small, Color::Text2, this))
    , m_body(new QWidget(this))
{
    m_fold->setObjectName(u"where.more"_s);
    m_fold->setCheckable(true);
    m_fold->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_fold->setIcon(icon(u"chevron-right", Color::AccentText));
    setKind(m_fold, ButtonKind::Flat);
    m_folded->setObjectName(u"where.more.line"_s);
    m_folded->setWordWrap(true);
    m_folded->setTextFormat(Qt::PlainText);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(-px(Space::S4), 0, 0, 0); // the button's words stand under those above
    head->setSpacing(px(Space::S2));
    head->addWidget(m_fold, 0, Qt::AlignTop | Qt::AlignLeft);
    head->addWidget(m_folded, 1);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins({});
    lines->setSpacing(px(Space::S3));
    lines->addLayout(head);
    lines->addWidget(m_body);

    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins({});
    body->setSpacing(px(Space::S3));
    m_kind = addChoice(u"where.kind"_s, tr("How it is sent"), body);
    m_optionPart = new QWidget(m_body);
    auto *options = new QVBoxLayout(m_optionPart);
    options->setContentsMargins({});
    options->setSpacing(px(Space::S3));
    body->addWidget(m_optionPart);
    m_copy = addTick(u"where.keepOld"_s, tr("Keep a copy of what is there now"), body);
    m_several = addChoice(u"where.several"_s, tr("When several records are found"), body);
    m_blank = addChoice(u"where.blank"_s, tr("Blank cells"), body);
    m_body->hide();

    connect(m_fold, &QPushButton::toggled, this, &WhereMore::unfold);
    connect(m_kind.combo, &SentenceCombo::chosen, this,
            [this](const QVariant &kind) { m_desk.chooseKind(kind.toString()); });
    connect(m_copy.tick, &QCheckBox::clicked, &m_desk, &PlaceDesk::setKeepsOld);
    connect(m_several.combo, &SentenceCombo::chosen, this, [this](const QVariant &last) {
        m_desk.chooseSeveral(last.toBool() ? SeveralFound::ChangedLast : SeveralFound::LeaveOut);
    });
    connect(m_blank.combo, &SentenceCombo::chosen, this, [this](const QVariant &clear) {
        m_map.setBlanks(clear.toBool() ? BlankMeaning::Clear : BlankMeaning::Leave);
    });
}

WhereMore::Line WhereMore::addChoice(const QString &id, const QString &label, QVBoxLayout *to)
{
    Line line;
    line.box = new QWidget(to->parentWidget());
    auto *lines = new QVBoxLayout(line.box);
    lines->setContentsMargins({});
    lines->setSpacing(px(Space::S1));
    auto *sentence = new QWidget(line.box);
    auto *flow = new FlowLayout(px(Space::S2), 0, sentence);
    auto *words = new Words(label, Type::Label, Color::Text, sentence);
    line.combo = new SentenceCombo(label, sentence);
    line.combo->setObjectName(id);
    words->setBuddy(line.combo);
    flow->addWidget(words);
    flow->addWidget(line.combo);
    lines->addWidget(sentence);
    to->addWidget(line.box);
    return addHelp(line);
}

WhereMore::Line WhereMore::addTick(const QString &id, const QString &label, QVBoxLayout *to)
{
    Line line;
    line.box = new QWidget(to->parentWidget());
    auto *lines = new QVBoxLayout(line.box);
    lines->setContentsMargins({});
    lines->setSpacing(px(Space::S1));
    line.tick = new QCheckBox(label, line.box);
    line.tick->setObjectName(id);
    lines->addWidget(line.tick, 0, Qt::AlignLeft);
    to->addWidget(line.box);
    return addHelp(line);
}

WhereMore::Line WhereMore::addHelp(Line line)
{
    QWidget *choice = line.combo ? static_cast<QWidget *>(line.combo) : line.tick;
    line.help = new Words(Type::Small, Color::Text2, line.box);
    line.help->setObjectName(choice->objectName() + u".help"_s);
    line.help->setWordWrap(true);
    line.help->setTextFormat(Qt::PlainText);
    if (line.tick)
        line.help->setIndent(px(Size::CheckBox) + px(Space::S2));
    line.box->layout()->addWidget(line.help);
    return line;
}

void WhereMore::say(const Line &line, const QString &help)
{
    line.help->setText(help);
    line.help->setVisible(!help.isEmpty());
    QWidget *choice = line.combo ? static_cast<QWidget *>(line.combo) : line.tick;
    choice->setAccessibleDescription(help);
}

void WhereMore::unfold(bool open)
{
    m_fold->setIcon(icon(open ? u"chevron-down" : u"chevron-right", Color::AccentText));
    m_body->setVisible(open);
    m_folded->setVisible(!open);
    if (!open)
        return;
    if (m_desk.snapshot().choices.state == PlaceDesk::Choices::State::Failed)
        m_desk.askChoicesAgain();
    m_desk.askChoices();
    ScrollBody::reveal(m_body);
}

void WhereMore::refresh()
{
    const auto &place = m_desk.snapshot();
    const bool known = place.stage == PlaceDesk::Stage::Ready && place.operation;
    setVisible(known);
    if (!known)
        return;
    showKind();
    buildOptions();
    showOptions();
    showCopy();
    showSeveral();
    showBlank();
    sayFolded();
    if (m_fold->isChecked())
        m_desk.askChoices(); // another kind of record, or another action
}

void WhereMore::showKind()
{
    const auto &chosen = m_desk.snapshot().ways.kind;
    const auto usual = rowlift::kindFor(*m_desk.service(), m_desk.target(),
                                        std::max<qint64>(m_desk.rows(), 0), {}, m_desk.fields());
    QList<SentenceCombo::Entry> entries;
    //: How it is sent: the program chooses by the number of rows
    const QString bySize = tr("the usual way for so many rows");
    //: %1 "the usual way for so many rows", %2 "In small calls of up to 200 rows"
    entries << SentenceCombo::Entry { QString(), bySize,
                                      usual && m_desk.rows() >= 0 ? tr("%1 (%2)").arg(bySize, usual->label)
                                                                  : bySize };
    for (const JobKind &kind : m_desk.kinds())
        entries << SentenceCombo::Entry { kind.id, kind.label, kind.label };
    m_kind.combo->setEntries(entries, chosen);
    const auto now = m_desk.kindFor(m_desk.rows());
    const bool certain = now && (m_desk.rows() >= 0 || !chosen.isEmpty());
    QStringList help;
    if (certain)
        help << (chosen.isEmpty() ? now->label + u". "_s + now->help : now->help);
    help << ruledOutWords();
    help.removeAll(QString());
    say(m_kind, help.join(u' '));
}

/// Why a way of loading is not among those that can be chosen.
QString WhereMore::ruledOutWords() const
{
    QStringList chosen;
    for (const LoadOption &option : m_desk.options()) {
        if (option.isWhereTo && m_desk.chosenOf(option) != m_desk.choicesOf(option).front().value)
            chosen << option.label;
    }
    QStringList words;
    for (const JobKind &kind : m_desk.kindsRuledOut()) {
        if (m_desk.service()->takes(kind, m_desk.target()))
            //: %1 a way of sending: "Small calls of up to 300 people"
            words << tr("“%1” cannot set all of the fields that your columns go to.").arg(kind.label);
        else if (chosen.isEmpty())
            words << tr("“%1” does not go with what is chosen.").arg(kind.label);
        else
            //: %1 a way of sending: "Small calls of up to 300 people", %2 what is chosen: "Add to a list"
            words << tr("“%1” does not go with “%2”.").arg(kind.label, chosen.join(u"”, “"_s));
    }
    return words.join(u' ');
}

/// What there is only one of is no choice.
bool WhereMore::isShown(const LoadOption &option) const
{
    const auto &place = m_desk.snapshot();
    const bool saysNothing = option.choices.empty() || option.choices.front().value.isEmpty();
    // Beside a first one that says nothing stand those of the account; a lone one is what is usual.
    const std::size_t lone = option.asksAccount && saysNothing ? 2 : 1;
    // Of what a service lets everybody choose, the usual one is right for nearly all: it is told where a
    // profile says otherwise.
    // What is made by the import is decided once; what every way of sending knows concerns people.
    const ObjectInfo *object = place.objectInfo();
    const bool asksPeople
        = option.asksAccount || option.isWhereTo || option.kinds.isEmpty() || (object && object->isNew);
    return option.kind == LoadOption::Kind::YesNo || (asksPeople && m_desk.choicesOf(option).size() > lone)
        || place.choices.state == PlaceDesk::Choices::State::Failed || place.ways.options.contains(option.id);
}

bool WhereMore::fits(const LoadOption &option) const
{
    const auto kind = m_desk.kindFor(m_desk.rows());
    return option.kinds.isEmpty() || (kind && option.kinds.contains(kind->id));
}

/// What holds, in words; of what is usual and not worth a word, nothing.
QString WhereMore::valueOf(const LoadOption &option) const
{
    if (option.kind == LoadOption::Kind::YesNo) {
        const bool yes = m_desk.snapshot().ways.options.value(option.id).toBool();
        return yes && fits(option) ? option.label : QString();
    }
    if (!isShown(option))
        return {};
    const auto choices = m_desk.choicesOf(option);
    const QString value = m_desk.chosenOf(option);
    if (!option.asksAccount && value == choices.front().value)
        return {}; // as nearly always
    const auto found = std::ranges::find(choices, value, &OptionChoice::value);
    //: %1 what is chosen ("Assign the leads"), %2 the choice
    return tr("%1: %2").arg(option.label, found == choices.end() ? value : found->label);
}

void WhereMore::buildOptions()
{
    auto options = m_desk.options();
    std::erase_if(options, [](const LoadOption &option) { // those stand in the question what to do
        return option.isWhereTo && option.kind == LoadOption::Kind::Choice;
    });
    if (options == m_options)
        return;
    m_options = options;
    for (const Line &line : m_optionLines) {
        line.box->hide();
        line.box->deleteLater();
    }
    m_optionLines.clear();
    auto *to = static_cast<QVBoxLayout *>(m_optionPart->layout());
    for (const LoadOption &option : m_options) {
        const QString id = u"where.option."_s + option.id;
        const bool yesNo = option.kind == LoadOption::Kind::YesNo;
        const Line line = yesNo ? addTick(id, option.label, to) : addChoice(id, option.label, to);
        m_optionLines.push_back(line);
        if (yesNo)
            connect(line.tick, &QCheckBox::clicked, this,
                    [this, name = option.id](bool yes) { m_desk.setOption(name, yes); });
        else
            connect(line.combo, &SentenceCombo::chosen, this,
                    [this, name = option.id](const QVariant &value) {
                        m_desk.setOption(name, value.toString());
                    });
    }
}

void WhereMore::showOptions()
{
    for (std::size_t at = 0; at < m_options.size(); ++at)
        showOption(m_options[at], m_optionLines[at]);
    m_optionPart->setVisible(!m_options.empty());
}

void WhereMore::showOption(const LoadOption &option, const Line &line)
{
    const auto &place = m_desk.snapshot();
    const bool can = fits(option);
    line.box->setVisible(isShown(option));
    QString help = can ? option.help : tr("Not in the way in which it is sent now.");
    if (line.tick) {
        line.tick->setChecked(can && place.ways.options.value(option.id).toBool());
        line.tick->setEnabled(can);
        say(line, help);
        return;
    }
    QList<SentenceCombo::Entry> entries;
    const auto choices = m_desk.choicesOf(option);
    for (const OptionChoice &choice : choices)
        entries << SentenceCombo::Entry {
            choice.value, choice.label,
            choice.detail.isEmpty()
                ? choice.label
                : tr("%1 — %2", "a choice, more about it").arg(choice.label, choice.detail)
        };
    const QString chosen = m_desk.chosenOf(option);
    if (std::ranges::find(choices, chosen, &OptionChoice::value) == choices.end())
        entries << SentenceCombo::Entry { chosen, chosen, chosen }; // of a profile, and not read yet
    line.combo->setEntries(entries, chosen);
    line.combo->setEnabled(can);
    if (can && option.asksAccount && place.choices.state == PlaceDesk::Choices::State::Asking)
        help += u' ' + tr("Asking %1 what there is…").arg(m_desk.service()->name());
    if (can && option.asksAccount && place.choices.state == PlaceDesk::Choices::State::Failed)
        help += u' ' + tr("What else there is could not be read: %1").arg(place.choices.error.sentence);
    say(line, help.trimmed());
}

QString WhereMore::copyWords() const
{
    const qint64 rows = m_desk.rows();
    return rows < 0 ? tr("Costs one call for each 2,000 records.")
                    : tr("Costs about %Ln call(s).", nullptr, plural(m_desk.callsToKeepOld(rows)));
}

void WhereMore::showCopy()
{
    const qint64 rows = m_desk.rows();
    const auto operation = m_desk.snapshot().operation;
    const bool deletes = operation == Operation::Delete;
    m_copy.box->setVisible(deletes || operation == Operation::Update);
    const bool can = m_desk.canKeepOld(rows);
    m_copy.tick->setChecked(m_desk.keepsOld(rows));
    m_copy.tick->setEnabled(can && !deletes);
    if (!can)
        say(m_copy, tr("Not in the way in which it is sent now."));
    else if (deletes)
        say(m_copy,
            tr("Always, before records are deleted, in the folder of this import.") + u' ' + copyWords());
    else
        say(m_copy,
            tr("The old values of what is changed are kept in the folder of this import.") + u' '
                + copyWords());
}

void WhereMore::showSeveral()
{
    m_several.box->setVisible(m_desk.snapshot().target().looksUp());
    const QString leaveOut = tr("leave the row out");
    const QString last = tr("update the one that was changed last");
    m_several.combo->setEntries({ { false, leaveOut, leaveOut }, { true, last, last } },
                                m_desk.snapshot().ways.several == SeveralFound::ChangedLast);
    say(m_several, {});
}

bool WhereMore::mayExist() const
{
    const auto operation = m_desk.snapshot().operation;
    return operation == Operation::Upsert || operation == Operation::Update;
}

void WhereMore::showBlank()
{
    const ValueForms &forms = m_desk.snapshot().schema.forms;
    const bool canClear = forms.blankClears || !forms.clear.isEmpty();
    m_blank.box->setVisible(mayExist() && canClear && m_map.snapshot().ready);
    const QString leave = tr("leave fields as they are", "blank cells");
    const QString clear = tr("empty the fields", "blank cells");
    m_blank.combo->setEntries({ { false, leave, leave }, { true, clear, clear } },
                              m_map.snapshot().mapping.blank == BlankMeaning::Clear);
    QString help = tr("Each column can say otherwise on the step “Map”.");
    if (!forms.clear.isEmpty()) {
        //: %1 a word like #N/A
        help += u' '
            + tr("A cell that says “%1” always empties its field.").arg(QString::fromUtf8(forms.clear));
    }
    say(m_blank, help);
}

QString WhereMore::sentWords() const
{
    const auto kind = m_desk.kindFor(m_desk.rows());
    if (!kind || (m_desk.rows() < 0 && m_desk.snapshot().ways.kind.isEmpty()))
        return tr("sent in the usual way for so many rows");
    //: %1 a way of loading: "In small calls of up to 200 rows"
    return tr("how it is sent: %1").arg(kind->label);
}

void WhereMore::sayFolded()
{
    QStringList parts;
    if (m_desk.snapshot().schema.open)
        parts << tr("blank cells are left out");
    else if (mayExist() && m_map.snapshot().ready)
        parts << (m_map.snapshot().mapping.blank == BlankMeaning::Clear
                      ? tr("blank cells empty the fields")
                      : tr("blank cells leave fields as they are"));
    parts << sentWords();
    if (m_desk.keepsOld(m_desk.rows()))
        parts << tr("a copy of what is there now is kept");
    else if (m_desk.snapshot().operation == Operation::Update)
        parts << tr("no copy of what is there now is kept");
    if (m_desk.snapshot().target().looksUp() && m_desk.snapshot().ways.several == SeveralFound::ChangedLast)
        parts << tr("of several records the one changed last");
    for (const LoadOption &option : m_options) {
        if (const QString value = valueOf(option); !value.isEmpty())
            parts << value;
    }
    m_folded->setText(parts.join(u" · "_s));
    m_fold->setAccessibleName(tr("More"));
    m_fold->setAccessibleDescription(m_folded->text());
}

} // namespace rowlift::ui
