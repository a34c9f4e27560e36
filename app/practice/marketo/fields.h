#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QHash>
#include <QString>

#include <string_view>
#include <vector>

class QJsonObject;

namespace rowlift::practice::marketo {

/// One field of a lead, a custom object or a program member.
struct Field {
    enum class Type { Text, LongText, Email, Integer, Decimal, Boolean, Date, DateTime, Formula };

    int number = 0; ///< One of its own among all objects, for the records' keys.
    int id = 0; ///< As describe gives it.
    QByteArray name = {}; ///< Empty: not to be had by REST.
    QByteArray label = {};
    QByteArray dataType = {};
    Type type = Type::Text;
    qsizetype length = 0; ///< Characters; bytes for long texts.
    bool hasLength = false; ///< The describe tells it.
    bool readOnly = false;
    bool crmManaged = false;
    bool custom = false;
    bool described = true;
    bool key = false; ///< Records may be looked up by it.
    bool searchable = false; ///< A filterType.
    QByteArray soapName = {};
    QByteArray description = {};
};

/// The fields of one object, in the order of their ids.
class Fields {
public:
    Fields() = default;
    explicit Fields(std::vector<Field> fields);
    Q_DISABLE_COPY(Fields)
    Fields(Fields &&) = default;
    Fields &operator=(Fields &&) = default;

    const std::vector<Field> &all() const { return m_fields; }
    const Field *named(const QByteArray &name) const;
    const Field *named(std::string_view name) const
    {
        return named(QByteArray(name.data(), static_cast<qsizetype>(name.size())));
    }

private:
    std::vector<Field> m_fields;
    QHash<QByteArray, std::size_t> m_places;
};

/// Reads one field in the shape of describe (below "rest") or of describe2 (flat).
Field fieldFrom(const QJsonObject &json, int number);
Fields leadFields();

/// The `result` of leads/describe.json and of leads/describe2.json. Source: contracts/marketo.md, 7.
QByteArray leadDescribe(const Fields &fields);
QByteArray leadDescribe2(const Fields &fields);
/// One field as describe2 writes it.
QByteArray flatField(const Field &field);
/// One field as leads/schema/fields.json writes it.
QByteArray schemaField(const Field &field);

} // namespace rowlift::practice::marketo
