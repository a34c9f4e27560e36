#pragma once

#include <QDateTime>
#include <QString>

namespace rowlift::ui {

/// When something was, as near as people say it: "Today 10:12", "Yesterday 17:42", "Monday 16:03", "2
/// October", with the year when it is another. \a when and \a now in UTC; shown in local time.
QString whenWords(const QDateTime &when, const QDateTime &now);

/// The same within a sentence: "today 10:12".
QString whenInSentence(const QDateTime &when, const QDateTime &now);

/// A day to come: "Sunday 29 Nov".
QString dayWords(const QDateTime &when, const QDateTime &now);

} // namespace rowlift::ui
