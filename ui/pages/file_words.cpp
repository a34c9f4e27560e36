#include "ui/pages/file_words.h"

#include "ui/pages/time_words.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <limits>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

struct FileWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::ui::FileWords)
};

using Kind = FileProblem::Kind;

struct KindWeight {
    Kind kind;
    int weight;
    QLatin1StringView id;
};

/// On the scale of FileFact::weight.
constexpr std::array problemWeights {
    KindWeight { Kind::UnclosedQuote, 95, QLatin1StringView("unclosedQuote") },
    KindWeight { Kind::UndecodableBytes, 90, QLatin1StringView("undecodableBytes") },
    KindWeight { Kind::NulBytes, 75, QLatin1StringView("nulBytes") },
    KindWeight { Kind::RaggedRow, 70, QLatin1StringView("raggedRow") },
    KindWeight { Kind::StrayQuote, 60, QLatin1StringView("strayQuote") },
    KindWeight { Kind::DuplicateHeader, 40, QLatin1StringView("duplicateHeader") },
    KindWeight { Kind::EmptyHeader, 35, QLatin1StringView("emptyHeader") },
};

QString rowNumber(qint64 record)
{
    return QLocale().toString(record + 1);
}

QString nameOfColumn(int column, const QStringList &columns)
{
    return columns.value(column, columnLetters(column));
}

/// For several of a kind; \a first is where the first of them is.
QString manySentence(Kind kind, qint64 count, const QString &first)
{
    const int n = plural(count);
    switch (kind) {
    case Kind::UnclosedQuote:
        return FileWords::tr("%Ln row(s) have a quotation mark that is never closed. The first is row %1.",
                             nullptr, n)
            .arg(first);
    case Kind::StrayQuote:
        return FileWords::tr("%Ln row(s) have quotation marks inside cells that are not doubled. They were "
                             "read as text. The first is row %1.",
                             nullptr, n)
            .arg(first);
    case Kind::UndecodableBytes:
        return FileWords::tr(
                   "%Ln row(s) have characters that cannot be read in this encoding. The first is row %1.",
                   nullptr, n)
            .arg(first);
    case Kind::NulBytes:
        return FileWords::tr("%Ln row(s) have invisible empty characters (NUL) in them. The first is row %1.",
                             nullptr, n)
            .arg(first);
    case Kind::RaggedRow:
        return FileWords::tr("%Ln row(s) have more or fewer cells than the header. The first is row %1.",
                             nullptr, n)
            .arg(first);
    case Kind::DuplicateHeader:
        return FileWords::tr(
            "%Ln column name(s) stand in the header more than once: a number was put behind them.", nullptr,
            n);
    case Kind::EmptyHeader:
        return FileWords::tr("%Ln column(s) have no name: they are called by their letters.", nullptr, n);
    }
    return {};
}

} // namespace

qint64 rowNumberIn(const QString &typed)
{
    bool good = false;
    const qint64 number = QLocale().toLongLong(typed.trimmed(), &good);
    return good ? number : typed.trimmed().toLongLong();
}

