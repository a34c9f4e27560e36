#include "app/draft/found_ids.h"

#include "app/csv/bad_input.h"
#include "app/csv/dialect_json.h"
#include "app/draft/time_zones.h"
#include "app/mapping/mapping_json.h"
#include "app/mapping/record_id.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>

#include <xxhash.h>

#include <algorithm>
#include <cstring>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

struct FoundIdsWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::FoundIds)
};

constexpr auto foundMagic = "rowlift-found 2\n";
constexpr qint64 foundHeadBytes = 1024;
constexpr qint64 copiedBytes = qint64(1024) * 1024; // at a time
constexpr std::size_t keptEntries = 16 * 1024; // until they are written

Error notLookedUp(const QString &detail = {})
{
    return badInput(FoundIdsWords::tr("The records of these rows have to be looked up first."), detail);
}

Error lookUpAgain(const QString &detail)
{
    return badInput(FoundIdsWords::tr("Since the records were looked up, the file, the column or the account "
                                      "has changed. Look them up again."),
                    detail);
}

Error foundIsDamaged(const QString &detail)
{
    return badInput(
        FoundIdsWords::tr("What the look-up has found was damaged on the disk. Look the records up again."),
        detail);
}

using FoundHash = std::unique_ptr<XXH3_state_t, std::function<void(XXH3_state_t *)>>;

FoundHash newFoundHash()
{
    FoundHash hash(XXH3_createState(), [](XXH3_state_t *state) { XXH3_freeState(state); });
    XXH3_64bits_reset(hash.get());
    return hash;
}

/// Whether a record may have it: what it is sent as must be nothing else.
bool isPlainId(std::string_view id)
{
    return !id.empty() && std::ranges::all_of(id, [](char letter) {
        const bool isOther = letter == '"' || letter == ',' || letter == '\'' || letter == '\\';
        return letter > ' ' && letter <= '~' && !isOther;
    });
}

Error cannotWriteFound(const QSaveFile &file)
{
    return { .kind = Error::Kind::Storage,
             .sentence = FoundIdsWords::tr("“%1” could not be written. Is there room?")
                             .arg(QDir::toNativeSeparators(file.fileName())),
             .detail = file.errorString(),
             .retryAfter = {} };
}

/// What the values come from that were looked up, and where. Not how the file was stamped: it may have been
/// touched or moved, and its contents are compared.
QString fingerprintOf(const Draft &draft, const Schema &schema)
{
    const QString &key = draft.lookedUpField();
    Mapping own;
    const int column = draft.mapping.columnOf(key);
    if (column >= 0) {
        const ColumnMapping &from = draft.mapping.columns[static_cast<std::size_t>(column)];
        own.columns.push_back(
            { .column = from.column, .field = key, .piece = from.piece, .treatment = from.treatment });
    } else if (const ExtraField *extra = draft.mapping.extraFor(key)) {
        own.extras.push_back(*extra);
    }
    nameZones(own, schema);
    QJsonObject json { { u"service"_s, draft.service },
                       { u"account"_s, draft.account },
                       { u"object"_s, draft.target.object },
                       { u"field"_s, key },
                       { u"dialect"_s, toJson(draft.dialect) },
                       { u"column"_s, column },
                       { u"mapping"_s, toJson(own) } };
    // A number may be an id, or that of a telephone.
    if (const Field *field = schema.field(key); field && !draft.target.looksUp())
        json[u"type"_s] = static_cast<int>(field->type);
    const QByteArray bytes = QJsonDocument(json).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QJsonObject sumJson(const LookUpSum &sum)
{
    return { { u"rows"_s, sum.rows },       { u"once"_s, sum.once },   { u"none"_s, sum.none },
             { u"several"_s, sum.several }, { u"blank"_s, sum.blank }, { u"unfit"_s, sum.unfit },
             { u"values"_s, sum.values },   { u"calls"_s, sum.calls } };
}

LookUpSum sumFrom(const QJsonObject &json)
{
    return { .rows = json[u"rows"].toInteger(),
             .once = json[u"once"].toInteger(),
             .none = json[u"none"].toInteger(),
             .several = json[u"several"].toInteger(),
             .blank = json[u"blank"].toInteger(),
             .unfit = json[u"unfit"].toInteger(),
             .values = json[u"values"].toInteger(),
             .calls = json[u"calls"].toInteger() };
}

constexpr QLatin1StringView foundHashMember { "hash" };

} // namespace

int lookedUpField(const std::vector<QString> &given, const Target &target)
{
    const auto place = target.looksUp() ? std::ranges::find(given, target.keyField) : given.end();
    return place == given.end() ? -1 : static_cast<int>(place - given.begin());
}

int lookedUpField(const std::vector<QString> &given, const Draft &draft)
{
    const auto place = draft.looksUp() ? std::ranges::find(given, draft.lookedUpField()) : given.end();
    return place == given.end() ? -1 : static_cast<int>(place - given.begin());
}

std::vector<QString> sentFields(std::vector<QString> given, const Target &target, const Schema &schema)
{
    const int place = lookedUpField(given, target);
    const auto id = std::ranges::find(schema.fields, FieldType::Id, &Field::type);
    if (place >= 0 && id != schema.fields.end())
        given[static_cast<std::size_t>(place)] = id->name;
    return given;
}

