#include "app/draft/rows.h"
#include "app/draft/value_survey.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace rowlift;
using namespace Qt::StringLiterals;

class TestValueSurvey : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void isTheSameInThreadsAndRowByRow();
    void leavesOutWhatIsLeftOut();
    void endsSoonWhenStopped();
    void failsWithoutItsFile();

private:
    void write(int rows);

    QTemporaryDir m_folder;
    Draft m_draft;
    Schema m_schema;
};

void TestValueSurvey::init()
{
    Field day;
    day.name = u"Day"_s;
    day.type = FieldType::Date;
    Field score;
    score.name = u"Score"_s;
    score.type = FieldType::Number;
    m_schema.fields = { day, score };
    m_draft = {};
    m_draft.file = m_folder.filePath(u"rows.csv"_s);
    m_draft.header = { u"Tag"_s, u"Punkte"_s, u"Notiz"_s };
    m_draft.mapping.columns = { { .column = u"Tag"_s, .field = u"Day"_s },
                                { .column = u"Punkte"_s, .field = u"Score"_s },
                                { .column = u"Notiz"_s, .field = {} } };
    m_draft.dialect.columns = 3;
}

void TestValueSurvey::write(int rows)
{
    QFile file(m_draft.file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("Tag,Punkte,Notiz\n");
    for (int i = 0; i < rows; ++i) {
        // one row in the middle decides, and quoted line breaks make records longer than lines
        const QByteArray number = QByteArray::number(i % 12 + 1);
        const QByteArray day = i == rows * 3 / 4 ? QByteArray("31/12/1979")
                                                 : number + "/0" + QByteArray::number(i % 8 + 2) + "/2026";
        file.write(day + "," + (i % 2 == 0 ? QByteArray("\"1,5\"") : QByteArray("12")) + ",\"two\nlines, of "
                   + number + "\"\n");
    }
    file.close();
    m_draft.stamp = FileStamp::of(m_draft.file);
}

void TestValueSurvey::isTheSameInThreadsAndRowByRow()
{
    constexpr int rows = 300'000; // several blocks
    write(rows);
    qint64 told = 0;
    const auto survey
        = surveyValues(m_draft, m_schema, Progress([&](qint64 done, qint64) { told = done; }), {});
    QVERIFY(survey);
    QCOMPARE(survey->rows, rows);
    const DateSurvey &dates = *survey->of(u"Day")->dates;
    QCOMPARE(dates.decided, std::optional(DateOrder::DayFirst));
    QCOMPARE(dates.dayFirstExample, (SeenValue { u"31/12/1979"_s, rows * 3 / 4 + 1 }));
    QCOMPARE(survey->of(u"Score")->numbers->comma, rows / 2);
    QCOMPARE(told, m_draft.stamp.size);

    m_draft.leftOut = { 0 }; // the header is no row anyway: this goes row by row
    const auto slowly = surveyValues(m_draft, m_schema, {}, {});
    QVERIFY(slowly);
    QVERIFY(*slowly == *survey);
}

void TestValueSurvey::leavesOutWhatIsLeftOut()
{
    write(8);
    m_draft.leftOut = { 7 };
    const auto survey = surveyValues(m_draft, m_schema, {}, {});
    QVERIFY(survey);
    QCOMPARE(survey->rows, 7);
    QVERIFY(survey->of(u"Day")->dates->asks);
}

void TestValueSurvey::endsSoonWhenStopped()
{
    write(300'000);
    std::stop_source stop;
    qint64 told = 0;
    const Progress progress([&](qint64 done, qint64) {
        told = done;
        stop.request_stop();
    });
    const auto survey = surveyValues(m_draft, m_schema, progress, stop.get_token());
    QVERIFY(!survey);
    QCOMPARE(survey.error().kind, Error::Kind::Cancelled);
    QVERIFY(told < m_draft.stamp.size / 2);
}

void TestValueSurvey::failsWithoutItsFile()
{
    write(1);
    QFile::remove(m_draft.file);
    const auto survey = surveyValues(m_draft, m_schema, {}, {});
    QVERIFY(!survey);
    QCOMPARE(survey.error().kind, Error::Kind::BadInput);
}

QTEST_APPLESS_MAIN(TestValueSurvey)
#include "test_value_survey.moc"
