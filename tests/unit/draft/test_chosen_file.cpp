#include "app/draft/chosen_file.h"
#include "app/draft/file_look.h"
#include "app/draft/pasted_cells.h"
#include "app/draft/rows.h"
#include "tests/support/book_maker.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace rowlift;
using namespace Qt::StringLiterals;

class TestChosenFile : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void takesTextAsItIs();
    void leavesMissingFilesToTheLook();
    void readsTheFirstSheetThatCanBeSeen();
    void readsTheSheetThatIsAsked();
    void convertsOnce();
    void convertsAnewWhenTheWorkbookChanges();
    void ownFilesAreForTheOwnerAlone();
    void forgetsWhatWasLongNotUsed();
    void useKeepsItFromBeingForgotten();
    void looksAtTheSheet();
    void dialectOfASheetIsCertain();
    void pastedCellsAreReadAsTheyAre();
    void passesOnWhyAWorkbookCannotBeRead();
    void runReadsTheSheet();
    void runRefusesAChangedWorkbook();
    void runMakesALostCopyAgain();

private:
    QString book() const { return m_folder->filePath(u"people.xlsx"_s); }
    QString drafts() const { return m_folder->filePath(u"drafts"_s); }
    void saveBook(const QByteArray &name = "Anna") const;
    Result<ChosenFile> taken(const QString &sheet = {}) const
    {
        return takeFile(book(), sheet, drafts(), {}, {});
    }
    Draft draftOver(const FileLook &look) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

QByteArray rowOf(int number, const QByteArray &first, const QByteArray &second)
{
    const auto cell
        = [](const QByteArray &text) { return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>"; };
    return "<row r=\"" + QByteArray::number(number) + "\">" + cell(first) + cell(second) + "</row>";
}

/// As if \a path had been used a month ago.
bool makeOld(const QString &path)
{
    QFile mark(QFileInfo(path).dir().filePath(u"rowlift-kept.json"_s));
    return mark.open(QIODevice::ReadWrite)
        && mark.setFileTime(QDateTime::currentDateTimeUtc().addDays(-32), QFileDevice::FileModificationTime);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not there");
}

} // namespace

void TestChosenFile::saveBook(const QByteArray &name) const
{
    BookMaker()
        .sheet(u"Secret"_s, rowOf(1, "a", "b"), "hidden")
        .sheet(u"People"_s, rowOf(1, "Name", "Town") + rowOf(3, name, "Kiel; Bonn") + rowOf(4, "Jo", "Ulm"))
        .sheet(u"Orders"_s, rowOf(1, "Order", "Sum"))
        .save(book());
}

Draft TestChosenFile::draftOver(const FileLook &look) const
{
    Draft draft;
    draft.file = look.path;
    draft.stamp = look.stamp;
    draft.source = look.source;
    draft.sheet = look.sheet;
    draft.dialect = look.guess.dialect;
    return draft;
}

void TestChosenFile::takesTextAsItIs()
{
    const QString path = m_folder->filePath(u"people.csv"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("a;b\n1;2\n") > 0);
    file.close();
    const auto chosen = takeFile(path, {}, drafts(), {}, {});
    QVERIFY(chosen);
    QCOMPARE(chosen->readFrom(), path);
    QVERIFY(chosen->sheets.empty() && chosen->sheet.isEmpty());
    QVERIFY(!QDir(drafts()).exists());
}

void TestChosenFile::leavesMissingFilesToTheLook()
{
    const auto chosen = takeFile(m_folder->filePath(u"nowhere.xlsx"_s), {}, drafts(), {}, {});
    QVERIFY(chosen);
    const auto look = lookAtFile(*chosen);
    QVERIFY(!look);
    QVERIFY(look.error().sentence.contains(u"nowhere.xlsx"));
}

void TestChosenFile::readsTheFirstSheetThatCanBeSeen()
{
    saveBook();
    const auto chosen = taken();
    QVERIFY(chosen);
    QCOMPARE(chosen->sheet, u"People"_s);
    QCOMPARE(chosen->sheets.size(), 3U);
    QVERIFY(chosen->sheets.back().hidden);
    QCOMPARE(chosen->path, book());
    QCOMPARE(contentOf(chosen->source), QByteArray("Name,Town\n\nAnna,Kiel; Bonn\nJo,Ulm\n"));
}

void TestChosenFile::readsTheSheetThatIsAsked()
{
    saveBook();
    const auto chosen = taken(u"orders"_s);
    QVERIFY(chosen);
    QCOMPARE(chosen->sheet, u"Orders"_s);
    QCOMPARE(contentOf(chosen->source), QByteArray("Order,Sum\n"));
    const auto none = taken(u"Invoices"_s);
    QVERIFY(!none);
    QVERIFY(none.error().sentence.contains(u"Invoices") && none.error().sentence.contains(u"People, Orders"));
}

void TestChosenFile::convertsOnce()
{
    saveBook();
    const auto first = taken();
    QVERIFY(first);
    QFile copy(first->source);
    QVERIFY(copy.open(QIODevice::Append) && copy.write("a mark of ours,\n") > 0);
    copy.close();
    const auto second = taken();
    QVERIFY(second);
    QCOMPARE(second->source, first->source);
    QVERIFY(contentOf(second->source).endsWith("a mark of ours,\n"));
    QVERIFY(taken(u"Orders"_s)->source != first->source);
}

