#pragma once

#include "app/mapping/consent_count.h"
#include "ui/desk/map_desk.h"

#include <QCoreApplication>

namespace rowlift::ui {

/// What is sent to a field that says whether people may be contacted, in words.
class ConsentWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::ui::ConsentWords)

public:
    ConsentWords(const MapDesk &desk, const QString &field);

    /// The field is of consent.
    [[nodiscard]] bool isOfConsent() const { return m_sense.has_value(); }
    /// Both ways of reading a column make sense: it is a yes/no field with a column.
    [[nodiscard]] bool canBeTurned() const;
    /// People who are there may be changed, so that it matters what is sent.
    [[nodiscard]] bool mayAllowAgain() const;
    [[nodiscard]] bool sendsOnlyStops() const;
    [[nodiscard]] const std::optional<ConsentCount> &count() const { return m_count; }

    /// For the row of the table; empty: nothing that a person would not expect.
    [[nodiscard]] QString line() const;
    /// "31,000 rows allow contact (“ja”). Sending that would …"
    [[nodiscard]] QString question() const;
    [[nodiscard]] QString onlyStops() const; ///< "Send only the 4,210 unsubscribes"
    [[nodiscard]] QString both() const;
    /// "“ja”, “x”: 15,120 rows · opted out", a line for each meaning; empty: not known yet.
    [[nodiscard]] QString values() const;
    /// Rows that say neither yes nor no, and are left out for it.
    [[nodiscard]] qint64 undecided() const;
    [[nodiscard]] QString unclear() const; ///< "12 rows say neither yes nor no"; empty: none does.
    /// "“ja” in the file means: not opted out (turned round)"
    [[nodiscard]] QString reading(bool turned) const;

private:
    [[nodiscard]] QString sample() const;
    [[nodiscard]] QString listed(const QStringList &values) const;
    [[nodiscard]] QString meaning(bool yes) const; ///< Of what is sent.
    [[nodiscard]] QString serviceName() const;
    [[nodiscard]] QString turnedWords() const;
    [[nodiscard]] QString sendWords() const;

    const MapDesk &m_desk;
    const Field *m_field = nullptr;
    const Treatment *m_treatment = nullptr;
    std::optional<ConsentSense> m_sense;
    std::optional<ConsentSense> m_column; ///< What its column's name says.
    std::optional<ConsentCount> m_count; ///< Empty: not known yet, or a fixed value.
    bool m_isFixed = false;
};

} // namespace rowlift::ui
