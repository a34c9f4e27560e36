#pragma once

#include "tests/truth/orders_table.h"

#include <vector>

namespace rowlift::testing {

/// How orders are imported into Dotdigital.
struct OrdersAim {
    QString kind; ///< JobKind::id
    bool grouped = false; ///< Rows with one key are the lines of one order.
    bool madeKeys = false; ///< By Rowlift: there is no column of keys.
    bool ofAccount = false; ///< Of no contact.
    bool byId = false; ///< Contacts are named by their ids.
    bool isThere = false; ///< The collection is, with orders in it.
    /// The account does not tell what types its collections have.
    bool withoutSchema = false;
    bool looksFirst = false; ///< Whether the contacts are there is looked up first.
    bool sendsUnfound = false; ///< And those whose is not are sent all the same.
    int goodRows = 150;
};

/// A file of orders with planted faults, what Dotdigital holds beforehand, and what must become of both. Says
/// nothing by the client's code: contracts/dotdigital.md, 4 and 5.
class OrdersPlan {
public:
    struct Row {
        QMap<QString, QString> cells = {}; ///< By column.
        Outcome outcome = Outcome::In;
        QString code = {}; ///< Of the reason.
    };
    struct Order {
        QString contact; ///< Its address; empty: the account's.
        QJsonObject json;
    };

    explicit OrdersPlan(const OrdersAim &aim);

    const OrdersAim &aim() const { return m_aim; }
    const std::vector<Row> &rows() const { return m_rows; }
    /// By key; with made keys by whatever.
    const QMap<QString, Order> &orders() const { return m_orders; }
    /// As FarEnd::createInsight() takes them.
    QList<QJsonObject> seeds() const;
    qint64 count(Outcome outcome) const;
    qint64 records(Outcome outcome) const; ///< Of so many orders those rows are.
    QStringList columns() const;
    /// \a ids: of contacts, by address.
    QByteArray source(const QMap<QString, qint64> &ids) const;
    static QString collection() { return QStringLiteral("Bestellungen"); }
    Target target() const;
    Mapping mapping() const;

private:
    Row goodRow(int number) const;
    void plantGood();
    void plantFaults();
    void plantOthersKeys();
    void plantRepeats();
    void plantGroups();
    void plantTypeClash();
    void settle(); ///< What the rows make, in their order.
    QJsonObject jsonOf(const std::vector<const Row *> &rows) const;

    OrdersAim m_aim;
    std::vector<TruthColumn> m_columns;
    std::vector<Row> m_rows;
    QMap<QString, Order> m_orders;
};

} // namespace rowlift::testing
