#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <string>
#include <string_view>

namespace rowlift {

/// Which of the encodings from before Unicode reads a text best.
struct EncodingContest {
    QByteArray winner;
    QString text; ///< As the winner reads it.
    double meanScore = 0; ///< Of each letter: about 1 for sound words.
    bool doubtful = false; ///< Another one reads other words that are nearly as good.
    QList<QByteArray> rivals; ///< Those that are, best first.
};

/// \a evidence has bytes above 0x7F.
EncodingContest contestOfEncodings(std::string_view evidence);

/// The lines of \a text that have bytes above 0x7F, up to what is of use in a contest.
std::string linesOutsideAscii(std::string_view text);

} // namespace rowlift
