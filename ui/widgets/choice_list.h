#pragma once

#include <QAbstractListModel>
#include <QList>

namespace rowlift::ui {

/// One row of a SearchableCombo: two lines, perhaps a badge, perhaps a reason why it cannot be chosen.
struct ChoiceRow {
    QString id;
    QString name;
    QString secondLine; ///< "MobilePhone · text · 40"
    QString badgeIcon; ///< Icon name: "star" required, "key", "lock".
    QString badgeText; ///< What the badge says: for tooltip and screen reader, and beside it in the row.
    QString disabledReason; ///< Not empty: shown grey with this reason, and cannot be chosen.
    QString group; ///< Rows of one group stand together under this heading; empty: no heading.
    QString search; ///< More words that the filter finds: synonyms.
    bool taken = false; ///< In use elsewhere, and taken from there: only who goes to the row chooses it.

    friend bool operator==(const ChoiceRow &, const ChoiceRow &) = default;
};

/// The rows that the filter lets through, with group headings while nothing is typed. All words typed must
/// occur in name, second line, badge or search; rows whose name begins with the text come first.
class ChoiceList : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        IsHeadingRole = Qt::UserRole,
        IdRole,
        SecondLineRole,
        BadgeIconRole,
        BadgeTextRole,
        ReasonRole
    };

    using QAbstractListModel::QAbstractListModel;

    void setRows(const QList<ChoiceRow> &rows);
    [[nodiscard]] const QList<ChoiceRow> &rows() const { return m_rows; }
    void setFilter(const QString &typed);
    /// A row of what was typed, before those that the filter lets through; without an id there is none.
    void setTyped(const ChoiceRow &row);
    void keepTyped(); ///< It was chosen: it is one of the rows from now on.

    [[nodiscard]] bool isHeading(int row) const;
    /// While nothing is typed.
    [[nodiscard]] bool hasHeadings() const { return m_headings; }
    [[nodiscard]] bool isTyped(int row) const { return m_lines[row].row == m_rows.size(); }
    [[nodiscard]] bool canBeChosen(int row) const;
    /// The first row that may be chosen by nobody going to it; -1 if there is none.
    [[nodiscard]] int firstProposed() const;
    [[nodiscard]] bool isTaken(int row) const { return rowAt(m_lines[row]).taken; }
    /// First row from \a from on that is no heading, in steps of \a step; -1 if there is none.
    [[nodiscard]] int rowFrom(int from, int step) const;
    [[nodiscard]] int rowOf(const QString &id) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Line {
        qsizetype row = 0;
        bool heading = false;
    };

    void rebuild();
    [[nodiscard]] const ChoiceRow &rowAt(const Line &line) const;
    [[nodiscard]] QString spoken(const ChoiceRow &row) const;

    QList<ChoiceRow> m_rows;
    ChoiceRow m_typed;
    QList<Line> m_lines;
    QString m_filter;
    bool m_headings = false;
};

} // namespace rowlift::ui
