#include "app/workbook/part_reader.h"

#include "app/workbook/bad_workbook.h"

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype partBlock = 64 * 1024;
/// A cell holds 32,767 characters at most (Excel's specifications and limits); everything beyond this is a
/// trap.
constexpr qint64 longestToken = 16 * 1024 * 1024;

} // namespace

QStringView localName(QStringView name)
{
    return name.sliced(name.lastIndexOf(u':') + 1);
}

PartReader::PartReader(PackagePart part, qint64 most, Progress progress, std::stop_token stop)
    : m_part(std::move(part))
    , m_block(partBlock, Qt::Uninitialized)
    , m_progress(std::move(progress))
    , m_stop(std::move(stop))
    , m_most(most)
{
    m_xml.setNamespaceProcessing(false); // prefixes that nobody declared are common in generated workbooks
}

bool PartReader::next()
{
    while (!m_error) {
        const auto token = m_xml.readNext();
        if (token == QXmlStreamReader::DTD) {
            fail(u"has a document type"_s); // none is allowed; entities could grow without bounds
            return false;
        }
        if (token == QXmlStreamReader::EndDocument)
            return false;
        if (token != QXmlStreamReader::Invalid) {
            m_withoutToken = 0;
            return true;
        }
        if (m_xml.error() != QXmlStreamReader::PrematureEndOfDocumentError)
            fail(m_xml.errorString());
        else
            feed();
    }
    return false;
}

bool PartReader::feed()
{
    if (m_stop.stop_requested()) {
        m_error = cancelledError();
        return false;
    }
    const auto got = m_part.read({ m_block.data(), static_cast<size_t>(m_block.size()) });
    if (!got) {
        m_error = got.error();
        return false;
    }
    if (*got == 0) {
        fail(u"breaks off"_s);
        return false;
    }
    m_read += *got;
    m_withoutToken += *got;
    if (m_read > m_most || m_withoutToken > longestToken) {
        m_error = tooLargeWorkbook(m_part.name());
        return false;
    }
    m_progress.tell(m_read, m_part.size());
    m_xml.addData(m_block.first(*got));
    return true;
}

bool PartReader::nextElement()
{
    while (next()) {
        if (starts())
            return true;
    }
    return false;
}

void PartReader::skip()
{
    for (int depth = 1; depth > 0 && next();)
        depth += starts() ? 1 : ends() ? -1 : 0;
}

QString PartReader::attribute(QStringView name) const
{
    for (const QXmlStreamAttribute &attribute : m_xml.attributes()) {
        if (localName(attribute.qualifiedName()) == name)
            return attribute.value().toString();
    }
    return {};
}

void PartReader::fail(const QString &why)
{
    m_error = damagedWorkbook(m_part.name() + u": "_s + why);
}

} // namespace rowlift
