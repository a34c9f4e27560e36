#include "app/run/outcome_text.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>
#include <QRegularExpression>
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
};

QList<TestTranslations::Message> TestTranslations::messages(const QString &language)
{
    QFile file(QStringLiteral(ROWLIFT_SOURCE_DIR "/translations/rowlift_%1.ts").arg(language));
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
