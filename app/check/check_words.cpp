#include "app/check/check.h"

#include <QLocale>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

struct CheckWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::Check)
};

} // namespace

QString groupText(const ProblemGroup &group)
{
    const QString &field = group.fieldLabel;
    switch (group.rule) {
    //: %1 is the name of a field
    case Rule::RequiredEmpty:
        return CheckWords::tr("%1 is empty").arg(field);
    case Rule::TooLong:
        if (group.severity == Severity::HeadsUp)
            return CheckWords::tr("%1 has more than %2 characters and may be refused")
                .arg(field, QLocale().toString(group.limit));
        return CheckWords::tr("%1 is too long (at most %2 characters)")
            .arg(field, QLocale().toString(group.limit));
    case Rule::NotANumber:
        return CheckWords::tr("%1 cannot be read as a number").arg(field);
    case Rule::NumberTooLarge:
        return CheckWords::tr("%1 is too large").arg(field);
    case Rule::NotABoolean:
        return CheckWords::tr("%1 is neither yes nor no").arg(field);
    case Rule::NotADate:
        return CheckWords::tr("%1 cannot be read as a date").arg(field);
    case Rule::NotATime:
        return CheckWords::tr("%1 cannot be read as a time of day").arg(field);
    case Rule::NotAPhone:
        return CheckWords::tr("%1 is not a telephone number").arg(field);
    case Rule::NotOnList:
        return CheckWords::tr("%1 is not on the list").arg(field);
    case Rule::MalformedId:
        return CheckWords::tr("%1 is not a record ID").arg(field);
    case Rule::EmailLooksWrong:
        return group.severity == Severity::Problem ? CheckWords::tr("%1 is not an e-mail address").arg(field)
                                                   : CheckWords::tr("%1 looks wrong").arg(field);
    case Rule::RepeatedKey:
        return group.replaces
            ? CheckWords::tr("Same %1 more than once in the file: the last row replaces those before")
                  .arg(field)
            : CheckWords::tr("Same %1 more than once in the file").arg(field);
    case Rule::KeyNotCleared:
        return CheckWords::tr("%1 is empty and is not cleared, because it finds the record").arg(field);
    case Rule::BoxNotCleared:
        return CheckWords::tr("%1 is empty and is not cleared, because it is either yes or no").arg(field);
    case Rule::Clears:
        //: %1 a word like “#N/A”, %2 a field
        return CheckWords::tr("“%1” clears %2 (to leave it alone, make it blank)").arg(group.example, field);
    case Rule::DamagedText:
        return CheckWords::tr("%1 has characters that cannot be read").arg(field);
    case Rule::IdLostCase:
        return CheckWords::tr("%1 has no capital letter and may be another record's ID").arg(field);
    case Rule::WillBeCut:
        return CheckWords::tr("%1 will be cut to %n characters", nullptr, static_cast<int>(group.limit))
            .arg(field);
    case Rule::DecimalsCut:
        return CheckWords::tr("%1 has decimals that will be cut off").arg(field);
    case Rule::WrongKindOfId:
        return CheckWords::tr("%1 is the ID of another kind of record").arg(field);
    case Rule::CannotClear:
        //: %1 a word like “#N/A”, %2 a field
        return group.severity == Severity::Problem
            ? CheckWords::tr("“%1” cannot clear %2").arg(group.example, field)
            : CheckWords::tr("%1 is empty and is not cleared, because it names another record").arg(field);
    case Rule::DeletedOnce:
        return CheckWords::tr("Same %1 more than once in the file: deleted once").arg(field);
    case Rule::NotFound:
        if (group.isReference)
            return group.severity == Severity::Problem
                //: %1 a field that names another record: "Contact"
                ? CheckWords::tr("%1 is not there yet").arg(field)
                : CheckWords::tr("%1 is not there yet: sent all the same").arg(field);
        //: %1 the field by which records are looked up
        return CheckWords::tr("No record has this %1").arg(field);
    case Rule::SeveralFound:
        return group.severity == Severity::Problem
            ? CheckWords::tr("Several records have this %1").arg(field)
            : CheckWords::tr("Several records have this %1: the one changed last is taken").arg(field);
    case Rule::TooManyBytes:
        return CheckWords::tr("%1 is too long (at most %2 bytes; letters with accents take two or more)")
            .arg(field, QLocale().toString(group.limit));
    case Rule::UrlWithoutScheme:
        return CheckWords::tr("%1 does not begin with https:// or http://").arg(field);
    case Rule::ConsentKept:
        return CheckWords::tr("%1 allows contact: not sent").arg(field);
    case Rule::ConsentNotCleared:
        return CheckWords::tr("%1 is not cleared, because that could allow contact again").arg(field);
    case Rule::StopNotImported:
        //: %1 a column of the file
        return CheckWords::tr("“%1” says no contact, but the column is not imported").arg(field);
    case Rule::PartnerProblem:
        return CheckWords::tr("Another row of the same record has a problem");
    case Rule::DiffersInRecord:
        if (group.isReference)
            //: %1 a field that names another record: "Contact"
            return CheckWords::tr("%1 is not the same in all rows of the record").arg(field);
        return CheckWords::tr("%1 differs between the rows of %n record(s): the first one counts", nullptr,
                              static_cast<int>(group.ofRecords))
            .arg(field);
    case Rule::OddKey:
        return CheckWords::tr(
                   "%1 is long, or has signs other than letters, digits, “.”, “_” and “-”, and may be "
                   "refused")
            .arg(field);
    case Rule::LooksLikeDate:
        return CheckWords::tr("%1 is text, but looks like a date and would become one").arg(field);
    case Rule::RecordTooLarge:
        return CheckWords::tr("The record that these rows form is larger than the service takes at once");
    case Rule::RaggedRow:
        return CheckWords::tr("More or fewer cells than the header");
    }
    return {};
}

