#include "translations/translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace rowlift {

using namespace Qt::StringLiterals;

void installTranslations(QCoreApplication &app, const QLocale &locale)
{
    const auto install = [&](const QString &name, const QString &folder) {
        auto *translator = new QTranslator(&app);
        if (translator->load(locale, name, u"_"_s, folder) || translator->load(name + u"_en"_s, folder))
            QCoreApplication::installTranslator(translator);
    };
    install(u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(u"rowlift"_s, u":/i18n"_s);
}

} // namespace rowlift
