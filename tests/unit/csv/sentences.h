#pragma once

#include <QList>
#include <QString>

namespace rowlift {

/// Five lines in one language, and the encodings from before Unicode that people write it in.
struct Sentences {
    const char *language;
    QList<QByteArray> encodings;
    QStringList lines;
};

/// Rows as in lists of customers: a name, a place, a remark.
QList<Sentences> sentencesOfTheWorld();

} // namespace rowlift
