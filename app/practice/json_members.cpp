#include "app/practice/json_members.h"

namespace rowlift::practice {

using namespace Qt::StringLiterals;

namespace {

/// The end of the JSON literal that begins at \a at.
qsizetype literalEnd(const QByteArray &data, qsizetype at)
{
    if (data[at] != '"') {
        while (at < data.size() && data[at] != ',' && data[at] != '}')
            ++at;
        return at;
    }
    for (++at; data[at] != '"'; ++at)
        at += data[at] == '\\';
    return at + 1;
}

} // namespace

Members membersOf(const QByteArray &data)
{
    Members members;
    qsizetype at = 1;
    while (at < data.size() && data[at] == '"') {
        const qsizetype nameEnd = literalEnd(data, at);
        const qsizetype valueEnd = literalEnd(data, nameEnd + 1);
        members.append({ data.mid(at + 1, nameEnd - at - 2), data.mid(nameEnd + 1, valueEnd - nameEnd - 1) });
        at = valueEnd + 1;
    }
    return members;
}

QByteArray dataOf(const Members &members)
{
    QByteArray data = "{"_ba;
    for (const auto &[name, literal] : members) {
        if (data.size() > 1)
            data += ',';
        data += '"' + name + "\":" + literal;
    }
    return data + '}';
}

} // namespace rowlift::practice
