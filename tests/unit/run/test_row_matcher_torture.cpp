#include "app/csv/csv_writer.h"
#include "app/run/row_matcher.h"

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <map>
#include <numeric>
#include <random>

using namespace rowlift;
using namespace Qt::StringLiterals;

namespace matching {

using Cells = std::vector<std::string>;

/// What a service does to the rows on their way back.
struct Treachery {
    bool shuffled = true;
    bool columnsMoved = false;
    bool headerInOtherCase = false;
    bool strangeColumns = false;
    bool keyInOtherCase = false;
    bool linesBroken = false; ///< LF inside values comes back as CR LF, and numbers without their zeros.
    int columnsMissing = 0;
    int columnsBlanked = 0; ///< They are there, without their cells.
    int resultsMissing = 0; ///< In per cent.
    int strangeResults = 0; ///< Of rows that were never sent.
    int resultsTwice = 0; ///< Results that come once too often.
};

struct Sent {
    Cells cells;
    Outcome outcome = Outcome::Added;
    QString code;
};

struct Story {
    QStringList fields;
    QString key;
    std::vector<Sent> rows;
};

using Verdict = std::pair<Outcome, QString>;

} // namespace matching

using namespace matching;

/// Rows that a service echoes as badly as services do, by chance and by a seed. What must hold however bad it
/// is: no row gets the outcome of another, each result is placed or counted, and what can be told is told.
class TestRowMatcherTorture : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void neverGuesses_data();
    void neverGuesses();
    void blankedColumnsAreNoBlankRows();
    void keysAreComparedAsTheServiceDoes_data();
    void keysAreComparedAsTheServiceDoes();

private:
    Story makeStory(bool keyed);
    std::string cell(int variety);
    RowMatcher::Matched echo(const Story &story, const Treachery &treachery);
    void holds(const Story &story, const Treachery &treachery, const RowMatcher::Matched &matched);
    int below(int limit) { return int(m_chance() % unsigned(limit)); }

    quint32 m_seed = 0;
    std::mt19937 m_chance;
    QTemporaryDir m_folder;
    qint64 m_results = 0; ///< Of the last echo.
    std::vector<size_t> m_answered; ///< Of the last echo: the rows that had a result, each once.
    std::vector<size_t> m_columnsGiven; ///< Of the last echo: columns that came with their cells.
};

void TestRowMatcherTorture::initTestCase()
{
    bool given = false;
    m_seed = qEnvironmentVariable("ROWLIFT_SEED").toUInt(&given);
    if (!given)
        m_seed = std::random_device()();
    qInfo("ROWLIFT_SEED=%u", m_seed);
}

std::string TestRowMatcherTorture::cell(int variety)
{
    static const std::vector<std::string> shapes {
        "",       "plain", "two\nlines", "a \"quoted\" word", "comma, semicolon; tab\t", " blanks ",
        "Łódź 🌻", "=1+1",  "#N/A",       "0012.50",
    };
    const std::string shape = shapes[size_t(below(int(shapes.size())))];
    return shape.empty() || below(3) == 0 ? shape : shape + std::to_string(below(variety));
}

Story TestRowMatcherTorture::makeStory(bool keyed)
{
    Story story;
    const int columns = 1 + below(5);
    for (int column = 0; column < columns; ++column)
        story.fields << u"Field%1"_s.arg(column);
    if (keyed) {
        story.key = u"Crm_Key__c"_s;
        story.fields.insert(below(columns + 1), story.key);
    }
    const int variety = 1 + below(below(2) ? 5 : 500);
    const int rows = 1 + below(120);
    for (int number = 0; number < rows; ++number) {
        Sent row;
        for (const QString &field : std::as_const(story.fields))
            row.cells.push_back(field == story.key ? "Key-" + std::to_string(number) : cell(variety));
        if (!keyed && number > 0 && below(6) == 0)
            row.cells = story.rows[size_t(below(number))].cells;
        static constexpr const char *codes[] { "REQUIRED_FIELD_MISSING", "STRING_TOO_LONG" };
        if (below(3) == 0) {
            row.outcome = Outcome::Failed;
            row.code = QString::fromLatin1(codes[below(2)]);
        }
        story.rows.push_back(std::move(row));
    }
    return story;
}

