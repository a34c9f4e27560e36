#include "app/csv/earlier_result.h"

#include "app/csv/value_look.h"

#include <array>

namespace rowlift {

using namespace Qt::StringLiterals;

namespace {

QString statusWord(std::string_view value)
{
    value = trimmedValue(value);
    constexpr std::size_t longestStatus = 40;
    if (value.size() > longestStatus)
        return {};
    return QString::fromUtf8(value.data(), static_cast<qsizetype>(value.size())).toLower();
}

bool isInList(const QString &word, QStringView list)
{
    return !word.isEmpty() && QStringView(list).contains(u"|%1|"_s.arg(word));
}

/// Row that is in, in the words of Data Loader and of Rowlift's report (English and German).
bool saysIn(const QString &word)
{
    return isInList(word,
                    u"|item created|item updated|item upserted|item deleted|item hard deleted|item undeleted|"
                    "success|succeeded|successful|created|added|updated|deleted|in|hinzugefügt|geändert|"
                    "gelöscht|angekommen|");
}

/// Row that is surely not in: sent once more it does not stand there twice. Not of those of which nobody
/// knows, nor of those that somebody left out.
bool saysFailed(const QString &word)
{
    return isInList(word,
                    u"|failed|error|failure|not processed|not sent|fehlgeschlagen|nicht verarbeitet|"
                    "nicht gesendet|");
}

} // namespace

bool EarlierResult::failed(std::string_view value) const
{
    return tells == Tells::Error ? !trimmedValue(value).empty() : saysFailed(statusWord(value));
}

std::optional<EarlierResult> earlierResult(const QStringList &header)
{
    using Tells = EarlierResult::Tells;
    static const std::array reasons = { u"sf__Error"_s, u"Import Failure Reason"_s };
    static const std::array states = { u"__Status"_s, u"Rowlift result"_s, u"Rowlift Ergebnis"_s };
    for (const QString &name : reasons) {
        if (const qsizetype column = header.indexOf(name); column >= 0)
            return EarlierResult { static_cast<int>(column), Tells::Error };
    }
    for (const QString &name : states) {
        if (const qsizetype column = header.indexOf(name); column >= 0)
            return EarlierResult { static_cast<int>(column), Tells::Status };
    }
    const auto last = static_cast<int>(header.size()) - 1;
    if (last < 1)
        return {};
    if (header[last] == u"ERROR")
        return EarlierResult { last, Tells::Error };
    if (header[last] == u"STATUS")
        return EarlierResult { last, Tells::Status };
    return {};
}

bool isResultStatus(std::string_view value)
{
    const QString word = statusWord(value);
    return saysIn(word) || saysFailed(word)
        || isInList(word, u"|unknown|left out|waiting|unbekannt|ausgelassen|wartet|");
}

} // namespace rowlift
