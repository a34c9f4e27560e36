#include "app/report/report_file.h"

#include "app/csv/bad_input.h"
#include "app/csv/csv_writer.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype writeBlock = 1 << 18;

struct ReportFileWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Report)
};

/// By whatever name; Qt takes all files that are not there for the same one.
bool isSameFile(const QFileInfo &one, const QFileInfo &other)
{
    if (one.exists() && other.exists())
        return one == other;
    return QDir::cleanPath(one.absoluteFilePath()) == QDir::cleanPath(other.absoluteFilePath());
}

} // namespace

Done ReportFile::open(const QString &source)
{
    const QString path = m_file.fileName();
    if (isSameFile(QFileInfo(path), QFileInfo(source)))
        return tl::unexpected(
            badInput(ReportFileWords::tr(
                         "“%1” is the imported file itself, which stays as it is. Choose another name.")
                         .arg(path)));
    return m_file.open(QIODevice::WriteOnly) ? Done {} : cannotSave();
}

Done ReportFile::writeWhenLarge(QByteArray &block)
{
    if (block.size() < writeBlock)
        return {};
    if (m_file.write(block) != block.size())
        return cannotSave();
    block.clear();
    return {};
}

Done ReportFile::commit(const QByteArray &rest)
{
    return m_file.write(rest) == rest.size() && m_file.commit() ? Done {} : cannotSave();
}

Done ReportFile::cannotSave() const
{
    return tl::unexpected(Error {
        .kind = Error::Kind::Storage,
        .sentence = ReportFileWords::tr("The report could not be saved as “%1”. Choose another folder.")
                        .arg(m_file.fileName()),
        .detail = m_file.errorString(),
        .retryAfter = {} });
}

char reportDelimiter(const Dialect &dialect)
{
    return dialect.delimiter.isOneByte() ? dialect.delimiter.first() : ',';
}

QByteArray textForSpreadsheet(const QString &words)
{
    const bool formula = !words.isEmpty() && u"=+-@\t\r"_s.contains(words.front());
    return (formula ? u'\'' + words : words).toUtf8();
}

void appendCells(QByteArray &out, const std::vector<QByteArray> &cells, char delimiter)
{
    std::vector<std::string_view> views;
    for (const QByteArray &cell : cells)
        views.emplace_back(cell.constData(), static_cast<std::size_t>(cell.size()));
    appendRecord(out, views, delimiter);
}

} // namespace rowlift
