#pragma once

#include "app/base/progress.h"
#include "app/workbook/package.h"

#include <QXmlStreamReader>

#include <optional>
#include <stop_token>

namespace rowlift {

/// Reads one XML part of a package token by token, in blocks: memory does not grow with the part. Names are
/// taken without their prefixes, since every producer chooses its own, and strict workbooks have other
/// namespaces.
class PartReader {
public:
    /// A part that unpacks to more than \a most bytes fails: parts that are kept in memory name what is sane.
    PartReader(PackagePart part, qint64 most, Progress progress = {}, std::stop_token stop = {});

    /// The next token; false at the end of the part, or when it cannot be read on: error() tells.
    bool next();
    /// Goes on to the start of the next element; false at the end of the part.
    bool nextElement();
    /// Passes over what the element that has just begun holds.
    void skip();

    bool starts() const { return m_xml.isStartElement(); }
    bool ends() const { return m_xml.isEndElement(); }
    bool isText() const { return m_xml.isCharacters(); }
    QStringView name() const { return m_xml.name(); } ///< Of the element, without its prefix.
    QStringView text() const { return m_xml.text(); }
    /// Of the element that has just begun.
    QXmlStreamAttributes attributes() const { return m_xml.attributes(); }
    /// The value of attribute \a name; null when there is none.
    QString attribute(QStringView name) const;

    qint64 bytesRead() const { return m_read; }
    const std::optional<Error> &error() const { return m_error; }
    /// Stops the reading: what was read breaks the rules of the format.
    void fail(const QString &why);

private:
    bool feed();

    PackagePart m_part;
    QXmlStreamReader m_xml;
    QByteArray m_block;
    Progress m_progress;
    std::stop_token m_stop;
    std::optional<Error> m_error;
    qint64 m_most = 0;
    qint64 m_read = 0;
    qint64 m_withoutToken = 0; ///< Bytes that have not made a token yet.
};

/// \a name without the prefix before its colon.
QStringView localName(QStringView name);

} // namespace rowlift
