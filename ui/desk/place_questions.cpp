#include "app/mapping/profile.h"
#include "app/schema/property_path.h"
#include "ui/desk/place_desk.h"
#include "ui/desk/place_proposal.h"
#include "ui/desk/row_list.h"

#include <algorithm>
#include <utility>

// The questions that fields ask with the one what should happen, and what hangs on their answers.

namespace rowlift::ui {

using namespace Qt::StringLiterals;

std::vector<const Field *> PlaceDesk::Snapshot::questions() const
{
    std::vector<const Field *> asking;
    for (const Field &field : schema.fields) {
        if (!field.question.isEmpty() && field.writable(operation.value_or(Operation::Upsert)))
            asking.push_back(&field);
    }
    return asking;
}

const Field *PlaceDesk::Snapshot::openQuestion() const
{
    const auto asking = questions();
    const auto found
        = std::ranges::find_if(asking, [this](const Field *field) { return !answers.contains(field->name); });
    return found == asking.end() ? nullptr : *found;
}

QString PlaceDesk::Snapshot::wrongListName() const
{
    if (grouping.state != Grouping::State::Asked || !grouping.groups.value_or(false))
        return {};
    return rowlift::ui::wrongListName(grouping.name);
}

PlaceDesk::Wish PlaceDesk::whatWasChosen() const
{
    Wish wish { .service = {},
                .account = {},
                .object = m_snapshot.object,
                .operation = m_snapshot.operation,
                .keyField = m_snapshot.keyField,
                .idColumn = m_snapshot.idColumn,
                .ways = m_snapshot.ways };
    for (const auto &[field, answer] : m_snapshot.answers)
        wish.answers.push_back(answer.from);
    if (m_snapshot.grouping.groups)
        wish.list = m_snapshot.target().list;
    return wish;
}

/// Of a profile, or what was chosen before the account was asked again.
void PlaceDesk::takeAnswers(const Wish &wish)
{
    m_snapshot.answers.clear();
    refit();
    m_asked = {};
    m_list = wish.list;
    for (const Field *field : m_snapshot.questions()) {
        const auto said = std::ranges::find(wish.answers, field->name, &ExtraField::field);
        const bool ofRow = field->key && !field->madeOfRow.isEmpty() && wish.operation
            && wish.keyField.isEmpty() && said == wish.answers.end();
        if (said != wish.answers.end() && (!said->isFixed() || !field->madeOfRow.isEmpty()))
            m_snapshot.answers[field->name] = { .from = *said };
        else if (ofRow)
            m_snapshot.answers[field->name] = { .from = { .field = field->name } };
    }
}

/// What was chosen may add and take fields. True when it has.
bool PlaceDesk::refit()
{
    if (!service() || m_snapshot.stage != Stage::Ready)
        return false;
    Schema fitted = service()->fitted(m_described, target());
    if (fitted == m_snapshot.schema)
        return false;
    m_snapshot.schema = std::move(fitted);
    dropAnswers();
    proposeAnswers();
    return true;
}

void PlaceDesk::fit()
{
    if (refit())
        Q_EMIT fieldsChanged();
}

/// Those of fields that are gone, and of columns that this file does not have.
void PlaceDesk::dropAnswers()
{
    const QStringList &columns = m_file.snapshot().look.columns;
    const auto asking = m_snapshot.questions();
    std::erase_if(m_snapshot.answers, [&](const auto &entry) {
        const bool asked = std::ranges::any_of(
            asking, [&entry](const Field *field) { return field->name == entry.first; });
        return !asked || !canBeMade(entry.second.from, columns);
    });
    answersChanged();
}

void PlaceDesk::proposeAnswers()
{
    const FileLook &look = m_file.snapshot().look;
    for (const Field *field : m_snapshot.questions()) {
        if (m_snapshot.answers.contains(field->name))
            continue;
        if (const QString column = proposeColumn(*field, look); !column.isEmpty())
            m_snapshot.answers[field->name]
                = { .from = { .field = field->name, .columns = { column } }, .proposed = true };
    }
    answersChanged();
}

void PlaceDesk::answer(const QString &field, const QString &column)
{
    const auto asking = m_snapshot.questions();
    if (std::ranges::none_of(asking, [&field](const Field *asked) { return asked->name == field; }))
        return;
    Answer now { .from = { .field = field } };
    if (!column.isEmpty())
        now.from.columns = { column };
    if (const auto before = m_snapshot.answers.find(field);
        before != m_snapshot.answers.end() && before->second.from.columns == now.from.columns)
        return;
    m_snapshot.answers[field] = now;
    m_list.reset();
    answersChanged();
    Q_EMIT changed();
}

/// The key is what its question was answered with.
void PlaceDesk::answersChanged()
{
    for (const Field *field : m_snapshot.questions()) {
        if (!field->key)
            continue;
        const auto found = m_snapshot.answers.find(field->name);
        const bool named = found != m_snapshot.answers.end() && !found->second.from.isFixed();
        m_snapshot.keyField = named ? field->name : QString();
    }
    askKeys();
}

bool PlaceDesk::canGroup() const
{
    const auto ways = kinds();
    return std::ranges::any_of(ways, &JobKind::canGroup);
}

/// Whether keys repeat is asked of all rows as soon as it is known which they are.
void PlaceDesk::askKeys()
{
    const auto found = m_snapshot.answers.find(m_snapshot.keyField);
    const FileLook &look = m_file.snapshot().look;
    KeyQuestion question;
    if (found != m_snapshot.answers.end() && found->second.from.columns.size() == 1 && canGroup()
        && m_file.snapshot().state == FileDesk::State::Open)
        question = { .draft = { .file = look.path,
                                .stamp = look.stamp,
                                .source = look.source,
                                .sheet = look.sheet,
                                .dialect = look.guess.dialect,
                                .service = {},
                                .account = {},
                                .target = {},
                                .mapping = {},
                                .header = look.columns,
                                .leftOut = {} },
                     .column = found->second.from.columns.front() };
    if (question == m_asked)
        return;
    // The same column of another file: what was said of it may be meant for this one, too.
    const bool sameColumn = question.column == m_asked.column;
    if (sameColumn && m_snapshot.grouping.groups && !m_snapshot.grouping.proposed && !m_list)
        m_list = m_snapshot.target().list;
    m_asked = question;
    m_readingKeys.cancel();
    m_snapshot.grouping = {};
    if (question.column.isEmpty())
        return;
    m_snapshot.grouping.state = Grouping::State::Reading;
    m_snapshot.grouping.column = question.column;
    m_readingKeys.start([question](const Progress &progress, std::stop_token stop) {
        return keyFactsOf(question.draft, question.column, progress, stop);
    });
}

QString PlaceDesk::usualListName() const
{
    for (const Field &field : m_snapshot.schema.fields) {
        const auto path = propertyPath(field.name);
        if (field.isProperty && path && !listOf(*path).isEmpty())
            return listOf(*path);
    }
    const QStringList &columns = m_file.snapshot().look.columns;
    return columns.contains(u"products"_s, Qt::CaseInsensitive) ? u"rows"_s : u"products"_s;
}

void PlaceDesk::takeKeys()
{
    Grouping &grouping = m_snapshot.grouping;
    const auto &facts = m_readingKeys.result();
    const auto said = std::exchange(m_list, {});
    grouping.state = Grouping::State::NotAsked; // where the file cannot be read, the check says so
    if (facts) {
        grouping.facts = *facts;
        grouping.name = said && !said->isEmpty() ? *said : usualListName();
        const bool wished = said && !said->isEmpty();
        if (facts->repeated() > 0 || wished)
            grouping.state = Grouping::State::Asked;
        if (said) {
            grouping.groups = wished;
        } else if (facts->looksGrouped && !namesDiffer(*facts)) {
            grouping.groups = true;
            grouping.proposed = true;
        }
        grouping.list = grouping.name;
    }
    Q_EMIT changed();
}

void PlaceDesk::chooseGrouping(bool groups)
{
    Grouping &grouping = m_snapshot.grouping;
    if (grouping.state != Grouping::State::Asked || (grouping.groups == groups && !grouping.proposed))
        return;
    const bool same = grouping.groups == groups;
    grouping.groups = groups;
    grouping.proposed = grouping.proposed && same;
    Q_EMIT changed();
}

void PlaceDesk::nameList(const QString &name)
{
    Grouping &grouping = m_snapshot.grouping;
    if (grouping.name == name)
        return;
    grouping.name = name;
    if (m_snapshot.wrongListName().isEmpty())
        grouping.list = name;
    Q_EMIT changed();
}

/// Whether rows with one key name different other records: of one record there is one.
bool PlaceDesk::namesDiffer(const KeyFacts &facts) const
{
    return std::ranges::any_of(m_snapshot.questions(), [&](const Field *field) {
        const auto found = m_snapshot.answers.find(field->name);
        return !field->referenceTo.isEmpty() && found != m_snapshot.answers.end()
            && std::ranges::any_of(found->second.from.columns,
                                   [&facts](const QString &column) { return facts.ofRow.contains(column); });
    });
}

std::vector<ObjectInfo> PlaceDesk::objectsThere() const
{
    std::vector<ObjectInfo> there;
    for (const ObjectChoice &choice : m_snapshot.objects) {
        if (!choice.object.isNew)
            there.push_back(choice.object);
    }
    return there;
}

/// What an import would make, by the name that it has for the service: people type its last part.
std::optional<ObjectInfo> PlaceDesk::newObject(const QString &object) const
{
    if (!service() || service()->newObjectLabel().isEmpty() || object.isEmpty())
        return {};
    const auto made = service()->newObject(object.section(u'/', -1), objectsThere());
    return made && made->name == object ? std::optional(*made) : std::nullopt;
}

QString PlaceDesk::whyNotNew(const QString &name) const
{
    if (!service())
        return {};
    const auto made = service()->newObject(name, objectsThere());
    return made ? QString() : made.error().sentence;
}

void PlaceDesk::chooseNew(const QString &name)
{
    if (!service() || !whyNotNew(name).isEmpty())
        return;
    chooseObject(service()->newObject(name, objectsThere())->name);
}

/// What becomes of the rows where fields ask.
QString PlaceDesk::whatIsKept() const
{
    const ObjectInfo *object = m_snapshot.objectInfo();
    const auto &answers = m_snapshot.answers;
    QStringList sentences;
    const QString rows = m_file.snapshot().counted
        ? tr("%Ln row(s)", nullptr, static_cast<int>(m_file.snapshot().rows()))
        : tr("all rows");
    const bool hasKey = std::ranges::any_of(m_snapshot.questions(), [&](const Field *field) {
        const auto found = answers.find(field->name);
        return field->key && found != answers.end() && !found->second.from.columns.isEmpty();
    });
    //: %1 "480 rows", %2 "Orders", %3 the account
    sentences << (object->isNew ? tr("Add %1 to the new %2 in %3.")
                      : hasKey  ? tr("Add %1 to %2 in %3, or replace the records there with the same key.")
                                : tr("Add %1 to %2 in %3."))
                     .arg(rows, object->label, m_snapshot.account.name);
    if (const Target target = m_snapshot.target(); target.groupsRows())
        //: %1 a column
        sentences << tr("Rows with the same “%1” are one record.").arg(m_snapshot.grouping.column);
    for (const Field *field : m_snapshot.questions()) {
        const auto found = answers.find(field->name);
        if (found == answers.end())
            continue;
        const QStringList columns = found->second.from.columns;
        //: %1 "Key" or "Contact", %2 columns
        sentences << (columns.isEmpty() ? tr("%1: made of the file and the row.").arg(field->label)
                                        : tr("%1: %2.").arg(field->label, columns.join(tr(", "))));
    }
    return sentences.join(u' ');
}

} // namespace rowlift::ui
