// Holds the parts of a plan (or another program's file) against what generate_marketing planted: the header
// of each file, and every value of the columns taken, in order, as it is in the file or, with "!", as
// converting must make it.
//
//     check_plan people.csv.truth.json "Email=Email,LastName=Last name,Birthdate=Birthday!" part-1.csv
//     part-2.csv …
//
// Prints {"right": true, "said": […], "rows": [data rows of each file]}.
#include "tests/bench/marketing_rows.h"
#include "tests/bench/strict_reader.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace rowlift::bench {

using namespace Qt::StringLiterals;

namespace {

struct Taken {
    QString field;
    QString column;
    bool converted = false;
    ColumnTruth found = {};
};

std::vector<Taken> takenFrom(const QString &text)
{
    std::vector<Taken> taken;
    for (const QString &pair : text.split(u','))
        taken.push_back({ .field = pair.section(u'=', 0, 0),
                          .column = pair.section(u'=', 1).remove(u'!'),
                          .converted = pair.endsWith(u'!') });
    return taken;
}

ColumnTruth plantedFor(const Taken &taken, const QJsonArray &columns)
{
    for (const QJsonValue &column : columns) {
        if (column[u"name"].toString() != taken.column)
            continue;
        const QJsonValue json = taken.converted ? column[u"converted"] : column;
        return { .bytes = static_cast<quint64>(json[u"bytes"].toInteger()),
                 .blank = static_cast<quint64>(json[u"blank"].toInteger()),
                 .hash = json[u"hash"].toString().toULongLong(nullptr, 16) };
    }
    return { .hash = 1 };
}

class Checker {
public:
    explicit Checker(std::vector<Taken> taken)
        : m_taken(std::move(taken))
    {
    }

    void read(const QString &path)
    {
        StrictReader reader(path);
        std::vector<std::string> cells;
        if (!reader.open() || !reader.next(cells))
            return say(u"cannot read %1"_s.arg(path));
        bool alike = cells.size() == m_taken.size();
        for (std::size_t i = 0; alike && i < cells.size(); ++i)
            alike = QString::fromStdString(cells[i]) == m_taken[i].field;
        if (!alike)
            say(u"another header in %1"_s.arg(path));
        qint64 rows = 0;
        for (; reader.next(cells); ++rows) {
            if (cells.size() != m_taken.size() && ++m_uneven == 1)
                say(u"a row of %1 cells in %2"_s.arg(cells.size()).arg(path));
            cells.resize(m_taken.size());
            for (std::size_t i = 0; i < cells.size(); ++i)
                m_taken[i].found.add(cells[i]);
        }
        m_rows.append(rows);
        m_total += rows;
    }

    QJsonObject verdict(const QJsonObject &truth)
    {
        if (m_total != truth[u"dataRows"].toInteger())
            say(u"%1 rows, planted %2"_s.arg(m_total).arg(truth[u"dataRows"].toInteger()));
        for (const Taken &taken : m_taken) {
            const ColumnTruth planted = plantedFor(taken, truth[u"columns"].toArray());
            if (!(planted == taken.found))
                say(u"%1: %2 bytes and %3 blank, planted %4 and %5"_s.arg(taken.field)
                        .arg(taken.found.bytes)
                        .arg(taken.found.blank)
                        .arg(planted.bytes)
                        .arg(planted.blank));
        }
        return { { u"right"_s, m_said.isEmpty() }, { u"said"_s, m_said }, { u"rows"_s, m_rows } };
    }

private:
    void say(const QString &text) { m_said.append(text); }

    std::vector<Taken> m_taken;
    QJsonArray m_said;
    QJsonArray m_rows;
    qint64 m_total = 0;
    qint64 m_uneven = 0;
};

int check(const QStringList &arguments)
{
    QFile file(arguments[0]);
    if (!file.open(QIODevice::ReadOnly))
        return 3;
    Checker checker(takenFrom(arguments[1]));
    for (const QString &path : arguments.mid(2))
        checker.read(path);
    const QJsonObject verdict = checker.verdict(QJsonDocument::fromJson(file.readAll()).object());
    std::puts(QJsonDocument(verdict).toJson(QJsonDocument::Compact).constData());
    return verdict[u"right"].toBool() ? 0 : 1;
}

} // namespace

} // namespace rowlift::bench

int main(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    if (arguments.size() < 3) {
        std::fputs("usage: check_plan TRUTH.json FIELD=COLUMN[!],… FILE…\n", stderr);
        return 2;
    }
    return rowlift::bench::check(arguments);
}
