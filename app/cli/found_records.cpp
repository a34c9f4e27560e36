#include "app/cli/found_records.h"

#include "app/csv/bad_input.h"
#include "app/run/record_lookup.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLocale>

#include <mutex>

namespace rowlift::cli {

using namespace Qt::StringLiterals;

namespace {

struct FoundRecordsWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Cli)
};

constexpr std::chrono::milliseconds betweenLookUpLines { 500 };

void sayLookUp(QJsonObject json)
{
    json[u"phase"_s] = u"lookUp"_s;
    say(QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact)));
}

/// Contacts may cost a call each.
Done tellCost(const Preparation &ready, const std::stop_token &stop)
{
    if (ready.draft.target.looksUp())
        return {};
    const auto values = valuesToLookUp(ready.draft, ready.schema, {}, stop);
    if (!values)
        return tl::unexpected(values.error());
    const qint64 calls = ready.session->callsToFind(*values);
    say(FoundRecordsWords::tr("To be asked for, each once: %1; that takes about %Ln call(s).", nullptr,
                              static_cast<int>(calls))
            .arg(QLocale().toString(*values)));
    return {};
}

void tellSum(const LookUpSum &sum, const Preparation &ready)
{
    const QLocale locale;
    if (!ready.draft.target.looksUp()) {
        //: %1 rows, %2 a service or account, %3 rows
        say(FoundRecordsWords::tr("The contacts of %1 of %Ln row(s) are in %2, those of %3 are not.", nullptr,
                                  static_cast<int>(sum.rows))
                .arg(locale.toString(sum.once), ready.account.name, locale.toString(sum.none)));
        return;
    }
    //: %1 rows, %2 a service or account, %3 and %4 rows
    say(FoundRecordsWords::tr("%1 of %Ln row(s) were found in %2, %3 were not, %4 several times.", nullptr,
                              static_cast<int>(sum.rows))
            .arg(locale.toString(sum.once), ready.account.name, locale.toString(sum.none),
                 locale.toString(sum.several)));
}

QJsonObject lookUpJson(const LookUpSum &sum)
{
    return { { u"rows"_s, sum.rows },       { u"once"_s, sum.once },   { u"none"_s, sum.none },
             { u"several"_s, sum.several }, { u"blank"_s, sum.blank }, { u"unfit"_s, sum.unfit },
             { u"values"_s, sum.values },   { u"calls"_s, sum.calls }, { u"done"_s, true } };
}

} // namespace

Result<FoundRecords> FoundRecords::lookUp(Preparation &ready, Clock &clock, bool asJson,
                                          const Interrupt &interrupt)
{
    FoundRecords found;
    if (!ready.draft.looksUp())
        return found;
    if (!ready.session)
        return tl::unexpected(
            badInput(FoundRecordsWords::tr("The records of these rows are looked up in an account: leave out "
                                           "--fields, so that it can be asked.")));
    found.m_folder = std::make_unique<QTemporaryDir>();
    if (!asJson) {
        say(FoundRecordsWords::tr("Looking the records up in %1; nothing is changed by that.")
                .arg(ready.account.name));
        if (const Done told = tellCost(ready, interrupt.token()); !told)
            return tl::unexpected(told.error());
    }
    std::mutex mutex;
    auto last = clock.elapsed();
    const Progress progress([&](qint64 rows, qint64) {
        const std::scoped_lock lock(mutex);
        const auto now = clock.elapsed();
        if (!asJson || now - last < betweenLookUpLines)
            return;
        last = now;
        sayLookUp({ { u"rows"_s, rows } });
    });
    const QString path = found.m_folder->filePath(foundFileName);
    const auto sum
        = lookUpRecords(ready.draft, ready.schema, *ready.session, clock, path, progress, interrupt.token());
    if (!sum)
        return tl::unexpected(sum.error());
    if (asJson)
        sayLookUp(lookUpJson(*sum));
    else
        tellSum(*sum, ready);
    ready.draft.found = path;
    found.m_sum = *sum;
    return found;
}

} // namespace rowlift::cli