QString ruleId(Rule rule)
{
    switch (rule) {
    case Rule::RequiredEmpty:
        return u"requiredEmpty"_s;
    case Rule::TooLong:
        return u"tooLong"_s;
    case Rule::NotANumber:
        return u"notANumber"_s;
    case Rule::NumberTooLarge:
        return u"numberTooLarge"_s;
    case Rule::NotABoolean:
        return u"notABoolean"_s;
    case Rule::NotADate:
        return u"notADate"_s;
    case Rule::NotATime:
        return u"notATime"_s;
    case Rule::NotAPhone:
        return u"notAPhone"_s;
    case Rule::NotOnList:
        return u"notOnList"_s;
    case Rule::MalformedId:
        return u"malformedId"_s;
    case Rule::EmailLooksWrong:
        return u"emailLooksWrong"_s;
    case Rule::RepeatedKey:
        return u"repeatedKey"_s;
    case Rule::KeyNotCleared:
        return u"keyNotCleared"_s;
    case Rule::BoxNotCleared:
        return u"boxNotCleared"_s;
    case Rule::Clears:
        return u"clears"_s;
    case Rule::DamagedText:
        return u"damagedText"_s;
    case Rule::IdLostCase:
        return u"idLostCase"_s;
    case Rule::WillBeCut:
        return u"willBeCut"_s;
    case Rule::DecimalsCut:
        return u"decimalsCut"_s;
    case Rule::WrongKindOfId:
        return u"wrongKindOfId"_s;
    case Rule::CannotClear:
        return u"cannotClear"_s;
    case Rule::DeletedOnce:
        return u"deletedOnce"_s;
    case Rule::NotFound:
        return u"notFound"_s;
    case Rule::SeveralFound:
        return u"severalFound"_s;
    case Rule::TooManyBytes:
        return u"tooManyBytes"_s;
    case Rule::UrlWithoutScheme:
        return u"urlWithoutScheme"_s;
    case Rule::ConsentKept:
        return u"consentKept"_s;
    case Rule::ConsentNotCleared:
        return u"consentNotCleared"_s;
    case Rule::StopNotImported:
        return u"stopNotImported"_s;
    case Rule::PartnerProblem:
        return u"partnerProblem"_s;
    case Rule::DiffersInRecord:
        return u"differsInRecord"_s;
    case Rule::OddKey:
        return u"oddKey"_s;
    case Rule::LooksLikeDate:
        return u"looksLikeDate"_s;
    case Rule::RecordTooLarge:
        return u"recordTooLarge"_s;
    case Rule::RaggedRow:
        return u"raggedRow"_s;
    }
    return {};
}

} // namespace rowlift
