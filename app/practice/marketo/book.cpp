#include "app/practice/marketo/book.h"

#include "app/practice/marketo/values.h"

#include <algorithm>

namespace rowlift::practice::marketo {

QList<qint64> Book::matches(const Field &by, const QByteArray &literal, int most, qint64 after)
{
    if (by.name != "id")
        return m_store.withKey({ by.number, keyOf(by, literal) }, most, after);
    const auto found = m_store.find(literal.toLongLong());
    return found && found->object == m_object && found->id > after ? QList<qint64> { found->id }
                                                                   : QList<qint64>();
}

qint64 Book::create(int partition, std::span<const Change> changes, const Key &key)
{
    Members members;
    for (const Change &change : changes)
        if (!change.literal.isEmpty())
            members.append({ change.field->name, change.literal });
    QList<Key> keys = keysOf(members);
    if (!key.second.isEmpty())
        keys.append(key);
    return m_store.insert(m_object, partition, dataOf(members), keys, m_clock.now());
}

void Book::change(qint64 id, std::span<const Change> changes)
{
    auto record = m_store.find(id);
    if (!record)
        return;
    Members members = membersOf(record->data);
    QList<Key> gone;
    QList<Key> come;
    for (const Change &change : changes) {
        const auto found = std::find_if(members.begin(), members.end(), [&](const auto &member) {
            return member.first == change.field->name;
        });
        const QByteArray before = found == members.end() ? QByteArray() : found->second;
        if (before == change.literal)
            continue;
        if (change.field->key && !before.isEmpty())
            gone.append({ change.field->number, keyOf(*change.field, before) });
        if (change.field->key && !change.literal.isEmpty())
            come.append({ change.field->number, keyOf(*change.field, change.literal) });
        if (change.literal.isEmpty())
            members.erase(found);
        else if (found == members.end())
            members.append({ change.field->name, change.literal });
        else
            found->second = change.literal;
    }
    record->data = dataOf(members);
    m_store.update(*record, gone, come, m_clock.now());
}

bool Book::remove(qint64 id)
{
    const auto record = m_store.find(id);
    if (!record || record->object != m_object)
        return false;
    m_store.remove(id, keysOf(membersOf(record->data)));
    return true;
}

QList<Key> Book::keysOf(const Members &members) const
{
    QList<Key> keys;
    for (const auto &[name, literal] : members)
        if (const Field *field = m_fields.named(name); field && field->key)
            keys.append({ field->number, keyOf(*field, literal) });
    return keys;
}

} // namespace rowlift::practice::marketo
