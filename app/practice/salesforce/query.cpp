#include "app/practice/salesforce/query.h"

#include "app/practice/json_text.h"
#include "app/practice/salesforce/ids.h"
#include "app/practice/salesforce/values.h"

#include <QLocale>

#include <algorithm>

namespace rowlift::practice::salesforce {

using namespace Qt::StringLiterals;

namespace {

struct QueryToken {
    enum class Kind { Word, Text, Sign, End };
    Kind kind = Kind::End;
    QString text;
};

/// Takes a query apart into words, quoted texts and signs.
class QueryTokens {
public:
    explicit QueryTokens(const QString &text)
        : m_text(text)
    {
        advance();
    }

    const QueryToken &now() const { return m_now; }

    bool takeWord(QStringView word)
    {
        if (m_now.kind != QueryToken::Kind::Word || m_now.text.compare(word, Qt::CaseInsensitive) != 0)
            return false;
        advance();
        return true;
    }

    bool takeSign(QChar sign)
    {
        if (m_now.kind != QueryToken::Kind::Sign || m_now.text != sign)
            return false;
        advance();
        return true;
    }

    std::optional<QueryToken> take(QueryToken::Kind kind)
    {
        if (m_now.kind != kind)
            return std::nullopt;
        const QueryToken taken = m_now;
        advance();
        return taken;
    }

    void advance()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
        if (m_at >= m_text.size()) {
            m_now = {};
            return;
        }
        const QChar first = m_text[m_at];
        if (first == u'\'') {
            quoted();
        } else if (first == u',' || first == u'(' || first == u')' || first == u'=') {
            m_now = { QueryToken::Kind::Sign, first };
            ++m_at;
        } else {
            word();
        }
    }

private:
    void quoted()
    {
        QString text;
        for (++m_at; m_at < m_text.size() && m_text[m_at] != u'\''; ++m_at) {
            if (m_text[m_at] == u'\\' && m_at + 1 < m_text.size()) {
                const QChar escaped = m_text[++m_at];
                text += escaped == u'n' ? u'\n' : escaped == u'r' ? u'\r' : escaped == u't' ? u'\t' : escaped;
            } else {
                text += m_text[m_at];
            }
        }
        m_now = m_at < m_text.size() ? QueryToken { QueryToken::Kind::Text, text }
                                     : QueryToken { QueryToken::Kind::Sign, u"'"_s };
        ++m_at;
    }

    void word()
    {
        const qsizetype begin = m_at;
        while (m_at < m_text.size() && (m_text[m_at].isLetterOrNumber() || u"_.:+-"_s.contains(m_text[m_at])))
            ++m_at;
        m_at = std::max(m_at, begin + 1);
        m_now = { m_at - begin == 1 && !m_text[begin].isLetterOrNumber() ? QueryToken::Kind::Sign
                                                                         : QueryToken::Kind::Word,
                  m_text.mid(begin, m_at - begin) };
    }

