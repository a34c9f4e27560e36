#include "app/practice/salesforce/tree_call.h"

#include "app/practice/json_text.h"
#include "app/practice/salesforce/composite_words.h"
#include "app/practice/salesforce/record_writer.h"
#include "app/practice/salesforce/replies.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace rowlift::practice::salesforce {

using namespace Qt::StringLiterals;

namespace {

/// Source: contracts/salesforce.md, 5.2.
constexpr std::size_t mostInTree = 200;
constexpr int mostLevels = 5;
constexpr qsizetype mostTypes = 5;

/// Lists of children that a record may hold: the recorded describes say nothing of them.
struct ChildList {
    const char *parent;
    const char *name;
    const char *child;
    const char *field;
};

constexpr ChildList childLists[] {
    { "Account", "Contacts", "Contact", "AccountId" },
    { "Account", "ChildAccounts", "Account", "ParentId" },
    { "Campaign", "ChildCampaigns", "Campaign", "ParentId" },
};

const ChildList *childList(const QByteArray &parent, const QString &name)
{
    const auto found = std::find_if(std::begin(childLists), std::end(childLists), [&](const ChildList &each) {
        return parent == each.parent && name.compare(QLatin1StringView(each.name), Qt::CaseInsensitive) == 0;
    });
    return found == std::end(childLists) ? nullptr : found;
}

QByteArray treeResult(const QByteArray &reference, const Verdict &verdict)
{
    JsonText text;
    text.text("referenceId", reference);
    if (verdict.error)
        text.raw("errors"_ba, jsonArray({ compositeError(*verdict.error) }));
    else
        text.text("id", verdict.id);
    return text.object();
}

} // namespace

Response TreeCall::answer(Request &request)
{
    if (request.mediaType() != "application/json")
        return errorReply(415, "UNSUPPORTED_MEDIA_TYPE"_ba, "Content type not supported"_ba);
    const auto text = request.body(longestRecordJson);
    const QJsonObject body = QJsonDocument::fromJson(text.value_or(QByteArray())).object();
    if (!body.value("records"_L1).isArray())
        return errorReply(400, "JSON_PARSER_ERROR"_ba, "The body needs the array records"_ba);
    if (!collect(body.value("records"_L1).toArray(), m_root, -1, {}, 1))
        return errorReply(400, "INVALID_FIELD"_ba,
                          "No such column '" + m_unknown + "' on sobject of type " + m_root.name);
    if (auto wrong = wrongShape())
        return *wrong;
    RecordWriter writer(m_around, m_catalog, m_org.user(), wishesOf(request));
    if (!writer.begin())
        return internalError();
    return write(writer);
}

bool TreeCall::collect(const QJsonArray &records, const Object &object, std::ptrdiff_t parent,
                       const QString &parentField, int level)
{
    m_tooDeep = m_tooDeep || level > mostLevels;
    if (m_tooDeep)
        return true;
    for (const QJsonValue &record : records) {
        Node node { &object, record.toObject(), {}, parent, parentField };
        const QJsonObject attributes = node.values.value("attributes"_L1).toObject();
        node.reference = attributes.value("referenceId"_L1).toString().toUtf8();
        QList<std::pair<const ChildList *, QJsonArray>> children;
        for (const QString &name : node.values.keys()) {
            const QJsonValue value = node.values.value(name);
            if (!value.toObject().value("records"_L1).isArray())
                continue;
            const ChildList *list = childList(object.name, name);
            if (!list) {
                m_unknown = name.toUtf8();
                return false;
            }
            children.append({ list, value.toObject().value("records"_L1).toArray() });
            node.values.remove(name);
        }
        m_nodes.push_back(std::move(node));
        const auto place = static_cast<std::ptrdiff_t>(m_nodes.size()) - 1;
        for (const auto &[list, below] : children)
            if (!collect(below, *m_catalog.object(list->child), place, QLatin1StringView(list->field),
                         level + 1))
                return false;
    }
    return true;
}

std::optional<Response> TreeCall::wrongShape() const
{
    QSet<QByteArray> kinds;
    for (const Node &node : m_nodes) {
        if (node.reference.isEmpty())
            return errorReply(403, "INVALID_INPUT"_ba,
                              "Include a reference ID for each record in the request."_ba);
        kinds.insert(kindOf(node.values).toLower());
    }
    QByteArray words;
    if (m_tooDeep)
        words = "Include 5 levels of records at most."_ba;
    else if (m_nodes.size() > mostInTree)
        words = "Include 200 records at most."_ba;
    else if (kinds.size() > mostTypes)
        words = "Include 5 record types at most."_ba;
    if (words.isEmpty())
        return std::nullopt;
    Verdict verdict;
    verdict.error = RowError { "INVALID_INPUT"_ba, words, {} };
    JsonText text;
    text.boolean("hasErrors", true)
        .raw("results"_ba, jsonArray({ treeResult(m_nodes.front().reference, verdict) }));
    return Response::json(400, text.object());
}

std::optional<RowError> TreeCall::wrongReference(const Node &node, const QSet<QByteArray> &known) const
{
    static const QRegularExpression form(u"^[A-Za-z0-9][A-Za-z0-9_]*$"_s);
    if (known.contains(node.reference))
        return RowError { "INVALID_INPUT"_ba, "Duplicate ReferenceId provided in the request."_ba, {} };
    if (!form.match(QString::fromUtf8(node.reference)).hasMatch())
        return RowError { "INVALID_INPUT"_ba, "Invalid reference ID: " + node.reference, {} };
    if (kindOf(node.values).compare(node.object->name, Qt::CaseInsensitive) != 0)
        return unknownKind(kindOf(node.values)).error;
    return std::nullopt;
}

Response TreeCall::write(RecordWriter &writer)
{
    const bool firstOnly = m_around.switches.on(u"tree-first-error"_s);
    QByteArrayList good;
    QByteArrayList bad;
    QSet<QByteArray> references;
    std::vector<Verdict> verdicts;
    for (Node &node : m_nodes) {
        Verdict verdict;
        verdict.error = wrongReference(node, references);
        references.insert(node.reference);
        const Verdict *parent = node.parent < 0 ? nullptr : &verdicts[static_cast<std::size_t>(node.parent)];
        if (parent && !parent->error)
            node.values.insert(node.parentField, QString::fromLatin1(parent->id));
        if (!verdict.error)
            verdict = writer.insert(*node.object, node.values);
        if (verdict.error && verdict.error->malformed)
            return errorReply(400, verdict.error->code, verdict.error->message);
        verdicts.push_back(verdict);
        (verdict.error ? bad : good).append(treeResult(node.reference, verdict));
        if (verdict.error && firstOnly)
            break;
    }
    if (bad.isEmpty())
        writer.commit();
    JsonText text;
    text.boolean("hasErrors", !bad.isEmpty()).raw("results"_ba, jsonArray(bad.isEmpty() ? good : bad));
    return Response::json(bad.isEmpty() ? 201 : 400, text.object());
}

} // namespace rowlift::practice::salesforce
