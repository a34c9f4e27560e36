#pragma once

#include "ui/widgets/value_list.h"

#include <QScrollArea>

#include <map>

class QVBoxLayout;

namespace rowlift::ui {

class ProgressBar;
class Words;

/// A value and how many rows have it.
struct CountedValue {
    QString value;
    qint64 rows = 0;
    QString example; ///< Of a pattern.
    qint64 record = -1; ///< A row that shows it.

    bool operator==(const CountedValue &) const = default;
};

/// A value that stands out by its length.
struct SizedValue {
    QString value;
    qint64 characters = 0;
    qint64 record = -1; ///< -1: there is none.

    bool operator==(const SizedValue &) const = default;
};

/// What is known of a column, for people. Counts are rows below the header.
struct ColumnCardFacts {
    QString letter;
    QString title;
    QString looksLike; ///< "date d.m.y 99.9 %"
    QString note; ///< A doubt about the column in a sentence.
    double read = 1; ///< The part of the file that the counts are of, 0 to 1.
    qint64 rows = 0;
    qint64 blank = 0;
    qint64 distinct = 0;
    bool aboutDistinct = false;
    SizedValue shortest;
    SizedValue longest;
    std::vector<CountedValue> frequent;
    bool aboutFrequent = false; ///< Counts are at least these.
    std::vector<CountedValue> patterns;
    bool aboutPatterns = false;
    QStringList examples;

    bool operator==(const ColumnCardFacts &) const = default;
};

/// A column at a glance, for a panel at the side: how many values, blanks, lengths, the most frequent values
/// with bars, patterns, examples. Every value can be reached by Tab and arrows and copied.
class ColumnCard : public QScrollArea {
    Q_OBJECT

public:
    explicit ColumnCard(QWidget *parent = nullptr);

    /// May come often while the file is read: lists keep their place and the focus.
    void setFacts(const ColumnCardFacts &facts);

Q_SIGNALS:
    /// A row that shows what was activated.
    void recordWanted(qint64 record);
    /// Cells with this value are to be found.
    void valueWanted(const QString &value);

private:
    enum class Part { Counts, Lengths, Frequent, Patterns, Examples };
    struct Section {
        Words *heading = nullptr;
        ValueList *list = nullptr;
    };

    void addSection(Part part, const QString &name, const QString &heading);
    void fill(Part part, const std::vector<ValueFact> &facts);
    void fillCounts();
    void fillLengths();
    void fillCounted(Part part, const std::vector<CountedValue> &values, bool about);

    ColumnCardFacts m_facts;
    QVBoxLayout *m_lines;
    Words *m_title;
    Words *m_second;
    Words *m_note;
    Words *m_reading;
    ProgressBar *m_progress;
    std::map<Part, Section> m_sections;
};

} // namespace rowlift::ui
