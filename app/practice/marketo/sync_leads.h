#pragma once

#include "app/practice/marketo/book.h"
#include "app/practice/marketo/call.h"
#include "app/practice/marketo/catalog.h"
#include "app/practice/marketo/envelope.h"
#include "app/practice/service.h"

#include <QJsonObject>

#include <optional>

namespace rowlift::practice::marketo {

/// `POST /rest/v1/leads.json`: up to 300 leads with a verdict each. Any thread.
/// Source: contracts/marketo.md, 12.
class SyncLeads {
public:
    SyncLeads(const Surroundings &around, const Catalog &catalog, const Envelope &envelope)
        : m_around(around)
        , m_catalog(catalog)
        , m_envelope(envelope)
    {
    }

    Answer answer(const Call &call);

private:
    enum class Action { CreateOrUpdate, CreateOnly, UpdateOnly, CreateDuplicate };

    /// What the whole call says.
    struct Order {
        Action action = Action::CreateOrUpdate;
        const Field *lookup = nullptr;
        int partition = 0;
    };

    std::optional<Answer> read(const QJsonObject &json, Order *order) const;
    QByteArray verdict(const Order &order, const QJsonObject &lead, Store &store, Book &book) const;
    /// What skips the lead, or nothing.
    std::optional<QByteArray> changesFrom(const Order &order, const QJsonObject &lead,
                                          std::vector<Change> *changes) const;

    const Surroundings &m_around;
    const Catalog &m_catalog;
    const Envelope &m_envelope;
};

} // namespace rowlift::practice::marketo
