#include "tests/support/book_maker.h"

#include <QFile>

#include <zip.h>

namespace {

constexpr auto head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr auto relationsHead
    = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
constexpr auto officeRelation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr auto mainSpace = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

QByteArray relation(const QByteArray &id, const QByteArray &kind, const QByteArray &target)
{
    return "<Relationship Id=\"" + id + "\" Type=\"" + officeRelation + kind + "\" Target=\"" + target
        + "\"/>";
}

void add(zip_t *archive, const QString &name, const QByteArray &content)
{
    zip_source_t *source
        = zip_source_buffer(archive, content.constData(), static_cast<zip_uint64_t>(content.size()), 0);
    if (!source || zip_file_add(archive, name.toUtf8().constData(), source, ZIP_FL_ENC_UTF_8) < 0)
        qFatal("the workbook cannot be put together");
}

} // namespace

BookMaker &BookMaker::part(const QString &name, const QByteArray &content)
{
    m_parts.push_back({ name, content });
    return *this;
}

BookMaker &BookMaker::sheet(const QString &name, const QByteArray &rows, const QByteArray &state,
                            const QByteArray &before, const QByteArray &after)
{
    const QByteArray number = QByteArray::number(++m_count);
    m_sheets += "<sheet name=\"" + name.toHtmlEscaped().toUtf8() + "\" sheetId=\"" + number + "\" "
        + (state.isEmpty() ? QByteArray() : "state=\"" + state + "\" ") + "r:id=\"sheet" + number + "\"/>";
    m_relations += relation("sheet" + number, "worksheet", "worksheets/sheet" + number + ".xml");
    return part(QStringLiteral("xl/worksheets/sheet%1.xml").arg(m_count),
                QByteArray(head) + "<worksheet " + mainSpace + ">" + before + "<sheetData>" + rows
                    + "</sheetData>" + after + "</worksheet>");
}

BookMaker &BookMaker::chart(const QString &name)
{
    const QByteArray number = QByteArray::number(++m_count);
    m_sheets
        += "<sheet name=\"" + name.toUtf8() + "\" sheetId=\"" + number + "\" r:id=\"sheet" + number + "\"/>";
    m_relations += relation("sheet" + number, "chartsheet", "chartsheets/sheet" + number + ".xml");
    return part(QStringLiteral("xl/chartsheets/sheet%1.xml").arg(m_count),
                QByteArray(head) + "<chartsheet " + mainSpace + "/>");
}

BookMaker &BookMaker::texts(const QByteArray &items)
{
    m_relations += relation("texts", "sharedStrings", "/xl/sharedStrings.xml");
    return part(QStringLiteral("xl/sharedStrings.xml"),
                QByteArray(head) + "<sst " + mainSpace + ">" + items + "</sst>");
}

BookMaker &BookMaker::formats(const QList<QByteArray> &codes)
{
    QByteArray own;
    QByteArray used;
    for (qsizetype at = 0; at < codes.size(); ++at) {
        const QByteArray id = QByteArray::number(164 + at);
        own += "<numFmt numFmtId=\"" + id + "\" formatCode=\""
            + QString::fromUtf8(codes[at]).toHtmlEscaped().toUtf8() + "\"/>";
        used += "<xf numFmtId=\"" + id + "\" applyNumberFormat=\"1\"/>";
    }
    m_relations += relation("styles", "styles", "styles.xml");
    return part(QStringLiteral("xl/styles.xml"),
                QByteArray(head) + "<styleSheet " + mainSpace + "><numFmts>" + own
                    + "</numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>" + used
                    + "</cellXfs></styleSheet>");
}

BookMaker &BookMaker::styles(const QByteArray &cellStyles)
{
    m_relations += relation("styles", "styles", "styles.xml");
    return part(QStringLiteral("xl/styles.xml"),
                QByteArray(head) + "<styleSheet " + mainSpace + "><cellXfs>" + cellStyles
                    + "</cellXfs></styleSheet>");
}

BookMaker &BookMaker::from1904()
{
    m_properties = "<workbookPr date1904=\"1\"/>";
    return *this;
}

void BookMaker::save(const QString &path) const
{
    int error = 0;
    zip_t *archive = zip_open(QFile::encodeName(path).constData(), ZIP_CREATE | ZIP_TRUNCATE, &error);
    if (!archive)
        qFatal("no room for a workbook");
    const QByteArray types = QByteArray(head)
        + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>";
    const QByteArray root = QByteArray(head) + relationsHead
        + relation("rId1", "officeDocument", "xl/workbook.xml") + "</Relationships>";
    const QByteArray book = QByteArray(head) + "<workbook " + mainSpace + " xmlns:r=\""
        + QByteArray(officeRelation).chopped(1) + "\">" + m_properties + "<sheets>" + m_sheets
        + "</sheets></workbook>";
    const QByteArray relations = QByteArray(head) + relationsHead + m_relations + "</Relationships>";
    add(archive, QStringLiteral("[Content_Types].xml"), types);
    add(archive, QStringLiteral("_rels/.rels"), root);
    add(archive, QStringLiteral("xl/workbook.xml"), book);
    add(archive, QStringLiteral("xl/_rels/workbook.xml.rels"), relations);
    for (const Part &one : m_parts)
        add(archive, one.name, one.content);
    if (zip_close(archive) != 0)
        qFatal("no room for a workbook");
}
