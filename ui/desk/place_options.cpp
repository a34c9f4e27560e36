#include "ui/desk/choice_words.h"
#include "ui/desk/place_desk.h"

#include <algorithm>

// What a service lets one choose beside the action, and how all of it reads.

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

bool belongsToQuestion(const LoadOption &option)
{
    return option.isWhereTo;
}

} // namespace

std::vector<LoadOption> PlaceDesk::options() const
{
    if (!service() || !m_snapshot.operation)
        return {};
    auto all = service()->options(wholeTarget());
    std::erase_if(all, [this](const LoadOption &option) { return m_described.settled.contains(option.id); });
    return all;
}

/// With what was chosen of options that there are no more: one of them may be what the others hang on.
Target PlaceDesk::wholeTarget() const
{
    Target whole = m_snapshot.target();
    whole.options = m_snapshot.ways.options;
    return settledTarget(whole, m_described);
}

QStringList PlaceDesk::settledWords() const
{
    QStringList words;
    if (!service() || !m_snapshot.operation)
        return words;
    for (const LoadOption &option : service()->options(wholeTarget())) {
        const QString value = m_described.settled.value(option.id).toString();
        const auto choice = std::ranges::find(option.choices, value, &OptionChoice::value);
        if (!option.isWhereTo || !m_described.settled.contains(option.id) || choice == option.choices.end())
            continue;
        //: %1 what could be chosen elsewhere: "The records belong to", %2 the choice: "contacts"
        words << tr("%1: %2. It has been so since it was made.").arg(option.label, choice->label);
    }
    return words;
}

Target PlaceDesk::target() const
{
    Target whole = m_snapshot.target();
    for (const LoadOption &option : options()) {
        if (const auto chosen = m_snapshot.ways.options.constFind(option.id);
            chosen != m_snapshot.ways.options.constEnd())
            whole.options.insert(option.id, *chosen);
    }
    return settledTarget(whole, m_described);
}

std::vector<OptionChoice> PlaceDesk::choicesOf(const LoadOption &option) const
{
    std::vector<OptionChoice> all = option.choices;
    if (all.empty() && option.kind == LoadOption::Kind::Choice)
        all.push_back({ .value = {}, .label = tr("none", "nothing is chosen") });
    const auto &known = m_snapshot.choices.known;
    if (const auto found = known.find(option.id); found != known.end())
        all.insert(all.end(), found->second.begin(), found->second.end());
    return all;
}

QString PlaceDesk::chosenOf(const LoadOption &option) const
{
    const auto usual = option.choices.empty() ? QString() : option.choices.front().value;
    return m_snapshot.ways.options.value(option.id).toString(usual);
}

std::vector<JobKind> PlaceDesk::kinds() const
{
    std::vector<JobKind> found;
    if (!service() || !m_snapshot.operation)
        return found;
    for (const JobKind &kind : service()->jobKinds()) {
        if (service()->takes(kind, target()) && service()->sets(kind, m_fields))
            found.push_back(kind);
    }
    return found;
}

std::vector<JobKind> PlaceDesk::kindsRuledOut() const
{
    std::vector<JobKind> found;
    if (!service() || !m_snapshot.operation)
        return found;
    for (const JobKind &kind : service()->jobKinds()) {
        const bool could = service()->takes(kind, settledTarget(m_snapshot.target(), m_described));
        if (could && !(service()->takes(kind, target()) && service()->sets(kind, m_fields)))
            found.push_back(kind);
    }
    return found;
}

void PlaceDesk::setOption(const QString &option, const QJsonValue &value)
{
    const QJsonObject before = m_snapshot.ways.options;
    if (value.isUndefined())
        m_snapshot.ways.options.remove(option);
    else
        m_snapshot.ways.options.insert(option, value);
    if (before == m_snapshot.ways.options)
        return;
    fit();
    dropKindThatDoesNotFit();
    findLostChoice();
    Q_EMIT changed();
}

void PlaceDesk::forgetChoices()
{
    m_asking.cancel();
    m_snapshot.choices = {};
    m_snapshot.lostChoice.clear();
}

/// What stands in the question is asked for at once: a profile's choice has to have its name.
void PlaceDesk::startAsking()
{
    const auto all = options();
    const bool wanted = std::ranges::any_of(
        all, [](const LoadOption &option) { return belongsToQuestion(option) && option.asksAccount; });
    if (wanted)
        askChoices();
}

void PlaceDesk::askChoices()
{
    if (m_snapshot.choices.state == Choices::State::NotAsked)
        askChoicesAgain();
}

