#include "app/csv/detect.h"
#include "app/csv/record_index.h"

#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

namespace rowlift {

using namespace Qt::StringLiterals;

/// A million rows of twelve columns, about 100 MB, read from a file.
class BenchCsv : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void indexes_data();
    void indexes();
    void detects();
    void readsAScreenful();

private:
    QString write(const QString &name, const QByteArray &bytes);

    static constexpr int rows = 1'000'000;
    QTemporaryDir m_folder;
    QString m_utf8;
    QString m_quoted;
    QString m_western;
};

QString BenchCsv::write(const QString &name, const QByteArray &bytes)
{
    const QString path = m_folder.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("no room for the sample");
    return path;
}

void BenchCsv::initTestCase()
{
    const QByteArray header
        = "Id,First name,Last name,Email,Phone,Street,Post code,City,Country,Amount,Born,Note\n";
    QByteArray plain = header;
    QByteArray quoted = header;
    for (int row = 0; row < rows; ++row) {
        const QByteArray number = QByteArray::number(row);
        const QByteArray start = number + ",Anna,M\u00FCller,anna." + number
            + "@example.com,+49 30 123456,Lindenstr. 12,04109,Leipzig,DE,1200.50,1988-04-03,";
        plain += start + "met at the fair\n";
        quoted += start + "\"met at the \"\"fair\"\",\nhall 3\"\n";
    }
    m_utf8 = write(u"utf8.csv"_s, plain);
    m_quoted = write(u"quoted.csv"_s, quoted);
    m_western = write(u"western.csv"_s, QStringEncoder("windows-1252").encode(QString::fromUtf8(plain)));
}

void BenchCsv::indexes_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("encoding");
    QTest::newRow("UTF-8") << m_utf8 << "UTF-8"_ba;
    QTest::newRow("UTF-8, quoted cells") << m_quoted << "UTF-8"_ba;
    QTest::newRow("windows-1252") << m_western << "windows-1252"_ba;
}

void BenchCsv::indexes()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, encoding);
    const auto source = FileSource::open(path);
    QVERIFY(source);
    QBENCHMARK
    {
        const auto index = indexRecords(**source, { .encoding = encoding }, Progress(), {}, {});
        QVERIFY(index);
        QCOMPARE(index->dataRows, rows);
    }
}

void BenchCsv::detects()
{
    const auto source = FileSource::open(m_western);
    QVERIFY(source);
    QBENCHMARK
    {
        QVERIFY(detectDialect(**source));
    }
}

void BenchCsv::readsAScreenful()
{
    const auto source = FileSource::open(m_utf8);
    QVERIFY(source);
    const auto index = indexRecords(**source, {}, Progress(), {}, {});
    QVERIFY(index);
    QBENCHMARK
    {
        QCOMPARE(readRows(**source, {}, index->marks, rows / 2, 60)->size(), std::size_t(60));
    }
}

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::BenchCsv)
#include "bench_csv.moc"
