#pragma once

#include "app/draft/draft.h"
#include "app/service/outcome.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <vector>

namespace rowlift::testing {

/// A large, messy file of people for Marketo, the same for the same seed: what is planted for each row, and
/// who must be stored at the end.
class Crowd {
public:
    /// What was planted for a row.
    enum class Fate : quint8 {
        In,
        Warned, ///< In, but its address is none.
        Doubled, ///< Two people have its address already: it fails.
        NoAddress, ///< Left out by Check.
        NoNumber ///< The same.
    };

    Crowd(int rows, quint32 seed);

    int rows() const { return int(m_fates.size()); }
    const QByteArray &source() const { return m_source; }
    /// Who is there beforehand, those of one address behind each other.
    QList<QJsonObject> seeds() const;
    static QStringList header();
    static Target target();
    static Mapping mapping();
    Fate fate(int row) const { return m_fates[size_t(row - 1)]; }
    qint64 count(Fate fate) const;
    /// What \a outcome and \a code have to do with what was planted for \a row; empty: just that.
    QString wrong(int row, Outcome outcome, const QString &code) const;
    /// What is stored against who must be; empty: just they.
    QString wrongPeople(const QList<QJsonObject> &stored) const;

private:
    QByteArray addressOf(int person) const;

    QByteArray m_source;
    std::vector<Fate> m_fates;
    std::vector<int> m_people; ///< By row: whom it names.
    std::vector<int> m_last; ///< By person: the last row that is in and names them; 0: none.
    int m_doubles = 0;
};

} // namespace rowlift::testing
