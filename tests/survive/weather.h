#pragma once

#include "tests/survive/material.h"

#include <QByteArray>

#include <vector>

namespace rowlift::testing {

/// What can go wrong with a call to a service that does not tell, when asked, what it has of a part.
struct Weather {
    /// Whether the service can have the rows of a call that met it.
    enum class After {
        Answered,
        NotTaken,
        Open,
        Either ///< The body had left, or it had not: that is for the moment to say.
    };

    const char *name;
    QByteArray kind = {}; ///< Of the fault.
    int value = 0;
    After after = After::Open;
    QByteArray body = {}; ///< Of an answer of its own, JSON; empty: as the service says it.
};

const std::vector<Weather> &weathersOf(QStringView service);
/// A fault as `POST faults` takes it: \a call meets \a weather \a times times, behind \a after that do not.
QByteArray faultOf(QStringView service, const Loading::Call &call, const Weather &weather, int after,
                   int times);

} // namespace rowlift::testing
