#pragma once

#include "app/check/check.h"
#include "app/csv/record_index.h"
#include "app/draft/draft.h"
#include "app/mapping/record_builder.h"
#include "app/schema/schema.h"

#include <QHash>
#include <QString>

#include <optional>
#include <string>
#include <vector>

namespace rowlift::ui {

/// What the rules say of a field: in the sample rows, or in all rows once the next step has checked them.
struct SampleCheck {
    bool whole = false; ///< All rows of the file.
    int rows = 0; ///< Rows looked at.
    int problems = 0; ///< Rows where the value is sure to be refused.
    int headsUps = 0;
    QString first; ///< The first thing found, in words.

    int needALook() const { return problems + headsUps; }
    bool operator==(const SampleCheck &) const = default;
};

/// What is held back of a field of consent was decided, and is said beside it: nobody has to look at it.
bool isDecided(Rule rule);

/// The first rows of the file and what becomes of them, by the record builder and the rules of the check. The
/// mapping is compiled once, however much is asked for.
class SampleRows {
public:
    void setRows(std::vector<TextRow> rows);
    /// What the rows go through from now on.
    void setDraft(const Draft &draft, const Schema &schema);

    int count() const { return static_cast<int>(m_rows.size()); }
    QString cell(int column, int row) const;
    qint64 record(int row) const; ///< In the file; -1: there is no such row.
    /// As it would be sent; null when it cannot be read, or the field gets nothing.
    QString sent(const QString &field, int row) const;
    /// Its value is held back (Held).
    bool isHeld(const QString &field, int row) const;
    /// Step by step; empty when the field gets nothing.
    ValueTrail trail(const QString &field, int row) const;
    /// What is sent, in the order of the draft's fields; blank where a value cannot be read.
    std::vector<std::string> valuesOf(int row) const;
    QStringList fields() const; ///< In the order in which they are sent.
    /// What \a mapping (of the same columns) would take for \a field, before its treatment.
    QString taken(const Mapping &mapping, const QString &field, int row) const;
    /// The same of one value and a piece of it.
    static QString takenOf(const Piece &piece, const QString &value);
    SampleCheck check(const QString &field) const;

private:
    struct Cells {
        std::vector<std::string> bytes;
        std::vector<std::string_view> views;
    };

    int indexOf(const QString &field) const { return m_fields.value(field, -1); }
    void judge(const Draft &draft, const Schema &schema);
    void build(int row) const;

    std::vector<TextRow> m_rows;
    std::vector<Cells> m_cells;
    mutable std::vector<int> m_held; ///< Of the same row: fields.
    mutable QStringList m_sent; ///< Of one row, by field of the builder; null where it cannot be read.
    mutable int m_sentRow = -1;
    std::vector<SampleCheck> m_checks;
    QHash<QString, int> m_fields; ///< Their place in the builder.
    mutable std::optional<RecordBuilder> m_builder; ///< Building reuses its memory.
};

} // namespace rowlift::ui
