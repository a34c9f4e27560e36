#pragma once

class QCoreApplication;
class QLocale;

namespace rowlift {

/// Gives \a app the program's and Qt's own words in the language of \a locale; where there is none, English,
/// which needs its own for the plurals.
void installTranslations(QCoreApplication &app, const QLocale &locale);

} // namespace rowlift
