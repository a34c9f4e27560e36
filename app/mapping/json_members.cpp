#include "app/mapping/json_members.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <cmath>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestShown = 60;

struct MemberWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Treatment)
};

bool isAbsent(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull();
}

QString shownValue(const QJsonValue &value)
{
    if (value.isArray() || value.isObject()) {
        const auto document
            = value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
        return QString::fromUtf8(document.toJson(QJsonDocument::Compact)).left(longestShown);
    }
    return value.toVariant().toString().left(longestShown);
}

} // namespace

tl::unexpected<Error> notKnown(QLatin1StringView member, const QJsonValue &value)
{
    const QString shown = shownValue(value);
    return tl::unexpected(Error {
        .kind = Error::Kind::BadInput,
        .sentence = MemberWords::tr("This mapping says “%1” of a value, which this version of Rowlift "
                                    "does not know. Without it, other values would be sent.")
                        .arg(shown.isEmpty() ? QString(member) : shown),
        .detail = u"%1: “%2”"_s.arg(member, shown),
        .retryAfter = {} });
}

Result<QString> textAt(const QJsonObject &json, QLatin1StringView member)
{
    const QJsonValue value = json[member];
    if (!isAbsent(value) && !value.isString())
        return notKnown(member, value);
    return value.toString();
}

Result<int> numberAt(const QJsonObject &json, QLatin1StringView member, int least, int most)
{
    const QJsonValue value = json[member];
    if (isAbsent(value))
        return 0;
    const double number = value.toDouble(std::nan(""));
    if (std::isnan(number) || number != std::floor(number) || number < least || number > most)
        return notKnown(member, value);
    return static_cast<int>(number);
}

Result<bool> flagAt(const QJsonObject &json, QLatin1StringView member)
{
    const QJsonValue value = json[member];
    if (!isAbsent(value) && !value.isBool())
        return notKnown(member, value);
    return value.toBool();
}

Result<QStringList> textsAt(const QJsonObject &json, QLatin1StringView member)
{
    const QJsonValue value = json[member];
    if (!isAbsent(value) && !value.isArray())
        return notKnown(member, value);
    QStringList texts;
    for (const QJsonValue &text : value.toArray()) {
        if (!text.isString())
            return notKnown(member, text);
        texts.append(text.toString());
    }
    return texts;
}

Result<QJsonObject> objectAt(const QJsonObject &json, QLatin1StringView member)
{
    const QJsonValue value = json[member];
    if (!isAbsent(value) && !value.isObject())
        return notKnown(member, value);
    return value.toObject();
}

Result<std::vector<QJsonObject>> objectsAt(const QJsonObject &json, QLatin1StringView member)
{
    const QJsonValue value = json[member];
    if (!isAbsent(value) && !value.isArray())
        return notKnown(member, value);
    std::vector<QJsonObject> objects;
    for (const QJsonValue &object : value.toArray()) {
        if (!object.isObject())
            return notKnown(member, object);
        objects.push_back(object.toObject());
    }
    return objects;
}

Result<void> onlyMembers(const QJsonObject &json, std::initializer_list<QLatin1StringView> known)
{
    for (auto member = json.begin(); member != json.end(); ++member) {
        if (std::ranges::find(known, member.key()) != known.end() || member.value().isNull())
            continue;
        return tl::unexpected(Error {
            .kind = Error::Kind::BadInput,
            .sentence = MemberWords::tr("This mapping has a member “%1”, which this version of Rowlift does "
                                        "not know. Without it, other values would be sent.")
                            .arg(member.key().left(longestShown)),
            .detail = u"%1: “%2”"_s.arg(member.key().left(longestShown), shownValue(member.value())),
            .retryAfter = {} });
    }
    return {};
}

} // namespace rowlift
