#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace rowlift {

/// What a record must be like to be passed over with many others at once, and not to be looked at for itself.
/// All records of a run are read by rules 1, 3 and 4 of RowReader alone.
struct ScanRules {
    char delimiter = ','; ///< ASCII, as the quote.
    char quote = '"'; ///< '\0': none.
    char comment = '\0'; ///< Records that begin with this are odd; '\0': none is.
    char escape = '\0'; ///< Records with this in them are odd (cutRecords() only); '\0': none is.
    std::size_t cells = 0; ///< As many cells (scanRecords() only); 0: any number.
    /// As many cells if there are line breaks within its quotes (see rule 6); 0: any number.
    std::size_t cellsOverLines = 0;
    bool blankIsOdd = false; ///< Some cell is filled. Else blank ones are counted, whatever cells they have.
    bool utf8 = false; ///< Valid UTF-8 without NUL.
    /// Null, or the bytes of a single-byte encoding that are no characters, and NUL: none of them.
    const struct ByteSet *badBytes = nullptr;
};

/// Bytes from 0x80 on, as tables for two lookups by half a byte.
struct ByteSet {
    alignas(16) std::array<std::uint8_t, 16> rows = {}; ///< By the low half: which high halves (8 to 15).
    bool isEmpty = true;

    void add(std::uint8_t byte);
    bool contains(std::uint8_t byte) const;
};

/// What was passed: whole records from the beginning of the stretch on.
struct ScannedRun {
    std::size_t records = 0;
    std::size_t blank = 0; ///< Of these, those without a filled cell.
    const char *next = nullptr; ///< Behind the last of them.
    char *out = nullptr; ///< scanAndCopy(): behind the last that was written.
    bool odd = false; ///< The record at next is not as it must be; else the stretch ended within it.
};

/// Passes records from \a begin, where one begins, to at most \a end. 64 bytes in front of \a begin and
/// behind \a end must be readable. Runs on vectors of what width the processor has. The way with masks of
/// bits is that of Langdale and Lemire, "Parsing Gigabytes of JSON per Second"; the check of UTF-8 that of
/// Keiser and Lemire, "Validating UTF-8 In Less Than One Instruction Per Byte".
ScannedRun scanRecords(const char *begin, const char *end, const ScanRules &rules);

/// The same, and writes the records as standard CSV to \a out: comma, LF. Those are odd that need other
/// quotes. There must be room for 128 bytes more than the stretch has.
ScannedRun scanAndCopy(const char *begin, const char *end, const ScanRules &rules, char *out);

/// Whether \a begin lies within quotes, by how the quotes up to \a end stand beside delimiters and line ends:
/// a guess for somebody who starts to read in the middle.
bool looksQuotedAt(const char *begin, const char *end, const ScanRules &rules);

/// Whether UTF-8 goes on from \a begin as it should, without NUL; a character that is cut off at \a end is no
/// fault. False may also mean that it was not looked at. The margins are the same as for scanRecords().
bool isPlainUtf8(const char *begin, const char *end);

/// The code for one kind of processor.
struct ScanKind {
    const char *name;
    ScannedRun (*scan)(const char *, const char *, const ScanRules &);
    ScannedRun (*scanAndCopy)(const char *, const char *, const ScanRules &, char *);
    bool (*looksQuoted)(const char *, const char *, const ScanRules &);
    bool (*isPlainUtf8)(const char *, const char *);
};

/// Those that run on this processor, the best first: it is the one that the functions above take.
std::vector<ScanKind> scanKinds();

} // namespace rowlift
