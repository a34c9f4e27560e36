#pragma once

#include "app/service/dotdigital/api.h"
#include "app/service/dotdigital/insight_kinds.h"
#include "tests/unit/service/fake_clock.h"
#include "tests/unit/service/noted_results.h"
#include "tests/unit/service/scripted_http.h"

#include <QTemporaryDir>

namespace rowlift::test {

using namespace Qt::StringLiterals;

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
