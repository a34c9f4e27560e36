#include "ui/shell/desks.h"

namespace rowlift::ui {

Desks::Desks(const Bench &bench)
    : settings(bench)
    , start(bench)
    , file(bench)
    , place(bench, file)
    , map(bench, file, place)
    , check(bench, file, place, map)
    , run(bench, check)
{
}

} // namespace rowlift::ui