Result<FoundIds> FoundIds::open(const Draft &draft, const Schema &schema)
{
    if (draft.found.isEmpty())
        return tl::unexpected(notLookedUp());
    FoundIds found;
    found.m_file = std::make_unique<QFile>(draft.found);
    if (!found.m_file->open(QIODevice::ReadOnly))
        return tl::unexpected(notLookedUp(draft.found + u": "_s + found.m_file->errorString()));
    const QByteArray head = found.m_file->read(foundHeadBytes);
    const qint64 bytes = found.m_file->size() - foundHeadBytes;
    QJsonObject json
        = QJsonDocument::fromJson(head.mid(static_cast<qsizetype>(std::strlen(foundMagic))).trimmed())
              .object();
    found.m_entries = json[u"entries"].toInteger(-1);
    if (!head.startsWith(foundMagic) || found.m_entries < 0
        || bytes != found.m_entries * static_cast<qint64>(sizeof(Entry)))
        return tl::unexpected(lookUpAgain(draft.found + u": not whole"_s));
    if (json[u"fingerprint"].toString() != fingerprintOf(draft, schema))
        return tl::unexpected(lookUpAgain(draft.found + u": made for something else"_s));
    found.m_firstRecord = json[u"firstRecord"].toInteger();
    found.m_contentHash = json[u"contentHash"].toString().toULongLong(nullptr, 16);
    found.m_sum = sumFrom(json[u"sum"].toObject());
    found.m_salesforceIds = schema.forms.salesforceIds;
    found.m_keepsIds = draft.target.looksUp();
    found.m_hash = json.take(foundHashMember).toString().toULongLong(nullptr, 16);
    found.m_head = QJsonDocument(json).toJson(QJsonDocument::Compact);
    return found;
}

Done FoundIds::verify(const std::stop_token &stop) const
{
    const FoundHash hash = newFoundHash();
    if (!m_file->seek(foundHeadBytes))
        return tl::unexpected(unreadable());
    while (!m_file->atEnd()) {
        if (stop.stop_requested())
            return tl::unexpected(cancelledError());
        const QByteArray bytes = m_file->read(copiedBytes);
        if (bytes.isEmpty())
            return tl::unexpected(unreadable());
        XXH3_64bits_update(hash.get(), bytes.constData(), static_cast<std::size_t>(bytes.size()));
    }
    XXH3_64bits_update(hash.get(), m_head.constData(), static_cast<std::size_t>(m_head.size()));
    if (XXH3_64bits_digest(hash.get()) != m_hash)
        return tl::unexpected(foundIsDamaged(m_file->fileName()));
    return {};
}

Error FoundIds::unreadable() const
{
    return { .kind = Error::Kind::Storage,
             .sentence = FoundIdsWords::tr("What the look-up has found cannot be read from the disk."),
             .detail = m_file->fileName() + u": "_s + m_file->errorString(),
             .retryAfter = {} };
}

Done FoundIds::copyTo(const QString &path) const
{
    QSaveFile copy(path);
    bool isFine = copy.open(QIODevice::WriteOnly) && m_file->seek(0);
    while (isFine && !m_file->atEnd()) {
        const QByteArray bytes = m_file->read(copiedBytes);
        isFine = !bytes.isEmpty() && copy.write(bytes) == bytes.size();
    }
    if (isFine && copy.commit())
        return {};
    return tl::unexpected(cannotWriteFound(copy));
}

Done FoundIds::read(qint64 index, std::size_t count)
{
    const auto most = static_cast<std::size_t>(std::max<qint64>(m_entries - index, 0));
    m_loaded.resize(std::min(count, most));
    const auto bytes = static_cast<qint64>(m_loaded.size() * sizeof(Entry));
    const qint64 from = foundHeadBytes + index * static_cast<qint64>(sizeof(Entry));
    if (!m_file->seek(from) || m_file->read(reinterpret_cast<char *>(m_loaded.data()), bytes) != bytes)
        return tl::unexpected(unreadable());
    const auto unsound
        = std::ranges::find_if(m_loaded, [this](const Entry &entry) { return !isSound(entry); });
    if (unsound != m_loaded.end())
        return tl::unexpected(
            foundIsDamaged(u"%1, entry %2"_s.arg(m_file->fileName())
                               .arg(index + static_cast<qint64>(unsound - m_loaded.begin()))));
    return {};
}

/// Whether a look-up says such a thing.
bool FoundIds::isSound(const Entry &entry) const
{
    if (entry.size > sizeof entry.id)
        return false;
    const FoundRow row = rowOf(entry);
    switch (row.state) {
    case FoundState::Once:
    case FoundState::Several:
        if (!m_keepsIds)
            return row.id.empty();
        return m_salesforceIds ? isRecordId(row.id) : isPlainId(row.id);
    case FoundState::NoRow:
    case FoundState::None:
    case FoundState::Blank:
    case FoundState::Unfit:
        return row.id.empty();
    }
    return false;
}

