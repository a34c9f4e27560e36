// Holds a standard CSV (UTF-8, comma, RFC 4180 quotes) against what generate_marketing planted: every cell of
// every row, in order. Says what differs and ends with 1, or says nothing and ends with 0.
//
//     check_marketing people.csv.truth.json cleaned.csv
//
#include "tests/bench/marketing_rows.h"
#include "tests/bench/strict_reader.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace rowlift::bench {

using namespace Qt::StringLiterals;

namespace {

bool same(const QJsonObject &planted, const ColumnTruth &found, const QString &name)
{
    const ColumnTruth wanted { .bytes = static_cast<quint64>(planted.value("bytes"_L1).toInteger()),
                               .blank = static_cast<quint64>(planted.value("blank"_L1).toInteger()),
                               .hash = planted.value("hash"_L1).toString().toULongLong(nullptr, 16) };
    const bool alike = wanted == found && planted.value("name"_L1).toString() == name;
    if (!alike)
        std::printf(
            "column %s: %llu bytes and %llu blank, planted %llu and %llu, hashes %s\n", qPrintable(name),
            static_cast<unsigned long long>(found.bytes), static_cast<unsigned long long>(found.blank),
            static_cast<unsigned long long>(wanted.bytes), static_cast<unsigned long long>(wanted.blank),
            wanted.hash == found.hash ? "equal" : "differ");
    return alike;
}

int check(const QString &truthPath, const QString &path)
{
    QFile file(truthPath);
    StrictReader reader(path);
    if (!file.open(QIODevice::ReadOnly) || !reader.open())
        return 3;
    const QJsonObject truth = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonArray planted = truth.value("columns"_L1).toArray();
    std::vector<std::string> header;
    std::vector<std::string> cells;
    std::vector<ColumnTruth> found(static_cast<std::size_t>(planted.size()));
    reader.next(header);
    header.resize(found.size());
    qint64 rows = 0;
    for (; reader.next(cells); ++rows) {
        cells.resize(std::max(cells.size(), found.size())); // A row that ends early has blank cells there.
        for (std::size_t i = 0; i < found.size(); ++i)
            found[i].add(cells[i]);
    }
    bool right = rows == truth.value("dataRows"_L1).toInteger();
    if (!right)
        std::printf("%lld rows, planted %lld\n", rows, truth.value("dataRows"_L1).toInteger());
    for (std::size_t i = 0; i < found.size(); ++i)
        right
            = same(planted[static_cast<qsizetype>(i)].toObject(), found[i], QString::fromStdString(header[i]))
            && right;
    return right ? 0 : 1;
}

} // namespace

} // namespace rowlift::bench

int main(int argc, char **argv)
{
    if (argc != 3) {
        std::fputs("usage: check_marketing TRUTH.json FILE\n", stderr);
        return 2;
    }
    return rowlift::bench::check(QString::fromLocal8Bit(argv[1]), QString::fromLocal8Bit(argv[2]));
}
