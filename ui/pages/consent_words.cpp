#include "ui/pages/consent_words.h"

#include "app/mapping/yes_no.h"

#include <QLocale>

#include <algorithm>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype valuesListed = 6; ///< Before the rest becomes a number.

} // namespace

ConsentWords::ConsentWords(const MapDesk &desk, const QString &field)
    : m_desk(desk)
    , m_field(desk.snapshot().schema.field(field))
    , m_treatment(desk.snapshot().mapping.treatmentOf(field))
{
    const bool deletes = desk.snapshot().target.operation == Operation::Delete;
    m_sense = m_field && m_treatment && !deletes ? consentSense(*m_field) : std::nullopt;
    if (!m_sense)
        return;
    const Mapping &mapping = desk.snapshot().mapping;
    const int column = mapping.columnOf(field);
    const ExtraField *extra = mapping.extraFor(field);
    m_isFixed = column < 0 && extra && extra->isFixed();
    if (column >= 0)
        m_column = consentSense(mapping.columns[static_cast<std::size_t>(column)].column);
    else if (extra && !extra->isFixed())
        m_column = consentSense(extra->columns.front());
    const FieldSurvey *survey = desk.surveyOf(field);
    if (survey && survey->values)
        m_count = consentCount(*survey->values, *m_treatment, *m_field, desk.snapshot().schema.forms);
}

bool ConsentWords::canBeTurned() const
{
    return m_sense && !m_isFixed && m_field->type == FieldType::Boolean;
}

bool ConsentWords::mayAllowAgain() const
{
    return m_sense && mayChangeRecords(m_desk.snapshot().target.operation);
}

bool ConsentWords::sendsOnlyStops() const
{
    return m_sense && rowlift::sendsOnlyStops(*m_field, *m_treatment, m_desk.snapshot().target.operation);
}

QString ConsentWords::serviceName() const
{
    const Service *service = m_desk.place().service();
    return service ? service->name() : QString();
}

/// A yes of the file, or what stands for one.
QString ConsentWords::sample() const
{
    if (m_count) {
        for (const QString &value : m_count->allowValues + m_count->stopValues) {
            const std::string bytes = value.toStdString();
            if (readBoolean(bytes).value_or(false))
                return value;
        }
    }
    //: A value of the file
    return tr("yes");
}

QString ConsentWords::meaning(bool yes) const
{
    const bool stops = yes == m_sense->yesStops;
    if (m_sense->by == ContactBy::Phone)
        return stops ? tr("may not be called") : tr("may be called");
    if (m_sense->yesStops)
        return stops ? tr("opted out") : tr("not opted out");
    return stops ? tr("not opted in") : tr("opted in");
}

QString ConsentWords::turnedWords() const
{
    if (!canBeTurned())
        return {};
    if (m_treatment->turned)
        //: %1 a value of the file, %2 "not opted out"
        return tr("⇄ turned round: “%1” = %2").arg(sample(), meaning(false));
    const bool isCrossed = m_column && m_column->yesStops != m_sense->yesStops;
    return isCrossed ? tr("not turned round: “%1” = %2").arg(sample(), meaning(true)) : QString();
}

QString ConsentWords::sendWords() const
{
    if (!mayAllowAgain() || (m_count && m_count->allows == 0))
        return {};
    const QLocale locale;
    if (!sendsOnlyStops())
        return m_count ? tr("%Ln row(s) allow contact again", nullptr, static_cast<int>(m_count->allows))
                       : tr("what allows contact again is sent, too");
    if (!m_count)
        return tr("only what stops contact is sent");
    //: %1 a number of rows
    return tr("only %Ln row(s) that stop contact are sent, %1 that allow it are not", nullptr,
              static_cast<int>(m_count->stops))
        .arg(locale.toString(m_count->allows));
}

QString ConsentWords::line() const
{
    QStringList words { turnedWords(), sendWords() };
    words.removeAll(QString());
    QString line = words.join(u" · "_s);
    if (!line.isEmpty())
        line.replace(0, 1, QLocale().toUpper(line.left(1)));
    return line;
}

QString ConsentWords::question() const
{
    if (!mayAllowAgain())
        return tr("Records that are added have not refused anything yet: both are sent.");
    const bool isEmail = m_sense->by == ContactBy::Email || m_sense->by == ContactBy::Any;
    //: %1 the service
    const QString danger = (isEmail ? tr("Sending that would subscribe people again who have unsubscribed "
                                         "in %1.")
                                    : tr("Sending that would allow again what people have refused in %1."))
                               .arg(serviceName());
    if (!m_count)
        return (m_isFixed ? tr("The same goes into every row.") : tr("Some rows may allow contact.")) + u' '
            + danger;
    if (m_count->allows == 0)
        return tr("No row allows contact: nobody is subscribed again.");
    const auto rows = static_cast<int>(m_count->allows);
    //: %1 a value of the file
    return tr("%Ln row(s) allow contact (“%1”).", nullptr, rows).arg(m_count->allowValues.constFirst()) + u' '
        + danger;
}

QString ConsentWords::onlyStops() const
{
    if (!m_count)
        return tr("Send only what stops contact");
    const auto stops = static_cast<int>(m_count->stops);
    const bool isEmail = m_sense->by == ContactBy::Email || m_sense->by == ContactBy::Any;
    return isEmail ? tr("Send only the %Ln unsubscribe(s)", nullptr, stops)
                   : tr("Send only the %Ln that stop(s) contact", nullptr, stops);
}

QString ConsentWords::both() const
{
    return tr("Send both");
}

/// The most frequent ones, and how many more there are.
QString ConsentWords::listed(const QStringList &values) const
{
    QStringList quoted;
    for (const QString &value : values.first(std::min(valuesListed, values.size())))
        quoted << tr("“%1”").arg(value);
    //: Between the values of a list
    const QString list = quoted.join(tr(", "));
    const auto more = static_cast<int>(values.size() - quoted.size());
    //: %1 values of a file
    return more > 0 ? tr("%1 and %Ln more", "values", more).arg(list) : list;
}

QString ConsentWords::values() const
{
    if (!m_count || !m_sense)
        return {};
    QStringList lines;
    const auto say = [&](const QStringList &values, qint64 rows, bool stops) {
        if (!values.isEmpty())
            //: %1 values of the file, %2 what they mean: "opted out"
            lines << tr("%1: %Ln row(s) · %2", nullptr, static_cast<int>(rows))
                         .arg(listed(values), meaning(stops == m_sense->yesStops));
    };
    say(m_count->stopValues, m_count->stops, true);
    say(m_count->allowValues, m_count->allows, false);
    if (m_count->more)
        lines << tr("There are more different values: their rows are not counted here.");
    return lines.join(u'\n');
}

qint64 ConsentWords::undecided() const
{
    const bool isAsked = m_sense && (m_field->type == FieldType::Boolean || sendsOnlyStops());
    return isAsked && m_count ? m_count->unclear : 0;
}

QString ConsentWords::unclear() const
{
    if (undecided() == 0)
        return {};
    //: %1 values of the file
    return tr("%Ln row(s) say neither yes nor no (%1): they are left out until it is decided.", nullptr,
              static_cast<int>(undecided()))
        .arg(listed(m_count->unclearValues));
}

QString ConsentWords::reading(bool turned) const
{
    //: %1 a value of the file, %2 "not opted out"
    return turned ? tr("“%1” in the file means: %2 (turned round)").arg(sample(), meaning(false))
                  : tr("“%1” in the file means: %2").arg(sample(), meaning(true));
}

} // namespace rowlift::ui