/// The first entry at \a offset or behind it.
Result<qint64> FoundIds::indexOf(qint64 offset)
{
    qint64 low = 0;
    qint64 high = m_entries;
    while (low < high) {
        const qint64 middle = low + (high - low) / 2;
        if (const Done done = read(middle, 1); !done)
            return tl::unexpected(done.error());
        if (m_loaded.front().offset < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

Done FoundIds::load(qint64 offset, std::size_t rows)
{
    Done done = read(m_next, rows); // most often this is where the last ones ended
    if (done && (m_loaded.empty() || m_loaded.front().offset != offset)) {
        const auto index = indexOf(offset);
        if (!index)
            return tl::unexpected(index.error());
        m_next = *index;
        done = read(m_next, rows);
    }
    m_next += static_cast<qint64>(m_loaded.size());
    return done;
}

FoundRow FoundIds::rowOf(const Entry &entry)
{
    return { .state = entry.state, .id = std::string_view(entry.id, entry.size) };
}

FoundRow FoundIds::at(std::size_t place, qint64 offset) const
{
    const bool isThere = place < m_loaded.size() && m_loaded[place].offset == offset;
    return isThere ? rowOf(m_loaded[place]) : FoundRow {};
}

Result<FoundRow> FoundIds::ofRecord(qint64 record)
{
    if (record < m_firstRecord || record - m_firstRecord >= m_entries)
        return FoundRow {};
    if (const Done done = read(record - m_firstRecord, 1); !done)
        return tl::unexpected(done.error());
    return rowOf(m_loaded.front());
}

FoundIdsWriter::FoundIdsWriter(const QString &path, qint64 firstRecord)
    : m_file(path)
    , m_firstRecord(firstRecord)
    , m_hash(newFoundHash())
{
}

Done FoundIdsWriter::begin()
{
    const bool isBegun = m_file.open(QIODevice::WriteOnly)
        && m_file.write(QByteArray(foundHeadBytes, ' ')) == foundHeadBytes;
    return isBegun ? Done {} : tl::unexpected(cannotWriteFound(m_file));
}

Done FoundIdsWriter::add(qint64 offset, FoundState state, std::string_view id)
{
    FoundIds::Entry entry { .offset = offset, .state = state };
    if (id.size() > sizeof entry.id || (!id.empty() && !isPlainId(id)))
        return tl::unexpected(
            Error { .kind = Error::Kind::BadReply,
                    .sentence = FoundIdsWords::tr("The service gave a record an ID that is none."),
                    .detail = QString::fromUtf8(id.data(), static_cast<qsizetype>(id.size())),
                    .retryAfter = {} });
    entry.size = static_cast<unsigned char>(id.size());
    std::ranges::copy(id, entry.id);
    m_waiting.push_back(entry);
    ++m_entries;
    m_sum.rows += state == FoundState::NoRow ? 0 : 1;
    m_sum.once += state == FoundState::Once ? 1 : 0;
    m_sum.none += state == FoundState::None ? 1 : 0;
    m_sum.several += state == FoundState::Several ? 1 : 0;
    m_sum.blank += state == FoundState::Blank ? 1 : 0;
    m_sum.unfit += state == FoundState::Unfit ? 1 : 0;
    return m_waiting.size() < keptEntries ? Done {} : flush();
}

Done FoundIdsWriter::flush()
{
    const auto bytes = static_cast<qint64>(m_waiting.size() * sizeof(FoundIds::Entry));
    XXH3_64bits_update(m_hash.get(), m_waiting.data(), static_cast<std::size_t>(bytes));
    const bool isWritten = m_file.write(reinterpret_cast<const char *>(m_waiting.data()), bytes) == bytes;
    m_waiting.clear();
    return isWritten ? Done {} : tl::unexpected(cannotWriteFound(m_file));
}

Result<LookUpSum> FoundIdsWriter::finish(const Draft &draft, const Schema &schema, quint64 contentHash,
                                         const LookUpSum &asked)
{
    m_sum.values = asked.values;
    m_sum.calls = asked.calls;
    QJsonObject json { { u"fingerprint"_s, fingerprintOf(draft, schema) },
                       { u"contentHash"_s, QString::number(contentHash, 16) },
                       { u"firstRecord"_s, m_firstRecord },
                       { u"entries"_s, m_entries },
                       { u"sum"_s, sumJson(m_sum) } };
    const Done flushed = flush();
    if (!flushed)
        return tl::unexpected(flushed.error());
    const QByteArray covered = QJsonDocument(json).toJson(QJsonDocument::Compact);
    XXH3_64bits_update(m_hash.get(), covered.constData(), static_cast<std::size_t>(covered.size()));
    json[foundHashMember] = QString::number(XXH3_64bits_digest(m_hash.get()), 16);
    const QByteArray head = foundMagic + QJsonDocument(json).toJson(QJsonDocument::Compact);
    Q_ASSERT(head.size() <= foundHeadBytes);
    if (!m_file.seek(0) || m_file.write(head) != head.size() || !m_file.commit())
        return tl::unexpected(cannotWriteFound(m_file));
    return m_sum;
}

} // namespace rowlift
