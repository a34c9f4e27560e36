#include "app/practice/dotdigital/data_fields.h"

#include "app/practice/json_text.h"

#include <QDate>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace rowlift::practice::dotdigital {

using namespace Qt::StringLiterals;

namespace {

constexpr int longestFieldName = 20;
constexpr int mostFields = 2000;
constexpr int longestFieldText = 255; ///< Source: contracts/dotdigital.md, 6.1.

DataField fieldFrom(const QVariantList &row)
{
    return { row[0].toByteArray(), row[1].toByteArray(), row[2].toByteArray(), row[3].toByteArray() };
}

QByteArray literalOf(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray { value }).toJson(QJsonDocument::Compact);
    return value.isUndefined() ? "null"_ba : list.mid(1, list.size() - 2);
}

bool isFieldName(const QString &name)
{
    static const QRegularExpression pattern(u"^[A-Za-z0-9_-]+$"_s);
    return pattern.match(name).hasMatch() && name.size() <= longestFieldName;
}

/// The word of a list in its own spelling, whatever the case; empty when it is not among them.
QByteArray wordAmong(const QString &word, std::initializer_list<const char *> words)
{
    for (const char *each : words)
        if (word.compare(QLatin1StringView(each), Qt::CaseInsensitive) == 0)
            return each;
    return {};
}

Response createField(const Surroundings &around, Call &call)
{
    const auto body = loweredBody(call);
    if (!body)
        return refusal(400, "ERROR_MALFORMED_REQUEST"_ba);
    const QString name = body->value("name"_L1).toString();
    const QByteArray type
        = wordAmong(body->value("type"_L1).toString(u"String"_s), { "String", "Numeric", "Date", "Boolean" });
    const QByteArray visibility
        = wordAmong(body->value("visibility"_L1).toString(u"Public"_s), { "Public", "Private" });
    if (!isFieldName(name) || type.isEmpty() || visibility.isEmpty())
        return refusal(400, "ERROR_PARAMETER_INVALID"_ba);
    DataFields fields(call.database);
    if (fields.find(name.toUtf8()))
        return sentence(400, "Field already exists. ERROR_NON_UNIQUE_DATAFIELD"_ba);
    if (fields.all().size() >= mostFields)
        return refusal(400, "ERROR_DATAFIELD_LIMITEXCEEDED"_ba);
    const Turn turn(around, call.database);
    fields.insert({ name.toUpper().toUtf8(), type, visibility, literalOf(body->value("defaultvalue"_L1)) });
    return statusOnly(201);
}

bool isDateText(const QByteArray &text)
{
    static const QRegularExpression pattern(
        u"^\\d{4}-\\d\\d-\\d\\d([T ]\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?(Z|[+-]\\d\\d:?\\d\\d)?)?$"_s);
    return pattern.match(QString::fromUtf8(text)).hasMatch()
        && QDate::fromString(QString::fromUtf8(text.left(10)), Qt::ISODate).isValid();
}

} // namespace

QByteArray dataFieldView(const DataField &field)
{
    JsonText text;
    return text.text("name", field.name)
        .text("type", field.type)
        .text("visibility", field.visibility)
        .raw("defaultValue"_ba, field.fallback)
        .object();
}

void DataFields::plant()
{
    QFile file(u":/practice/dotdigital/data-fields.json"_s);
    if (m_database.number("SELECT COUNT(*) FROM field", 0) > 0 || !file.open(QIODevice::ReadOnly))
        return;
    for (const QJsonValue &each : QJsonDocument::fromJson(file.readAll()).array())
        insert({ each["name"_L1].toString().toUtf8(), each["type"_L1].toString().toUtf8(),
                 each["visibility"_L1].toString().toUtf8(), literalOf(each["defaultValue"_L1]) });
}

std::optional<DataField> DataFields::find(const QByteArray &name)
{
    const QVariantList row = m_database.row(
        "SELECT name, type, visibility, fallback FROM field WHERE folded = ?", name.toLower());
    return row.isEmpty() ? std::nullopt : std::optional(fieldFrom(row));
}

QList<DataField> DataFields::all()
{
    QList<DataField> fields;
    for (const QVariantList &row :
         m_database.rows("SELECT name, type, visibility, fallback FROM field ORDER BY id"))
        fields.append(fieldFrom(row));
    return fields;
}

void DataFields::insert(const DataField &field)
{
    m_database.run(
        "INSERT OR IGNORE INTO field (name, folded, type, visibility, fallback) VALUES (?, ?, ?, ?, ?)",
        field.name, field.name.toLower(), field.type, field.visibility, field.fallback);
}

bool DataFields::remove(const QByteArray &name)
{
    return m_database.run("DELETE FROM field WHERE folded = ?", name.toLower()).numRowsAffected() > 0;
}

std::optional<Response> answerDataFields(const Surroundings &around, Call &call)
{
    if (call.path.value(1) != u"data-fields" || call.path.size() > 3)
        return std::nullopt;
    if (call.path.size() == 3) {
        if (!call.is("DELETE"))
            return wrongMethod();
        const Turn turn(around, call.database);
        if (!DataFields(call.database).remove(call.path[2].toUtf8()))
            return refusal(404, "ERROR_DATAFIELD_NOTFOUND"_ba);
        return jsonReply(200, "{\"dependencies\":[],\"result\":true}"_ba);
    }
    if (call.is("POST"))
        return createField(around, call);
    if (!call.is("GET"))
        return wrongMethod();
    QByteArrayList each;
    for (const DataField &field : DataFields(call.database).all())
        each.append(dataFieldView(field));
    return jsonReply(200, jsonArray(each));
}

std::optional<QByteArray> fieldLiteral(const DataField &field, const QByteArray &text)
{
    if (field.type == "Numeric") {
        static const QRegularExpression number(u"^-?\\d+(\\.\\d+)?$"_s);
        static const QRegularExpression leadingZero(u"^-?0\\d"_s);
        const QString digits = QString::fromUtf8(text);
        if (!number.match(digits).hasMatch())
            return std::nullopt;
        return leadingZero.match(digits).hasMatch() ? QByteArray::number(text.toDouble(), 'g', 17) : text;
    }
    if (field.type == "Boolean") {
        const QByteArray word = text.toLower();
        return word == "true" || word == "false" ? std::optional(word) : std::nullopt;
    }
    if (field.type == "Date" && !isDateText(text))
        return std::nullopt;
    if (QString::fromUtf8(text).size() > longestFieldText)
        return std::nullopt;
    return jsonString(text);
}

void setMember(Members *members, const QByteArray &name, const QByteArray &literal)
{
    const auto found = std::find_if(members->begin(), members->end(),
                                    [&](const auto &each) { return each.first == name; });
    if (found != members->end())
        found->second = literal;
    else
        members->append({ name, literal });
}

QByteArray memberOf(const Members &members, const QByteArray &name)
{
    const auto found
        = std::find_if(members.begin(), members.end(), [&](const auto &each) { return each.first == name; });
    return found == members.end() ? QByteArray() : found->second;
}

} // namespace rowlift::practice::dotdigital
