#include "ui/pages/row_sentences.h"

#include <QLocale>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestQuote = 60;

} // namespace

RowSentences::RowSentences(const Schema &schema, const QString &service, qsizetype columns)
    : m_schema(schema)
    , m_service(service)
    , m_columns(columns)
{
}

QString RowSentences::quoted(const CellNote &note) const
{
    const QString value = note.value.simplified();
    return value.size() > longestQuote ? value.left(longestQuote) + u'…' : value;
}

QString RowSentences::about(const CellNote &note, qsizetype cells) const
{
    const Field *known = m_schema.field(note.field);
    const QString field = known ? known->label : note.field;
    const QString value = quoted(note);
    const QLocale locale;
    switch (note.rule) {
    case Rule::RequiredEmpty:
        return note.severity == Severity::Problem
            //: %1 a field, %2 the service
            ? tr("%1 is empty, but %2 needs it.").arg(field, m_service)
            : tr("%1 is empty: %2 refuses the row if the record is new.").arg(field, m_service);
    case Rule::TooLong:
        if (note.severity == Severity::HeadsUp)
            //: %1 a field, %2 a number, %3 the service
            return tr("%1 has %2 characters: %3 may refuse it.")
                .arg(field, locale.toString(note.value.size()), m_service);
        return tr("%1 is too long: %2 characters of at most %3.")
            .arg(field, locale.toString(note.value.size()), locale.toString(known ? known->length : 0));
    case Rule::NotANumber:
        return tr("%1: “%2” cannot be read as a number.").arg(field, value);
    case Rule::NumberTooLarge:
        return tr("%1: “%2” is too large.").arg(field, value);
    case Rule::NotABoolean:
        return tr("%1: “%2” is neither yes nor no.").arg(field, value);
    case Rule::NotADate:
        return tr("%1: “%2” cannot be read as a date.").arg(field, value);
    case Rule::NotATime:
        return tr("%1: “%2” cannot be read as a time of day.").arg(field, value);
    case Rule::NotAPhone:
        return tr("%1: “%2” is not a telephone number.").arg(field, value);
    case Rule::NotOnList:
        return tr("%1: “%2” is not on the list in %3.").arg(field, value, m_service);
    case Rule::MalformedId:
        return tr("%1: “%2” is not a record id.").arg(field, value);
    case Rule::EmailLooksWrong:
        return note.severity == Severity::Problem ? tr("%1: “%2” is not an e-mail address.").arg(field, value)
                                                  : tr("%1: “%2” looks wrong.").arg(field, value);
    case Rule::RepeatedKey:
        return tr("%1: “%2” is in the file more than once.").arg(field, value);
    case Rule::KeyNotCleared:
        return tr("%1 is empty. It finds the record, so it is not cleared.").arg(field);
    case Rule::BoxNotCleared:
        return tr("%1 is empty. It is either yes or no, so it is not cleared.").arg(field);
    case Rule::Clears:
        return tr("%1: “%2” clears the field.").arg(field, value);
    case Rule::DamagedText:
        return tr("%1: “%2” has characters that cannot be read.").arg(field, value);
    case Rule::IdLostCase:
        return tr("%1: “%2” has no capital letter. If they were lost, it is another record's id.")
            .arg(field, value);
    case Rule::WillBeCut:
        return tr("%1: the end of “%2” is cut off.").arg(field, value);
    case Rule::DecimalsCut:
        return tr("%1: further decimals of “%2” are cut off.").arg(field, value);
    case Rule::WrongKindOfId:
        return tr("%1: “%2” is the id of another kind of record.").arg(field, value);
    case Rule::CannotClear:
        return note.severity == Severity::Problem
            ? tr("%1: “%2” cannot clear it.").arg(field, value)
            : tr("%1 is empty. It names another record, so it is not cleared.").arg(field);
    case Rule::DeletedOnce:
        return tr("%1: “%2” is in the file more than once. The record is deleted once.").arg(field, value);
    case Rule::NotFound:
        //: %1 a field, %2 its value, %3 the service
        return tr("%1: no record in %3 has “%2”.").arg(field, value, m_service);
    case Rule::SeveralFound:
        return note.severity == Severity::Problem
            ? tr("%1: several records in %3 have “%2”.").arg(field, value, m_service)
            : tr("%1: several records in %3 have “%2”. The one that was changed last is taken.")
                  .arg(field, value, m_service);
    case Rule::TooManyBytes:
        return tr("%1 is too long: %2 bytes of at most %3. Letters with accents take two or more.")
            .arg(field, locale.toString(note.value.toUtf8().size()),
                 locale.toString(known ? known->bytes : 0));
    case Rule::UrlWithoutScheme:
        return tr("%1: “%2” does not begin with https:// or http://.").arg(field, value);
    case Rule::ConsentKept:
        return tr("%1: “%2” allows contact, so it is not sent.").arg(field, value);
    case Rule::ConsentNotCleared:
        return tr("%1 is not cleared: that could allow contact again.").arg(field);
    case Rule::StopNotImported:
        //: %1 a value of the file
        return tr("“%1” says that this person must not be contacted, but the column is not imported.")
            .arg(value);
    case Rule::PartnerProblem:
        return tr("Another row of the same record has a problem. A record is sent whole or not at all.");
    case Rule::DiffersInRecord:
        if (note.severity == Severity::Problem) // it says whose the record is
            return tr("%1 is not the same in all rows of this record.").arg(field);
        return tr("%1: the rows of this record do not agree. That of its first row is sent.").arg(field);
    case Rule::OddKey:
        //: %1 a field, %2 its value, %3 the service
        return tr("%1: %3 may refuse “%2” as a key.").arg(field, value, m_service);
    case Rule::LooksLikeDate:
        //: %1 a field, %2 its value, %3 the service
        return tr("%1: %3 may take “%2” for a date.").arg(field, value, m_service);
    case Rule::RecordTooLarge:
        //: %1 the service
        return tr("The rows of this record are together more than %1 takes at once.").arg(m_service);
    case Rule::RaggedRow:
        return tr("This row has %1 cells, but the header has %2.")
            .arg(locale.toString(cells), locale.toString(m_columns));
    }
    return {};
}

QString RowSentences::all(const std::vector<CellNote> &notes, qsizetype cells) const
{
    QStringList sentences;
    for (const CellNote &note : notes)
        sentences << about(note, cells);
    const bool problem
        = std::ranges::any_of(notes, [](const CellNote &note) { return note.severity == Severity::Problem; });
    const bool isSent = std::ranges::none_of(notes, [](const CellNote &note) {
        return note.rule == Rule::DeletedOnce || note.rule == Rule::DiffersInRecord;
    });
    const bool isHeld
        = std::ranges::any_of(notes, [](const CellNote &note) { return note.rule == Rule::ConsentKept; });
    if (problem)
        sentences << tr("This row is left out.");
    else if (isHeld)
        sentences << tr("All else of the row is sent.");
    else if (isSent)
        sentences << tr("The row is sent as it is.");
    return sentences.join(u' ');
}

} // namespace rowlift::ui
