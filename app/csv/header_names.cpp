#include "app/csv/record_index.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>

namespace rowlift {

namespace {

struct HeaderWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Columns)
};

/// \a name, or with " (2)", " (3)" … behind it, so that it is in \a taken only now. \a last: the number that
/// each name came to, for a hundred thousand columns may have the same.
QString claimFreeName(const QString &name, QSet<QString> &taken, QHash<QString, int> &last)
{
    QString free = name;
    for (int &number = last[name]; taken.contains(free); ++number)
        free = QStringLiteral("%1 (%2)").arg(name).arg(number + 2);
    taken.insert(free);
    return free;
}

} // namespace

QString columnLetters(int column)
{
    QString letters;
    for (int rest = column; rest >= 0; rest = rest / 26 - 1)
        letters.prepend(QChar(u'A' + rest % 26));
    return letters;
}

QStringList joinedHeader(const QStringList &above, const QStringList &below)
{
    if (above.isEmpty())
        return below;
    QStringList joined;
    QString group; // stands once above all of its columns
    for (qsizetype column = 0; column < std::max(above.size(), below.size()); ++column) {
        const QString lower = below.value(column).trimmed();
        QString upper = above.value(column).trimmed();
        if (!upper.isEmpty())
            group = upper;
        else if (!lower.isEmpty())
            upper = group;
        joined.append(upper.isEmpty() || lower.isEmpty() ? upper + lower : upper + u' ' + lower);
    }
    return joined;
}

QStringList columnNames(const QStringList &header, int columns)
{
    // The names of the file come first: one that is really called "Phone (2)" keeps it.
    QSet<QString> taken;
    std::vector<bool> keepsName(static_cast<std::size_t>(std::max(columns, 0)));
    const auto nameOf
        = [&header](int column) { return column < header.size() ? header[column].trimmed() : QString(); };
    for (int column = 0; column < columns; ++column) {
        const QString name = nameOf(column);
        keepsName[static_cast<std::size_t>(column)] = !name.isEmpty() && !taken.contains(name);
        if (!name.isEmpty())
            taken.insert(name);
    }
    QStringList names;
    QHash<QString, int> last;
    for (int column = 0; column < columns; ++column) {
        const QString name = nameOf(column);
        if (keepsName[static_cast<std::size_t>(column)])
            names.append(name);
        else if (!name.isEmpty())
            names.append(claimFreeName(name, taken, last));
        else
            names.append(claimFreeName(HeaderWords::tr("Column %1").arg(columnLetters(column)), taken, last));
    }
    return names;
}

} // namespace rowlift
