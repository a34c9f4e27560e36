#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace rowlift {

/// One of several things that can be chosen.
struct OptionChoice {
    QString value; ///< What is kept in Target::options.
    QString label;
    QString detail = {}; ///< Tells it from others with the same label: "Program “Fair”".

    bool operator==(const OptionChoice &) const = default;
};

/// Something of a service that a person can choose for an import, as data: the window renders it and knows no
/// service. What is chosen stands in Target::options under the id; what is not there has its usual value.
struct LoadOption {
    enum class Kind {
        Choice, ///< One of \a choices, kept as its value.
        YesNo ///< Kept as true or false.
    };
    QString id; ///< "assignmentRule"
    Kind kind = Kind::Choice;
    QString label; ///< "Assign the leads"
    QString help = {}; ///< What it means, in a sentence.
    std::vector<OptionChoice> choices = {}; ///< The first one is the usual one.
    bool isWhereTo = false; ///< A part of the question what to do, not of what nobody has to decide.
    bool asksAccount = false; ///< ServiceSession::choices() has more of them.
    QStringList kinds = {}; ///< JobKind::id of the ways of loading that know it; empty: all.

    bool operator==(const LoadOption &) const = default;
};

} // namespace rowlift
