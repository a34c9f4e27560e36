#include "ui/style/style.h"
#include "ui/widgets/searchable_combo.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

using namespace rowlift::ui;
using namespace Qt::StringLiterals;

namespace {

QList<ChoiceRow> someRows()
{
    QList<ChoiceRow> rows {
        { u"Company"_s, u"Company"_s, u"Company · text · 255"_s, {}, {}, {}, u"Best guesses"_s, u"firm"_s },
        { u"FirstName"_s, u"First name"_s, u"FirstName · text · 40"_s, {}, {}, {}, u"All fields"_s, {} },
        { u"LastName"_s,
          u"Last name"_s,
          u"LastName · text · 80"_s,
          u"star"_s,
          u"required"_s,
          {},
          u"All fields"_s,
          {} },
        { u"Id"_s,
          u"Record id"_s,
          u"Id · text · 18"_s,
          u"lock"_s,
          {},
          u"Salesforce sets this itself"_s,
          u"All fields"_s,
          {} },
    };
    for (int i = 0; i < 500; ++i)
        rows.append({ u"c%1"_s.arg(i), u"Custom %1"_s.arg(i), {}, {}, {}, {}, u"All fields"_s, {} });
    return rows;
}

QString currentName(const SearchableCombo &combo)
{
    return combo.findChild<QListView *>(u"choice.rows"_s)->currentIndex().data().toString();
}

} // namespace

