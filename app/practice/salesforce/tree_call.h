#pragma once

#include "app/practice/http_message.h"
#include "app/practice/salesforce/catalog.h"
#include "app/practice/salesforce/judge.h"
#include "app/practice/salesforce/org.h"
#include "app/practice/service.h"

#include <QJsonObject>
#include <QList>

#include <vector>

namespace rowlift::practice::salesforce {

class RecordWriter;

/// One call of `/composite/tree/OBJECT`: records and their children, all or nothing.
///
/// Switch `tree-first-error`: only the first refused record is named, the rest is not looked at.
/// Source: contracts/salesforce.md, 5.2.
class TreeCall {
public:
    TreeCall(const Surroundings &around, const Catalog &catalog, Org &org, const Object &root)
        : m_around(around)
        , m_catalog(catalog)
        , m_org(org)
        , m_root(root)
    {
    }

    Response answer(Request &request);

private:
    struct Node {
        const Object *object = nullptr;
        QJsonObject values;
        QByteArray reference;
        std::ptrdiff_t parent = -1; ///< Place of the record above it.
        QString parentField; ///< What names that one.
    };

    bool collect(const QJsonArray &records, const Object &object, std::ptrdiff_t parent,
                 const QString &parentField, int level);
    std::optional<Response> wrongShape() const;
    std::optional<RowError> wrongReference(const Node &node, const QSet<QByteArray> &known) const;
    Response write(RecordWriter &writer);

    const Surroundings &m_around;
    const Catalog &m_catalog;
    Org &m_org;
    const Object &m_root;
    std::vector<Node> m_nodes; ///< A parent stands before its children.
    bool m_tooDeep = false;
    QByteArray m_unknown; ///< A member that is neither a field nor a list of children.
};

} // namespace rowlift::practice::salesforce
