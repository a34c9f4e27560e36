#include "app/draft/pasted_cells.h"

#include "app/csv/bad_input.h"
#include "app/csv/csv_writer.h"
#include "app/draft/kept_files.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

struct PastedWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::PastedCells)
};

bool isLineBreak(QChar c)
{
    return c == u'\n' || c == u'\r';
}

/// Takes cells off the front of a clipboard text.
class CellTaker {
public:
    explicit CellTaker(QStringView text)
        : m_rest(text)
    {
    }

    bool atEnd() const { return m_rest.isEmpty(); }

    /// The next cell, as it stands in the spreadsheet.
    QString take()
    {
        if (m_rest.startsWith(u'"')) {
            if (const qsizetype close = closingQuote(); close > 0) {
                const QStringView inside = m_rest.sliced(1, close - 1);
                // Cells without breaks stand as they are: their quotes are their own.
                const bool needed = std::ranges::any_of(
                    inside, [](QChar c) { return c == u'\t' || c == u'"' || isLineBreak(c); });
                QString cell = needed ? inside.toString().replace(u"\"\""_s, u"\""_s)
                                      : m_rest.first(close + 1).toString();
                m_rest = m_rest.sliced(close + 1);
                return cell;
            }
        }
        const auto end = std::ranges::find_if(m_rest, [](QChar c) { return c == u'\t' || isLineBreak(c); });
        const QString cell = m_rest.first(end - m_rest.begin()).toString();
        m_rest = m_rest.sliced(cell.size());
        return cell;
    }

    /// Passes a tab; false when the row is over, whose end is passed as well.
    bool anotherInRow()
    {
        const bool tab = m_rest.startsWith(u'\t');
        const qsizetype width = m_rest.startsWith(u"\r\n") ? 2 : std::min<qsizetype>(1, m_rest.size());
        m_rest = m_rest.sliced(width);
        return tab;
    }

private:
    /// Where the quotes close in front of a tab, a line break or the end; -1: nowhere.
    qsizetype closingQuote() const
    {
        for (qsizetype at = 1; at < m_rest.size(); ++at) {
            if (m_rest[at] != u'"')
                continue;
            const bool last = at + 1 == m_rest.size();
            if (last || m_rest[at + 1] == u'\t' || isLineBreak(m_rest[at + 1]))
                return at;
            if (m_rest[at + 1] != u'"')
                return -1;
            ++at;
        }
        return -1;
    }

    QStringView m_rest;
};

struct PastedTable {
    QByteArray bytes; ///< UTF-8, tabs, RFC 4180 quotes, LF.
    int rows = 0;
};

PastedTable tableFrom(const QString &text)
{
    PastedTable table;
    for (CellTaker cells(text); !cells.atEnd(); ++table.rows) {
        do {
            appendCell(table.bytes, cells.take().toUtf8().toStdString(), '\t');
            table.bytes.append('\t');
        } while (cells.anotherInRow());
        table.bytes.back() = '\n';
    }
    return table;
}

Error notKept(const QString &detail)
{
    return { .kind = Error::Kind::Storage,
             .sentence = PastedWords::tr("The pasted cells could not be kept in a file. Is there room?"),
             .detail = detail,
             .retryAfter = {} };
}

} // namespace

Result<QString> keepPastedCells(const QString &text, const QString &drafts)
{
    if (text.trimmed().isEmpty())
        return tl::unexpected(badInput(PastedWords::tr("There are no cells to paste. Copy them first.")));
    const PastedTable table = tableFrom(text);
    const auto folder = keptFolder(drafts, "pasted\n" + table.bytes);
    if (!folder)
        return tl::unexpected(folder.error());
    const QString path
        = *folder + u'/' + PastedWords::tr("Pasted cells (%n row(s))", nullptr, table.rows) + u".tsv"_s;
    if (!QFileInfo::exists(path)) {
        QSaveFile file(path);
        const bool kept = file.open(QIODevice::WriteOnly)
            && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
            && file.write(table.bytes) == table.bytes.size() && file.commit();
        if (!kept)
            return tl::unexpected(notKept(file.errorString()));
    }
    markKept(path, { { u"kind"_s, u"pasted"_s } });
    forgetOldKept(drafts, path);
    return path;
}

bool isPastedCells(const QString &path)
{
    return keptMark(path)[u"kind"] == u"pasted"_s;
}

} // namespace rowlift
