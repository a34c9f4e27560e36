#pragma once

#include "app/base/result.h"
#include "app/service/outcome.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <stop_token>
#include <string>

namespace rowlift::dotdigital {

/// A record that an import refused, as it was told.
struct InsightFault {
    std::string key;
    QString reason; ///< "ContactEmailDoesNotExist"
    QString details; ///< One a line; empty when nothing more was told.
    QString contact; ///< Whose the record was to be, where it is told.

    bool operator==(const InsightFault &) const = default;
};

/// What an answer about an import says besides its faults: how it is doing, and when it has ended its counts.
struct InsightReport {
    QString id;
    QString status; ///< "Finished"; empty: it says nothing of that.
    std::optional<qint64> records;
    std::optional<qint64> imported;
    std::optional<qint64> rejected;
};

/// Reads what an import's status or report says, of version 2 or 3, and hands each fault to \a take as it
/// comes; an error of that ends the reading. Names of members are known in any case of letters. Empty: it is
/// no JSON. Source: contracts/dotdigital.md, 4.3, 4.4 and 5.
using TakeFault = std::function<Done(const InsightFault &)>;
std::optional<InsightReport> readInsightAnswer(const QByteArray &body);
/// The same of a file of any size, in constant memory. Fails with BadReply where that is no JSON.
Result<InsightReport> readInsightReport(const QString &path, const TakeFault &take, std::stop_token stop);

/// \a fault for the ledger. \a fields: what the records were made of; the reason names the one that it is
/// about, where that can be told.
Reason faultReason(const InsightFault &fault, const QStringList &fields);

} // namespace rowlift::dotdigital
