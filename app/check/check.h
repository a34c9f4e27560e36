#pragma once

#include "app/base/progress.h"
#include "app/base/result.h"
#include "app/draft/draft.h"

#include <QCoreApplication>

#include <array>
#include <stop_token>
#include <vector>

namespace rowlift {

/// A problem is certain to be refused; a heads-up may be refused or regretted.
enum class Severity { Problem, HeadsUp };

enum class Rule {
    RequiredEmpty,
    TooLong,
    NotANumber,
    NumberTooLarge,
    NotABoolean,
    NotADate,
    NotATime,
    NotAPhone,
    NotOnList,
    MalformedId,
    EmailLooksWrong,
    RepeatedKey,
    KeyNotCleared, ///< Blank cells clear, but not in what finds the record.
    BoxNotCleared, ///< Blank cells clear, but not a field that is either yes or no.
    Clears, ///< Blank cells do not clear, but the cell has the service's word for it ("#N/A").
    DamagedText, ///< Holds U+FFFD, where the file had bytes that are no characters.
    IdLostCase, ///< An id of 15 without a capital: small letters are those of another record.
    WillBeCut,
    DecimalsCut, ///< More digits right of the point than the field keeps. A heads-up.
    WrongKindOfId, ///< An id of another kind of record.
    CannotClear, ///< Only the field that it stands for can be cleared. A heads-up: a blank stays one.
    DeletedOnce, ///< The same record again: it is deleted but once.
    NotFound, ///< The look-up found no record (Target::looksUp()).
    SeveralFound, ///< It found several. A heads-up: the one that was changed last is taken.
    TooManyBytes,
    UrlWithoutScheme, ///< "example.com" where the service wants "https://example.com". A heads-up.
    ConsentKept, ///< It allows contact, and only what stops it is sent: a blank is. A heads-up.
    ConsentNotCleared, ///< Blank cells clear, but not what says whether people may be contacted. A heads-up.
    StopNotImported, ///< A column says that the person must not be contacted, and it goes nowhere. A
                     ///< heads-up.
    PartnerProblem, ///< Another row of the same record (Target::groupsRows()) has a problem.
    /// Stands once in a record, and its rows do not agree. A heads-up, as the first one counts; but a
    /// problem of all its rows where it names another record: whose it is nobody can tell.
    DiffersInRecord,
    RecordTooLarge, ///< The record that the row is of is larger than the service takes.
    OddKey, ///< The key of a record has signs, or a length, that the service may refuse. A heads-up.
    LooksLikeDate, ///< Text of a property that the service would take for a date. A heads-up.
    RaggedRow
};

inline constexpr std::array allRules {
    Rule::RequiredEmpty,   Rule::TooLong,          Rule::NotANumber,      Rule::NumberTooLarge,
    Rule::NotABoolean,     Rule::NotADate,         Rule::NotATime,        Rule::NotAPhone,
    Rule::NotOnList,       Rule::MalformedId,      Rule::EmailLooksWrong, Rule::RepeatedKey,
    Rule::KeyNotCleared,   Rule::BoxNotCleared,    Rule::Clears,          Rule::DamagedText,
    Rule::IdLostCase,      Rule::WillBeCut,        Rule::DecimalsCut,     Rule::WrongKindOfId,
    Rule::CannotClear,     Rule::DeletedOnce,      Rule::NotFound,        Rule::SeveralFound,
    Rule::TooManyBytes,    Rule::UrlWithoutScheme, Rule::ConsentKept,     Rule::ConsentNotCleared,
    Rule::StopNotImported, Rule::PartnerProblem,   Rule::DiffersInRecord, Rule::OddKey,
    Rule::LooksLikeDate,   Rule::RecordTooLarge,   Rule::RaggedRow
};

/// All rows with the same thing against the same field.
struct ProblemGroup {
    Rule rule = Rule::RequiredEmpty;
    Severity severity = Severity::Problem;
    int column = -1; ///< From 0, the first that the field is made of; -1: none, as of a fixed value.
    QString field; ///< API name; empty where no field is meant.
    QString fieldLabel; ///< StopNotImported: the name of the column.
    QString example; ///< A value that has it, cut to 80 characters.
    /// TooLong, TooManyBytes, RecordTooLarge: the most that fits. WillBeCut: the most that is kept.
    qint64 limit = 0;
    /// The field names a record of another kind (Field::question with Field::referenceTo): a contact.
    bool isReference = false;
    bool replaces = false; ///< RepeatedKey: of records that are replaced as a whole the last row stays.
    qint64 ofRecords = 0; ///< DiffersInRecord, a heads-up: in so many records.
    std::vector<qint64> records; ///< Ascending.
};

/// A row of a record that several rows form.
struct RowOfRecord {
    qint64 leader = 0; ///< The first row of the file with its key.
    qint64 record = 0; ///< The row: the leader itself, or one behind it.

