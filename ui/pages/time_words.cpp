#include "ui/pages/time_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace rowlift::ui {

using namespace Qt::StringLiterals;

namespace {

struct TimeWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::ui::TimeWords)
};

constexpr qint64 weekDays = 7;

QString dateWords(const QDate &day, const QDate &today)
{
    const QLocale locale;
    //: A date of this year, in the pattern of QLocale::toString()
    return day.year() == today.year() ? locale.toString(day, TimeWords::tr("d MMM", "date pattern"))
                                      : locale.toString(day, QLocale::ShortFormat);
}

} // namespace

QString whenWords(const QDateTime &when, const QDateTime &now)
{
    const QDateTime local = when.toLocalTime();
    const QDate today = now.toLocalTime().date();
    const qint64 days = local.date().daysTo(today);
    const QString time = QLocale().toString(local.time(), QLocale::ShortFormat);
    if (days == 0)
        return TimeWords::tr("Today %1", "%1 is a time").arg(time);
    if (days == 1)
        return TimeWords::tr("Yesterday %1", "%1 is a time").arg(time);
    if (days > 1 && days < weekDays)
        return u"%1 %2"_s.arg(QLocale().dayName(local.date().dayOfWeek()), time);
    return dateWords(local.date(), today);
}

QString whenInSentence(const QDateTime &when, const QDateTime &now)
{
    const QDateTime local = when.toLocalTime();
    const qint64 days = local.date().daysTo(now.toLocalTime().date());
    const QString time = QLocale().toString(local.time(), QLocale::ShortFormat);
    if (days == 0)
        return TimeWords::tr("today %1", "%1 is a time").arg(time);
    if (days == 1)
        return TimeWords::tr("yesterday %1", "%1 is a time").arg(time);
    return whenWords(when, now);
}

QString dayWords(const QDateTime &when, const QDateTime &now)
{
    const QDate day = when.toLocalTime().date();
    //: %1 a day of the week, %2 a date: "Sunday 29 Nov"
    return TimeWords::tr("%1 %2", "day of the week, date")
        .arg(QLocale().dayName(day.dayOfWeek()), dateWords(day, now.toLocalTime().date()));
}

} // namespace rowlift::ui
