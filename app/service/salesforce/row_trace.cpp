#include "app/service/salesforce/row_trace.h"

#include <QHash>
#include <QLocale>

#include <algorithm>
#include <cmath>
#include <functional>
#include <iterator>
#include <numeric>
#include <utility>

namespace rowlift::salesforce {

using namespace Qt::StringLiterals;

namespace {

/// Between our about-to-send and the service's own time of a record: both clocks are read in whole seconds.
constexpr std::chrono::seconds readingSlack { 5 };
/// The same where the service's clock is not known.
constexpr std::chrono::minutes unknownSlack { 5 };
/// Clocks that differ by more were perhaps set meanwhile, and then the difference says nothing of the send.
constexpr std::chrono::minutes usualDifference { 10 };
/// How far a clock may be put right without our notice.
constexpr std::chrono::hours mostPutRight { 24 };

constexpr qsizetype shortIdSize = 15;

/// As the collections name it.
constexpr QLatin1StringView idInRow { "id" };

QString traceText(const QJsonValue &value)
{
    QString text = value.toVariant().toString();
    text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    return text.trimmed();
}

bool isNothing(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined()
        || (value.isString() && value.toString().trimmed().isEmpty());
}

std::optional<double> numberIn(const QJsonValue &value)
{
    if (value.isDouble())
        return value.toDouble();
    bool isNumber = false;
    const double number = value.toString().toDouble(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

bool sameNumber(const Field &field, const QJsonValue &sent, const QJsonValue &found)
{
    const auto a = numberIn(sent);
    const auto b = numberIn(found);
    if (!a || !b)
        return false;
    // Decimals beyond the field's own are cut silently (2.3).
    const double cut
        = field.type == FieldType::Number && field.precision > 0 ? std::pow(10.0, -field.scale) : 0;
    const double rounding = std::abs(*a) * 1e-12;
    return std::abs(*a - *b) <= rounding || std::abs(*a - *b) < cut;
}

bool sameTime(FieldType type, const QString &sent, const QString &found)
{
    if (type == FieldType::DateTime) {
        const QDateTime a = QDateTime::fromString(sent, Qt::ISODateWithMs);
        return a.isValid() && a == QDateTime::fromString(found, Qt::ISODateWithMs);
    }
    const auto clock = [](QString text) { return QTime::fromString(text.remove(u'Z'), Qt::ISODateWithMs); };
    return clock(sent).isValid() && clock(sent) == clock(found);
}

bool sameChoices(const QString &sent, const QString &found)
{
    const auto sorted = [](const QString &text) {
        QStringList values = text.split(u';', Qt::SkipEmptyParts);
        values.sort();
        return values;
    };
    return sorted(sent) == sorted(found);
}

/// Those that say most of their record first, so that one that says little does not take it away: those with
/// a key, and of these those with most values.
std::vector<std::size_t> mostTellingFirst(const std::vector<QJsonObject> &rows, const QStringList &keys)
{
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t(0));
    const auto tells
        = [&](std::size_t row) { return std::pair(!keys[qsizetype(row)].isEmpty(), rows[row].size()); };
    std::ranges::stable_sort(order, std::greater(), tells);
    return order;
}

} // namespace

SendTime SendTime::from(const QDateTime &recorded, const QDateTime &now, const QDateTime &service)
{
    const qint64 difference = service.isValid() ? now.msecsTo(service) : 0;
    const QDateTime there = recorded.addMSecs(difference);
    const auto slack = service.isValid() ? std::chrono::milliseconds(readingSlack)
                                         : std::chrono::milliseconds(unknownSlack);
    const bool unusual = std::chrono::milliseconds(std::abs(difference)) > usualDifference;
    const QDateTime sure = unusual ? std::max(recorded, there) : there;
    return { .possible
             = std::min(recorded, there).addMSecs(-std::chrono::milliseconds(mostPutRight + slack).count()),
             .certain = sure.addMSecs(-slack.count()) };
}

QDateTime SendTime::latest(const QDateTime &recorded, const QDateTime &now, const QDateTime &service)
{
    const auto slack = service.isValid() ? std::chrono::milliseconds(readingSlack)
                                         : std::chrono::milliseconds(unknownSlack);
    return from(recorded, now, service).certain.addMSecs(2 * slack.count());
}

bool showsAs(const Field &field, const QJsonValue &sent, const QJsonValue &found)
{
    if (isNothing(sent) || isNothing(found))
        return isNothing(sent) && isNothing(found);
    const QString a = traceText(sent);
    const QString b = traceText(found);
    switch (field.type) {
    case FieldType::Integer:
    case FieldType::Number:
        return sameNumber(field, sent, found);
    case FieldType::DateTime:
    case FieldType::Time:
        return sameTime(field.type, a, b);
    case FieldType::Email:
        return a.compare(b, Qt::CaseInsensitive) == 0;
    case FieldType::Id:
    case FieldType::Reference:
        return a.left(shortIdSize) == b.left(shortIdSize);
    case FieldType::MultiPicklist:
        return sameChoices(a, b);
    case FieldType::Boolean:
    case FieldType::Date:
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Phone:
    case FieldType::Url:
    case FieldType::Picklist:
    case FieldType::Unsupported:
        return a == b;
    }
    return false;
}

QString foldedKey(const Field &field, const QJsonValue &value)
{
    if (field.type == FieldType::Id || field.type == FieldType::Reference)
        return traceText(value).left(shortIdSize);
    if (field.type == FieldType::Integer || field.type == FieldType::Number) {
        if (const auto number = numberIn(value))
            return QString::number(*number, 'g', QLocale::FloatingPointShortest);
    }
    return traceText(value).toCaseFolded();
}

std::vector<TracedRow> RowTracer::trace(const std::vector<QJsonObject> &rows, const QStringList &keys,
                                        const std::vector<FoundRecord> &records) const
{
    QHash<QString, Candidates> byKey; // "Email:ada@example.com"
    QStringList asked = keys;
    asked.removeDuplicates();
    for (const QString &key : std::as_const(asked)) {
        const Field *field = m_schema.field(key);
        for (std::size_t i = 0; field && i < records.size(); ++i)
            byKey[key + u':' + foldedKey(*field, records[i].values.value(key))].push_back(i);
    }
    std::vector<Candidates> candidates(rows.size());
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const QString key = keys[qsizetype(row)];
        const Field *field = m_schema.field(key);
        if (!field)
            continue;
        const QJsonValue value = rows[row].value(field->type == FieldType::Id ? QString(idInRow) : key);
        candidates[row] = byKey.value(key + u':' + foldedKey(*field, value));
    }
    std::vector<TracedRow> traced(rows.size());
    if (m_operation == Operation::Insert) {
        traceAdded(rows, keys, candidates, records, traced);
        return traced;
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
        traced[row] = m_operation == Operation::Delete ? traceDeleted(candidates[row], records)
                                                       : traceWritten(rows[row], candidates[row], records);
    }
    return traced;
}

void RowTracer::traceAdded(const std::vector<QJsonObject> &rows, const QStringList &keys,
                           const std::vector<Candidates> &candidates, const std::vector<FoundRecord> &records,
                           std::vector<TracedRow> &traced) const
{
    Candidates everything(records.size());
    std::iota(everything.begin(), everything.end(), std::size_t(0));
    // Each record is one row's: of equal rows as many are in as there are records that nobody has claimed.
    std::vector<bool> claimed(records.size());
    std::vector<bool> decided(rows.size());
    for (const std::size_t row : mostTellingFirst(rows, keys)) {
        const Candidates &mine = keys[qsizetype(row)].isEmpty() ? everything : candidates[row];
        const auto found = std::ranges::find_if(mine, [&](std::size_t i) {
            return !claimed[i] && mayBeFree(records[i]) && records[i].created >= m_sent.certain
                && holds(records[i], rows[row]);
        });
        if (found == mine.end())
            continue;
        const FoundRecord &record = records[*found];
        claimed[*found] = true;
        decided[row] = true;
        // Another run hears by itself what its call has made. One of this run asks after this one.
        const bool isForeign = m_known.lacksForeign || holdsOneOf(record, m_known.foreignRows);
        traced[row] = isForeign ? TracedRow()
                                : TracedRow { .trace = Trace::In,
                                              .isProof = isOnlyOurs(record),
                                              .outcome = Outcome::Added,
                                              .recordId = record.id };
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
        if (decided[row] || keys[qsizetype(row)].isEmpty())
            continue;
        const bool unsure = std::ranges::any_of(candidates[row], [&](std::size_t i) {
            const FoundRecord &record = records[i];
            if (claimed[i] || !mayBeFree(record) || record.created < m_sent.possible)
                return false;
            // Written just then, but with other values: something in there may have changed them. Unless it
            // is just what another call was to make.
            return holds(record, rows[row]) || (record.created >= m_sent.certain && isNoOthers(record));
        });
        traced[row].trace = unsure || mayBeOneOf(rows[row], records, claimed) ? Trace::Unsure : Trace::NotIn;
    }
}

/// Whether something in there may have given the row another key: this user added, just then, a record that
/// nobody claims and that shows half of the row's values or more.
bool RowTracer::mayBeOneOf(const QJsonObject &row, const std::vector<FoundRecord> &records,
                           const std::vector<bool> &claimed) const
{
    for (std::size_t i = 0; i < records.size(); ++i) {
        const FoundRecord &record = records[i];
        if (!claimed[i] && mayBeFree(record) && record.created >= m_sent.certain && isNoOthers(record)
            && resembles(record, row))
            return true;
    }
    return false;
}

bool RowTracer::resembles(const FoundRecord &record, const QJsonObject &row) const
{
    int sent = 0;
    int same = 0;
    for (auto value = row.begin(); value != row.end(); ++value) {
        const Field *field = m_schema.field(value.key());
        if (!field || isNothing(value.value()))
            continue;
        ++sent;
        same += showsAs(*field, value.value(), record.values.value(field->name)) ? 1 : 0;
    }
    return 2 * same >= sent;
}

TracedRow RowTracer::traceWritten(const QJsonObject &row, const Candidates &all,
                                  const std::vector<FoundRecord> &records) const
{
    Candidates living;
    std::ranges::copy_if(all, std::back_inserter(living), [&](std::size_t i) { return !records[i].deleted; });
    if (living.size() == 1)
        return writtenAs(records[living.front()], row);
    // Of several the service takes none. What was deleted since, as it was sent, must not come back.
    const auto gone = std::ranges::find_if(
        all, [&](std::size_t i) { return writtenAs(records[i], row).trace == Trace::In; });
    return living.empty() && gone != all.end() ? writtenAs(records[*gone], row)
                                               : TracedRow { .trace = Trace::NotIn };
}

TracedRow RowTracer::writtenAs(const FoundRecord &record, const QJsonObject &row) const
{
    const bool explained = m_known.explain(record);
    if (record.modified < m_sent.certain || !holds(record, row) || (explained && !isShownWhole(row)))
        return { .trace = Trace::NotIn };
    const bool byUs = record.modifiedByUs && !record.deleted;
    Outcome outcome = byUs ? Outcome::Updated : Outcome::In;
    if (m_operation == Operation::Upsert && record.createdByUs && record.created >= m_sent.certain)
        outcome = mayBeFree(record) && isOnlyOurs(record) ? Outcome::Added : Outcome::In;
    return { .trace = Trace::In,
             .isProof = byUs && !explained && isOnlyOurs(record),
             .mayBeOthers = !byUs || mayBeOthers(record),
             .outcome = outcome,
             .recordId = record.id };
}

TracedRow RowTracer::traceDeleted(const Candidates &candidates, const std::vector<FoundRecord> &records) const
{
    // What is not even in the bin was gone long before, or never there; what another row or somebody else has
    // deleted was gone, too. The service tells when it is sent once more.
    if (candidates.empty() || !records[candidates.front()].deleted)
        return { .trace = Trace::NotIn };
    const FoundRecord &record = records[candidates.front()];
    if (record.modified < m_sent.certain || m_known.explain(record) || !record.modifiedByUs)
        return { .trace = Trace::NotIn };
    return { .trace = Trace::In,
             .isProof = isOnlyOurs(record),
             .mayBeOthers = mayBeOthers(record),
             .outcome = Outcome::Deleted,
             .recordId = record.id };
}

bool RowTracer::mayBeFree(const FoundRecord &record) const
{
    return record.createdByUs && !m_known.until.contains(record.id);
}

bool RowTracer::isOnlyOurs(const FoundRecord &record) const
{
    return !m_known.lacksOpen && !m_known.lacksForeign && isNoOthers(record);
}

bool RowTracer::mayBeOthers(const FoundRecord &record) const
{
    const bool byAnEarlierRow = m_known.explain(record) && m_known.ofThisRun.contains(record.id);
    return byAnEarlierRow || m_known.lacksOpen || holdsOneOf(record, m_known.openRows);
}

bool RowTracer::isNoOthers(const FoundRecord &record) const
{
    return !holdsOneOf(record, m_known.openRows) && !holdsOneOf(record, m_known.foreignRows);
}

bool RowTracer::holdsOneOf(const FoundRecord &record, const std::vector<QJsonObject> &rows) const
{
    return std::ranges::any_of(rows, [&](const QJsonObject &row) {
        const QString id = row.value(idInRow).toString();
        return (id.isEmpty() || id.left(shortIdSize) == record.id.left(shortIdSize)) && holds(record, row);
    });
}

bool RowTracer::isShownWhole(const QJsonObject &row) const
{
    const QStringList names = row.keys();
    return std::ranges::all_of(
        names, [this](const QString &name) { return name == idInRow || m_schema.field(name); });
}

bool RowTracer::holds(const FoundRecord &record, const QJsonObject &row) const
{
    for (auto value = row.begin(); value != row.end(); ++value) {
        const Field *field = m_schema.field(value.key());
        if (field && !showsAs(*field, value.value(), record.values.value(field->name)))
            return false;
    }
    return true;
}

} // namespace rowlift::salesforce
