#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QtTest>

using namespace Qt::StringLiterals;

/// Holds the include lines of app/ and ui/ against what each room may include. CMake writes rooms.txt from
/// the declarations: room | folder | all rooms that it may include.
class TestArchitecture : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everySourceFileBelongsToARoom();
    void roomsIncludeOnlyWhatTheyMay();
    void practiceServerSharesNothing();
    void onlyNetKnowsTheNetwork();
    void topLevelIsFixed();

private:
    struct Include {
        QString file;
        QString target;
        int line = 0;
    };

    QString roomOf(const QString &file) const;
    static QStringList sources(const QString &folder);
    static QList<Include> includes(const QString &file);

    QMap<QString, QString> m_folderOf; ///< room → folder
    QMap<QString, QStringList> m_may;
};

void TestArchitecture::initTestCase()
{
    QFile rooms(QStringLiteral(ROWLIFT_BUILD_DIR "/rooms.txt"));
    QVERIFY(rooms.open(QIODevice::ReadOnly | QIODevice::Text));
    for (const QString &line : QString::fromUtf8(rooms.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        const QStringList parts = line.split(u'|');
        QCOMPARE(parts.size(), 3);
        m_folderOf[parts[0]] = parts[1];
        m_may[parts[0]] = parts[2].split(u' ', Qt::SkipEmptyParts);
    }
    QVERIFY(m_folderOf.size() > 10);
}

QStringList TestArchitecture::sources(const QString &folder)
{
    QStringList files;
    const QDir root(QStringLiteral(ROWLIFT_SOURCE_DIR));
    QDirIterator walk(root.filePath(folder), { u"*.h"_s, u"*.cpp"_s }, QDir::Files,
                      QDirIterator::Subdirectories);
    while (walk.hasNext())
        files << root.relativeFilePath(walk.next());
    return files;
}

QList<TestArchitecture::Include> TestArchitecture::includes(const QString &file)
{
    QFile source(QStringLiteral(ROWLIFT_SOURCE_DIR) + u'/' + file);
    if (!source.open(QIODevice::ReadOnly | QIODevice::Text))
        return {};
    static const QRegularExpression form(u"^\\s*#\\s*include\\s+[\"<]([^\">]+)[\">]"_s);
    QList<Include> found;
    int number = 0;
    for (const QString &line : QString::fromUtf8(source.readAll()).split(u'\n')) {
        ++number;
        if (const auto match = form.match(line); match.hasMatch())
            found << Include { file, match.captured(1), number };
    }
    return found;
}

QString TestArchitecture::roomOf(const QString &file) const
{
    QString best;
    for (auto room = m_folderOf.cbegin(); room != m_folderOf.cend(); ++room) {
        if (file.startsWith(room.value() + u'/') && room.value().size() > m_folderOf.value(best).size())
            best = room.key();
    }
    return best;
}

void TestArchitecture::everySourceFileBelongsToARoom()
{
    for (const QString &file : sources(u"app"_s) + sources(u"ui"_s))
        QVERIFY2(file == u"app/main.cpp" || !roomOf(file).isEmpty(), qPrintable(file));
}

void TestArchitecture::roomsIncludeOnlyWhatTheyMay()
{
    QStringList wrong;
    for (const QString &file : sources(u"app"_s) + sources(u"ui"_s)) {
        const QString room = roomOf(file);
        if (file == u"app/main.cpp")
            continue;
        for (const Include &include : includes(file)) {
            const QString other = roomOf(include.target);
            const bool ours = include.target.startsWith(u"app/") || include.target.startsWith(u"ui/");
            if (ours && (other.isEmpty() || (other != room && !m_may[room].contains(other))))
                wrong << u"%1:%2 includes %3"_s.arg(file).arg(include.line).arg(include.target);
        }
    }
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(u'\n')));
}

void TestArchitecture::practiceServerSharesNothing()
{
    for (const QString &file : sources(u"app/practice"_s)) {
        for (const Include &include : includes(file)) {
            QVERIFY2(!include.target.startsWith(u"app/") || include.target.startsWith(u"app/practice/"),
                     qPrintable(file + u" includes "_s + include.target));
        }
    }
}

void TestArchitecture::onlyNetKnowsTheNetwork()
{
    static const QRegularExpression network(
        u"^(QtNetwork|QNetwork|QTcp|QSsl|QLocalS|QHostA|QAbstractSocket|QUdp|curl/)"_s);
    for (const QString &file : sources(u"app"_s) + sources(u"ui"_s)) {
        if (file.startsWith(u"app/net/"))
            continue;
        for (const Include &include : includes(file))
            QVERIFY2(!network.match(include.target).hasMatch(),
                     qPrintable(file + u" includes "_s + include.target));
    }
}

void TestArchitecture::topLevelIsFixed()
{
    const QSet<QString> allowed {
        u"CMakeLists.txt"_s, u"app"_s,       u"ui"_s,      u"resources"_s, u"translations"_s,      u"tests"_s,
        u"packaging"_s,      u"README.md"_s, u"LICENSE"_s, u"build"_s,     u"CMakePresets.json"_s,
        u"rowlift-demo"_s // what packaging/demo leaves, kept out of the repository
    };
    for (const QString &name :
         QDir(QStringLiteral(ROWLIFT_SOURCE_DIR)).entryList(QDir::AllEntries | QDir::NoDotAndDotDot))
        QVERIFY2(allowed.contains(name), qPrintable(name));
}

QTEST_GUILESS_MAIN(TestArchitecture)
#include "test_architecture.moc"
