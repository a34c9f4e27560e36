#include "tests/survive/child.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QProcess>

namespace rowlift::testing {

using namespace Qt::StringLiterals;

constexpr int longestStretchMs = 120'000;

ChildEnd runChild(const FarEnd &farEnd, QJsonObject given, std::optional<int> killAfterMs)
{
    given.insert(u"ready"_s, farEnd.ready());
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    QElapsedTimer since;
    since.start();
    child.start(QStringLiteral(ROWLIFT_SURVIVE_CLIENT),
                { QString::fromUtf8(QJsonDocument(given).toJson(QJsonDocument::Compact)) });
    if (!child.waitForFinished(killAfterMs.value_or(longestStretchMs))) {
        if (!killAfterMs)
            qWarning("a stretch does not end");
        child.kill();
        child.waitForFinished(longestStretchMs);
    }
    ChildEnd end;
    end.killed = child.exitStatus() == QProcess::CrashExit;
    end.milliseconds = since.elapsed();
    end.said = QJsonDocument::fromJson(child.readAllStandardOutput().trimmed()).object();
    return end;
}

} // namespace rowlift::testing