void PlaceDesk::askChoicesAgain()
{
    QStringList asked;
    for (const LoadOption &option : options()) {
        if (option.asksAccount)
            asked << option.id;
    }
    if (asked.isEmpty() || !m_session || m_snapshot.choices.state == Choices::State::Asking)
        return;
    m_snapshot.choices.state = Choices::State::Asking;
    m_asking.start([session = m_session, asked,
                    target = m_snapshot.target()](const Progress &, std::stop_token stop) -> Result<Choices> {
        Choices found { .state = Choices::State::Known, .known = {}, .error = {} };
        for (const QString &option : asked) {
            auto choices = session->choices(option, target, stop);
            if (choices) {
                found.known.emplace(option, std::move(*choices));
            } else {
                found.state = Choices::State::Failed;
                found.error = choices.error();
            }
        }
        return found;
    });
    Q_EMIT changed();
}

void PlaceDesk::findLostChoice()
{
    m_snapshot.lostChoice.clear();
    for (const LoadOption &option : options()) {
        const bool known = !option.asksAccount || m_snapshot.choices.known.contains(option.id);
        if (!belongsToQuestion(option) || option.kind != LoadOption::Kind::Choice || !known)
            continue;
        const auto choices = choicesOf(option);
        if (std::ranges::find(choices, chosenOf(option), &OptionChoice::value) == choices.end())
            m_snapshot.lostChoice = option.label;
    }
}

void PlaceDesk::lookUnderWay()
{
    const auto ways = kinds();
    if (std::ranges::all_of(ways, [](const JobKind &kind) { return kind.workedAtOnce == 0; }))
        return;
    m_lookingUnderWay.start([folder = m_bench.folders.runs(),
                             account = m_snapshot.account](const Progress &, std::stop_token stop) {
        return partsUnderWay(folder, account, stop);
    });
}

void PlaceDesk::takeFields(const QStringList &fields)
{
    if (m_fields == fields)
        return;
    const auto before = kindFor(rows());
    m_fields = fields;
    dropKindThatDoesNotFit();
    const auto now = kindFor(rows());
    if ((before ? before->id : QString()) != (now ? now->id : QString()))
        Q_EMIT changed();
}

QString PlaceDesk::sentence() const
{
    if (!m_snapshot.complete() || !m_snapshot.objectInfo())
        return {};
    QStringList sentences { whatHappens() };
    for (const QString &choice : choicesInWords())
        sentences << tr("%1.", "a sentence: Add to a list: Fair 2026").arg(choice);
    return sentences.join(u' ');
}

QStringList PlaceDesk::choicesInWords() const
{
    return service() && m_snapshot.operation ? whereToWords(*service(), target(), m_snapshot.choices)
                                             : QStringList();
}

QString PlaceDesk::whatHappens() const
{
    const ObjectInfo *object = m_snapshot.objectInfo();
    const QString rows = m_file.snapshot().counted
        ? tr("%Ln row(s)", nullptr, static_cast<int>(m_file.snapshot().rows()))
        : tr("all rows");
    const QString where = m_snapshot.account.name; // the person's own name for it
    const Field *key = m_snapshot.schema.field(m_snapshot.keyField);
    const QString keyLabel = key ? key->label : m_snapshot.keyField;
    if (!m_snapshot.questions().empty())
        return whatIsKept();
    switch (*m_snapshot.operation) {
    case Operation::Insert:
        //: %1 "480 rows", %2 "Contacts", %3 the account
        return tr("Add %1 as new records (%2) to %3.").arg(rows, object->labelPlural, where);
    case Operation::Upsert:
        return tr("Add %1 to %3 or update the records there (%2) with the same %4.")
            .arg(rows, object->labelPlural, where, keyLabel);
    case Operation::Update:
        //: %1 "480 rows", %2 "Contacts", %3 the account
        return m_snapshot.foundById()
            ? tr("Update the records (%2) in %3 whose ids stand in %1. Nothing is added.")
                  .arg(rows, object->labelPlural, where)
            : tr("Update the records (%2) in %3 with the same %4 as in %1. Nothing is added.")
                  .arg(rows, object->labelPlural, where, keyLabel);
    case Operation::Delete:
        //: %1 "480 rows", %2 "Contacts", %3 the account, %4 a column
        return tr("Delete the records (%2) in %3 whose ids stand in the column “%4” (%1).")
            .arg(rows, object->labelPlural, where, m_snapshot.idColumn);
    }
    return {};
}

} // namespace rowlift::ui
