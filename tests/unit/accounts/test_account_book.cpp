#include "app/accounts/account_book.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace rowlift;
using namespace Qt::StringLiterals;

namespace {

Account acme(const QString &name = u"Acme"_s)
{
    return { .id = {},
             .service = u"salesforce"_s,
             .name = name,
             .environment = Environment::Sandbox,
             .url = QUrl(u"https://acme--uat.sandbox.my.salesforce.com"_s),
             .signIn = SignInKind::Token,
             .user = u"3MVG9"_s };
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestAccountBook : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsWhatWasAdded();
    void refusesNamesThatAreTaken_data();
    void refusesNamesThatAreTaken();
    void removes();
    void changesAtItsPlace();
    void leavesADamagedListAlone_data();
    void leavesADamagedListAlone();
    void keepsWhatItDoesNotKnow();
    void saysWhenItCannotWrite();
    void losesNothingWhenSeveralAdd();

private:
    QTemporaryDir m_folder;
    QString m_file;
    int m_round = 0;
};

void TestAccountBook::init()
{
    m_file = m_folder.filePath(u"%1/config/accounts.json"_s.arg(++m_round));
}

void TestAccountBook::keepsWhatWasAdded()
{
    QVERIFY(AccountBook(m_file).accounts()->empty());
    const auto first = AccountBook(m_file).add(acme());
    const auto second = AccountBook(m_file).add(acme(u"  Zwei "_s));
    QVERIFY(first && second);
    QVERIFY(!first->id.isNull());
    QCOMPARE(second->name, u"Zwei"_s);
    const auto known = AccountBook(m_file).accounts();
    QVERIFY(known);
    QCOMPARE(known->size(), std::size_t(2));
    QVERIFY(known->at(0) == *first);
    QVERIFY(known->at(1) == *second);
}

void TestAccountBook::refusesNamesThatAreTaken_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << u"  "_s;
    QTest::newRow("the same") << u"Acme"_s;
    QTest::newRow("other case") << u"ACME "_s;
    QTest::newRow("practice") << u"practice"_s;
    QTest::newRow("practice of Marketo") << u"Practice-Marketo"_s;
}

void TestAccountBook::refusesNamesThatAreTaken()
{
    QFETCH(QString, name);
    AccountBook book(m_file);
    QVERIFY(book.add(acme()));
    const QByteArray before = bytesOf(m_file);
    const auto added = book.add(acme(name));
    QVERIFY(!added);
    QVERIFY(!added.error().sentence.isEmpty());
    QCOMPARE(bytesOf(m_file), before);
}

void TestAccountBook::removes()
{
    AccountBook book(m_file);
    const auto first = book.add(acme());
    const auto second = book.add(acme(u"Other"_s));
    QVERIFY(book.remove(first->id));
    QVERIFY(book.remove(first->id)); // once more is no error
    const auto known = book.accounts();
    QCOMPARE(known->size(), std::size_t(1));
    QVERIFY(known->front() == *second);
    QVERIFY(book.add(acme())); // its name is free again
}

void TestAccountBook::changesAtItsPlace()
{
    AccountBook book(m_file);
    Account first = *book.add(acme());
    const auto second = book.add(acme(u"Other"_s));
    first.name = u" ACME GmbH "_s;
    first.user = u"another"_s;
    QVERIFY(book.change(first));
    const auto known = book.accounts();
    QCOMPARE(known->front().name, u"ACME GmbH"_s);
    QCOMPARE(known->front().user, u"another"_s);
    QVERIFY(known->back() == *second);
    first.name = u"other"_s;
    QVERIFY(!book.change(first)); // another's name
    first.name = u"acme gmbh"_s;
    QVERIFY(book.change(first)); // its own, in other letters
    QVERIFY(book.remove(first.id));
    QVERIFY(!book.change(first));
    QCOMPARE(book.accounts()->size(), std::size_t(1));
}

void TestAccountBook::leavesADamagedListAlone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("cut off") << QByteArray("{\"version\":1,\"accounts\":[{\"name\":");
    QTest::newRow("something else") << QByteArray("[]");
    const QByteArray one = R"({"id":"6b1d5c0e-5a1f-4e0b-9f55-000000000001","name":"One"})";
    QTest::newRow("no object") << "{\"version\":1,\"accounts\":[7]}"_ba;
    QTest::newRow("no id") << "{\"version\":1,\"accounts\":[{\"name\":\"One\"}]}"_ba;
    QTest::newRow("one id twice") << "{\"version\":1,\"accounts\":[" + one + ',' + one + "]}";
    QTest::newRow("version of another kind") << "{\"version\":\"1\",\"accounts\":[" + one + "]}";
    QTest::newRow("newer") << QByteArray("{\"version\":99,\"accounts\":[]}");
}

void TestAccountBook::leavesADamagedListAlone()
{
    QFETCH(QByteArray, bytes);
    QVERIFY(AccountBook(m_file).add(acme()));
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    AccountBook book(m_file);
    QVERIFY(!book.accounts());
    QVERIFY(!book.add(acme(u"New"_s)));
    QVERIFY(!book.remove(QUuid::createUuid()));
    QCOMPARE(bytesOf(m_file), bytes);
}

void TestAccountBook::keepsWhatItDoesNotKnow()
{
    AccountBook book(m_file);
    QVERIFY(book.add(acme(u"Other"_s)));
    QByteArray bytes = bytesOf(m_file);
    bytes.replace(R"("signIn": "token")", R"("signIn": "passkey", "colour": "green")");
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
    file.close();
    QVERIFY(book.add(acme()));
    Account other = book.accounts()->front();
    QCOMPARE(other.signIn, SignInKind::Unknown);
    other.name = u"Renamed"_s;
    QVERIFY(book.change(other));
    QVERIFY(bytesOf(m_file).contains(R"("signIn": "passkey")"));
    QVERIFY(bytesOf(m_file).contains(R"("colour": "green")"));
    const auto access = QFile::permissions(m_file);
    QVERIFY(!(access & (QFile::ReadGroup | QFile::ReadOther)));
}

void TestAccountBook::saysWhenItCannotWrite()
{
    QVERIFY(QDir().mkpath(QFileInfo(m_file).path()));
    QFile inTheWay(QFileInfo(m_file).path() + u"/folder"_s);
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    const auto added = AccountBook(inTheWay.fileName() + u"/accounts.json"_s).add(acme());
    QVERIFY(!added);
    QCOMPARE(added.error().kind, Error::Kind::Storage);
}

void TestAccountBook::losesNothingWhenSeveralAdd()
{
    constexpr int each = 20;
    std::vector<std::jthread> writers;
    for (int writer = 0; writer < 4; ++writer) {
        writers.emplace_back([this, writer] {
            for (int round = 0; round < each; ++round)
                AccountBook(m_file).add(acme(u"%1-%2"_s.arg(writer).arg(round)));
        });
    }
    for (std::jthread &writer : writers)
        writer.join();
    QCOMPARE(AccountBook(m_file).accounts()->size(), std::size_t(4 * each));
}

QTEST_GUILESS_MAIN(TestAccountBook)
#include "test_account_book.moc"
