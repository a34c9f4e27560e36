#include "app/practice/dotdigital/schema_freeze.h"

#include "app/practice/dotdigital/form_walk.h"
#include "app/practice/json_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace rowlift::practice::dotdigital {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array typeWords { "STRING", "FLOAT", "BOOLEAN", "TIMESTAMP", "RECORD" };

QByteArray fieldsJson(const std::vector<CollectionForm::Member> &members)
{
    QByteArrayList each;
    for (const CollectionForm::Member &member : members) {
        JsonText text;
        text.raw("name"_ba, jsonString(QByteArray::fromStdString(member.name)));
        if (member.repeated)
            text.text("mode", "REPEATED"_ba);
        text.text("type", typeWords[static_cast<std::size_t>(member.type)])
            .raw("fields"_ba, fieldsJson(member.members));
        each.append(text.object());
    }
    return jsonArray(each);
}

std::vector<CollectionForm::Member> membersFrom(const QJsonArray &fields)
{
    std::vector<CollectionForm::Member> members;
    for (const QJsonValue &each : fields) {
        const QByteArray word = each["type"_L1].toString().toLatin1();
        const auto type = std::find(typeWords.begin(), typeWords.end(), word) - typeWords.begin();
        members.push_back({ each["name"_L1].toString().toStdString(), static_cast<CollectionForm::Type>(type),
                            each["mode"_L1].toString() == u"REPEATED",
                            membersFrom(each["fields"_L1].toArray()) });
    }
    return members;
}

int pathsIn(const std::vector<CollectionForm::Member> &members)
{
    int paths = 0;
    for (const CollectionForm::Member &each : members)
        paths += each.type == CollectionForm::Type::Record ? pathsIn(each.members) : 1;
    return paths;
}

} // namespace

InsightBounds::InsightBounds(const Switches &switches)
    : keyLength(switches.number(u"key-length"_s, 255))
    , nameLength(switches.number(u"json-key-length"_s, 255))
    , valueLength(switches.number(u"json-value-length"_s, 30'000))
    , digits(switches.number(u"json-digits"_s, 28))
    , depth(switches.number(u"json-depth"_s, 15))
    , paths(switches.number(u"json-paths"_s, 1000))
{
}

CollectionForm CollectionForm::fromJson(const QByteArray &json)
{
    CollectionForm form;
    form.m_root.members = membersFrom(QJsonDocument::fromJson(json).array());
    form.m_paths = pathsIn(form.m_root.members);
    return form;
}

QByteArray CollectionForm::json() const
{
    return fieldsJson(m_root.members);
}

Fault CollectionForm::take(const JsonTree &record, const InsightBounds &bounds)
{
    const FormLook look = lookAtForm(record, bounds, m_root);
    if (!look.fault.none())
        return look.fault;
    if (m_paths + look.newPaths > bounds.paths)
        return { "TooManyDistinctKeyValuePairs"_ba, {} };
    if (look.newPaths > 0 && extendForm(record, bounds, &m_root)) {
        m_paths = pathsIn(m_root.members);
        m_changed = true;
    }
    return {};
}

} // namespace rowlift::practice::dotdigital