RowMatcher::Matched TestRowMatcherTorture::echo(const Story &story, const Treachery &treachery)
{
    QByteArray bytes;
    const auto append = [&bytes](const Cells &cells) {
        const std::vector<std::string_view> views(cells.begin(), cells.end());
        appendRecord(bytes, views);
    };
    Cells header;
    for (const QString &field : story.fields)
        header.push_back(field.toStdString());
    append(header);
    std::vector<qint64> records;
    for (const Sent &row : story.rows) {
        append(row.cells);
        records.push_back(7 + 3 * qint64(records.size()));
    }
    QFile file(m_folder.filePath(u"part"_s));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        qFatal("no room");
    file.write(bytes);
    file.close();
    auto matcher = RowMatcher::load(
        { .path = file.fileName(), .rows = qint64(story.rows.size()), .bytes = bytes.size() }, story.fields,
        story.key, records);
    if (!matcher)
        qFatal("%s", qPrintable(matcher.error().detail));

    // Which columns come back, where, and which of them empty. The key stays.
    std::vector<size_t> columns(size_t(story.fields.size()));
    std::iota(columns.begin(), columns.end(), 0);
    if (treachery.columnsMoved)
        std::ranges::shuffle(columns, m_chance);
    const auto key = size_t(story.fields.indexOf(story.key));
    for (int missing = 0; missing < treachery.columnsMissing && columns.size() > 1; ++missing) {
        const size_t at = size_t(below(int(columns.size())));
        if (columns[at] != key || story.key.isEmpty())
            columns.erase(columns.begin() + qsizetype(at));
    }
    std::vector<bool> blanked(size_t(story.fields.size()), false);
    for (int blank = 0; blank < treachery.columnsBlanked; ++blank) {
        const size_t column = columns[size_t(below(int(columns.size())))];
        blanked[column] = column != key || story.key.isEmpty();
    }
    m_columnsGiven.clear();
    QStringList names;
    for (const size_t column : columns) {
        const QString &field = story.fields[qsizetype(column)];
        names << (treachery.headerInOtherCase ? field.toUpper() : field);
        if (!blanked[column])
            m_columnsGiven.push_back(column);
    }
    if (treachery.strangeColumns)
        names << u"Sf_Own"_s;

    struct Answer {
        Cells cells;
        Outcome outcome;
        QString code;
        QString id;
    };
    std::vector<Answer> answers;
    m_answered.clear();
    const auto answerTo = [&](size_t number) {
        const Sent &row = story.rows[number];
        Answer answer {
            {}, row.outcome, row.code, row.outcome == Outcome::Failed ? QString() : u"id%1"_s.arg(number)
        };
        for (const size_t column : columns) {
            std::string text = blanked[column] ? std::string() : row.cells[column];
            if (treachery.keyInOtherCase && column == key)
                std::ranges::transform(text, text.begin(), [](char c) { return char(std::toupper(c)); });
            else if (treachery.linesBroken)
                text = QString::fromStdString(text)
                           .replace(u"\n"_s, u"\r\n"_s)
                           .replace(u"0012.50"_s, u"12.5"_s)
                           .toStdString();
            answer.cells.push_back(text);
        }
        if (treachery.strangeColumns)
            answer.cells.push_back("own");
        return answer;
    };
    for (size_t number = 0; number < story.rows.size(); ++number) {
        if (below(100) < treachery.resultsMissing)
            continue;
        m_answered.push_back(number);
        answers.push_back(answerTo(number));
    }
    for (int twice = 0; twice < treachery.resultsTwice && !m_answered.empty(); ++twice)
        answers.push_back(answerTo(m_answered[size_t(below(int(m_answered.size())))]));
    for (int strange = 0; strange < treachery.strangeResults && !m_columnsGiven.empty(); ++strange) {
        Answer answer { {}, Outcome::Added, {}, u"strange%1"_s.arg(strange) };
        for (const size_t column : columns)
            answer.cells.emplace_back(blanked[column] ? "" : "never sent");
        answers.push_back(std::move(answer));
    }
    if (treachery.shuffled)
        std::ranges::shuffle(answers, m_chance);
    m_results = qint64(answers.size());

    if (!(*matcher)->columns(names))
        qFatal("columns");
    for (const Answer &answer : answers) {
        const std::vector<std::string_view> views(answer.cells.begin(), answer.cells.end());
        const Reason reason { .code = answer.code, .field = {}, .text = answer.code };
        if (!(*matcher)->row(answer.outcome, reason, answer.id, views))
            qFatal("row");
    }
    auto matched = (*matcher)->finish();
    if (!matched)
        qFatal("%s", qPrintable(matched.error().detail));
    return std::move(*matched);
}

