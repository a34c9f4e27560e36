#include "tests/support/timed_application.h"
#include "tests/ui/file_stage.h"

#include <QSignalSpy>

#include <algorithm>

using namespace rowlift;
using namespace rowlift::ui;
using namespace rowlift::testing;
using namespace Qt::StringLiterals;

namespace {

QByteArray linesOf(qint64 bytes)
{
    QByteArray text = "Name;Mail;Town;Code;Date;Sum\n";
    text.reserve(bytes + 200);
    for (qint64 row = 0; text.size() < bytes; ++row)
        text += "Person " + QByteArray::number(row) + ";p" + QByteArray::number(row * 7919 % 1'000'003)
            + "@example.com;\"Bad, Ems\";AB-" + QByteArray::number(row % 9973) + ";2026-03-0"
            + QByteArray::number(1 + row % 9) + ";1.234,50\n";
    return text;
}

} // namespace

/// The window while a large file is opened, counted, surveyed and scrolled.
class TestUiFileLive : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { dressForPages(); }

    void noHandlerTakesLong();
};

void TestUiFileLive::noHandlerTakesLong()
{
    constexpr double most = 10;
    FileStage stage;
    const QString path = stage.bench.write(u"large.csv"_s, linesOf(100'000'000));
    QVERIFY(!path.isEmpty());
    stage.open(stage.bench.bench.sampleFile); // fonts and styles are loaded once
    timed().startAnew();

    stage.file.open(path);
    QTRY_VERIFY(stage.file.snapshot().state == FileDesk::State::Open);
    int scrolled = 0;
    QSignalSpy changed(&stage.file, &FileDesk::changed);
    while (!stage.file.snapshot().counted && changed.wait()) {
        QTest::keyClick(stage.grid(), Qt::Key_PageDown);
        ++scrolled;
    }
    QVERIFY(stage.file.snapshot().counted);
    const qint64 rows = stage.rows()->rowCount();
    QSignalSpy brought(stage.grid()->source(), &GridSource::rowsChanged);
    for (int step = 1; step <= 20; ++step) {
        stage.grid()->goToRow(rows * step / 21);
        QVERIFY(stage.rows()->row(rows * step / 21) != nullptr || brought.wait());
    }
    qInfo("longest handler: %.1f ms of CPU (%s), %d pages scrolled while counting", timed().longest(),
          timed().longestWho().constData(), scrolled);
    QVERIFY2(timed().longest() <= most, timed().longestWho().constData());
}

int main(int argc, char **argv)
{
    TimedApplication application(argc, argv);
    TestUiFileLive test;
    return QTest::qExec(&test, argc, argv);
}
#include "test_ui_file_live.moc"
