#include "app/service/salesforce/json_slices.h"

#include "app/service/salesforce/collection_part.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace rowlift::salesforce {

using namespace Qt::StringLiterals;

namespace {

/// Behind the text that begins at \a from.
qsizetype endOfText(QByteArrayView json, qsizetype from)
{
    for (qsizetype at = from + 1; at < json.size(); ++at) {
        if (json[at] == '\\')
            ++at;
        else if (json[at] == '"')
            return at + 1;
    }
    return json.size();
}

bool opens(char sign)
{
    return sign == '{' || sign == '[';
}

bool closes(char sign)
{
    return sign == '}' || sign == ']';
}

} // namespace

std::vector<QByteArrayView> slicesOf(QByteArrayView container)
{
    std::vector<QByteArrayView> slices;
    if (container.size() <= 2 || !opens(container.front()) || !closes(container.back()))
        return slices;
    const QByteArrayView inner = container.sliced(1, container.size() - 2);
    qsizetype begin = 0;
    int depth = 0;
    for (qsizetype at = 0; at < inner.size();) {
        if (inner[at] == '"') {
            at = endOfText(inner, at);
            continue;
        }
        depth += opens(inner[at]) ? 1 : closes(inner[at]) ? -1 : 0;
        if (depth == 0 && inner[at] == ',') {
            slices.push_back(inner.sliced(begin, at - begin));
            begin = at + 1;
        }
        ++at;
    }
    slices.push_back(inner.sliced(begin));
    return slices;
}

Result<std::vector<QByteArrayView>> recordSlices(const QByteArray &part, const PartFile &file)
{
    QByteArrayView list = part;
    if (part.startsWith('{')) {
        list = {};
        for (const JsonMember &member : membersOf(part)) {
            if (member.name == "records")
                list = member.value;
        }
    }
    std::vector<QByteArrayView> records = slicesOf(list);
    if (qint64(records.size()) != file.rows)
        return tl::unexpected(
            badPart(file, u"%1 records instead of %2"_s.arg(records.size()).arg(file.rows)));
    return records;
}

std::vector<JsonMember> membersOf(QByteArrayView record)
{
    std::vector<JsonMember> members;
    for (const QByteArrayView whole : slicesOf(record)) {
        const qsizetype end = endOfText(whole, 0);
        if (end < 2 || end >= whole.size() || whole[end] != ':')
            continue;
        members.push_back(
            { .name = whole.sliced(1, end - 2), .value = whole.sliced(end + 1), .whole = whole });
    }
    return members;
}

QString plainText(QByteArrayView value)
{
    if (value.startsWith('"')) // only whole documents can be read
        return QJsonDocument::fromJson('[' + value.toByteArray() + ']').array().first().toString();
    const bool isNumber = !value.isEmpty() && (value.front() == '-' || QChar::isDigit(uint(value.front())));
    return isNumber ? QString::fromLatin1(value) : QString();
}

} // namespace rowlift::salesforce