    const QString m_text;
    qsizetype m_at = 0;
    QueryToken m_now;
};

bool takeValue(QueryTokens &tokens, Query::Condition &condition)
{
    if (const auto text = tokens.take(QueryToken::Kind::Text)) {
        condition.values.append(text->text.toUtf8());
        return true;
    }
    const auto word = tokens.take(QueryToken::Kind::Word);
    if (word)
        condition.values.append(word->text.compare(u"null", Qt::CaseInsensitive) == 0 ? QByteArray()
                                                                                      : word->text.toUtf8());
    return word.has_value();
}

bool takeCondition(QueryTokens &tokens, Query &query)
{
    const auto field = tokens.take(QueryToken::Kind::Word);
    if (!field)
        return false;
    Query::Condition condition { field->text.toUtf8(), {}, 0 };
    for (const char bound : { '>', '<' }) {
        if (!condition.bound && tokens.takeSign(QLatin1Char(bound)))
            condition.bound = bound;
    }
    if (tokens.takeSign(u'=')) {
        if (!takeValue(tokens, condition))
            return false;
    } else {
        if (condition.bound || !tokens.takeWord(u"IN") || !tokens.takeSign(u'('))
            return false;
        do {
            if (!takeValue(tokens, condition))
                return false;
        } while (tokens.takeSign(u','));
        if (!tokens.takeSign(u')'))
            return false;
    }
    query.conditions.append(condition);
    return true;
}

bool takeQuery(QueryTokens &tokens, Query &query)
{
    if (!tokens.takeWord(u"SELECT"))
        return false;
    do {
        const auto field = tokens.take(QueryToken::Kind::Word);
        if (!field)
            return false;
        query.fields.append(field->text.toUtf8());
    } while (tokens.takeSign(u','));
    if (query.fields.size() == 1 && query.fields[0].toLower() == "count" && tokens.takeSign(u'(')) {
        if (!tokens.takeSign(u')'))
            return false;
        query.countOnly = true;
        query.fields.clear();
    }
    if (!tokens.takeWord(u"FROM"))
        return false;
    const auto object = tokens.take(QueryToken::Kind::Word);
    if (!object)
        return false;
    query.object = object->text.toUtf8();
    if (tokens.takeWord(u"WHERE")) {
        do {
            if (!takeCondition(tokens, query))
                return false;
        } while (tokens.takeWord(u"AND"));
    }
    if (tokens.takeWord(u"LIMIT")) {
        const auto limit = tokens.take(QueryToken::Kind::Word);
        bool isNumber = false;
        query.limit = limit ? limit->text.toLongLong(&isNumber) : 0;
        if (!isNumber)
            return false;
    }
    return tokens.now().kind == QueryToken::Kind::End;
}

std::string_view queryView(const QByteArray &bytes)
{
    return { bytes.constData(), static_cast<std::size_t>(bytes.size()) };
}

/// What equal values have in common: 7 and 7.0 are one number.
QByteArray comparedText(const Field &field, const QByteArray &text)
{
    bool isNumber = field.type == Field::Type::Int || field.type == Field::Type::Double;
    const double number = isNumber ? text.toDouble(&isNumber) : 0;
    return isNumber ? QByteArray::number(number, 'f', QLocale::FloatingPointShortest)
                    : foldedKey(field, queryView(text));
}

} // namespace

std::optional<Query> parsedQuery(const QString &text, QByteArray *unexpected)
{
    QueryTokens tokens(text);
    Query query;
    if (takeQuery(tokens, query))
        return query;
    *unexpected = tokens.now().kind == QueryToken::Kind::End ? "<EOF>"_ba : tokens.now().text.toUtf8();
    return std::nullopt;
}

std::optional<QByteArray> QueryRun::unknownField(const Query &query) const
{
    for (const QByteArray &name : query.fields)
        if (!m_object.field(queryView(name)))
            return name;
    for (const Query::Condition &condition : query.conditions)
        if (!m_object.field(queryView(condition.field)))
            return condition.field;
    return std::nullopt;
}

std::optional<QByteArray> QueryRun::unfilterable(const Query &query) const
{
    for (const Query::Condition &condition : query.conditions)
        if (const Field *field = m_object.field(queryView(condition.field)); field && !field->filterable)
            return field->name;
    return std::nullopt;
}

bool QueryRun::matches(const RecordView &view, const QList<Test> &tests) const
{
    return std::all_of(tests.begin(), tests.end(), [&](const Test &test) {
        QByteArray text = literalText(view.literal(*test.field));
        if (test.bound) {
            const auto time = QDateTime::fromString(QString::fromUtf8(text), Qt::ISODateWithMs);
            return time.isValid() && (test.bound == '>' ? time >= test.time : time <= test.time);
        }
        if (test.field->type == Field::Type::Id || test.field->type == Field::Type::Reference)
            return test.values.contains(text) || test.values.contains(text.left(15));
        return test.values.contains(comparedText(*test.field, text));
    });
}

