#include "ui/pages/treatment_words.h"

#include <QLocale>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestQuote = 60; ///< Of a value within a sentence.

} // namespace

const std::vector<CleanerKind> &TreatmentWords::cleaners()
{
    static const std::vector<CleanerKind> all {
        CleanerKind::Trim,         CleanerKind::Squeeze, CleanerKind::Upper,   CleanerKind::Lower,
        CleanerKind::Title,        CleanerKind::Replace, CleanerKind::BlankIf, CleanerKind::DefaultIfBlank,
        CleanerKind::LeadingZeros, CleanerKind::Digits,  CleanerKind::Phone,   CleanerKind::Cut
    };
    return all;
}

QString TreatmentWords::name(CleanerKind kind)
{
    switch (kind) {
    case CleanerKind::Trim:
        return tr("Remove blanks at both ends");
    case CleanerKind::Squeeze:
        return tr("Make several blanks one");
    case CleanerKind::Upper:
        return tr("UPPER CASE");
    case CleanerKind::Lower:
        return tr("lower case");
    case CleanerKind::Title:
        return tr("Capital Letter For Each Word");
    case CleanerKind::Digits:
        return tr("Only digits");
    case CleanerKind::LeadingZeros:
        return tr("Zeros in front");
    case CleanerKind::Replace:
        return tr("Find and replace");
    case CleanerKind::BlankIf:
        return tr("Blank if it is");
    case CleanerKind::DefaultIfBlank:
        return tr("If it is blank, put");
    case CleanerKind::Cut:
        return tr("Cut to a length");
    case CleanerKind::Phone:
        return tr("Phone number with country code");
    }
    return {};
}

QString TreatmentWords::id(CleanerKind kind)
{
    switch (kind) {
    case CleanerKind::Trim:
        return u"trim"_s;
    case CleanerKind::Squeeze:
        return u"squeeze"_s;
    case CleanerKind::Upper:
        return u"upper"_s;
    case CleanerKind::Lower:
        return u"lower"_s;
    case CleanerKind::Title:
        return u"title"_s;
    case CleanerKind::Digits:
        return u"digits"_s;
    case CleanerKind::LeadingZeros:
        return u"zeros"_s;
    case CleanerKind::Replace:
        return u"replace"_s;
    case CleanerKind::BlankIf:
        return u"blankIf"_s;
    case CleanerKind::DefaultIfBlank:
        return u"default"_s;
    case CleanerKind::Cut:
        return u"cut"_s;
    case CleanerKind::Phone:
        return u"phone"_s;
    }
    return {};
}

QString TreatmentWords::chip(const Cleaner &cleaner)
{
    const QLocale locale;
    switch (cleaner.kind) {
    case CleanerKind::Trim:
        //: What is done to a value, as short as it can be said: blanks at both ends are removed
        return tr("trim");
    case CleanerKind::Squeeze:
        //: Several blanks become one
        return tr("one blank");
    case CleanerKind::Upper:
        return tr("UPPER");
    case CleanerKind::Lower:
        return tr("lower");
    case CleanerKind::Title:
        //: Each word with a capital letter
        return tr("Title Case");
    case CleanerKind::Digits:
        return tr("digits");
    case CleanerKind::LeadingZeros:
        //: Zeros are put in front up to %1 digits
        return tr("zeros to %1").arg(locale.toString(cleaner.number));
    case CleanerKind::Replace:
        //: The text %1 is replaced by %2; both are quoted
        return tr("%1 → %2").arg(quoted(cleaner.find), quoted(cleaner.text));
    case CleanerKind::BlankIf:
        //: The value is left blank when it is %1
        return tr("blank if %1").arg(quoted(cleaner.find));
    case CleanerKind::DefaultIfBlank:
        //: %1 is put where the value is blank
        return tr("%1 if blank").arg(quoted(cleaner.text));
    case CleanerKind::Cut:
        return tr("cut to %1").arg(locale.toString(cleaner.number));
    case CleanerKind::Phone:
        //: %1 is the code of a country: "DE"
        return tr("phone %1").arg(cleaner.text);
    }
    return {};
}

QString TreatmentWords::piece(const Piece &piece, bool ofName)
{
    const bool byComma = ofName && piece.sign == u","_s;
    switch (piece.kind) {
    case PieceKind::Whole:
        return {};
    case PieceKind::FirstWord:
        return tr("first word");
    case PieceKind::Rest:
        return tr("behind the first word");
    case PieceKind::BeforeSign:
        return byComma ? tr("last name of “Last, First”") : tr("before %1").arg(quoted(piece.sign));
    case PieceKind::BehindSign:
        return byComma ? tr("first name of “Last, First”") : tr("behind %1").arg(quoted(piece.sign));
    case PieceKind::EmailDomain:
        return tr("domain");
    }
    return {};
}

QString TreatmentWords::madeOf(const ExtraField &extra, bool ofName)
{
    if (extra.isFixed())
        return tr("Fixed value");
    const QString names = extra.columns.join(u" + "_s);
    const QString part = piece(extra.piece, ofName);
    //: %1 names of columns, %2 which part of their values: "E-Mail, domain"
    return part.isEmpty() ? names : tr("%1, %2").arg(names, part);
}

QString TreatmentWords::step(const QString &before, const QString &after)
{
    //: What a value of the file becomes; both are quoted
    return before == after ? tr("%1 stays").arg(quoted(before))
                           : tr("%1 becomes %2").arg(quoted(before), quoted(after));
}

QString TreatmentWords::quoted(const QString &value)
{
    if (value.isEmpty())
        return tr("blank");
    QString shown = value.left(longestQuote);
    shown.replace(u"\r\n"_s, u"⏎"_s).replace(u'\n', u'⏎').replace(u'\r', u'⏎').replace(u'\t', u' ');
    if (value.size() > longestQuote)
        shown += u'…';
    return tr("“%1”").arg(shown);
}

} // namespace rowlift::ui
