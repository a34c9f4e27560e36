#pragma once

#include "app/practice/clock.h"
#include "app/practice/marketo/fields.h"
#include "app/practice/marketo/store.h"

#include <span>
#include <vector>

namespace rowlift::practice::marketo {

/// What a field is to become; without a literal it is cleared.
struct Change {
    const Field *field = nullptr;
    QByteArray literal;
};

/// The objects of which there are records; custom objects follow.
enum ObjectNumber : int { Leads = 1, ProgramMembers = 2, CustomObjects = 10 };

/// Finds and writes the records of one object. Belongs to its store's thread; writes stand between the
/// store's begin() and commit().
class Book {
public:
    Book(int object, const Fields &fields, Store &store, const Clock &clock)
        : m_object(object)
        , m_fields(fields)
        , m_store(store)
        , m_clock(clock)
    {
    }

    /// The ids of at most \a most records with that value.
    QList<qint64> matches(const Field &by, const QByteArray &literal, int most = 2, qint64 after = 0);
    /// \a key is one more than those of the fields.
    qint64 create(int partition, std::span<const Change> changes, const Key &key = {});
    void change(qint64 id, std::span<const Change> changes);
    bool remove(qint64 id);

private:
    QList<Key> keysOf(const Members &members) const;

    int m_object;
    const Fields &m_fields;
    Store &m_store;
    const Clock &m_clock;
};

} // namespace rowlift::practice::marketo
