#pragma once

#include "app/service/dotdigital/api.h"
#include "app/service/dotdigital/insight_kinds.h"
#include "tests/unit/service/fake_clock.h"
#include "tests/unit/service/scripted_http.h"

#include <QTemporaryDir>

namespace rowlift::test {

using namespace Qt::StringLiterals;

/// Keeps what a submit notes: "about", "did 842d81e8".
class InsightSteps : public StepLog {
public:
    Done about(Step) override
    {
        notes << u"about"_s;
        return {};
    }
    Done did(Step, const QString &ticket) override
    {
        notes << u"did %1"_s.arg(ticket).trimmed();
        return {};
    }

    QStringList notes;
};

/// Keeps what a collect tells, a line each.
class InsightResults : public ResultSink {
public:
    Done columns(const QStringList &fields) override
    {
        lines << u"columns "_s + fields.join(u',');
        return {};
    }
    Done row(Outcome outcome, const Reason &reason, const QString &,
             std::span<const std::string_view> cells) override
    {
        const QString key = QString::fromUtf8(cells[0].data(), qsizetype(cells[0].size()));
        lines << u"%1 [%2] %3|%4|%5"_s.arg(outcome == Outcome::Failed ? u"failed"_s : u"?"_s, key,
                                           reason.code, reason.field, reason.text);
        return {};
    }
    Done others(Outcome outcome, const Reason &reason) override
    {
        const QString word = outcome == Outcome::In ? u"in"_s
            : outcome == Outcome::Unknown           ? u"unknown"_s
                                                    : u"?"_s;
        lines << u"others %1 %2"_s.arg(word, reason.code).trimmed();
        return {};
    }
    Done totals(const PartTotals &counted) override
    {
        const auto text
            = [](const std::optional<qint64> &count) { return count ? QString::number(*count) : u"?"_s; };
        lines << u"totals %1 %2"_s.arg(text(counted.in), text(counted.failed));
        return {};
    }

    QStringList lines;
};

/// The far end of insight loaders, without a network.
class ScriptedInsight {
protected:
    static constexpr auto basicToken = "YXBpdXNlci0wMTIzQGFwaWNvbm5lY3Rvci5jb206czNjcmV0";

    void forget()
    {
        m_script = {};
        m_clock = {};
    }
    Script &script() { return m_script; }
    JobKind kind(const char *id) const
    {
        JobKind found;
        for (const JobKind &one : dotdigital::insightKinds()) {
            if (one.id == QLatin1StringView(id))
                found = one;
        }
        return found;
    }
    std::unique_ptr<PartLoader> loader(const char *id, const Target &target, const QStringList &fields = {})
    {
        auto api = std::make_unique<dotdigital::Api>(std::make_unique<ScriptedHttp>(m_script), m_sessions,
                                                     m_clock, dotdigital::Repeats::Never);
        return dotdigital::makeInsightLoader(kind(id), std::move(api), target, fields);
    }
    PartFile part(const QByteArray &bytes, qint64 rows = 1) const
    {
        QFile file(m_folder.filePath(u"part-00001"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return { .path = file.fileName(), .rows = rows, .bytes = bytes.size() };
    }
    QString folder() const { return m_folder.path(); }

    const Target m_orders { .object = u"insightData/ShopOrders"_s,
                            .operation = Operation::Upsert,
                            .keyField = u"$key"_s };
    FakeClock m_clock;

private:
    Script m_script;
    QTemporaryDir m_folder;
    SessionSource m_sessions { [](std::stop_token) -> Result<Session> {
                                  return Session { .base = QUrl(u"https://r1-api.dotdigital.com"_s),
                                                   .token = Secret(QString::fromLatin1(basicToken)),
                                                   .identity = {} };
                              },
                               m_clock };
};

} // namespace rowlift::test
