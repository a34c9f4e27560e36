#pragma once

#include "app/csv/dialect.h"

#include <QByteArray>

#include <random>

namespace rowlift {

/// A file and how it is to be read.
struct CsvInput {
    QByteArray text; ///< UTF-8, not always valid.
    Dialect dialect;
    qsizetype block = 1; ///< Of the reader, in bytes.
};

/// Makes up files of all kinds, good and broken; the same seed gives the same ones.
class CsvInputs {
public:
    explicit CsvInputs(quint64 seed)
        : m_random(seed)
    {
    }

    CsvInput next();
    /// One that is as large as several real blocks.
    CsvInput nextLarge();

private:
    int below(int limit) { return static_cast<int>(m_random() % static_cast<unsigned>(limit)); }
    bool oneIn(int times) { return below(times) == 0; }
    template <typename List>
    auto pick(const List &list);

    Dialect dialect();
    QByteArray lineEnd();
    QByteArray word();
    QByteArray special();
    QByteArray filler();
    QByteArray soup(int pieces);
    QByteArray table(int rows);
    QByteArray cell();
    void mutate(QByteArray &text);

    std::mt19937_64 m_random;
    Dialect m_dialect;
    int m_lineEnds = 0;
};

} // namespace rowlift
