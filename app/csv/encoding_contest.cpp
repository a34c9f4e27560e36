#include "app/csv/encoding_contest.h"

#include "app/csv/encoding_guess.h"
#include "app/csv/encoding_letters.h"
#include "app/csv/encoding_plausibility.h"

#include <uchardet/uchardet.h>

#include <algorithm>
#include <array>
#include <memory>
#include <vector>

namespace rowlift {

namespace {

struct CandidateEncoding {
    const char *encoding;
    unsigned regions;
    double prior; ///< What it is worth without any letter, in letters: how usual such files are.
    Script script = Script::Alphabet;
};

// Where two read alike, the first is taken.
constexpr std::array candidateEncodings = {
    CandidateEncoding { "windows-1252", region::west, 3.0 },
    CandidateEncoding { "windows-1250", region::central, 1.6 },
    CandidateEncoding { "windows-1251", region::cyrillic, 1.5 },
    CandidateEncoding { "windows-1253", region::greek, 1.0 },
    CandidateEncoding { "windows-1254", region::turkish, 2.0 },
    CandidateEncoding { "windows-1255", region::hebrew, 1.0 },
    CandidateEncoding { "windows-1256", region::arabic, 1.0 },
    CandidateEncoding { "windows-1257", region::baltic, 1.4 },
    CandidateEncoding { "windows-874", region::thai, 1.0 },
    CandidateEncoding { "ISO-8859-15", region::west, 2.4 },
    CandidateEncoding { "ISO-8859-2", region::central, 1.4 },
    CandidateEncoding { "macintosh", region::west, 1.2 },
    CandidateEncoding { "IBM850", region::west, 1.0 },
    CandidateEncoding { "IBM437", region::west, 0.8 },
    CandidateEncoding { "KOI8-R", region::cyrillic, 1.0 },
    CandidateEncoding { "KOI8-U", region::cyrillic, 0.9 },
    CandidateEncoding { "IBM866", region::cyrillic, 0.6 },
    CandidateEncoding { "IBM852", region::central, 0.2 },
    CandidateEncoding { "ISO-8859-5", region::cyrillic, 0.4 },
    CandidateEncoding { "ISO-8859-7", region::greek, 0.8 },
    CandidateEncoding { "ISO-8859-6", region::arabic, 0.6 },
    CandidateEncoding { "ISO-8859-8", region::hebrew, 0.6 },
    CandidateEncoding { "ISO-8859-9", region::turkish, 1.0 },
    CandidateEncoding { "ISO-8859-13", region::baltic, 0.8 },
    CandidateEncoding { "ISO-8859-4", region::baltic, 0.0 },
    CandidateEncoding { "x-mac-cyrillic", region::cyrillic, 0.3 },
    CandidateEncoding { "x-mac-centraleurroman", region::central, 0.3 },
    CandidateEncoding { "x-mac-turkish", region::turkish, 0.0 },
    CandidateEncoding { "x-mac-greek", region::greek, 0.0 },
    CandidateEncoding { "IBM857", region::turkish, 0.2 },
    CandidateEncoding { "IBM865", region::west, 0.0 },
    CandidateEncoding { "IBM775", region::baltic, 0.0 },
    CandidateEncoding { "IBM737", region::greek, 0.0 },
    CandidateEncoding { "IBM862", region::hebrew, 0.0 },
    CandidateEncoding { "Shift_JIS", region::eastAsia, 1.0, Script::Japanese },
    CandidateEncoding { "GB18030", region::eastAsia, 1.0, Script::Chinese },
    CandidateEncoding { "Big5", region::eastAsia, 1.0, Script::Chinese },
    CandidateEncoding { "EUC-JP", region::eastAsia, 0.8, Script::Japanese },
    CandidateEncoding { "EUC-KR", region::eastAsia, 1.0, Script::Korean },
    CandidateEncoding { "windows-949", region::eastAsia, 0.5, Script::Korean },
};

struct UchardetName {
    const char *theirs;
    const char *ours;
};

// uchardet's names for what stands in the list under another one.
constexpr std::array uchardetNames = {
    UchardetName { "ISO-8859-1", "windows-1252" },
    UchardetName { "TIS-620", "windows-874" },
    UchardetName { "ISO-8859-11", "windows-874" },
    UchardetName { "MAC-CYRILLIC", "x-mac-cyrillic" },
    UchardetName { "UHC", "windows-949" },
    UchardetName { "MAC-CENTRALEUROPE", "x-mac-centraleurroman" },
    UchardetName { "ISO-8859-10", "ISO-8859-4" },
    UchardetName { "ISO-8859-16", "windows-1250" },
};

constexpr std::size_t mostContestBytes = std::size_t(8) * 1024;
constexpr std::ptrdiff_t mostContestLetters = 1500;

QByteArray askUchardet(std::string_view text)
{
    const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
    uchardet_handle_data(detector.get(), text.data(), text.size());
    uchardet_data_end(detector.get());
    const QByteArray name = QByteArray(uchardet_get_charset(detector.get())).toUpper();
    for (const UchardetName &other : uchardetNames) {
        if (name == other.theirs)
            return other.ours;
    }
    return name;
}

struct ContestReading {
    QByteArray encoding;
    QString text;
    double score = 0;
    double letters = 0;
    double mean = 0;
};

ContestReading readAs(const CandidateEncoding &candidate, std::string_view lines)
{
    ContestReading reading { .encoding = candidate.encoding, .text = {} };
    const std::string text = decodeSample(lines, reading.encoding, true).value_or("");
    reading.text = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
    const Plausibility judged = plausibility(reading.text, candidate.script, candidate.regions);
    reading.score = judged.sum + candidate.prior;
    reading.letters = judged.letters;
    reading.mean = judged.mean();
    return reading;
}

/// uchardet is one voice among several, and none where there is little to hear. All that read the text like
/// its choice are meant.
void hearUchardet(std::vector<ContestReading> &readings, std::string_view lines)
{
    constexpr double voice = 1.0;
    constexpr double enough = 8;
    const QByteArray says = askUchardet(lines);
    const auto chosen
        = std::find_if(readings.begin(), readings.end(), [&says](const ContestReading &reading) {
              return reading.encoding.compare(says, Qt::CaseInsensitive) == 0;
          });
    if (chosen == readings.end() || chosen->letters < enough)
        return;
    const QString text = chosen->text;
    for (ContestReading &reading : readings)
        reading.score += reading.text == text ? voice : 0;
}

/// Whether two readings are different words, and not only here and there another sign.
bool areOtherWords(const QString &one, const QString &other)
{
    constexpr qsizetype share = 5;
    if (one.size() != other.size())
        return true;
    qsizetype marked = 0;
    qsizetype different = 0;
    for (qsizetype i = 0; i < one.size(); ++i) {
        marked += one[i].unicode() >= 0x80 ? 1 : 0;
        different += one[i] != other[i] ? 1 : 0;
    }
    return different * share > marked;
}

} // namespace

std::string linesOutsideAscii(std::string_view text)
{
    const auto high = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
    std::string lines;
    std::ptrdiff_t letters = 0;
    while (!text.empty() && lines.size() < mostContestBytes && letters < mostContestLetters) {
        const std::size_t end = std::min(text.find_first_of("\r\n"), text.size() - 1) + 1;
        const std::string_view line = text.substr(0, end);
        if (const auto first = std::find_if(line.begin(), line.end(), high); first != line.end()) {
            // Of a very long line, what stands around its first letter outside ASCII.
            const auto at = static_cast<std::size_t>(first - line.begin());
            const std::size_t from = at > mostContestBytes / 2 ? at - 1 : 0;
            lines += line.substr(from, mostContestBytes);
            letters += std::count_if(first, line.end(), high);
        }
        text.remove_prefix(end);
    }
    return lines;
}

EncodingContest contestOfEncodings(std::string_view evidence)
{
    const std::string lines = linesOutsideAscii(evidence);
    std::vector<ContestReading> readings;
    readings.reserve(candidateEncodings.size());
    for (const CandidateEncoding &candidate : candidateEncodings)
        readings.push_back(readAs(candidate, lines));
    hearUchardet(readings, lines);
    std::stable_sort(readings.begin(), readings.end(),
                     [](const ContestReading &a, const ContestReading &b) { return a.score > b.score; });
    const ContestReading &best = readings.front();
    EncodingContest contest {
        .winner = best.encoding, .text = best.text, .meanScore = best.mean, .rivals = {}
    };
    constexpr double sound = 0.1;
    constexpr double close = 1.5;
    contest.doubtful = best.mean < sound;
    for (const ContestReading &reading : readings) {
        const bool likely
            = reading.score > best.score - 2 * close - static_cast<double>(best.text.size()) / 400.0;
        if (&reading == &best || !likely || !areOtherWords(reading.text, best.text))
            continue;
        contest.rivals.append(reading.encoding);
        contest.doubtful = contest.doubtful || reading.score > best.score - close;
    }
    return contest;
}

} // namespace rowlift