    auto operator<=>(const RowOfRecord &) const = default;
};

struct CheckResult {
    qint64 rows = 0; ///< Rows of the file.
    /// What the rows form that were sent if nothing of the draft changed: records, of grouped rows
    /// (Target::groupsRows()) fewer than there are rows. recordsToSend() tells it of another choice of rows.
    qint64 records = 0;
    std::vector<RowOfRecord> grouped = {}; ///< Of records of two rows and more, ascending.
    /// Draft::checkedField: different values of rows whose record was not found (Rule::NotFound).
    qint64 unfound = 0;
    std::vector<ProblemGroup> groups; ///< Problems first, then by number of rows.
    std::vector<qint64> problemRecords; ///< Rows with at least one problem, ascending, each once.
    QStringList missingFields; ///< Required fields (labels) that get nothing: no row can be sent.
    QStringList clashes; ///< Sentences; fields that cannot go together: no row can be sent.
    quint64 contentHash = 0; ///< RecordIndex::contentHash of what was read.
};

/// Every row against every rule of the schema, with the reader and the record builder of the run. Says
/// problem only where the service is certain to refuse, and of rows without a record where records were
/// looked up (Draft::found; without one nothing is said of that). \a progress is told rows, of a total that
/// is not known (0). Works in several threads; what comes out is the same for any number of them, and for any
/// size of \a blockBytes. Keeps the record numbers in the groups and, where a field must not repeat, 8 bytes
/// a row until the end (KeyRepeats), and 8 more where rows form records. A problem of one row of a record
/// leaves out the others, too. Whether the rows of a record agree is told of as many records as
/// mostComparedBytes hold. \a mostRecordBytes: what a record may have (0: any number); those that are larger
/// by what is about their values alone may not be told.
Result<CheckResult> checkRows(const Draft &draft, const Schema &schema, const Progress &progress,
                              std::stop_token stop, qint64 mostRecordBytes = 0, qint64 blockBytes = 0);

/// One thing against one cell of a row, or against the row.
struct CellNote {
    Rule rule = Rule::RequiredEmpty;
    Severity severity = Severity::Problem;
    int column = -1;
    QString field;
    QString value; ///< The cell; of fields not made of one column, what is sent.
};
/// How many records the rows form that are neither left out in \a draft nor have a problem in \a check.
qint64 recordsToSend(const Draft &draft, const CheckResult &check);

/// What checkRows() would say of this one row, in column order; all but what other rows have to do with. \a
/// draft gives mapping, target and header. \a record: the row's in the file, when it is to be told what was
/// looked up.
std::vector<CellNote> notesFor(const QStringList &cells, const Draft &draft, const Schema &schema,
                               qint64 record = -1);

/// Labels of the required fields that neither a column nor a fixed value goes to.
QStringList missingFields(const Draft &draft, const Schema &schema);
/// Sentences about fields that cannot be sent, or not together: those that the object does not have or that
/// cannot be set, several that set the same thing, a record's id beside what it is looked up by; properties
/// with names that cannot be, or not together (propertyClashes()); nothing but what names the record.
QStringList clashes(const Draft &draft, const Schema &schema);

/// "Country is not on the list"
QString groupText(const ProblemGroup &group);
/// The word for JSON: "requiredEmpty" …
QString ruleId(Rule rule);

} // namespace rowlift
