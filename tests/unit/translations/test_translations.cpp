#include "app/run/outcome_text.h"

#include <QCoreApplication>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QLocale>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QXmlStreamReader>
#include <QtTest>

#include "translations/translations.h"

using namespace rowlift;
using namespace Qt::StringLiterals;

/// German is whole and is loaded; English has its plurals.
class TestTranslations : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void germanIsWhole();
    void everyWordOfTheSourcesIsIn_data();
    void everyWordOfTheSourcesIsIn();
    void placesStandInEveryTranslation();
    void germanIsLoaded();
    void englishCountsInWords();

private:
    struct Message {
        QString source;
        QStringList translations;
        bool unfinished = false;
        bool counted = false;
    };
    static QList<Message> messages(const QString &language);
    static QList<Message> messagesIn(const QString &path);
};

QList<TestTranslations::Message> TestTranslations::messages(const QString &language)
{
    return messagesIn(QStringLiteral(ROWLIFT_SOURCE_DIR "/translations/rowlift_%1.ts").arg(language));
}

QList<TestTranslations::Message> TestTranslations::messagesIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QList<Message> all;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"message")
            all << Message { .source = {},
                             .translations = {},
                             .unfinished = false,
                             .counted = xml.attributes().hasAttribute(u"numerus"_s) };
        else if (xml.name() == u"source")
            all.back().source = xml.readElementText();
        else if (xml.name() == u"translation") {
            all.back().unfinished = xml.attributes().hasAttribute(u"type"_s);
            if (!all.back().counted)
                all.back().translations << xml.readElementText();
        } else if (xml.name() == u"numerusform") {
            all.back().translations << xml.readElementText();
        }
    }
    return all;
}

void TestTranslations::germanIsWhole()
{
    const auto german = messages(u"de"_s);
    QVERIFY(german.size() > 200);
    QStringList open;
    for (const Message &message : german) {
        if (message.unfinished || message.translations.isEmpty() || message.translations.contains(QString()))
            open << message.source;
    }
    QVERIFY2(open.isEmpty(), qPrintable(open.join(u'\n')));
}

void TestTranslations::everyWordOfTheSourcesIsIn_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("pluralOnly");
    QTest::newRow("German") << u"de"_s << false;
    QTest::newRow("English plurals") << u"en"_s << true;
}

/// Words that were written after the translation was last brought up to date stand in no file.
void TestTranslations::everyWordOfTheSourcesIsIn()
{
    QFETCH(QString, language);
    QFETCH(bool, pluralOnly);
    const QString lupdate = QStringLiteral(ROWLIFT_LUPDATE);
    if (!QFileInfo(lupdate).isExecutable())
        QSKIP("lupdate is not installed: packaging/prepare names the package.");
    const QString root = QStringLiteral(ROWLIFT_SOURCE_DIR);
    const QTemporaryDir folder;
    const QString copy = folder.filePath(u"rowlift_%1.ts"_s.arg(language));
    QVERIFY(QFile::copy(root + u"/translations/rowlift_%1.ts"_s.arg(language), copy));
    QFile list(folder.filePath(u"sources"_s));
    QVERIFY(list.open(QIODevice::WriteOnly));
    for (const QString &room : { u"/app"_s, u"/ui"_s }) {
        QDirIterator files(root + room, { u"*.cpp"_s, u"*.h"_s }, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            if (const QString file = files.next(); !file.startsWith(root + u"/app/practice/"_s))
                list.write(file.toUtf8() + '\n');
        }
    }
    list.close();
    QStringList arguments { u"-silent"_s,           u"-locations"_s, u"none"_s,
                            u"-no-obsolete"_s,      u"-I"_s,         root,
                            u'@' + list.fileName(), u"-ts"_s,        copy };
    if (pluralOnly)
        arguments.prepend(u"-pluralonly"_s);
    QProcess program;
    program.start(lupdate, arguments);
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitCode(), 0);
    QStringList missing;
    const auto all = messagesIn(copy);
    QVERIFY(all.size() >= messages(language).size() / 2);
    for (const Message &message : all) {
        if (message.unfinished)
            missing << message.source;
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
}

void TestTranslations::placesStandInEveryTranslation()
{
    static const QRegularExpression place(u"%L?[1-9n]"_s);
    for (const Message &message : messages(u"de"_s)) {
        QSet<QString> wanted;
        for (auto match = place.globalMatch(message.source); match.hasNext();)
            wanted << match.next().captured();
        for (const QString &translation : message.translations) {
            for (const QString &one : wanted) {
                // "one row" may do without its number
                QVERIFY2(translation.contains(one) || (message.counted && one == u"%n"),
                         qPrintable(message.source + u" → "_s + translation));
            }
        }
    }
}

void TestTranslations::germanIsLoaded()
{
    installTranslations(*QCoreApplication::instance(), QLocale(QLocale::German));
    QCOMPARE(outcomeText(Outcome::LeftOut), u"ausgelassen"_s);
}

void TestTranslations::englishCountsInWords()
{
    for (const Message &message : messages(u"en"_s)) {
        QVERIFY(message.counted);
        QCOMPARE(message.translations.size(), 2);
        for (const QString &form : message.translations)
            QVERIFY2(!form.isEmpty() && !form.contains(u"(s)"), qPrintable(message.source));
    }
}

QTEST_GUILESS_MAIN(TestTranslations)
#include "test_translations.moc"
