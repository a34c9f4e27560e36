#include "app/service/salesforce/record_lookup.h"

#include "app/mapping/record_id.h"
#include "app/service/salesforce/object_facts.h"
#include "app/service/salesforce/query_pages.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <iterator>
#include <tuple>

namespace rowlift::salesforce {

using namespace Qt::StringLiterals;

namespace {

struct LookupWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::salesforce::Lookup)
};

/// What is compared as one short text, a number or an id. Others take no comparison (long texts, lists of
/// several) or tell nobody apart (boxes, days).
constexpr std::array comparable { "string"_L1,   "email"_L1,     "phone"_L1, "url"_L1,    "picklist"_L1,
                                  "combobox"_L1, "int"_L1,       "long"_L1,  "double"_L1, "currency"_L1,
                                  "percent"_L1,  "reference"_L1, "id"_L1 };

bool isComparable(const QString &type)
{
    return std::ranges::find(comparable, type) != comparable.end();
}

Error notSearchable(const QString &field, const QString &detail)
{
    return { .kind = Error::Kind::BadInput,
             .sentence
             = LookupWords::tr("Salesforce cannot find records by %1. Choose another field.").arg(field),
             .detail = detail,
             .retryAfter = {} };
}

bool isPlainNumber(const QString &text)
{
    static const QRegularExpression number(u"^-?\\d{1,18}(?:\\.\\d{1,18})?$"_s);
    return number.match(text).hasMatch();
}

/// As it stands in a query; empty: no record has such a value.
QString lookupLiteral(const FieldFacts &field, const QString &value)
{
    const QString text = value.trimmed(); // as it is stored
    if (text.isEmpty())
        return {};
    if (field.isNumber())
        return isPlainNumber(text) ? text : QString();
    if (field.isId() && !isRecordId(text.toStdString()))
        return {};
    if (field.length > 0 && text.size() > field.length)
        return {};
    return queryLiteral(text);
}

/// "SELECT Id,Email,LastModifiedDate FROM Contact WHERE Email IN ("
QString lookupBeginning(const ObjectFacts &object, const QString &field)
{
    QStringList shown { u"Id"_s, field };
    if (object.field(u"LastModifiedDate")) // not every object has it
        shown << u"LastModifiedDate"_s;
    shown.removeDuplicates();
    return u"SELECT %1 FROM %2 WHERE %3 IN ("_s.arg(shown.join(u','), object.name, field);
}

/// The queries for \a literals, each of which fits an address.
QStringList lookupQueries(const QString &begin, const QStringList &literals)
{
    const qsizetype room = longestQueryAddress - sizeInAddress(begin) - sizeInAddress(u")"_s);
    QStringList queries;
    QStringList asked;
    qsizetype size = 0;
    const auto finish = [&] {
        if (!asked.isEmpty())
            queries << begin + asked.join(u',') + u')';
        asked.clear();
        size = 0;
    };
    for (const QString &literal : literals) {
        const qsizetype more = sizeInAddress(literal) + sizeInAddress(u","_s);
        if (more > room)
            continue; // longer than any field that can be asked by
        if (size + more > room)
            finish();
        asked << literal;
        size += more;
    }
    finish();
    return queries;
}

/// One number or id, however it is spelt.
QString oneSpelling(const FieldFacts &field, const QString &text)
{
    constexpr qsizetype shortIdSize = 15;
    if (field.isNumber())
        return QString::number(text.toDouble(), 'g', QLocale::FloatingPointShortest);
    return field.isId() ? text.trimmed().left(shortIdSize) : text;
}

/// Of each value. However many records have it: two tell that they are several, and of those changed last
/// they have the one that counts.
constexpr std::size_t mostMatches = 2;

/// The matches of what was asked for.
class Matches {
public:
    Matches(const FieldFacts &field, const QStringList &values)
        : m_field(field)
    {
        if (!field.isNumber() && !field.isId())
            return;
        for (const QString &value : values) {
            QStringList &spellings = m_asked[oneSpelling(field, value)];
            if (!spellings.contains(value))
                spellings << value;
        }
    }

