#include "ui/demo/demo_truth.h"

#include "app/run/ledger_reader.h"
#include "app/run/outcome_text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <map>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

struct TruthWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::ui::Demo)
};

constexpr qint64 allRecords = 1LL << 40;

} // namespace

Result<QStringList> differencesFromTruth(const QString &runFolder, const QByteArray &truth)
{
    auto reader = LedgerReader::open(runFolder);
    if (!reader)
        return tl::unexpected(reader.error());
    const auto rows = (*reader)->outcomes(0, allRecords);
    if (!rows)
        return tl::unexpected(rows.error());
    const QJsonObject planted = QJsonDocument::fromJson(truth).object();
    std::map<qint64, QJsonObject> wrongRows; // by the row's number as a spreadsheet shows it
    for (const auto &row : planted[u"rows"].toArray())
        wrongRows[row.toObject()[u"row"].toInteger()] = row.toObject();

    QStringList differences;
    if (static_cast<qint64>(rows->size()) != planted[u"dataRows"].toInteger()) {
        differences << TruthWords::tr("%1 rows have an outcome where the sample has %2.")
                           .arg(rows->size())
                           .arg(planted[u"dataRows"].toInteger());
    }
    for (const RowOutcome &row : *rows) {
        const auto wrong = wrongRows.find(row.record + 1);
        const QString expected
            = wrong == wrongRows.end() ? u"created"_s : wrong->second[u"outcome"].toString();
        const QString code = wrong == wrongRows.end() ? QString() : wrong->second[u"code"].toString();
        if (outcomeId(row.outcome) != expected || (!code.isEmpty() && code != row.reason.code)) {
            differences << TruthWords::tr("Row %1: expected %2, reported %3.")
                               .arg(row.record + 1)
                               .arg(expected + (code.isEmpty() ? u""_s : u" "_s + code),
                                    outcomeId(row.outcome)
                                        + (row.reason.code.isEmpty() ? u""_s : u" "_s + row.reason.code));
        }
    }
    return differences;
}

} // namespace rowlift::ui
