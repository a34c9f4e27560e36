#include "app/run/forgotten_words.h"

#include <QCoreApplication>

namespace rowlift {

namespace {
struct ForgottenWords {
    Q_DECLARE_TR_FUNCTIONS(rowlift::PartWalk)
};
} // namespace

QString forgottenWords(int keptDays)
{
    if (keptDays == 0)
        return {};
    return ForgottenWords::tr("The service does not know this part any more: it tells what became of one for "
                              "%n day(s) only.",
                              nullptr, keptDays);
}

} // namespace rowlift