int plural(qint64 count)
{
    return static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

namespace {

std::optional<Finding> findingOf(const KindWeight &kind, const FileDesk::Snapshot &file)
{
    const auto count = file.index.problemCounts.find(kind.kind);
    const auto first = std::ranges::find(file.index.problems, kind.kind, &FileProblem::kind);
    if (count == file.index.problemCounts.end() || first == file.index.problems.end())
        return {};
    Finding finding;
    finding.id = kind.id;
    finding.weight = kind.weight;
    finding.count = count->second;
    finding.text = finding.count == 1 ? problemSentence(*first, file.look.columns)
                                      : manySentence(kind.kind, finding.count, rowNumber(first->record));
    for (const FileProblem &problem : file.index.problems) {
        if (problem.kind == kind.kind
            && (finding.records.empty() || finding.records.back() != problem.record))
            finding.records.push_back(problem.record);
    }
    if (finding.count == 1)
        finding.column = first->column;
    if (first->record == file.look.guess.dialect.headerRecord && finding.records.size() == 1)
        finding.count = 1; // columns were counted: all of it is seen in the header
    return finding;
}

Finding findingOf(const FileFact &fact, const QStringList &columns)
{
    Finding finding;
    finding.id = factId(fact.kind);
    finding.text = factSentence(fact, columns);
    if (fact.column >= 0)
        finding.id += u'.' + QString::number(fact.column);
    finding.weight = fact.weight;
    finding.column = fact.column;
    finding.count = fact.count;
    finding.records = fact.records;
    finding.fact = fact;
    finding.fact->records.clear(); // they are above
    return finding;
}

} // namespace

std::vector<Finding> findingsOf(const FileDesk::Snapshot &file)
{
    std::vector<Finding> findings;
    for (const KindWeight &kind : problemWeights) {
        if (auto finding = findingOf(kind, file))
            findings.push_back(std::move(*finding));
    }
    if (file.survey) {
        for (const FileFact &fact : file.survey->facts) {
            const bool answered = fact.kind == FileFact::Kind::EarlierResult && file.notes.plainFile;
            if (!answered)
                findings.push_back(findingOf(fact, file.look.columns));
        }
    }
    for (Finding &finding : findings)
        finding.settled = file.notes.settled.contains(finding.id);
    std::ranges::stable_sort(findings, [](const Finding &a, const Finding &b) {
        return a.settled != b.settled ? b.settled : a.weight > b.weight;
    });
    return findings;
}

QString problemSentence(const FileProblem &problem, const QStringList &columns)
{
    const QString row = rowNumber(problem.record);
    const QString column = nameOfColumn(problem.column, columns);
    switch (problem.kind) {
    case Kind::UnclosedQuote:
        return FileWords::tr("Row %1 has a quotation mark in “%2” that is never closed. It was read as text.")
            .arg(row, column);
    case Kind::StrayQuote:
        return FileWords::tr(
                   "Row %1 has a quotation mark inside “%2” that is not doubled. It was read as text.")
            .arg(row, column);
    case Kind::UndecodableBytes:
        return problem.offset < 0
            ? FileWords::tr("Row %1 has characters in “%2” that cannot be read in this encoding.")
                  .arg(row, column)
            : FileWords::tr(
                  "Row %1 has characters in “%2” that cannot be read in this encoding, from byte %3 "
                  "of the file on.")
                  .arg(row, column, QLocale().toString(problem.offset));
    case Kind::NulBytes:
        return FileWords::tr("Row %1 has invisible empty characters (NUL) in “%2”.").arg(row, column);
    case Kind::RaggedRow:
        return FileWords::tr("Row %1 has %Ln cell(s) instead of %2.", nullptr, problem.cells)
            .arg(row, QLocale().toString(columns.size()));
    case Kind::DuplicateHeader:
        return FileWords::tr("The name of column %1 stands in the header twice. It is called “%2” here.")
            .arg(columnLetters(problem.column), column);
    case Kind::EmptyHeader:
        return FileWords::tr("Column %1 has no name. It is called “%2” here.")
            .arg(columnLetters(problem.column), column);
    }
    return {};
}

QString aboutFile(const FileDesk::Snapshot &file, const QDateTime &now)
{
    const QLocale locale;
    const QString size = locale.formattedDataSize(file.look.stamp.size, 1, QLocale::DataSizeSIFormat);
    const QString rows = file.counted
        ? FileWords::tr("%Ln row(s)", nullptr, plural(file.rows()))
        : FileWords::tr("counting… %1+", "rows so far").arg(locale.toString(file.rows()));
    const QString columns
        = FileWords::tr("%Ln column(s)", nullptr, static_cast<int>(file.look.columns.size()));
    //: size of the file · rows · columns · when it was changed
    return FileWords::tr("%1 · %2 · %3 · last changed %4")
        .arg(size, rows, columns, whenInSentence(file.look.stamp.modified, now));
}

QString readingWords(const FileDesk::Snapshot &file)
{
    if (file.slow)
        return FileWords::tr("Waiting for the drive…");
    if (file.share >= 0)
        return FileWords::tr("Reading the workbook… %1 %").arg(static_cast<int>(file.share * 100));
    return FileWords::tr("Reading the file…");
}

QString roleTag(const TextRow &row)
{
    switch (row.role) {
    case RowRole::Title:
        return row.blank ? FileWords::tr("not imported", "a row") : FileWords::tr("title, not imported");
    case RowRole::Header:
        return FileWords::tr("header", "the row that names the columns");
    case RowRole::Data:
        return {};
    case RowRole::Blank:
        return FileWords::tr("blank, not imported", "a row");
    case RowRole::Comment:
        return FileWords::tr("comment, not imported");
    case RowRole::Below:
        return FileWords::tr("below the table, not imported");
    }
    return {};
}

QString kindIcon(ColumnKind kind)
{
    switch (kind) {
    case ColumnKind::Empty:
        return {};
    case ColumnKind::Text:
        return u"text"_s;
    case ColumnKind::Number:
        return u"number"_s;
    case ColumnKind::Date:
        return u"date"_s;
    case ColumnKind::Email:
        return u"e-mail"_s;
    case ColumnKind::YesNo:
        return u"yes-no"_s;
    }
    return {};
}

} // namespace rowlift::ui
