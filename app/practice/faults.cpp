#include "app/practice/faults.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace rowlift::practice {

using namespace Qt::StringLiterals;

namespace {

std::optional<Fault::Kind> faultKind(const QString &word)
{
    static const QHash<QString, Fault::Kind> kinds {
        { u"refuse"_s, Fault::Kind::Refuse },
        { u"resetBefore"_s, Fault::Kind::ResetBefore },
        { u"resetDuring"_s, Fault::Kind::ResetDuring },
        { u"resetAfter"_s, Fault::Kind::ResetAfter },
        { u"loseReply"_s, Fault::Kind::LoseReply },
        { u"halfReply"_s, Fault::Kind::HalfReply },
        { u"garbage"_s, Fault::Kind::Garbage },
        { u"status"_s, Fault::Kind::Status },
        { u"slow"_s, Fault::Kind::Slow },
        { u"stall"_s, Fault::Kind::Stall },
    };
    const auto found = kinds.constFind(word);
    return found == kinds.cend() ? std::nullopt : std::optional(*found);
}

/// A value may come as a number or as text: `--fault` is typed by people.
int faultNumber(const QJsonValue &value, int otherwise)
{
    return value.isString() ? value.toString().toInt() : value.toInt(otherwise);
}

QList<std::pair<QByteArray, QByteArray>> faultHeaders(const QJsonObject &headers)
{
    QList<std::pair<QByteArray, QByteArray>> read;
    for (auto each = headers.begin(); each != headers.end(); ++each)
        read.append({ each.key().toLatin1(), each.value().toVariant().toString().toLatin1() });
    return read;
}

bool faultMatches(const Fault &fault, const QString &service, const QString &method, const QString &path)
{
    if (!fault.service.isEmpty() && fault.service != service)
        return false;
    if (!fault.method.isEmpty() && fault.method.compare(method, Qt::CaseInsensitive) != 0)
        return false;
    if (fault.path.isEmpty())
        return true;
    // An asterisk also takes slashes: "*/batches" is what people write for any job's upload.
    const QString pattern
        = QRegularExpression::escape(fault.path).replace(u"\\*"_s, u".*"_s).replace(u"\\?"_s, u"."_s);
    return QRegularExpression(QRegularExpression::anchoredPattern(pattern)).match(path).hasMatch();
}

} // namespace

bool Faults::plant(const QByteArray &json, QString *error)
{
    QJsonParseError parse;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parse);
    if (document.isNull()) {
        *error = parse.errorString();
        return false;
    }
    QList<Fault> planted;
    for (const QJsonValue &value : document.isArray() ? document.array() : QJsonArray { document.object() }) {
        const QJsonObject object = value.toObject();
        const auto kind = faultKind(object.value("kind"_L1).toString());
        if (!kind) {
            *error = u"unknown kind: "_s + object.value("kind"_L1).toString();
            return false;
        }
        planted.append(
            { object.value("service"_L1).toString(), object.value("method"_L1).toString(),
              object.value("path"_L1).toString(), faultNumber(object.value("after"_L1), 0),
              faultNumber(object.value("times"_L1), 1), *kind, faultNumber(object.value("value"_L1), 0),
              faultHeaders(object.value("headers"_L1).toObject()),
              object.contains("body"_L1) ? std::optional(object.value("body"_L1).toString().toUtf8())
                                         : std::nullopt });
    }
    const std::scoped_lock lock(m_mutex);
    m_faults.append(planted);
    return true;
}

void Faults::clear()
{
    const std::scoped_lock lock(m_mutex);
    m_faults.clear();
}

qint64 Faults::waiting()
{
    const std::scoped_lock lock(m_mutex);
    qint64 count = 0;
    for (const Fault &fault : m_faults)
        count += fault.times < 0 ? 1 : fault.times;
    return count;
}

std::optional<Fault> Faults::strike(const QString &service, const QString &method, const QString &path)
{
    const std::scoped_lock lock(m_mutex);
    for (Fault &fault : m_faults) {
        if (fault.times == 0 || !faultMatches(fault, service, method, path))
            continue;
        if (fault.after > 0) {
            --fault.after;
            continue;
        }
        if (fault.times > 0)
            --fault.times;
        return fault;
    }
    return std::nullopt;
}

std::optional<int> Faults::takeRefusalAtOnce()
{
    const std::scoped_lock lock(m_mutex);
    for (Fault &fault : m_faults) {
        const bool namesNothing = fault.method.isEmpty() && fault.path.isEmpty() && fault.after == 0;
        if (fault.kind != Fault::Kind::Refuse || !namesNothing || fault.times == 0)
            continue;
        fault.times = 0;
        return fault.value;
    }
    return std::nullopt;
}

} // namespace rowlift::practice
