#pragma once

#include "app/base/result.h"
#include "app/csv/byte_source.h"
#include "app/csv/detect.h"

#include <string>
#include <string_view>

namespace rowlift {

/// In which letters a file is written, and why one may think so.
struct EncodingGuess {
    QByteArray encoding = "UTF-8";
    QString reason;
    bool doubtful = false;
    QList<QByteArray> rivals = {}; ///< Other encodings that would read the file nearly as well, best first.
};

/// \a head is the beginning of the file, \a evidence what findEvidence() found; \a wholeFile: \a head is all.
///
/// In this order: a byte order mark; UTF-16 and UTF-32 by their NULs; ISO-2022 by its escapes; UTF-8 where
/// what is not plain is nearly all valid; else all older encodings compete by what they make of the letters.
EncodingGuess guessEncoding(std::string_view head, std::string_view evidence, bool wholeFile);

/// What the person's choice means for this file: "UTF-16" and "UTF-32" leave the order of bytes to its byte
/// order mark, or else to a guess. Other choices stand as they are.
QByteArray settledEncoding(const QByteArray &chosen, std::string_view head);

/// The beginning of \a source; where that has few bytes above 0x7F, the lines with such from there and from
/// stretches all over the file: a file may have its first umlaut in row 50,000.
Result<std::string> findEvidence(ByteSource &source, std::string_view head);

/// What the likely encodings and the usual ones make of one word in \a evidence; \a chosen comes first.
std::vector<DialectGuess::EncodingChoice> encodingChoices(const QByteArray &chosen, std::string_view evidence,
                                                          const QList<QByteArray> &rivals = {});

/// \a raw as UTF-8, without what may be cut off at its end unless it is all of the file. Fails when the
/// encoding is not known here.
Result<std::string> decodeSample(std::string_view raw, const QByteArray &encoding, bool wholeFile);

} // namespace rowlift
