#include "app/csv/delimiter_guess.h"

#include "app/csv/delimiter_candidates.h"

#include <algorithm>

namespace rowlift {

namespace {

constexpr qsizetype judgedBytes = qsizetype(64) * 1024; ///< Of the sample, for choosing between candidates.
constexpr qsizetype firstBytes = qsizetype(16) * 1024; ///< For telling which candidates are worth the rest.
constexpr double clearlyBetter = 0.01; // else the more usual one, which comes first
constexpr double nearlyAsGood = 0.85;

/// The sample and what is fixed: passed around together.
struct Judging {
    QByteArray sample;
    bool whole = false;
    DialectChoice choice;
    QByteArray comment;

    CutReading read(const Delimiter &delimiter, char quote, char escape, bool trim, double prior) const
    {
        const Dialect way {
            .delimiter = delimiter, .quote = quote, .escape = escape, .comment = comment, .trim = trim
        };
        return readingOf(sample, whole, way, prior);
    }
};

/// Whether quotes of this kind stand where cells begin.
bool opensCells(const QByteArray &sample, const Delimiter &delimiter, char quote)
{
    const std::string_view between = delimiter.bytes();
    const QByteArray opening = QByteArray(between.data(), static_cast<qsizetype>(between.size())) + quote;
    return sample.startsWith(quote) || sample.contains(QByteArray("\n") + quote) || sample.contains(opening)
        || sample.contains(QByteArray(opening).insert(opening.size() - 1, ' '));
}

/// How many of the delimiters have a blank behind them, in thousandths.
qsizetype blankBehind(const QByteArray &sample, const Delimiter &delimiter)
{
    const std::string_view between = delimiter.bytes();
    const QByteArray bytes(between.data(), static_cast<qsizetype>(between.size()));
    const qsizetype all = sample.count(bytes);
    return all == 0 || between == " " ? 0 : sample.count(bytes + ' ') * 1000 / all;
}

/// Cells behind ", " have their blank for the eye only. When it is not so everywhere it may be text, and
/// stays, unless quotes would not be seen without.
bool needsTrim(const Judging &judging, const CutReading &plain)
{
    if (plain.delimiter == Delimiter(' '))
        return judging.sample.contains("  "); // columns set one below the other with blanks
    constexpr qsizetype nearlyAll = 950;
    const qsizetype behind = blankBehind(judging.sample, plain.delimiter);
    if (behind == 0)
        return false;
    const std::string_view between = plain.delimiter.bytes();
    const QByteArray opening
        = QByteArray(between.data(), static_cast<qsizetype>(between.size())) + ' ' + plain.quote;
    return behind >= nearlyAll || (plain.quote != '\0' && judging.sample.contains(opening));
}

CutReading withTrim(const Judging &judging, const CutReading &plain, double prior)
{
    if (judging.choice.trim || !needsTrim(judging, plain))
        return plain;
    const CutReading trimmed = judging.read(plain.delimiter, plain.quote, plain.escape, true, prior);
    if (plain.delimiter == Delimiter(' ')) { // it has fewer cells, none of them from a gap: no less for that
        const bool agrees = trimmed.agreeing * plain.rows >= plain.agreeing * trimmed.rows;
        return trimmed.columns > 1 && agrees ? trimmed : plain;
    }
    return trimmed.score > plain.score + clearlyBetter / 4 ? trimmed : plain;
}

/// A backslash in front of quotes inside cells: read both ways, the one with fewer broken rows is meant.
CutReading withEscape(const Judging &judging, const CutReading &doubled, double prior)
{
    if (judging.choice.escape || !judging.sample.contains('\\'))
        return doubled;
    const std::string_view between = doubled.delimiter.bytes();
    const QByteArray delimiter(between.data(), static_cast<qsizetype>(between.size()));
    const bool quotes = doubled.quote != '\0' && judging.sample.contains(QByteArray("\\") + doubled.quote);
    if (!quotes && !judging.sample.contains("\\" + delimiter))
        return doubled;
    const CutReading escaped = judging.read(doubled.delimiter, doubled.quote, '\\', doubled.trim, prior);
    const bool wider = escaped.agreeing * doubled.rows > doubled.agreeing * escaped.rows;
    const bool whole = escaped.broken < doubled.broken;
    const bool worse = escaped.broken > doubled.broken
        || escaped.agreeing * doubled.rows < doubled.agreeing * escaped.rows;
    return (wider || whole) && !worse ? escaped : doubled;
}

/// Of all the ways to quote the cells between \a delimiter the best.
CutReading bestWithQuotes(const Judging &judging, const Delimiter &delimiter, double prior)
{
    const char escape = judging.choice.escape.value_or('\0');
    const bool trim = judging.choice.trim.value_or(false);
    const auto read = [&](char quote) {
        const CutReading plain = judging.read(delimiter, quote, escape, trim, prior);
        return withEscape(judging, withTrim(judging, plain, prior), prior);
    };
    if (judging.choice.quote)
        return read(*judging.choice.quote);
    CutReading best = read('"');
    const auto consider = [&](char quote) {
        const CutReading other = read(quote);
        if (other.score > best.score + clearlyBetter)
            best = other;
    };
    if (judging.sample.contains('\'') && opensCells(judging.sample, delimiter, '\''))
        consider('\'');
    if (best.broken > 0)
        consider('\0');
    return best;
}

std::vector<DelimiterCandidate> candidatesFor(const Judging &judging)
{
    std::vector<DelimiterCandidate> candidates = delimiterCandidates(judging.sample);
    const auto known = [&candidates](const Delimiter &delimiter) {
        return std::any_of(candidates.begin(), candidates.end(), [&](const DelimiterCandidate &candidate) {
            return candidate.delimiter == delimiter;
        });
    };
    if (judging.choice.delimiter && !known(*judging.choice.delimiter))
        candidates.push_back({ *judging.choice.delimiter, 1 });
    return candidates;
}

/// Divides nothing: for a file of one column, whose commas are text.
Delimiter unusedDelimiter(const QByteArray &sample)
{
    for (const char usual : { ',', ';', '\t', '|', '^', '`' }) {
        if (!sample.contains(usual))
            return usual;
    }
    return '\x1F';
}

/// What each candidate makes of the sample; those far behind after its first part are not read on.
std::vector<CutReading> contest(const Judging &judging)
{
    constexpr double farBehind = 0.4;
    constexpr double poor = 0.3; // where none is good the beginning of the file is not like the rest
    const std::vector<DelimiterCandidate> candidates = candidatesFor(judging);
    Judging first = judging;
    if (judging.sample.size() > 2 * firstBytes) {
        first.sample = judging.sample.left(firstBytes);
        first.whole = false;
    }
    std::vector<CutReading> readings;
    double best = 0;
    for (const DelimiterCandidate &candidate : candidates) {
        readings.push_back(bestWithQuotes(first, candidate.delimiter, candidate.prior));
        best = std::max(best, readings.back().score);
    }
    if (first.sample.size() == judging.sample.size())
        return readings;
    for (std::size_t index = 0; index < candidates.size(); ++index) {
        const bool chosen = judging.choice.delimiter == candidates[index].delimiter;
        if (chosen || best < poor || readings[index].score > best * farBehind)
            readings[index] = bestWithQuotes(judging, candidates[index].delimiter, candidates[index].prior);
    }
    return readings;
}

/// What divides dates and paths as well must be much better than what only divides cells.
bool isBetter(const CutReading &reading, const CutReading &best)
{
    constexpr double muchBetter = 1.3;
    const bool ordinary = reading.delimiter == Delimiter('/') || reading.delimiter == Delimiter('\\');
    return reading.score > (ordinary ? best.score * muchBetter : best.score) + clearlyBetter;
}

void listChoices(DelimiterGuess &guess, const std::vector<CutReading> &readings)
{
    const auto columnsOf = [&readings](const Delimiter &delimiter) {
        const auto found = std::find_if(readings.begin(), readings.end(), [&](const CutReading &reading) {
            return reading.delimiter == delimiter;
        });
        return found == readings.end() ? 1 : found->columns;
    };
    const std::vector<Delimiter> usual = usualDelimiters();
    for (const Delimiter &delimiter : usual)
        guess.choices.push_back({ .delimiter = delimiter, .columns = columnsOf(delimiter) });
    if (std::find(usual.begin(), usual.end(), guess.best.delimiter) == usual.end())
        guess.choices.push_back({ .delimiter = guess.best.delimiter, .columns = guess.best.columns });
}

void listQuotes(DelimiterGuess &guess, const Judging &judging)
{
    for (const char quote : { '"', '\'', '\0' }) {
        const bool same = quote == guess.best.quote || (quote != '\0' && !judging.sample.contains(quote));
        const int columns = same
            ? guess.best.columns
            : judging.read(guess.best.delimiter, quote, '\0', guess.best.trim, 1).columns;
        guess.quotes.push_back({ .quote = quote, .columns = columns });
    }
}

} // namespace

DelimiterGuess guessDelimiter(const QByteArray &sample, bool wholeFile, const DialectChoice &choice,
                              const QByteArray &comment)
{
    const Judging judging { .sample = sample.left(judgedBytes),
                            .whole = wholeFile && sample.size() <= judgedBytes,
                            .choice = choice,
                            .comment = comment };
    DelimiterGuess guess;
    const std::vector<CutReading> readings = contest(judging);
    for (const CutReading &reading : readings) {
        if (choice.delimiter ? reading.delimiter == *choice.delimiter : isBetter(reading, guess.best))
            guess.best = reading;
    }
    const double uncut = choice.delimiter ? 0 : uncutScore(judging.sample, judging.whole, comment);
    if (!choice.delimiter && guess.best.score < uncut) {
        guess.best = bestWithQuotes(judging, unusedDelimiter(judging.sample), 1);
        guess.best.columns = 1;
    }
    const double toBeat = std::max(guess.best.score, uncut) * nearlyAsGood;
    guess.doubtful
        = !choice.delimiter && std::any_of(readings.begin(), readings.end(), [&](const CutReading &other) {
              return other.delimiter != guess.best.delimiter && other.score > toBeat;
          });
    listChoices(guess, readings);
    listQuotes(guess, judging);
    return guess;
}

} // namespace rowlift