void TestChosenFile::convertsAnewWhenTheWorkbookChanges()
{
    saveBook();
    const auto first = taken();
    saveBook("Annabella Longname");
    const auto second = taken();
    QVERIFY(first && second);
    QVERIFY(contentOf(second->source).contains("Annabella Longname"));
    QVERIFY(contentOf(first->source).contains("Anna,")); // a run may still read it
}

void TestChosenFile::ownFilesAreForTheOwnerAlone()
{
    saveBook();
    QVERIFY(taken());
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup
        | QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;
    QDirIterator walk(drafts(), QDir::AllEntries | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    int seen = 0;
    for (; walk.hasNext(); ++seen)
        QVERIFY2(!(QFileInfo(walk.next()).permissions() & others), qPrintable(walk.filePath()));
    QVERIFY(seen >= 2);
}

void TestChosenFile::forgetsWhatWasLongNotUsed()
{
    saveBook();
    const auto kept = taken(u"Orders"_s);
    const auto old = taken(u"Secret"_s);
    QVERIFY(kept && old && makeOld(old->source));
    QVERIFY(taken(u"People"_s));
    QVERIFY(!QFileInfo::exists(old->source));
    QVERIFY(QFileInfo::exists(kept->source));
}

void TestChosenFile::useKeepsItFromBeingForgotten()
{
    saveBook();
    const auto look = lookAtFile(*taken(u"Orders"_s));
    QVERIFY(look && makeOld(look->source));
    QVERIFY(Rows::open(draftOver(*look)));
    QVERIFY(taken(u"People"_s));
    QVERIFY(QFileInfo::exists(look->source));
}

void TestChosenFile::looksAtTheSheet()
{
    saveBook();
    const auto look = lookAtFile(*taken());
    QVERIFY(look);
    QCOMPARE(look->path, book());
    QCOMPARE(look->stamp, FileStamp::of(book()));
    QCOMPARE(look->sheet, u"People"_s);
    QCOMPARE(look->sheets.size(), 3U);
    QCOMPARE(look->header, QStringList({ u"Name"_s, u"Town"_s }));
    QCOMPARE(look->head.at(2).cells, QStringList({ u"Anna"_s, u"Kiel; Bonn"_s }));
}

void TestChosenFile::dialectOfASheetIsCertain()
{
    saveBook();
    const auto look
        = lookAtFile(*taken(), { .delimiter = ';', .encoding = QByteArray("UTF-16LE"), .headerRecord = 2 });
    QVERIFY(look);
    QCOMPARE(look->header, QStringList({ u"Anna"_s, u"Kiel; Bonn"_s }));
    QVERIFY(look->certain);
    QCOMPARE(look->guess.reasons, QStringList({ u"Row 3 names the columns: your choice."_s }));
}

void TestChosenFile::pastedCellsAreReadAsTheyAre()
{
    const auto pasted = keepPastedCells(u"Name\tNote\nAnna\t a, b\nJo\t c, d\nBo\t e, f\n"_s, drafts());
    QVERIFY(pasted);
    const auto look = lookAtFile(*takeFile(*pasted, {}, drafts(), {}, {}), { .delimiter = ',' });
    QVERIFY(look && look->certain);
    QCOMPARE(look->head.at(1).cells, QStringList({ u"Anna"_s, u" a, b"_s }));
    QCOMPARE(look->guess.reasons, QStringList({ u"Row 1 names the columns."_s }));
}

void TestChosenFile::passesOnWhyAWorkbookCannotBeRead()
{
    saveBook();
    QVERIFY(QFile::resize(book(), 700));
    const auto chosen = taken();
    QVERIFY(!chosen);
    QCOMPARE(chosen.error().kind, Error::Kind::BadInput);
    QVERIFY(chosen.error().sentence.contains(u"damaged"));
}

void TestChosenFile::runReadsTheSheet()
{
    saveBook();
    auto rows = Rows::open(draftOver(*lookAtFile(*taken())));
    QVERIFY(rows);
    RowView row;
    QVERIFY(*rows->next(row));
    QCOMPARE(row.record, 2); // row 3, as Excel shows it
    QCOMPARE(row.cells[0], std::string_view("Anna"));
    QVERIFY(*rows->next(row));
    QVERIFY(!*rows->next(row));
}

void TestChosenFile::runRefusesAChangedWorkbook()
{
    saveBook();
    const Draft draft = draftOver(*lookAtFile(*taken()));
    saveBook("Annabella Longname");
    const auto rows = Rows::open(draft);
    QVERIFY(!rows);
    QVERIFY(rows.error().sentence.contains(u"people.xlsx"));
}

void TestChosenFile::runMakesALostCopyAgain()
{
    saveBook();
    const Draft draft = draftOver(*lookAtFile(*taken()));
    const QByteArray before = contentOf(draft.source);
    QVERIFY(QDir(drafts()).removeRecursively());
    QVERIFY(Rows::open(draft));
    QCOMPARE(contentOf(draft.source), before);
}

QTEST_GUILESS_MAIN(TestChosenFile)
#include "test_chosen_file.moc"
