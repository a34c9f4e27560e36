#include "ui/desk/place_desk.h"

#include <algorithm>

namespace rowlift::ui {

bool PlaceDesk::Snapshot::complete() const
{
    const bool listIsOpen = grouping.state == Grouping::State::Reading
        || (grouping.state == Grouping::State::Asked && (!grouping.groups || !wrongListName().isEmpty()));
    if (stage != Stage::Ready || !operation || !lostChoice.isEmpty() || openQuestion() || listIsOpen)
        return false;
    switch (*operation) {
    case Operation::Insert:
        return true;
    case Operation::Upsert:
    case Operation::Update:
        return !keyField.isEmpty() || !questions().empty(); // one without a key makes it of the row
    case Operation::Delete:
        return !idColumn.isEmpty();
    }
    return false;
}

Target PlaceDesk::Snapshot::target() const
{
    const bool named = operation == Operation::Upsert || (operation == Operation::Update && !foundById());
    const bool groups = grouping.state == Grouping::State::Asked && grouping.groups.value_or(false);
    return { .object = object,
             .operation = operation.value_or(Operation::Insert),
             .keyField = named ? keyField : QString(),
             .list = groups ? grouping.list : QString() };
}

bool PlaceDesk::Snapshot::foundById() const
{
    const Field *id = idField();
    return operation == Operation::Update && id && keyField == id->name;
}

const Field *PlaceDesk::Snapshot::idField() const
{
    const auto found = std::ranges::find(schema.fields, FieldType::Id, &Field::type);
    return found == schema.fields.end() ? nullptr : &*found;
}

const ObjectInfo *PlaceDesk::Snapshot::objectInfo() const
{
    const auto found = std::ranges::find_if(
        objects, [this](const ObjectChoice &choice) { return choice.object.name == object; });
    return found == objects.end() ? nullptr : &found->object;
}

bool PlaceDesk::Snapshot::wantsSecret() const
{
    return stage == Stage::Failed && account.environment != Environment::Practice
        && (error.kind == Error::Kind::SignIn || error.kind == Error::Kind::Storage);
}

bool PlaceDesk::Snapshot::isSignedOut() const
{
    return wantsSecret() && !(facts.organization.isEmpty() && facts.user.isEmpty());
}

PlaceDesk::PlaceDesk(const Bench &bench, FileDesk &file, QObject *parent)
    : QObject(parent)
    , m_bench(bench)
    , m_file(file)
{
    connect(&m_connecting, &WorkBase::finished, this, &PlaceDesk::takeConnection);
    connect(&m_describing, &WorkBase::finished, this, &PlaceDesk::takeDescribe);
    connect(&m_asking, &WorkBase::finished, this, [this] {
        m_snapshot.choices = *m_asking.result();
        findLostChoice();
        Q_EMIT changed();
    });
    connect(&m_readingKeys, &WorkBase::finished, this, &PlaceDesk::takeKeys);
    connect(&m_lookingUnderWay, &WorkBase::finished, this, [this] {
        const auto &found = m_lookingUnderWay.result();
        m_snapshot.underWay = found ? *found : std::vector<PartsUnderWay>();
        Q_EMIT changed();
    });
    connect(&m_bench.accounts, &AccountDesk::changed, this, &PlaceDesk::takeAccounts);
    connect(&m_file, &FileDesk::reread, this, &PlaceDesk::takeFile);
}

QString PlaceDesk::unknownService(const QString &id)
{
    return tr("This Rowlift does not know the service of this account (%1). A newer one does.").arg(id);
}

const Service *PlaceDesk::service() const
{
    return m_snapshot.stage == Stage::NoAccount ? nullptr
                                                : serviceById(m_bench.services, m_snapshot.account.service);
}

bool PlaceDesk::cannotImport() const
{
    const Service *chosen = service();
    return m_snapshot.stage == Stage::Failed
        && (!chosen || (m_snapshot.connected && rowlift::cannotImport(*chosen)));
}

void PlaceDesk::chooseAccount(const QString &name)
{
    const Account *account = m_bench.accounts.byName(name);
    if (!account
        || (m_snapshot.account == *account && m_snapshot.stage != Stage::NoAccount
            && m_snapshot.stage != Stage::Failed))
        return;
    // What a profile asks for goes on with any account of its service; a person's own choices do not.
    if (m_wish.service != account->service)
        m_wish = {};
    m_snapshot = {};
    m_snapshot.account = *account;
    m_snapshot.facts.environment = account->environment;
    connectAccount();
}

void PlaceDesk::chooseNone()
{
    m_connecting.cancel();
    m_describing.cancel();
    m_asking.cancel();
    m_readingKeys.cancel();
    m_session.reset();
    m_wish = {};
    m_snapshot = {};
    m_described = {};
    Q_EMIT changed();
}

/// The chosen account may have another name now, another address, or be gone.
void PlaceDesk::takeAccounts()
{
    if (m_snapshot.stage == Stage::NoAccount)
        return;
    const Account before = m_snapshot.account;
    const Account *now = m_bench.accounts.byId(before.id);
    if (!now) {
        chooseNone();
        return;
    }
    if (before == *now)
        return;
    m_snapshot.account = *now;
    const bool sameDoor = before.url == now->url && before.signIn == now->signIn && before.user == now->user;
    if (sameDoor)
        Q_EMIT changed();
    else
        connectAccount();
}

void PlaceDesk::connectAccount()
{
    m_describing.cancel();
    forgetChoices();
    if (m_wish.object.isEmpty()) // again: what was chosen stays
        m_wish = whatWasChosen();
    m_snapshot.connected = false;
    m_session.reset();
    const Service *chosen = serviceById(m_bench.services, m_snapshot.account.service);
    if (!chosen) { // the book of a newer Rowlift
        m_connecting.cancel();
        fail({ .kind = Error::Kind::BadInput,
               .sentence = unknownService(m_snapshot.account.service),
               .detail = {},
               .retryAfter = {} });
        return;
    }
    m_snapshot.stage = Stage::Connecting;
    m_session = m_bench.openSession(m_snapshot.account);
    m_connecting.start([session = m_session, objectsToo = !rowlift::cannotImport(*chosen)](
                           const Progress &, std::stop_token stop) -> Result<Connection> {
        const auto facts = session->test(stop);
        if (!facts)
            return tl::unexpected(facts.error());
        if (!objectsToo)
            return Connection { .facts = *facts, .objects = {} };
        auto objects = session->objects(stop);
        if (!objects)
            return tl::unexpected(objects.error());
        return Connection { .facts = *facts, .objects = std::move(*objects) };
    });
    Q_EMIT changed();
}

void PlaceDesk::takeConnection()
{
    const auto &connection = m_connecting.result();
    if (!connection) {
        fail(connection.error());
        return;
    }
    m_snapshot.facts = connection->facts;
    m_snapshot.connected = true;
    if (m_snapshot.account.environment == Environment::Practice || !service()->tellsEnvironment())
        m_snapshot.facts.environment = m_snapshot.account.environment;
    if (m_snapshot.account.environment == Environment::Practice && !service()->tellsEnvironment())
        m_snapshot.facts.organization.clear(); // the address of this computer, which says nothing
    if (const auto reason = rowlift::cannotImport(*service())) {
        fail(*reason);
        return;
    }
    m_snapshot.objects.clear();
    for (const ObjectInfo &object : connection->objects)
        m_snapshot.objects.push_back({ .object = object });
    m_snapshot.stage = Stage::ChooseObject;
    if (m_wish.object.isEmpty() && m_snapshot.objects.size() == 1 && service()->newObjectLabel().isEmpty())
        chooseObject(m_snapshot.objects.front().object.name); // there is nothing to ask
    else if (m_wish.object.isEmpty())
        Q_EMIT changed();
    else if (m_wish.object == m_snapshot.object && m_snapshot.objectInfo())
        describe(); // again: the columns' mapping hangs on action and key, so these stay meanwhile
    else
        chooseObject(m_wish.object);
}

void PlaceDesk::chooseObject(const QString &name)
{
    if (m_snapshot.object == name && m_snapshot.stage == Stage::Ready)
        return;
    std::erase_if(m_snapshot.objects, [&name](const ObjectChoice &choice) {
        return choice.object.isNew && choice.object.name != name;
    });
    m_snapshot.object = name;
    if (!m_snapshot.objectInfo()) {
        if (const auto made = newObject(name))
            m_snapshot.objects.push_back({ .object = *made });
    }
    m_readingKeys.cancel();
    m_asked = {};
    m_snapshot.answers.clear();
    m_snapshot.grouping = {};
    m_snapshot.operation.reset();
    m_snapshot.keyField.clear();
    m_snapshot.keyColumn.clear();
    m_snapshot.idColumn.clear();
    m_snapshot.ways = {};
    forgetChoices();
    describe();
}

void PlaceDesk::describe()
{
    m_snapshot.stage = Stage::ReadingFields;
    m_describing.start([session = m_session, service = service(), object = m_snapshot.object](
                           const Progress &, std::stop_token stop) -> Result<Described> {
        auto document = session->describe(object, stop);
        if (!document)
            return tl::unexpected(document.error());
        auto schema = service->schemaFrom(*document);
        if (!schema)
            return tl::unexpected(schema.error());
        return Described { .document = std::move(*document), .schema = std::move(*schema) };
    });
    Q_EMIT changed();
}

void PlaceDesk::takeDescribe()
{
    const auto &described = m_describing.result();
    if (!described) {
        fail(described.error());
        return;
    }
    m_snapshot.describe = described->document;
    m_described = described->schema;
    m_snapshot.schema = m_described;
    m_snapshot.stage = Stage::Ready;
    if (m_wish.object == m_snapshot.object)
        takeWish();
    m_wish = {};
    takeTheOnlyWay();
    lookUnderWay();
    Q_EMIT changed();
    Q_EMIT fieldsChanged();
}

void PlaceDesk::takeWish()
{
    m_snapshot.operation = m_wish.operation;
    m_snapshot.keyField = m_wish.keyField;
    m_snapshot.idColumn = m_wish.idColumn;
    m_snapshot.ways = m_wish.ways;
    if (m_wish.operation == Operation::Update && m_wish.keyField.isEmpty() && m_snapshot.idField())
        m_snapshot.keyField = m_snapshot.idField()->name; // a target says nothing where rows name ids
    takeAnswers(m_wish);
    takeFile();
}

void PlaceDesk::fail(const Error &error)
{
    m_snapshot.stage = Stage::Failed;
    if (error.kind == Error::Kind::SignIn)
        m_snapshot.connected = false;
    m_snapshot.error = error;
    Q_EMIT changed();
}

void PlaceDesk::chooseOperation(Operation operation)
{
    if (m_snapshot.stage != Stage::Ready || m_snapshot.operation == operation)
        return;
    m_snapshot.operation = operation;
    dropWhatDoesNotFit();
    fit();
    propose();
    forgetChoices();
    startAsking();
    Q_EMIT changed();
}

void PlaceDesk::chooseKey(const QString &field)
{
    if (m_snapshot.keyField == field)
        return;
    m_snapshot.keyField = field;
    m_snapshot.keyColumn.clear();
    Q_EMIT changed();
}

void PlaceDesk::chooseIdColumn(const QString &column)
{
    if (m_snapshot.idColumn == column)
        return;
    m_snapshot.idColumn = column;
    m_snapshot.idColumnProposed = false;
    Q_EMIT changed();
    Q_EMIT fieldsChanged();
}

void PlaceDesk::choose(const Wish &wish)
{
    m_wish = wish;
    if (!m_bench.accounts.byName(wish.account)) {
        chooseNone();
        m_wish = wish;
        m_snapshot.wish = wish;
        Q_EMIT changed();
        Q_EMIT accountWanted();
    } else if (m_snapshot.account.name != wish.account || m_snapshot.stage == Stage::NoAccount
               || m_snapshot.stage == Stage::Failed) {
        m_snapshot.stage = Stage::NoAccount;
        chooseAccount(wish.account);
    } else if (m_snapshot.stage != Stage::Connecting) {
        m_snapshot.object.clear();
        chooseObject(wish.object);
    }
}

void PlaceDesk::tryAgain()
{
    if (m_snapshot.stage == Stage::Failed)
        connectAccount();
}

} // namespace rowlift::ui
