#include "app/practice/marketo/catalog.h"

#include "app/practice/json_text.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace rowlift::practice::marketo {

using namespace Qt::StringLiterals;

namespace {

constexpr int memberFieldNumbers = 1000; ///< Above those of leads.
constexpr qint64 firstList = 1001;
constexpr std::array memberStatuses { "Not in Program", "On List",  "Invited",
                                      "Registered",     "Attended", "No Show" };

QJsonArray resultIn(const QString &name)
{
    QFile file(u":/practice/marketo/"_s + name);
    return file.open(QIODevice::ReadOnly)
        ? QJsonDocument::fromJson(file.readAll()).object().value("result"_L1).toArray()
        : QJsonArray();
}

Fields fieldsIn(const QJsonObject &object, int firstNumber)
{
    std::vector<Field> fields;
    for (const QJsonValue &entry : object.value("fields"_L1).toArray())
        fields.push_back(fieldFrom(entry.toObject(), firstNumber + static_cast<int>(fields.size())));
    return Fields(std::move(fields));
}

/// 360 of them, so that nobody gets by with one page; two have one name in different programs.
QList<StaticList> seededLists()
{
    constexpr std::array topics { "Newsletter", "Fair visitors", "Webinar", "Road show", "Customers",
                                  "Partners",   "Trial users",   "Press",   "Alumni",    "Open house" };
    constexpr std::array places { "Berlin", "Wien", "Zürich",  "Hamburg", "München", "Köln",
                                  "Graz",   "Bern", "Leipzig", "Basel",   "Linz",    "Bonn" };
    constexpr std::array years { 2024, 2025, 2026 };
    const qint64 created = QDateTime({ 2024, 1, 8 }, { 9, 0 }, Qt::UTC).toMSecsSinceEpoch();
    QList<StaticList> lists;
    const auto add = [&](const QByteArray &name, const QByteArray &program, const QByteArray &workspace) {
        const qint64 number = lists.size();
        lists.append({ firstList + number, name, program, workspace, created + number * 86'400'000 });
    };
    add("Newsletter"_ba, "Newsletter 2025"_ba, "Default"_ba);
    add("Newsletter"_ba, "Newsletter 2026"_ba, "Default"_ba);
    for (const int year : years)
        for (const char *place : places)
            for (const char *topic : topics) {
                const QByteArray tail = QByteArray(" ") + place + ' ' + QByteArray::number(year);
                add(topic + tail, year == 2026 ? "Events" + tail : QByteArray(),
                    year == 2024 ? "EMEA"_ba : "Default"_ba);
            }
    return lists;
}

} // namespace

Catalog::Catalog()
    : m_leads(leadFields())
    , m_lists(seededLists())
{
    const QJsonObject members = resultIn(u"members-describe.json"_s).first().toObject();
    m_members = fieldsIn(members, memberFieldNumbers);
    m_membersDescribe = QJsonDocument(members).toJson(QJsonDocument::Compact);
    for (const QJsonValue &value : resultIn(u"custom-objects.json"_s)) {
        const QJsonObject json = value.toObject();
        CustomObject object;
        object.number = CustomObjects + static_cast<int>(m_customObjects.size());
        object.name = json.value("name"_L1).toString().toUtf8();
        object.describe = QJsonDocument(json).toJson(QJsonDocument::Compact);
        object.fields = fieldsIn(json, object.number * memberFieldNumbers);
        for (const QJsonValue &name : json.value("dedupeFields"_L1).toArray())
            object.dedupeFields.append(name.toString().toUtf8());
        m_customObjects.push_back(std::move(object));
    }
}

const CustomObject *Catalog::customObject(const QByteArray &name) const
{
    const auto found = std::find_if(m_customObjects.begin(), m_customObjects.end(),
                                    [&](const CustomObject &object) { return object.name == name; });
    return found == m_customObjects.end() ? nullptr : &*found;
}

const StaticList *Catalog::list(qint64 id) const
{
    const qint64 place = id - firstList;
    return place >= 0 && place < m_lists.size() ? &m_lists[place] : nullptr;
}

const QList<Partition> &Catalog::partitions()
{
    static const QList<Partition> all { { 1, "Default", "Initial system lead partition" },
                                        { 2, "EMEA", "" },
                                        { 3, "EMEA West", "" } };
    return all;
}

int Catalog::partitionNamed(const QString &name)
{
    const auto found = std::find_if(partitions().cbegin(), partitions().cend(), [&](const Partition &each) {
        return name == QLatin1StringView(each.name);
    });
    return found == partitions().cend() ? 0 : found->id;
}

const QList<Program> &Catalog::programs()
{
    static const QList<Program> all { { 1044, "Autumn fair 2026" }, { 1045, "Spring webinar 2026" } };
    return all;
}

bool Catalog::isProgramStatus(const QString &name)
{
    return std::any_of(memberStatuses.begin(), memberStatuses.end(),
                       [&](const char *each) { return name == QLatin1StringView(each); });
}

ImportPlan Catalog::planFor(const ImportJob &job, bool judging) const
{
    ImportPlan plan;
    plan.judging = judging;
    plan.list = job.list;
    plan.partition = job.partition;
    plan.fields = &m_leads;
    if (const CustomObject *object = customObject(job.object)) {
        plan.kind = ImportPlan::Kind::CustomObjects;
        plan.object = object->number;
        plan.fields = &object->fields;
        for (const QByteArray &name : object->dedupeFields)
            plan.keys.append(object->fields.named(name));
        return plan;
    }
    plan.keys = { m_leads.named(job.lookupField) };
    if (job.object == "members") {
        plan.kind = ImportPlan::Kind::ProgramMembers;
        plan.memberFields = &m_members;
        plan.program = job.program;
        plan.programStatus = job.programStatus;
    }
    return plan;
}

} // namespace rowlift::practice::marketo
