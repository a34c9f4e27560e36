// Compares all readers of the program with the reference on files made up from a seed, and prints the
// smallest form of what they disagree about. To be run under the asan preset, for as long as there is time:
//
//     fuzz_csv [COUNT [SEED]]
//
#include "tests/fuzz/csv_agreement.h"

#include <cstdio>
#include <cstdlib>

int main(int argc, char **argv)
{
    using namespace rowlift;
    constexpr quint64 largeEvery = 20'000;
    constexpr int mostReports = 20;
    const quint64 count = argc > 1 ? std::strtoull(argv[1], nullptr, 10) : 100'000;
    const quint64 seed = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 1;
    CsvInputs inputs(seed);
    int reports = 0;
    for (quint64 round = 0; round < count && reports < mostReports; ++round) {
        const CsvInput input = round % largeEvery == largeEvery - 1 ? inputs.nextLarge() : inputs.next();
        if (disagreement(input, round).isEmpty())
            continue;
        ++reports;
        const CsvInput small = smallest(input, round);
        std::printf("round %llu of seed %llu: %s\n  %s\n", round, seed, qPrintable(drawn(small)),
                    qPrintable(disagreement(small, round)));
    }
    std::printf("%llu inputs, %d disagreements\n", count, reports);
    return reports == 0 ? 0 : 1;
}
