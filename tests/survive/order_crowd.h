#pragma once

#include "app/draft/draft.h"
#include "app/service/outcome.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace rowlift::testing {

/// A large, wide file of orders for Dotdigital, the same for the same numbers: what is planted for each row,
/// and what must be stored at the end. Each line of an order is a row, and the lines of one stand anywhere.
class OrderCrowd {
public:
    /// What was planted for an order.
    enum class Fate : quint8 {
        In,
        UnknownContact, ///< It fails, or is left out when that is looked up before.
        OddKey, ///< It fails.
        NoNumber ///< Left out by Check, with all its lines.
    };
    struct Wishes {
        int orders = 0;
        int contacts = 0; ///< That they belong to; known ones.
        int mostLines = 1; ///< Of an order.
        bool looksFirst = false;
    };

    explicit OrderCrowd(const Wishes &wishes);

    int rows() const { return int(m_rows.size()); }
    int orders() const { return m_wishes.orders; }
    QByteArray source() const;
    /// Everybody whom the orders belong to is there when so many practice contacts are.
    int contacts() const { return m_wishes.contacts + 1; }
    static QStringList header();
    Target target() const;
    Mapping mapping() const;
    static QString collection() { return QStringLiteral("WebOrders"); }
    Fate fate(int order) const;
    qint64 rowsOf(Fate fate) const;
    qint64 ordersOf(Fate fate) const;
    /// What \a outcome and \a code have to do with what was planted for \a row; empty: just that.
    QString wrong(int row, Outcome outcome, const QString &code) const;
    /// Takes what is stored, one record after the other; wrongRecords() tells then.
    void take(const QJsonObject &record);
    QString wrongRecords() const; ///< Empty: just what must be there.

private:
    struct Row {
        int order;
        int line;
    };
    quint64 chanceOf(int order, int line, int what) const;
    QString keyOf(int order) const;
    QString contactOf(int order) const;
    QByteArray textOf(int order) const;
    QJsonObject lineOf(int order, int line) const;
    QJsonObject jsonOf(int order) const;

    Wishes m_wishes;
    std::vector<Row> m_rows;
    std::vector<std::vector<int>> m_lines; ///< By order: its lines as they stand in the file.
    std::vector<bool> m_seen; ///< By order.
    QString m_wrong;
};

/// Hands what the practice server's Dotdigital stores of \a object to \a take, one by one.
void eachStored(const QByteArray &lines, const std::function<void(const QJsonObject &)> &take);

} // namespace rowlift::testing
