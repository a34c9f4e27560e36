#include "tests/fuzz/csv_agreement.h"

#include <QTest>

namespace rowlift {

/// All readers of the program agree with the slow, plain one. fuzz_csv does the same for longer.
class TestCsvAgreement : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void onSmallFiles();
    void onFilesOfSeveralBlocks();
};

void TestCsvAgreement::onSmallFiles()
{
    CsvInputs inputs(20261122);
    for (quint64 round = 0; round < 20'000; ++round) {
        const CsvInput input = inputs.next();
        const QString differs = disagreement(input, round);
        QVERIFY2(differs.isEmpty(), qPrintable(drawn(input) + u'\n' + differs));
    }
}

void TestCsvAgreement::onFilesOfSeveralBlocks()
{
    CsvInputs inputs(20261123);
    for (quint64 round = 0; round < 3; ++round) {
        const QString differs = disagreement(inputs.nextLarge(), round);
        QVERIFY2(differs.isEmpty(), qPrintable(differs));
    }
}

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestCsvAgreement)
#include "test_csv_agreement.moc"
