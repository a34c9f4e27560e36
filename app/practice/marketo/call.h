#pragma once

#include "app/practice/http_message.h"
#include "app/practice/multipart.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace rowlift::practice::marketo {

/// A request with its body read and its forms taken apart. Source: contracts/in-the-wild.md, "Marketo".
class Call {
public:
    /// What kept the body from being read.
    enum class Trouble { None, Gone, TooLong };

    explicit Call(Request &request);

    Trouble trouble() const { return m_trouble; }
    /// GET for a POST that says `_method=GET`.
    const QByteArray &method() const { return m_request.method; }
    bool isGet() const { return method() == "GET"; }
    const QString &path() const { return m_request.path; }
    const Request &request() const { return m_request; }
    const QByteArray &body() const { return m_body; }
    bool isMultipart() const { return m_request.mediaType() == "multipart/form-data"; }
    /// Nothing when the body is no multipart form, or not a whole one.
    const std::optional<QList<FormPart>> &parts() const { return m_parts; }

    /// An option: from the query, else from the form, else from a text part.
    QString value(const QString &name) const;
    bool has(const QString &name) const;
    /// All values of a name, those with commas taken apart.
    QStringList list(const QString &name) const;
    /// `batchSize`, at most and usually 300.
    int batchSize() const;

private:
    Request &m_request;
    Trouble m_trouble = Trouble::None;
    QByteArray m_body;
    Pairs m_form;
    std::optional<QList<FormPart>> m_parts;
};

} // namespace rowlift::practice::marketo
