#pragma once

#include "app/check/check.h"

#include <QCoreApplication>

namespace rowlift::ui {

/// What is wrong with a row and what happens with it, as sentences for the note below it.
class RowSentences {
    Q_DECLARE_TR_FUNCTIONS(rowlift::ui::RowSentences)

public:
    /// \a service: its name for people. \a columns: how many cells a row should have.
    RowSentences(const Schema &schema, const QString &service, qsizetype columns);

    /// "Country: “Grossbritanien” is not on Salesforce's list."
    QString about(const CellNote &note, qsizetype cells) const;
    /// All of them, and what happens: "… This row is left out."
    QString all(const std::vector<CellNote> &notes, qsizetype cells) const;

private:
    QString quoted(const CellNote &note) const;

    const Schema &m_schema;
    QString m_service;
    qsizetype m_columns;
};

} // namespace rowlift::ui
