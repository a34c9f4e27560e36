#pragma once

#include "app/practice/dotdigital/items.h"
#include "app/practice/http_message.h"

#include <QByteArray>
#include <QMap>

#include <functional>

namespace rowlift::practice::dotdigital {

/// What came of reading the body of an import.
struct ReadItems {
    enum class Trouble { None, Gone, TooLong, Empty, Null, Malformed };

    Trouble trouble = Trouble::None;
    qint64 items = 0;
    /// Of v3: the other members of the body, those that are texts.
    QMap<QByteArray, QByteArray> members = {};
    bool hasRecords = false; ///< Of v3: `records` is there.
    QByteArray wrongItem = {}; ///< Of v3: what is badly formed ("records[0].key"); then wrongWords.
    QByteArray wrongWords = {};
};

/// Reads the array of items of v2 while it arrives; an item at a time is in memory. Member names count in any
/// case of letters, as in the wild. Source: contracts/dotdigital.md, 4.2.
ReadItems readItemsV2(BodyReader &body, qint64 most, const std::function<void(const Item &)> &each);
/// The same for the object of v3. Source: contracts/dotdigital.md, 5.
ReadItems readItemsV3(BodyReader &body, qint64 most, const std::function<void(const Item &)> &each);

} // namespace rowlift::practice::dotdigital
