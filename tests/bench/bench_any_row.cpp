// How long it takes to show any row of a file that was indexed: 100 rows at each of 1,000 places all over it,
// read through the marks. The file is one of generate_marketing's, whose first column counts its rows.
//
//     bench_any_row people.csv
//
// Prints {"indexSeconds": S, "medianMs": M, "longestMs": L, "right": true}.
#include "app/csv/detect.h"
#include "app/csv/record_index.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <random>

namespace rowlift::bench {

namespace {

constexpr qint64 rowsOfAScreen = 100;
constexpr int places = 1000;

bool isRow(const TextRow &row)
{
    return row.cells.value(0).endsWith(QString::number(row.record).rightJustified(9, u'0'));
}

int run(const QString &path)
{
    const auto source = FileSource::open(path);
    if (!source)
        return 3;
    const auto guess = detectDialect(**source);
    if (!guess)
        return 3;
    QElapsedTimer time;
    time.start();
    const auto index = indexRecords(**source, guess->dialect, Progress(), {}, {});
    const double indexSeconds = static_cast<double>(time.nsecsElapsed()) / 1e9;
    if (!index || index->dataRows <= rowsOfAScreen)
        return 3;
    std::mt19937_64 random(1);
    std::vector<double> milliseconds;
    bool right = true;
    for (int place = 0; place < places; ++place) {
        const auto first
            = 1 + static_cast<qint64>(random() % static_cast<quint64>(index->dataRows - rowsOfAScreen));
        time.start();
        const auto rows = readRows(**source, guess->dialect, index->marks, first, rowsOfAScreen);
        milliseconds.push_back(static_cast<double>(time.nsecsElapsed()) / 1e6);
        right = right && rows && rows->size() == rowsOfAScreen
            && std::all_of(rows->begin(), rows->end(), isRow);
    }
    std::sort(milliseconds.begin(), milliseconds.end());
    std::printf("{\"indexSeconds\": %.3f, \"medianMs\": %.3f, \"longestMs\": %.3f, \"right\": %s}\n",
                indexSeconds, milliseconds[places / 2], milliseconds.back(), right ? "true" : "false");
    return right ? 0 : 1;
}

} // namespace

} // namespace rowlift::bench

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fputs("usage: bench_any_row FILE\n", stderr);
        return 2;
    }
    return rowlift::bench::run(QString::fromLocal8Bit(argv[1]));
}