void TestRowMatcherTorture::holds(const Story &story, const Treachery &treachery,
                                  const RowMatcher::Matched &matched)
{
    QCOMPARE(qint64(matched.outcomes.size()) + matched.unplaced, m_results);
    std::vector<bool> isPlaced(story.rows.size(), false);
    // Equal rows are interchangeable: what they came to together is what counts.
    std::map<Cells, std::vector<Verdict>> truth;
    std::map<Cells, std::vector<Verdict>> told;
    for (const size_t number : m_answered)
        truth[story.rows[number].cells].emplace_back(story.rows[number].outcome, story.rows[number].code);
    for (const RowOutcome &outcome : matched.outcomes) {
        const auto number = size_t(outcome.record - 7) / 3;
        QVERIFY2(number < story.rows.size() && !isPlaced[number], "a row has two outcomes");
        isPlaced[number] = true;
        const Sent &row = story.rows[number];
        told[row.cells].emplace_back(outcome.outcome, outcome.reason.code);
        if (!outcome.recordId.isEmpty()) {
            bool isNumber = false;
            const size_t other = outcome.recordId.mid(2).toULongLong(&isNumber);
            QVERIFY2(isNumber && story.rows[other].cells == row.cells, "a row has another one's record");
        }
    }
    for (auto &[cells, verdicts] : told) {
        auto &own = truth[cells];
        std::ranges::sort(own);
        std::ranges::sort(verdicts);
        const bool fits = treachery.resultsTwice > 0
            ? std::ranges::all_of(
                verdicts,
                [&](const Verdict &verdict) { return std::ranges::find(own, verdict) != own.end(); })
            : std::ranges::includes(own, verdicts);
        QVERIFY2(fits,
                 qPrintable(u"a row like “%1” has the outcome of another"_s.arg(
                     QString::fromStdString(cells.front()))));
    }
    if (m_results > qint64(story.rows.size()))
        return; // who sends more than was asked sends nonsense
    // What can be told: rows known by what came back of them, when no other could be meant.
    std::map<Cells, std::vector<size_t>> alike;
    for (size_t number = 0; number < story.rows.size(); ++number) {
        Cells given;
        for (const size_t column : m_columnsGiven)
            given.push_back(story.rows[number].cells[column]);
        alike[given].push_back(number);
    }
    const bool spelt = !treachery.linesBroken && !treachery.keyInOtherCase;
    for (const size_t number : m_answered) {
        const bool byKey = !story.key.isEmpty();
        Cells given;
        for (const size_t column : m_columnsGiven)
            given.push_back(story.rows[number].cells[column]);
        if (byKey
            || (spelt && alike[given].size() == 1 && !m_columnsGiven.empty() && given != Cells(given.size())))
            QVERIFY2(isPlaced[number], qPrintable(u"row %1 could be told"_s.arg(number)));
    }
}

