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

/// What spoils most stands first.
constexpr std::array byWeight { Kind::UnclosedQuote, Kind::UndecodableBytes, Kind::NulBytes,
                                Kind::RaggedRow,     Kind::DuplicateHeader,  Kind::EmptyHeader };

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
    case Kind::UndecodableBytes:
        return FileWords::tr(
                   "%Ln row(s) have characters that cannot be read in this encoding. The first is row %1.",
                   nullptr, n)
            .arg(first);
    case Kind::NulBytes:
        return FileWords::tr("%Ln row(s) have NUL characters in them. The first is row %1.", nullptr, n)
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

int plural(qint64 count)
{
    return static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

std::vector<FileFact> factsOf(const FileDesk::Snapshot &file)
{
    std::vector<FileFact> facts;
    for (const Kind kind : byWeight) {
        const auto count = file.index.problemCounts.find(kind);
        const auto first = std::ranges::find(file.index.problems, kind, &FileProblem::kind);
        if (count == file.index.problemCounts.end() || first == file.index.problems.end())
            continue;
        const QString text = count->second == 1 ? problemSentence(*first, file.look.columns)
                                                : manySentence(kind, count->second, rowNumber(first->record));
        facts.push_back({ .kind = kind, .text = text, .record = first->record, .column = first->column });
    }
    return facts;
}

QString problemSentence(const FileProblem &problem, const QStringList &columns)
{
    const QString row = rowNumber(problem.record);
    const QString column = nameOfColumn(problem.column, columns);
    switch (problem.kind) {
    case Kind::UnclosedQuote:
        return FileWords::tr("Row %1 has a quotation mark in “%2” that is never closed. It was read as text.")
            .arg(row, column);
    case Kind::UndecodableBytes:
        return FileWords::tr("Row %1 has characters in “%2” that cannot be read in this encoding.")
            .arg(row, column);
    case Kind::NulBytes:
        return FileWords::tr("Row %1 has NUL characters in “%2”.").arg(row, column);
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
        : FileWords::tr("counting rows… %1", "so many so far").arg(locale.toString(file.rows()));
    const QString columns
        = FileWords::tr("%Ln column(s)", nullptr, static_cast<int>(file.look.columns.size()));
    //: size of the file · rows · columns · when it was changed
    return FileWords::tr("%1 · %2 · %3 · last changed %4")
        .arg(size, rows, columns, whenInSentence(file.look.stamp.modified, now));
}

QString kindWord(ColumnKind kind)
{
    switch (kind) {
    case ColumnKind::Empty:
        return FileWords::tr("empty", "values of a column");
    case ColumnKind::Text:
        return FileWords::tr("text", "values of a column");
    case ColumnKind::Number:
        return FileWords::tr("number", "values of a column");
    case ColumnKind::Date:
        return FileWords::tr("date", "values of a column");
    case ColumnKind::Email:
        return FileWords::tr("e-mail", "values of a column");
    case ColumnKind::YesNo:
        return FileWords::tr("yes/no", "values of a column");
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
