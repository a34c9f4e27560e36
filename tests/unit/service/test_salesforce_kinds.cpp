#include "tests/unit/service/scripted_salesforce.h"

#include <QTest>

namespace rowlift {

using namespace Qt::StringLiterals;

/// The ways of loading, and what can be chosen for them.
class TestSalesforceKinds : public QObject, test::ScriptedSalesforce {
    Q_OBJECT

private:
    static Target targetOf(const QString &object, Operation operation)
    {
        return { .object = object, .operation = operation };
    }
    QStringList kindsFor(const Target &target) const
    {
        QStringList ids;
        for (const JobKind &kind : m_service->jobKinds()) {
            if (m_service->takes(kind, target))
                ids << kind.id;
        }
        return ids;
    }
    QStringList optionsOf(const Target &target) const
    {
        QStringList ids;
        for (const LoadOption &option : m_service->options(target))
            ids << option.id;
        return ids;
    }

private Q_SLOTS:
    void knowsFourWaysOfLoading()
    {
        QStringList ids;
        for (const JobKind &kind : m_service->jobKinds()) {
            ids << kind.id;
            QVERIFY(!kind.label.isEmpty() && !kind.help.isEmpty());
            QVERIFY(kind.partBytes > 0 && kind.partBytes <= kind.maxBodyBytes);
            QVERIFY(kind.lanes >= 2 && kind.lanes <= 4);
            const bool calls = kind.id != "bulk-ingest"_L1;
            QCOMPARE(kind.answersAtOnce, calls);
            QCOMPARE(kind.canAbort, !calls);
            QCOMPARE(kind.naming, calls ? ResultNaming::Place : ResultNaming::Cells);
        }
        QCOMPARE(ids, QStringList({ u"bulk-ingest"_s, u"tree"_s, u"collections"_s, u"single"_s }));
        QCOMPARE(kindOf(u"tree"_s).maxRecords, 200);
        QCOMPARE(kindOf(u"collections"_s).maxRecords, 200);
        QCOMPARE(kindOf(u"single"_s).maxRecords, 1);
        QVERIFY(kindOf(u"bulk-ingest"_s).maxBodyBytes <= 100'000'000);
    }

    /// Of those that would do, a run takes the one with the smallest bestUpTo, and of equals the first.
    void isUsuallyInSmallCallsUpTo2000Rows()
    {
        QCOMPARE(kindOf(u"tree"_s).bestUpTo, 2'000);
        QCOMPARE(kindOf(u"collections"_s).bestUpTo, 2'000);
        QCOMPARE(kindOf(u"bulk-ingest"_s).bestUpTo, 0);
        QCOMPARE(kindOf(u"single"_s).bestUpTo, 0);
    }

    void sendsRepeatedKeysApart()
    {
        for (const JobKind &kind : m_service->jobKinds()) {
            QCOMPARE(kind.repeatedKeysOf(Operation::Insert), RepeatedKeys::Apart);
            if (kind.id == "tree"_L1)
                continue;
            QCOMPARE(kind.repeatedKeysOf(Operation::Upsert), RepeatedKeys::Waves);
            QCOMPARE(kind.repeatedKeysOf(Operation::Update), RepeatedKeys::Waves);
            QCOMPARE(kind.repeatedKeysOf(Operation::Delete), RepeatedKeys::Once);
        }
    }

    void takesWhatTheServiceTakes()
    {
        const QStringList all { u"bulk-ingest"_s, u"tree"_s, u"collections"_s, u"single"_s };
        QCOMPARE(kindsFor(targetOf(u"Contact"_s, Operation::Insert)), all);
        const QStringList changing { u"bulk-ingest"_s, u"collections"_s, u"single"_s };
        for (const Operation operation : { Operation::Update, Operation::Upsert, Operation::Delete })
            QCOMPARE(kindsFor(targetOf(u"Lead"_s, operation)), changing);
        QCOMPARE(kindsFor(targetOf(u"MarketSegment"_s, Operation::Delete)), QStringList { u"bulk-ingest"_s });
        QCOMPARE(kindsFor(targetOf(u"FlowRecord"_s, Operation::Delete)), QStringList { u"bulk-ingest"_s });
    }

    void offersWhatFits()
    {
        const QString rule = u"assignmentRule"_s;
        const QString duplicates = u"allowDuplicates"_s;
        const QString strict = u"allOrNothing"_s;
        QCOMPARE(optionsOf(targetOf(u"Lead"_s, Operation::Insert)),
                 QStringList({ rule, duplicates, strict }));
        QCOMPARE(optionsOf(targetOf(u"Lead"_s, Operation::Upsert)), QStringList({ rule, duplicates }));
        QCOMPARE(optionsOf(targetOf(u"Contact"_s, Operation::Insert)), QStringList({ duplicates, strict }));
        QCOMPARE(optionsOf(targetOf(u"Contact"_s, Operation::Delete)), QStringList());

        for (const LoadOption &option : m_service->options(targetOf(u"Lead"_s, Operation::Insert))) {
            QVERIFY(!option.label.isEmpty());
            if (option.id == rule) {
                QVERIFY(option.asksAccount && option.kinds.isEmpty());
                QCOMPARE(option.choices.front().value, u"none"_s);
            } else {
                QVERIFY(!option.kinds.contains(u"bulk-ingest"_s)); // it has no such thing
            }
        }
    }
};

} // namespace rowlift

QTEST_GUILESS_MAIN(rowlift::TestSalesforceKinds)
#include "test_salesforce_kinds.moc"
