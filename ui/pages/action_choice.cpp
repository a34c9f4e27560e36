#include "ui/pages/action_choice.h"

#include "ui/pages/file_words.h"
#include "ui/pages/flow_layout.h"
#include "ui/pages/id_column.h"
#include "ui/pages/where_option.h"
#include "ui/pages/where_questions.h"
#include "ui/style/style.h"
#include "ui/widgets/searchable_combo.h"
#include "ui/widgets/words.h"

#include <QButtonGroup>
#include <QLocale>
#include <QRadioButton>
#include <QVBoxLayout>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

ActionChoice::ActionChoice(PlaceDesk &desk, const FileDesk &file, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_group(new QButtonGroup(this))
    , m_lines(new QVBoxLayout(this))
    , m_only(new Words(Type::Body, Color::Text2, this))
    , m_onlyMeans(new Words(Type::Body, Color::Text, this))
    , m_about(new Words(Type::Body, Color::Text2, this))
    , m_optionPart(new QWidget(this))
    , m_settled(new Words(Type::Body, Color::Text2, this))
    , m_questions(new WhereQuestions(desk, file, this))
    , m_ids(new IdColumn(desk, file, this))
{
    setObjectName(u"where.action"_s);
    setAccessibleName(tr("What to do"));
    m_only->setObjectName(u"where.action.only"_s);
    m_only->setWordWrap(true);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(px(Space::S1));
    m_lines->addWidget(m_only);
    m_add = addRow(u"where.action.add"_s, tr("Add new"), Operation::Insert);
    m_upsert = addRow(u"where.action.addOrUpdate"_s, tr("Add or update"), Operation::Upsert);
    m_update = addRow(u"where.action.update"_s, tr("Update only"), Operation::Update);
    m_delete = addRow(u"where.action.delete"_s, tr("Delete"), Operation::Delete);
    m_onlyMeans->setObjectName(u"where.action.means"_s);
    m_about->setObjectName(u"where.action.about"_s);
    m_settled->setObjectName(u"where.settled"_s);
    m_settled->setTextFormat(Qt::PlainText);
    for (Words *words : { m_onlyMeans, m_about, m_settled })
        words->setWordWrap(true);
    auto *options = new QVBoxLayout(m_optionPart);
    options->setContentsMargins(0, 0, 0, px(Space::S2));
    options->setSpacing(px(Space::S3));
    m_lines->addWidget(m_onlyMeans);
    m_lines->addWidget(m_optionPart);
    m_lines->addWidget(m_settled);
    m_lines->addWidget(m_questions);
    m_lines->addWidget(m_about);
    m_lines->addWidget(m_ids);
    m_lines->insertWidget(m_lines->indexOf(m_upsert.room), makeKey());
    connect(m_ids, &IdColumn::chosen, this, &ActionChoice::idColumnChosen);
}

ActionChoice::Row ActionChoice::addRow(const QString &id, const QString &text, Operation operation)
{
    Row row;
    row.button = new QRadioButton(text, this);
    row.button->setObjectName(id);
    row.button->setFont(ui::font(Type::Strong));
    m_group->addButton(row.button);
    row.meaning = new Words(Type::Body, Color::Text2, this);
    row.reason = new Words(Type::Small, Color::Text2, this);
    row.reason->setObjectName(id + u".reason"_s);
    m_lines->addWidget(row.button, 0, Qt::AlignLeft); // only the label can be pressed
    for (Words *words : { row.meaning, row.reason }) {
        words->setWordWrap(true);
        words->setIndent(px(Size::CheckBox) + px(Space::S2));
        m_lines->addWidget(words);
    }
    row.room = new QWidget(this); // the distance to what follows
    row.room->setFixedHeight(px(Space::S2));
    m_lines->addWidget(row.room);
    connect(row.button, &QRadioButton::clicked, this,
            [this, operation] { Q_EMIT operationChosen(operation); });
    return row;
}

QWidget *ActionChoice::makeKey()
{
    m_keyPart = new QWidget(this);
    auto *lines = new QVBoxLayout(m_keyPart);
    lines->setContentsMargins(px(Size::CheckBox) + px(Space::S2), px(Space::S2), 0, 0);
    lines->setSpacing(px(Space::S2));
    auto *line = new QWidget(m_keyPart);
    auto *flow = new FlowLayout(px(Space::S2), px(Space::S1), line);
    m_keyLabel = new Words(tr("Records are found by", "followed by a field"), Type::Label, Color::Text, line);
    m_key = new SearchableCombo(tr("Records are found by"), line);
    m_key->setObjectName(u"where.key"_s);
    m_key->setPlaceholder(tr("Choose a field…"));
    m_keyLabel->setBuddy(m_key);
    flow->addWidget(m_keyLabel);
    flow->addWidget(m_key);
    m_keyBecause = new Words(Type::Body, Color::Text2, m_keyPart);
    m_keyBecause->setObjectName(u"where.key.because"_s);
    m_keyBecause->setWordWrap(true);
    m_keyDoubt = new Words(Type::Body, Color::HeadsUp, m_keyPart);
    m_keyDoubt->setObjectName(u"where.key.doubt"_s);
    m_keyDoubt->setWordWrap(true);
    lines->addWidget(line);
    lines->addWidget(m_keyBecause);
    lines->addWidget(m_keyDoubt);
    connect(m_key, &SearchableCombo::chosen, this, &ActionChoice::keyChosen);
    return m_keyPart;
}

QString ActionChoice::records() const
{
    const auto &place = m_desk.snapshot();
    return place.objectInfo() ? place.objectInfo()->labelPlural : place.schema.object.labelPlural;
}

/// Why the service does not do it with this kind of record at all; empty when it does.
QString ActionChoice::notOffered(Operation operation) const
{
    const Service &service = *m_desk.service();
    const Target target { .object = m_desk.snapshot().object, .operation = operation };
    const auto kinds = service.jobKinds();
    const bool offered
        = std::ranges::any_of(kinds, [&](const JobKind &kind) { return service.takes(kind, target); });
    return offered ? QString() : tr("%1 does not offer this.", "name of a service").arg(service.name());
}

/// Why this person may not do it; empty when nothing is known against it.
QString ActionChoice::mayNot(Operation operation) const
{
    const ObjectInfo *listed = m_desk.snapshot().objectInfo();
    const ObjectInfo &object = listed ? *listed : m_desk.snapshot().schema.object;
    const bool adds = operation == Operation::Insert || operation == Operation::Upsert;
    const bool changes = operation == Operation::Upsert || operation == Operation::Update;
    const QString service = m_desk.service()->name();
    if (adds && !object.canCreate)
        return tr("You may not add %1 in %2.").arg(records(), service);
    if (changes && !object.canUpdate)
        return tr("You may not change %1 in %2.").arg(records(), service);
    if (operation == Operation::Delete && !object.canDelete)
        return tr("You may not delete %1 in %2.").arg(records(), service);
    if (changes && m_desk.keyChoices(operation).empty())
        return tr("%1 have no field by which records can be found.").arg(records());
    return {};
}

void ActionChoice::refresh()
{
    const auto &place = m_desk.snapshot();
    if (!m_desk.service() || place.stage != PlaceDesk::Stage::Ready)
        return;
    showRows();
    showOnly();
    showOptions();
    showQuestions();
    m_group->setExclusive(false); // else the last one that was checked stays so
    m_add.button->setChecked(place.operation == Operation::Insert);
    m_upsert.button->setChecked(place.operation == Operation::Upsert);
    m_update.button->setChecked(place.operation == Operation::Update);
    m_delete.button->setChecked(place.operation == Operation::Delete);
    m_group->setExclusive(true);
    showKey();
    m_ids->setVisible(place.operation == Operation::Delete);
    if (place.operation == Operation::Delete)
        m_ids->refresh();
}

void ActionChoice::showRows()
{
    const qint64 rows = m_desk.rows();
    const auto reason = [this](Operation operation) {
        const QString offered = notOffered(operation);
        return offered.isEmpty() ? mayNot(operation) : offered;
    };
    show(m_add,
         rows < 0 ? tr("Each row becomes a new record, even if the same one is there already.")
                  : tr("%Ln new record(s), even if the same ones are there already.", nullptr, plural(rows)),
         reason(Operation::Insert));
    show(m_upsert,
         tr("%1 with the same value in a field that you choose are changed, the others are added.")
             .arg(records()),
         reason(Operation::Upsert));
    const QString ids = m_desk.columnOfIds();
    QString update = tr("%1 that are there already are changed, nothing is added.").arg(records());
    if (!ids.isEmpty() && !m_desk.snapshot().operation && reason(Operation::Update).isEmpty()) {
        //: %1 a column, %2 Contacts
        update += u' ' + tr("Proposed, because the column “%1” holds record ids of %2.").arg(ids, records());
    }
    show(m_update, update, reason(Operation::Update));
    show(m_delete, tr("%1 whose record ids stand in a column of your file are deleted.").arg(records()),
         reason(Operation::Delete));
    const bool only = m_delete.button->isEnabled() && !m_add.button->isEnabled()
        && !m_upsert.button->isEnabled() && !m_update.button->isEnabled();
    //: %1 Contacts, %2 the service
    m_only->setText(
        tr("With %1, %2 lets you do nothing but delete them.").arg(records(), m_desk.service()->name()));
    m_only->setVisible(only);
}

/// In place of the question: there is nothing to decide.
void ActionChoice::showOnly()
{
    const bool only = m_desk.onlyOperation().has_value();
    for (const Row *row : { &m_add, &m_upsert, &m_update, &m_delete }) {
        for (QWidget *part : { static_cast<QWidget *>(row->button), static_cast<QWidget *>(row->meaning),
                               static_cast<QWidget *>(row->reason), row->room }) {
            if (only)
                part->hide();
            else if (part != row->reason)
                part->show();
        }
    }
    if (only)
        m_only->hide();
    m_onlyMeans->setText(only ? meaningOfOnly() : QString());
    const bool asks = !m_desk.snapshot().questions().empty(); // these say what happens
    m_about->setText(asks ? QString() : m_desk.service()->aboutActions());
    m_about->setContentsMargins(0, px(Space::S1), 0, 0);
    m_about->setVisible(!m_about->text().isEmpty());
    const QString found = tr("%1 are found by", "%1 Contacts; followed by a field").arg(records());
    m_keyLabel->setText(only ? found : tr("Records are found by", "followed by a field"));
    m_key->setLabel(m_keyLabel->text());
    auto *key = static_cast<QVBoxLayout *>(m_keyPart->layout());
    key->setContentsMargins(only ? 0 : px(Size::CheckBox) + px(Space::S2), px(Space::S2), 0, 0);
    const bool asksKey = only && !asks && m_desk.onlyOperation() != Operation::Insert;
    if (asksKey && key->indexOf(m_onlyMeans) < 0)
        key->insertWidget(1, m_onlyMeans); // goes on from "People are found by"
    else if (!asksKey && m_lines->indexOf(m_onlyMeans) < 0)
        m_lines->insertWidget(m_lines->indexOf(m_optionPart), m_onlyMeans);
    m_onlyMeans->setVisible(only && !asks);
}

void ActionChoice::showQuestions()
{
    const auto &place = m_desk.snapshot();
    const QStringList settled = m_desk.settledWords();
    m_settled->setText(settled.join(u' '));
    m_settled->setVisible(!settled.isEmpty());
    m_questions->setVisible(place.operation && !place.questions().empty());
    m_questions->refresh();
}

QString ActionChoice::meaningOfOnly() const
{
    switch (*m_desk.onlyOperation()) {
    case Operation::Insert:
        return tr("Each row becomes a new record, even if the same one is there already.");
    case Operation::Upsert:
        return tr("Those found are changed, the others are added.");
    case Operation::Update:
        return tr("Those found are changed, nothing is added.");
    case Operation::Delete:
        break;
    }
    return {};
}

void ActionChoice::showOptions()
{
    std::vector<LoadOption> wanted;
    for (LoadOption &option : m_desk.options()) {
        if (option.isWhereTo && option.kind == LoadOption::Kind::Choice)
            wanted.push_back(std::move(option));
    }
    if (!std::ranges::equal(wanted, m_options, {}, {}, &WhereOption::option)) {
        for (WhereOption *gone : m_options) {
            gone->hide();
            gone->deleteLater();
        }
        m_options.clear();
        for (const LoadOption &option : wanted) {
            m_options.push_back(new WhereOption(option, m_desk, m_optionPart));
            m_optionPart->layout()->addWidget(m_options.back());
            m_options.back()->show();
        }
    }
    for (WhereOption *option : m_options)
        option->refresh();
    placeOptions(m_desk.onlyOperation().has_value());
    m_optionPart->setVisible(!m_options.empty());
}

/// Before the sentence that stands for the question, or behind the answers.
void ActionChoice::placeOptions(bool first)
{
    const int at = m_lines->indexOf(m_optionPart);
    if (first == (at == 0))
        return;
    m_lines->removeWidget(m_optionPart);
    m_lines->insertWidget(first ? 0 : m_lines->indexOf(m_about), m_optionPart);
}

void ActionChoice::show(const Row &row, const QString &meaning, const QString &reason)
{
    row.meaning->setText(meaning);
    row.button->setAccessibleDescription(reason.isEmpty() ? meaning : reason);
    row.button->setEnabled(reason.isEmpty());
    row.meaning->setEnabled(reason.isEmpty());
    row.reason->setText(reason);
    row.reason->setVisible(!reason.isEmpty());
}

void ActionChoice::showKey()
{
    const auto &place = m_desk.snapshot();
    const bool asks = place.questions().empty()
        && (place.operation == Operation::Upsert || place.operation == Operation::Update);
    m_keyPart->setVisible(asks);
    if (!asks)
        return;
    const bool updates = place.operation == Operation::Update;
    QWidget *below = m_desk.onlyOperation() ? static_cast<QWidget *>(m_about)
        : updates                           ? m_update.room
                                            : m_upsert.room;
    if (m_lines->indexOf(m_keyPart) != m_lines->indexOf(below) - 1) { // above what it belongs to
        m_lines->removeWidget(m_keyPart);
        m_lines->insertWidget(m_lines->indexOf(below), m_keyPart);
    }
    if (const auto keys = m_desk.keyChoices(*place.operation); keys != m_keys || place.schema != m_schema) {
        m_keys = keys;
        m_schema = place.schema;
        QList<ChoiceRow> rows;
        for (const Field *field : keys) {
            ChoiceRow row;
            row.id = field->name;
            row.name = field->label;
            row.secondLine = field->name;
            row.badgeIcon = field->unique ? u"key"_s : QString();
            row.badgeText = field->unique ? tr("unique", "each value occurs once") : QString();
            rows << row;
        }
        m_key->setRows(rows);
    }
    m_key->setChosen(place.keyField);
    sayOfKey();
}

/// Why it was proposed, what finding records by it takes, and what speaks against it.
void ActionChoice::sayOfKey()
{
    const auto &place = m_desk.snapshot();
    const Field *key = place.schema.field(place.keyField);
    const QString service = m_desk.service()->name();
    QStringList because;
    if (key && !place.keyColumn.isEmpty()) {
        //: %1 a column, %2 Contacts, or a field
        because << (place.foundById()
                        ? tr("Proposed, because the column “%1” holds record ids of %2.")
                              .arg(place.keyColumn, records())
                        : tr("Proposed, because the column “%1” fits %2.").arg(place.keyColumn, key->label));
    }
    if (key && key->type == FieldType::Id && place.operation == Operation::Upsert && !key->help.isEmpty())
        because << key->help;
    if (key && place.target().looksUp()) {
        const qint64 rows = m_desk.rows();
        if (rows >= 0 && m_desk.session()) {
            const auto calls = m_desk.session()->callsToFind(rows);
            //: %1 a field, %2 the service, %3 "about 60 calls"
            because << tr("The values of %1 are looked up in %2 first (%3); nothing is changed by that.")
                           .arg(key->label, service, tr("about %Ln call(s)", nullptr, plural(calls)));
        } else {
            because << tr("The values of %1 are looked up in %2 first; nothing is changed by that.")
                           .arg(key->label, service);
        }
        because << tr("Rows that find no record, or several, are shown on Check before anything is sent.");
    }
    m_keyBecause->setText(because.join(u' '));
    m_keyBecause->setVisible(!because.isEmpty());
    const bool doubtful
        = place.operation == Operation::Upsert && key && !key->unique && key->type != FieldType::Id;
    if (doubtful) {
        //: %1 Contacts, %2 the service, %3 a field
        m_keyDoubt->setText(
            tr("Heads-up: if several records (%1) in %2 share the same %3, that row may fail, or change "
               "only one of them.")
                .arg(records(), service, key->label));
    }
    m_keyDoubt->setVisible(doubtful);
}

QWidget *ActionChoice::detail() const
{
    const auto operation = m_desk.snapshot().operation;
    if (operation == Operation::Delete)
        return m_ids;
    const bool asksKey = operation == Operation::Upsert || operation == Operation::Update;
    if (!m_desk.snapshot().questions().empty())
        return m_questions;
    return asksKey ? m_keyPart : nullptr;
}

QWidget *ActionChoice::openDecision() const
{
    if (m_desk.onlyOperation()) {
        if (m_key->isVisibleTo(this) && m_key->chosenId().isEmpty())
            return m_key;
        const auto lost = std::ranges::find_if(m_options, &WhereOption::isLost);
        return lost == m_options.end() ? m_questions->openDecision() : (*lost)->combo();
    }
    if (const auto *chosen = m_group->checkedButton()) {
        const bool asksKey = chosen == m_upsert.button || chosen == m_update.button;
        if (asksKey && m_key->chosenId().isEmpty())
            return m_key;
        const auto lost = std::ranges::find_if(m_options, &WhereOption::isLost);
        if (lost != m_options.end())
            return (*lost)->combo();
        return chosen == m_delete.button && m_ids->isOpen() ? m_ids->combo() : nullptr;
    }
    for (const Row *row : { &m_add, &m_upsert, &m_update, &m_delete }) {
        if (row->button->isEnabled())
            return row->button;
    }
    return nullptr;
}

} // namespace rowlift::ui