    void take(const QJsonArray &records)
    {
        for (const QJsonValue &entry : records)
            take(entry.toObject());
    }
    bool isWhole() const { return m_isWhole; }
    std::vector<RecordMatch> taken()
    {
        std::vector<RecordMatch> all;
        for (std::vector<RecordMatch> &matches : m_matches)
            std::ranges::move(matches, std::back_inserter(all));
        return all;
    }

private:
    void take(const QJsonObject &record)
    {
        const QString id = record.value("Id"_L1).toString();
        const QString changed = record.value("LastModifiedDate"_L1).toString();
        const QDateTime modified = QDateTime::fromString(changed, Qt::ISODateWithMs).toUTC();
        const QJsonValue value = record.value(m_field.name);
        m_isWhole = m_isWhole && isRecordId(id.toStdString()) && (value.isString() || value.isDouble());
        if (m_asked.isEmpty()) {
            keep({ .value = value.toString(), .id = id, .modified = modified });
            return;
        }
        const QString text = value.isDouble()
            ? QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest)
            : value.toString();
        const QStringList spellings = m_asked.value(oneSpelling(m_field, text));
        for (const QString &spelling : spellings)
            keep({ .value = spelling, .id = id, .modified = modified });
    }

    void keep(RecordMatch match)
    {
        const auto place = m_places.constFind(match.value);
        if (place == m_places.cend()) {
            m_places.insert(match.value, m_matches.size());
            m_matches.push_back({ std::move(match) });
            return;
        }
        std::vector<RecordMatch> &matches = m_matches[*place];
        if (std::ranges::find(matches, match.id, &RecordMatch::id) != matches.end())
            return;
        matches.push_back(std::move(match));
        std::ranges::sort(matches, [](const RecordMatch &a, const RecordMatch &b) {
            return std::tie(a.modified, a.id) > std::tie(b.modified, b.id);
        });
        if (matches.size() > mostMatches)
            matches.pop_back();
    }

    const FieldFacts &m_field;
    QHash<QString, QStringList> m_asked; ///< Of numbers and ids, which have several spellings.
    std::vector<std::vector<RecordMatch>> m_matches; ///< A value each.
    QHash<QString, std::size_t> m_places; ///< In m_matches, by value.
    bool m_isWhole = true;
};

} // namespace

bool canBeSearched(const QJsonObject &field)
{
    const QString type = field.value("type"_L1).toString();
    return field.value("filterable"_L1).toBool() && !field.value("encrypted"_L1).toBool() && type != "id"_L1
        && isComparable(type);
}

Result<std::vector<RecordMatch>> lookUpRecords(Api &api, const QString &object, const QString &field,
                                               const QStringList &values, std::stop_token stop)
{
    const auto facts = api.known().facts(api, object, stop);
    if (!facts)
        return tl::unexpected(facts.error());
    const FieldFacts *asked = (*facts)->field(field);
    if (!asked)
        return tl::unexpected(notSearchable(field, u"%1 has no field %2"_s.arg(object, field)));
    if (!asked->filterable || !isComparable(asked->type))
        return tl::unexpected(
            notSearchable(asked->label, u"%1.%2 of type %3 is no filter"_s.arg(object, field, asked->type)));
    QStringList literals;
    for (const QString &value : values) {
        const QString literal = lookupLiteral(*asked, value);
        if (!literal.isEmpty())
            literals << literal;
    }
    literals.removeDuplicates();
    Matches matches(*asked, values);
    const auto take = [&matches](const QJsonArray &records, const HttpReply &) { matches.take(records); };
    const QStringList queries = lookupQueries(lookupBeginning(**facts, asked->name), literals);
    for (const QString &query : queries) {
        const Done read = readQuery(api, queryCallFor(query), take, stop);
        if (!read && read.error().detail.contains("INVALID_FIELD"_L1))
            return tl::unexpected(notSearchable(asked->label, read.error().detail));
        if (!read)
            return tl::unexpected(read.error());
        if (!matches.isWhole())
            return tl::unexpected(
                unreadable(publicRequest(queryCallFor(query)), {}, u"record id and value of every record"_s));
    }
    return matches.taken();
}

} // namespace rowlift::salesforce
