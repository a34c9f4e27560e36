#pragma once

#include "app/csv/column_look.h"
#include "app/draft/name_survey.h"
#include "app/schema/schema.h"
#include "ui/work/work.h"

#include <QStringList>

#include <optional>

namespace rowlift::ui {

/// A column of whole names beside fields for first and last names that get nothing: the proposal to split it.
/// All of its rows are looked at, so that it can say how many names need a look.
class NameProposal : public QObject {
    Q_OBJECT

public:
    struct Split {
        int column = -1;
        QString firstName; ///< The field for it.
        QString lastName;

        bool operator==(const Split &) const = default;
    };

    explicit NameProposal(QObject *parent = nullptr);

    /// What the names of columns and fields mean: asked once, for it takes a while.
    void know(const std::vector<ColumnLook> &looks, const Schema &schema, Operation operation);
    /// The mapping of \a draft is another, perhaps.
    void look(const Draft &draft);
    void stop();
    /// What is proposed; empty: nothing.
    const std::optional<Split> &split() const { return m_split; }
    /// What its rows say; null: not known yet.
    const NameSurvey *survey() const { return m_survey ? &*m_survey : nullptr; }
    /// Most names are written "Last, First".
    bool isLastFirst() const { return m_survey && m_survey->order() == NameOrder::LastFirst; }
    /// Whether \a field takes a first or a last name, where the file has a column of whole names.
    bool isName(const QString &field) const
    {
        return m_firstNames.contains(field) || m_lastNames.contains(field);
    }
    /// Which piece goes to \a field of the split.
    Piece pieceFor(const QString &field) const;

Q_SIGNALS:
    void changed();

private:
    std::optional<Split> find(const Draft &draft) const;

    std::vector<int> m_columns; ///< Those of whole names.
    QStringList m_firstNames; ///< Fields for them.
    QStringList m_lastNames;
    std::optional<Split> m_split;
    std::optional<NameSurvey> m_survey;
    Work<NameSurvey> m_work;
};

} // namespace rowlift::ui
