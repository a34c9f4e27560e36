#include "app/csv/column_look.h"

#include <QTest>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

ColumnLook lookAt(const QStringList &values)
{
    std::vector<TextRow> rows;
    for (const QString &value : values)
        rows.push_back({ .record = static_cast<qint64>(rows.size()) + 1, .cells = { value } });
    return lookAtColumns({ u"Name"_s }, rows).front();
}

} // namespace

class TestCsvColumns : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsKinds_data();
    void tellsKinds();
    void countsBlanksAndKeepsExamples();
    void looksAtShortRows();
};

void TestCsvColumns::tellsKinds_data()
{
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char *name, const QStringList &values, const QString &kind) {
        QTest::newRow(name) << values << kind;
    };
    row("empty", { u""_s, u"  "_s }, u"empty"_s);
    row("whole numbers", { u"1"_s, u"20"_s, u"-300"_s }, u"number"_s);
    row("German numbers", { u"1.200,50"_s, u"950,5"_s, u"1.234.567,00"_s, u"0,5"_s }, u"number"_s);
    row("English numbers", { u"1,200.50"_s, u"950.5"_s, u"1,234,567"_s }, u"number"_s);
    row("French numbers", { u"1 200,50"_s, u"1\u00A0000"_s, u"1\u202F000,5"_s }, u"number"_s);
    row("scientific", { u"1,23457E+11"_s, u"1.5e-3"_s }, u"number"_s);
    row("groups out of step", { u"1,2345,678"_s, u"12,34,56"_s }, u"text"_s);
    row("two decimal marks", { u"1.5.2"_s, u"3.12.1"_s }, u"text"_s);
    row("post codes",
        { u"10115"_s, u"80331"_s, u"50667"_s, u"20095"_s, u"60311"_s, u"70173"_s, u"40213"_s, u"28195"_s,
          u"30159"_s, u"90402"_s, u"04109"_s },
        u"text"_s);
    row("telephone", { u"+49 30 123456"_s, u"+4930123457"_s }, u"text"_s);
    row("long ids", { u"1234567890123456"_s, u"1234567890123457"_s }, u"text"_s);
    row("German dates", { u"03.04.1988"_s, u"31.12.79"_s, u"1.2.2020"_s }, u"date"_s);
    row("ISO dates", { u"2026-03-01"_s, u"2026-03-01T10:15:00Z"_s, u"2026-12-31 23:59"_s }, u"date"_s);
    row("slashes", { u"3/4/2026"_s, u"12/31/2026"_s, u"31/12/2026"_s }, u"date"_s);
    row("no such day", { u"32.01.2026"_s, u"13.13.2026"_s, u"00.01.2026"_s }, u"text"_s);
    row("e-mail", { u"anna@example.com"_s, u" jan.o@example.co.uk "_s }, u"email"_s);
    row("nearly an e-mail",
        { u"anna@example"_s, u"@example.com"_s, u"a b@example.com"_s, u"a@b@example.com"_s }, u"text"_s);
    row("mostly e-mail",
        { u"a@example.com"_s, u"b@example.com"_s, u"c@example.com"_s, u"d@example.com"_s, u"e@example.com"_s,
          u"f@example.com"_s, u"g@example.com"_s, u"h@example.com"_s, u"i@example.com"_s, u"none"_s },
        u"email"_s);
    row("yes and no", { u"yes"_s, u"No"_s, u"TRUE"_s }, u"boolean"_s);
    row("in other languages",
        { u"ja"_s, u"Nein"_s, u"OUI"_s, u"Sí"_s, u"sì"_s, u"NÃO"_s, u"tak"_s, u"nee"_s, u"nej"_s },
        u"boolean"_s);
    row("text", { u"Müller"_s, u"3 apples"_s, u"2026"_s }, u"text"_s);
}

void TestCsvColumns::tellsKinds()
{
    QFETCH(QStringList, values);
    QTEST(columnKindId(lookAt(values).kind), "kind");
}

void TestCsvColumns::countsBlanksAndKeepsExamples()
{
    const ColumnLook look = lookAt({ u"b"_s, u""_s, u"a"_s, u"b"_s, u" "_s, u"c"_s, u"d"_s, u"e"_s, u"f"_s });
    QCOMPARE(look.name, u"Name"_s);
    QCOMPARE(look.blank, 2);
    QCOMPARE(look.examples, (QStringList { u"b"_s, u"a"_s, u"c"_s, u"d"_s, u"e"_s }));
}

void TestCsvColumns::looksAtShortRows()
{
    const auto looks = lookAtColumns({ u"a"_s, u"b"_s }, { { .record = 1, .cells = { u"1"_s } } });
    QCOMPARE(looks.size(), std::size_t(2));
    QCOMPARE(looks[1].kind, ColumnKind::Empty);
    QCOMPARE(looks[1].blank, 1);
}

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestCsvColumns)
#include "test_csv_columns.moc"
