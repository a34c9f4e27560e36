#pragma once

#include "app/practice/marketo/book.h"

#include <QByteArray>

#include <string_view>
#include <vector>

namespace rowlift::practice::marketo {

/// What an import brings where.
struct ImportPlan {
    enum class Kind { Leads, CustomObjects, ProgramMembers };

    Kind kind = Kind::Leads;
    int object = Leads;
    const Fields *fields = nullptr;
    const Fields *memberFields = nullptr; ///< Of program members, besides those of leads.
    QList<const Field *> keys; ///< The look-up field, or a custom object's dedupe fields.
    int partition = 0; ///< 0: none was named.
    qint64 list = 0;
    qint64 program = 0;
    QByteArray programStatus;
    bool judging = true; ///< False: whatever can be stored is taken.
};

/// What became of a row: it is in unless it has a failure.
struct Verdict {
    QByteArray failure;
    QByteArray warning;
};

/// Judges the rows of one import and stores those that are good. Belongs to its store's thread.
/// Source: contracts/marketo.md, 9.2, 9.3, 9.5 and 9.6.
class Judge {
public:
    Judge(ImportPlan plan, Store &store, const Clock &clock);
    void readHeader(const std::vector<std::string_view> &names);
    /// \a cells may be fewer than the header's; missing ones are empty.
    Verdict judge(const std::vector<std::string_view> &cells);

private:
    struct Column {
        const Field *field = nullptr; ///< Null: ignored.
        bool ofMember = false;
    };

    /// Fills m_changes; the first fault that is met.
    QByteArray read(const std::vector<std::string_view> &cells, QByteArray *warning);
    QByteArray keyLiterals(const std::vector<std::string_view> &cells);
    Verdict lead();
    Verdict customObject();
    void enrol(qint64 lead);

    const ImportPlan m_plan;
    Store &m_store;
    Book m_book;
    std::vector<Column> m_columns;
    std::vector<std::ptrdiff_t> m_keyColumns; ///< By key; -1: the column is missing.
    std::vector<Change> m_changes;
    std::vector<Change> m_memberChanges;
    std::vector<QByteArray> m_keys; ///< Their literals in the row at hand.
    const Clock &m_clock;
};

} // namespace rowlift::practice::marketo