class TestSearchableCombo : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installStyle(*qApp, ThemeChoice::Light); }

    void init()
    {
        m_combo = std::make_unique<SearchableCombo>(u"Field for Firma"_s);
        m_combo->setRows(someRows());
        m_combo->show();
        QVERIFY(QTest::qWaitForWindowActive(m_combo.get()));
        m_combo->setFocus();
        m_filter = m_combo->findChild<QLineEdit *>(u"choice.filter"_s);
        QVERIFY(m_filter != nullptr);
    }

    void cleanup() { m_combo.reset(); }

    void nameSaysLabelAndChoice()
    {
        QCOMPARE(m_combo->accessibleName(), u"Field for Firma: Choose…"_s);
        m_combo->setChosen(u"LastName"_s);
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(m_combo.get());
        QCOMPARE(spoken->text(QAccessible::Name), u"Field for Firma: Last name"_s);
        m_combo->setChosen(u"gone"_s);
        QCOMPARE(m_combo->shownText(), u"Choose…"_s);
    }

    void opens_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("with");
        QTest::newRow("Alt+Down") << Qt::Key_Down << Qt::KeyboardModifiers(Qt::AltModifier);
        QTest::newRow("Enter") << Qt::Key_Return << Qt::KeyboardModifiers();
        QTest::newRow("Space") << Qt::Key_Space << Qt::KeyboardModifiers();
        QTest::newRow("F4") << Qt::Key_F4 << Qt::KeyboardModifiers();
    }

    void opens()
    {
        QFETCH(const Qt::Key, key);
        QFETCH(const Qt::KeyboardModifiers, with);
        QTest::keyClick(m_combo.get(), key, with);
        QVERIFY(m_combo->isOpen());
    }

    void typingOpensFiltersAndEnterAccepts()
    {
        QSignalSpy chosen(m_combo.get(), &SearchableCombo::chosen);
        QTest::keyClick(m_combo.get(), Qt::Key_L);
        QVERIFY(m_combo->isOpen());
        QCOMPARE(m_filter->text(), u"l"_s);
        QTest::keyClicks(m_filter, u"ast"_s);
        QCOMPARE(currentName(*m_combo), u"Last name"_s);
        QTest::keyClick(m_filter, Qt::Key_Return);
        QVERIFY(!m_combo->isOpen());
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toString(), u"LastName"_s);
        QCOMPARE(m_combo->shownText(), u"Last name"_s);
    }

    void arrowsPassHeadings()
    {
        m_combo->setChosen(u"Company"_s);
        m_combo->open();
        QCOMPARE(currentName(*m_combo), u"Company"_s);
        QTest::keyClick(m_filter, Qt::Key_Down);
        QCOMPARE(currentName(*m_combo), u"First name"_s);
        QTest::keyClick(m_filter, Qt::Key_Up);
        QCOMPARE(currentName(*m_combo), u"Company"_s);
        QTest::keyClick(m_filter, Qt::Key_Up);
        QCOMPARE(currentName(*m_combo), u"Company"_s);
    }

    void escapeClosesAndChoosesNothing()
    {
        QSignalSpy chosen(m_combo.get(), &SearchableCombo::chosen);
        m_combo->setChosen(u"Company"_s);
        m_combo->open();
        QTest::keyClick(m_filter, Qt::Key_Down);
        QTest::keyClick(m_filter, Qt::Key_Escape);
        QVERIFY(!m_combo->isOpen());
        QVERIFY(chosen.isEmpty());
        QCOMPARE(m_combo->chosenId(), u"Company"_s);
    }

    void rowsWithAReasonAreReadButNotChosen()
    {
        QSignalSpy chosen(m_combo.get(), &SearchableCombo::chosen);
        m_combo->open();
        QTest::keyClicks(m_filter, u"Record id"_s);
        const auto *view = m_combo->findChild<QListView *>(u"choice.rows"_s);
        QCOMPARE(view->currentIndex().data(Qt::AccessibleTextRole).toString(),
                 u"Record id, Salesforce sets this itself, Id · text · 18"_s);
        QTest::keyClick(m_filter, Qt::Key_Return);
        QVERIFY(m_combo->isOpen());
        QVERIFY(chosen.isEmpty());
    }

    void findsSecondLinesAndSynonyms_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("found");
        QTest::newRow("second line") << u"FirstName"_s << u"First name"_s;
        QTest::newRow("synonym") << u"firm"_s << u"Company"_s;
        QTest::newRow("badge") << u"required"_s << u"Last name"_s;
        QTest::newRow("two words, any order") << u"499 cust"_s << u"Custom 499"_s;
    }

    void findsSecondLinesAndSynonyms()
    {
        QFETCH(const QString, typed);
        QFETCH(const QString, found);
        m_combo->open(typed);
        QCOMPARE(currentName(*m_combo), found);
    }

    void enterTakesNothingThatIsInUse()
    {
        QList<ChoiceRow> rows = someRows();
        rows[1].taken = true; // "First name"
        m_combo->setRows(rows);
        QSignalSpy chosen(m_combo.get(), &SearchableCombo::chosen);
        m_combo->open(u"first"_s);
        QTest::keyClick(m_filter, Qt::Key_Return);
        QVERIFY(chosen.isEmpty());
        m_filter->setText(u"name"_s);
        QCOMPARE(currentName(*m_combo), u"Last name"_s);
        QTest::keyClick(m_filter, Qt::Key_Up);
        QTest::keyClick(m_filter, Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.first().first().toString(), u"FirstName"_s);
    }

    void newNameStandsFirst()
    {
        m_combo->takeTyped([](const QString &name) {
            TypedChoice made;
            if (name == "Company"_L1) {
                made.there = name;
                return made;
            }
            made.row.id = u"+"_s + name;
            made.row.name = name;
            return made;
        });
        m_combo->open(u"Comp"_s);
        QCOMPARE(currentName(*m_combo), u"Comp"_s);
        m_filter->setText(u"Company"_s);
        QCOMPARE(currentName(*m_combo), u"Company"_s);
        QTest::keyClick(m_filter, Qt::Key_Return);
        QCOMPARE(m_combo->chosenId(), u"Company"_s);
    }

    void namesThatBeginWithTheTextComeFirst()
    {
        ChoiceList list;
        list.setRows({ { u"a"_s, u"Work mail"_s, {}, {}, {}, {}, {}, {} },
                       { u"b"_s, u"Mail"_s, {}, {}, {}, {}, {}, {} } });
        list.setFilter(u"mail"_s);
        QCOMPARE(list.index(0).data(ChoiceList::IdRole).toString(), u"b"_s);
        QCOMPARE(list.rowCount(), 2);
    }

    void listIsAWellBehavedModel()
    {
        ChoiceList list;
        const QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        list.setRows(someRows());
        list.setFilter(u"name"_s);
        QCOMPARE(list.rowCount(), 2);
        list.setFilter({});
        QCOMPARE(list.rowCount(), 504 + 2); // two headings
        QVERIFY(list.isHeading(0));
        QVERIFY(!list.canBeChosen(0));
    }

private:
    std::unique_ptr<SearchableCombo> m_combo;
    QLineEdit *m_filter = nullptr;
};

QTEST_MAIN(TestSearchableCombo)
#include "test_searchable_combo.moc"
