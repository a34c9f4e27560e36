#include "app/csv/file_facts.h"
#include "app/csv/record_index.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <limits>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

using FactKind = FileFact::Kind;

struct FactWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::FileFact)
};

int factPlural(qint64 count)
{
    return static_cast<int>(std::min<qint64>(count, std::numeric_limits<int>::max()));
}

/// "M “Kundennr.”"
QString nameOfFactColumn(int column, const QStringList &columns)
{
    //: letters of a column and its name
    return FactWords::tr("%1 “%2”").arg(columnLetters(column), columns.value(column));
}

/// "Row 12", "Rows 3 to 90" or "4 rows": where few rows are, they are named.
QString whereText(const FileFact &fact)
{
    const QLocale locale;
    if (fact.count == 1 && !fact.records.empty())
        return FactWords::tr("row %1").arg(locale.toString(fact.records.front() + 1));
    return FactWords::tr("%Ln row(s)", nullptr, factPlural(fact.count));
}

QString earlierResultSentence(const FileFact &fact)
{
    if (fact.count == 0)
        return FactWords::tr("This looks like the result file of an earlier load, in which no row failed.");
    return FactWords::tr("This looks like the result file of an earlier load, in which %Ln row(s) failed.",
                         nullptr, factPlural(fact.count));
}

QString cutZerosSentence(const FileFact &fact, const QString &column)
{
    return FactWords::tr(
               "Column %1: %Ln value(s) of %2 have %3 digits, the rest %4. A spreadsheet program may "
               "have removed a leading zero.",
               nullptr, factPlural(fact.count))
        .arg(column, QLocale().toString(fact.values), QLocale().toString(fact.digits),
             QLocale().toString(fact.digits + 1));
}

QString columnSentence(const FileFact &fact, const QString &column)
{
    const int n = factPlural(fact.count);
    const QString &example = fact.example;
    if (fact.kind == FactKind::LostDigits)
        return FactWords::tr("Column %1 has %Ln value(s) like %2: the original number is lost in the file.",
                             nullptr, n)
            .arg(column, example);
    if (fact.kind == FactKind::RoundedNumbers)
        return FactWords::tr(
                   "Column %1 has %Ln long number(s) that end in zeros, like %2. A spreadsheet program "
                   "keeps only 15 digits: the last ones may be lost.",
                   nullptr, n)
            .arg(column, example);
    if (fact.kind == FactKind::CutLeadingZeros)
        return cutZerosSentence(fact, column);
    if (fact.kind == FactKind::DatesInCodes)
        return FactWords::tr(
                   "Column %1 has %Ln value(s) like “%2” among its codes. A spreadsheet program may "
                   "have turned them into dates.",
                   nullptr, n)
            .arg(column, example);
    if (fact.kind == FactKind::LostLetters)
        return FactWords::tr("Column %1 has %Ln value(s) like “%2”: letters were lost before this file was "
                             "saved.",
                             nullptr, n)
            .arg(column, example);
    return FactWords::tr("Column %1 has %Ln value(s) that are an error of a spreadsheet program, like %2.",
                         nullptr, n)
        .arg(column, example);
}

QString mojibakeSentence(const FileFact &fact, const QStringList &columns)
{
    const int n = factPlural(fact.count);
    if (fact.column >= 0)
        return FactWords::tr("Column %1 has letters that were garbled before this file was saved, like “%2” "
                             "(%Ln row(s)).",
                             nullptr, n)
            .arg(nameOfFactColumn(fact.column, columns), fact.example);
    return FactWords::tr("%Ln row(s) have letters that were garbled before this file was saved, like “%1”.",
                         nullptr, n)
        .arg(fact.example);
}

} // namespace

QString factSentence(const FileFact &fact, const QStringList &columns)
{
    const int n = factPlural(fact.count);
    switch (fact.kind) {
    case FactKind::EarlierResult:
        return earlierResultSentence(fact);
    case FactKind::LostDigits:
    case FactKind::RoundedNumbers:
    case FactKind::CutLeadingZeros:
    case FactKind::DatesInCodes:
    case FactKind::LostLetters:
    case FactKind::ErrorTexts:
        return columnSentence(fact, nameOfFactColumn(fact.column, columns));
    case FactKind::Mojibake:
        return mojibakeSentence(fact, columns);
    case FactKind::RepeatedHeader:
        return FactWords::tr("The column names stand once more between the rows (%1). Several files may have "
                             "been joined.")
            .arg(whereText(fact));
    case FactKind::TotalsLine:
        return FactWords::tr("The file seems to end with a line of totals (%1): “%2”.")
            .arg(whereText(fact), fact.example);
    case FactKind::BelowTable:
        return FactWords::tr("%Ln row(s) stand below the table and are not imported: “%1”.", nullptr, n)
            .arg(fact.example);
    case FactKind::BlankWords:
        return FactWords::tr("%Ln row(s) have a word where a cell may be meant to be blank, like “%1”.",
                             nullptr, n)
            .arg(fact.example);
    case FactKind::CommentLines:
        return FactWords::tr("%Ln comment line(s) are not imported.", nullptr, n);
    case FactKind::MixedLineEnds:
        return FactWords::tr("Lines end in different ways. All of them are read.");
    case FactKind::ByteOrderMark:
        return FactWords::tr("The file begins with a byte order mark, which is no part of the first name.");
    }
    return {};
}

QString factId(FileFact::Kind kind)
{
    switch (kind) {
    case FactKind::EarlierResult:
        return u"earlierResult"_s;
    case FactKind::LostDigits:
        return u"lostDigits"_s;
    case FactKind::RoundedNumbers:
        return u"roundedNumbers"_s;
    case FactKind::CutLeadingZeros:
        return u"cutLeadingZeros"_s;
    case FactKind::DatesInCodes:
        return u"datesInCodes"_s;
    case FactKind::Mojibake:
        return u"mojibake"_s;
    case FactKind::LostLetters:
        return u"lostLetters"_s;
    case FactKind::ErrorTexts:
        return u"errorTexts"_s;
    case FactKind::RepeatedHeader:
        return u"repeatedHeader"_s;
    case FactKind::TotalsLine:
        return u"totalsLine"_s;
    case FactKind::BelowTable:
        return u"belowTable"_s;
    case FactKind::BlankWords:
        return u"blankWords"_s;
    case FactKind::CommentLines:
        return u"commentLines"_s;
    case FactKind::MixedLineEnds:
        return u"mixedLineEnds"_s;
    case FactKind::ByteOrderMark:
        return u"byteOrderMark"_s;
    }
    return {};
}

} // namespace rowlift