void TestRowMatcherTorture::neverGuesses_data()
{
    QTest::addColumn<Treachery>("treachery");
    QTest::newRow("shuffled") << Treachery {};
    QTest::newRow("in order") << Treachery { .shuffled = false };
    QTest::newRow("columns moved, strange ones among them")
        << Treachery { .columnsMoved = true, .headerInOtherCase = true, .strangeColumns = true };
    QTest::newRow("columns missing") << Treachery { .columnsMoved = true, .columnsMissing = 2 };
    QTest::newRow("columns blanked") << Treachery { .headerInOtherCase = true, .columnsBlanked = 2 };
    QTest::newRow("spelt otherwise") << Treachery { .linesBroken = true };
    QTest::newRow("keys in other case") << Treachery { .keyInOtherCase = true };
    QTest::newRow("results missing") << Treachery { .resultsMissing = 20 };
    QTest::newRow("results of nothing") << Treachery { .strangeResults = 5 };
    QTest::newRow("results twice") << Treachery { .resultsTwice = 3 };
    QTest::newRow("all at once") << Treachery { .columnsMoved = true,
                                                .headerInOtherCase = true,
                                                .strangeColumns = true,
                                                .linesBroken = true,
                                                .columnsMissing = 1,
                                                .columnsBlanked = 1,
                                                .resultsMissing = 10,
                                                .strangeResults = 3 };
}

void TestRowMatcherTorture::neverGuesses()
{
    QFETCH(Treachery, treachery);
    constexpr int stories = 60;
    for (int number = 0; number < stories; ++number) {
        m_chance.seed(m_seed + quint32(number));
        const Story story = makeStory(number % 3 == 0);
        const RowMatcher::Matched matched = echo(story, treachery);
        holds(story, treachery, matched);
        if (QTest::currentTestFailed()) {
            qInfo("story %d of seed %u", number, m_seed);
            return;
        }
    }
}

void TestRowMatcherTorture::blankedColumnsAreNoBlankRows()
{
    // The first row has no score; of the second the score comes back blank: it looks like the first.
    Story story { { u"LastName"_s, u"Score__c"_s }, {}, {} };
    story.rows = { { { "Stone", "" }, Outcome::Added, {} },
                   { { "Stone", "5" }, Outcome::Failed, u"STRING_TOO_LONG"_s } };
    for (quint32 seed = 0; seed < 8; ++seed) {
        m_chance.seed(seed);
        const Treachery treachery { .headerInOtherCase = true, .columnsBlanked = 1 };
        const RowMatcher::Matched matched = echo(story, treachery);
        holds(story, treachery, matched);
    }
}

void TestRowMatcherTorture::keysAreComparedAsTheServiceDoes_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("sent");
    QTest::addColumn<QString>("echoed");
    QTest::newRow("e-mail in other case") << u"Email"_s << u"Ada@Example.com"_s << u"ada@example.com"_s;
    QTest::newRow("key in other case") << u"Crm_Key__c"_s << u"k-17ä"_s << u"K-17Ä"_s;
    QTest::newRow("id of 15, echoed with 18") << u"Id"_s << u"0038c00002hMS4m"_s << u"0038c00002hMS4mAAG"_s;
    QTest::newRow("id of 18, echoed with 15") << u"Id"_s << u"0038c00002hMS4mAAG"_s << u"0038c00002hMS4m"_s;
}

void TestRowMatcherTorture::keysAreComparedAsTheServiceDoes()
{
    QFETCH(QString, key);
    QFETCH(QString, sent);
    QFETCH(QString, echoed);
    QFile file(m_folder.filePath(u"keys"_s));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    const QByteArray bytes = key.toUtf8() + ",LastName\n" + sent.toUtf8() + ",Stone\nother,Marsh\n";
    file.write(bytes);
    file.close();
    auto matcher = RowMatcher::load({ .path = file.fileName(), .rows = 2, .bytes = bytes.size() },
                                    { key, u"LastName"_s }, key, { 3, 4 });
    QVERIFY(matcher);
    QVERIFY((*matcher)->columns({ key }));
    const std::string cell = echoed.toStdString();
    const std::vector<std::string_view> cells { cell };
    QVERIFY((*matcher)->row(Outcome::Updated, {}, u"id"_s, cells));
    const auto matched = (*matcher)->finish();
    QVERIFY(matched);
    QCOMPARE(matched->unplaced, 0);
    QCOMPARE(matched->outcomes.size(), 1U);
    QCOMPARE(matched->outcomes.front().record, 3);
}

QTEST_GUILESS_MAIN(TestRowMatcherTorture)
#include "test_row_matcher_torture.moc"
