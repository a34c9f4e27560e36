#include "app/practice/marketo/call.h"

#include <algorithm>

namespace rowlift::practice::marketo {

using namespace Qt::StringLiterals;

namespace {

/// Source: contracts/marketo.md, 5.
constexpr qint64 longestImport = 10 * 1024 * 1024;
constexpr qint64 longestBody = 1024 * 1024;
constexpr int mostPerPage = 300;

Call::Trouble readBody(Request &request, qint64 most, QByteArray *body)
{
    if (request.header("content-length"_ba).toLongLong() > most)
        return Call::Trouble::TooLong;
    QByteArray piece(256 * 1024, Qt::Uninitialized);
    body->reserve(request.header("content-length"_ba).toLongLong());
    for (;;) {
        const qint64 got = request.reader ? request.reader->read(piece.data(), piece.size()) : 0;
        if (got < 0)
            return Call::Trouble::Gone;
        if (got == 0)
            break;
        body->append(piece.constData(), got);
        if (body->size() > most)
            return Call::Trouble::TooLong;
    }
    constexpr qsizetype longestKept = 4096;
    if (body->size() <= longestKept && request.mediaType() == "application/json")
        request.kept = *body;
    return Call::Trouble::None;
}

} // namespace

Call::Call(Request &request)
    : m_request(request)
{
    const bool bulk = request.path.startsWith(u"/bulk/");
    m_trouble = readBody(request, bulk ? longestImport : longestBody, &m_body);
    if (m_trouble != Trouble::None)
        return;
    if (request.mediaType() == "application/x-www-form-urlencoded")
        m_form = parsedForm(m_body);
    else if (isMultipart())
        m_parts = formParts(m_body, request.header("content-type"_ba));
    if (request.method == "POST" && value(u"_method"_s).toUpper() == u"GET")
        request.method = "GET";
}

QString Call::value(const QString &name) const
{
    if (const QString inQuery = m_request.parameter(name); !inQuery.isEmpty())
        return inQuery;
    if (const QString inForm = valueOf(m_form, name); !inForm.isEmpty())
        return inForm;
    const FormPart *const part = m_parts ? partNamed(*m_parts, name) : nullptr;
    return part && !part->isFile ? QString::fromUtf8(part->content) : QString();
}

bool Call::has(const QString &name) const
{
    return !value(name).isEmpty();
}

QStringList Call::list(const QString &name) const
{
    QStringList values;
    for (const Pairs *pairs : std::initializer_list<const Pairs *> { &m_request.query, &m_form })
        for (const auto &[each, text] : *pairs)
            if (each == name || each == name + u"[]"_s)
                values += text.split(u',', Qt::SkipEmptyParts);
    return values;
}

int Call::batchSize() const
{
    const int wanted = value(u"batchSize"_s).toInt();
    return wanted > 0 ? std::min(wanted, mostPerPage) : mostPerPage;
}

} // namespace rowlift::practice::marketo
