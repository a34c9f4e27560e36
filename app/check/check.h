#pragma once

#include "app/base/progress.h"
#include "app/base/result.h"
#include "app/draft/draft.h"

#include <QCoreApplication>

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
    RaggedRow
};

/// All rows with the same thing against the same field.
struct ProblemGroup {
    Rule rule = Rule::RequiredEmpty;
    Severity severity = Severity::Problem;
    int column = -1; ///< From 0; -1: no column.
    QString field; ///< API name; empty where no field is meant.
    QString fieldLabel;
    QString example; ///< A value that has it, cut to 80 characters.
    qint64 limit = 0; ///< TooLong: the most that fits.
    std::vector<qint64> records; ///< Ascending.
};

struct CheckResult {
    qint64 rows = 0; ///< Rows of the file.
    std::vector<ProblemGroup> groups; ///< Problems first, then by number of rows.
    std::vector<qint64> problemRecords; ///< Rows with at least one problem, ascending, each once.
    QStringList missingFields; ///< Required fields (labels) that no column goes to: nothing can be sent.
};

/// Every row against every rule of the schema, with the reader and the record builder of the run. Says
/// problem only where the service is certain to refuse. \a progress is told rows, of a total that is not
/// known (0). Keeps the record numbers in the groups and, where a field must not repeat, 16 bytes a row until
/// the end.
Result<CheckResult> checkRows(const Draft &draft, const Schema &schema, const Progress &progress,
                              std::stop_token stop);

/// One thing against one cell of a row, or against the row.
struct CellNote {
    Rule rule = Rule::RequiredEmpty;
    Severity severity = Severity::Problem;
    int column = -1;
    QString field;
    QString value;
};
/// What checkRows() would say of this one row, in column order; all but repeated keys. \a draft gives
/// mapping, target and header.
std::vector<CellNote> notesFor(const QStringList &cells, const Draft &draft, const Schema &schema);

/// Labels of the required fields that no column goes to.
QStringList missingFields(const Draft &draft, const Schema &schema);

/// "Country is not on the list"
QString groupText(const ProblemGroup &group);
/// The word for JSON: "requiredEmpty" …
QString ruleId(Rule rule);

} // namespace rowlift