QList<StoredRecord> QueryRun::candidates(const Query &query, const QList<Test> &tests, qint64 after)
{
    // A condition on an id or a key names its records; anything else walks through all of them.
    for (qsizetype i = 0; i < tests.size(); ++i) {
        const Field &field = *tests[i].field;
        if (tests[i].bound
            || (field.type != Field::Type::Id
                && (!field.isKey() || query.deletedToo))) // deleted ones lost their keys
            continue;
        QSet<qint64> numbers;
        for (const QByteArray &value : query.conditions[i].values) {
            if (field.type == Field::Type::Id) {
                if (const auto number = idNumber(queryView(value)))
                    numbers.insert(*number);
            } else {
                for (const qint64 number :
                     m_records.withKey({ field.keyNumber, foldedKey(field, queryView(value)) }, 1'000'000))
                    numbers.insert(number);
            }
        }
        QList<qint64> sorted(numbers.begin(), numbers.end());
        std::sort(sorted.begin(), sorted.end());
        QList<StoredRecord> records;
        for (const qint64 number : sorted) {
            const auto record = number > after ? m_records.find(number) : std::nullopt;
            if (record && record->object == m_object.number && (query.deletedToo || !record->deleted))
                records.append(*record);
        }
        return records;
    }
    return m_records.list(m_object.number, after, 1000, query.deletedToo);
}

QList<QueryRun::Test> QueryRun::testsOf(const Query &query) const
{
    QList<Test> tests;
    for (const Query::Condition &condition : query.conditions) {
        const Field *field = m_object.field(queryView(condition.field));
        Test test { field, {}, condition.bound, {} };
        if (test.bound)
            test.time = QDateTime::fromString(QString::fromUtf8(condition.values.first()), Qt::ISODateWithMs);
        for (const QByteArray &value : condition.values)
            test.values.insert(field->type == Field::Type::Id || field->type == Field::Type::Reference
                                   ? value
                                   : comparedText(*field, value));
        tests.append(test);
    }
    return tests;
}

QueryPage QueryRun::page(const Query &query, const QueryPlace &place)
{
    const QList<Test> tests = testsOf(query);
    const auto limited = [&](qint64 count) { return query.limit < 0 ? count : std::min(count, query.limit); };
    QueryPage page;
    // Counting is for what goes over several pages; a short list is counted while it is made.
    const bool countFirst
        = place.total < 0 && tests.isEmpty() && !query.deletedToo && limited(pageSize + 1) > pageSize;
    page.total = countFirst ? limited(m_records.count(m_object.number)) : place.total;
    const bool counted = page.total >= 0;
    if (counted && query.countOnly)
        return page;
    qint64 matched = place.shown;
    qint64 after = place.after;
    for (auto records = candidates(query, tests, after); !records.isEmpty();
         records = candidates(query, tests, after)) {
        for (const StoredRecord &record : records) {
            after = record.number;
            const RecordView view(m_object, m_user, record);
            if (!matches(view, tests))
                continue;
            const bool enough = limited(matched + 1) == matched;
            const bool full = page.records.size() == pageSize;
            page.done = page.done && (enough || !full);
            if (enough || (full && counted)) {
                page.total = counted ? page.total : matched;
                return page;
            }
            ++matched;
            if (full || query.countOnly)
                continue;
            page.records.append(shown(view, query));
            page.last = record.number;
        }
    }
    page.total = counted ? page.total : matched;
    return page;
}

QByteArray QueryRun::shown(const RecordView &view, const Query &query) const
{
    JsonText attributes;
    attributes.text("type", m_object.name)
        .text("url", "/services/data/" + m_version + "/sobjects/" + m_object.name + '/' + view.id());
    JsonText text;
    text.raw("attributes"_ba, attributes.object());
    for (const QByteArray &name : query.fields) {
        const Field *field = m_object.field(queryView(name));
        text.raw(field->name, view.literal(*field));
    }
    return text.object();
}

} // namespace rowlift::practice::salesforce
