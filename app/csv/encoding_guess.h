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
};

/// \a head is the beginning of the file, \a evidence a stretch of it with bytes above 0x7F, if there are any.
EncodingGuess guessEncoding(std::string_view head, std::string_view evidence, bool wholeFile);

/// The beginning of \a source, or where that is plain ASCII the first of some stretches farther down that is
/// not: a file may have its first umlaut in row 50,000.
Result<std::string> findEvidence(ByteSource &source, std::string_view head);

/// What the usual encodings make of one word in \a evidence; \a chosen comes first.
std::vector<DialectGuess::EncodingChoice> encodingChoices(const QByteArray &chosen,
                                                          std::string_view evidence);

/// \a raw as UTF-8, without what may be cut off at its end unless it is all of the file. Fails when the
/// encoding is not known here.
Result<std::string> decodeSample(std::string_view raw, const QByteArray &encoding, bool wholeFile);

} // namespace rowlift
