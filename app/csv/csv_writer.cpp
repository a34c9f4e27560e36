#include "app/csv/csv_writer.h"

#include "app/csv/byte_scan.h"

#include <cstdint>
#include <cstring>

// It may read behind the end of a cell, and ignores what it finds there.
#if defined(__SSE2__)
#define ROWLIFT_READS_BEYOND __attribute__((no_sanitize("address", "thread")))
#endif

namespace rowlift {

namespace {

constexpr std::size_t writeStep = 16; ///< So many bytes are written at a time, wanted or not.
constexpr std::size_t countedFrom = std::size_t(64) * 1024;

/// No more than this is written of \a cell, its quotes and what stands behind it included.
std::size_t roomForCell(std::string_view cell)
{
    const std::size_t doubled = cell.size() < countedFrom
        ? cell.size()
        : static_cast<std::size_t>(std::count(cell.begin(), cell.end(), '"'));
    return cell.size() + doubled + 3;
}

#if defined(__SSE2__)

/// Copies \a cell to \a to and says whether it can stand there as it is, without quotes.
ROWLIFT_READS_BEYOND bool copyPlain(char *to, std::string_view cell, char delimiter)
{
    constexpr std::uintptr_t pageBytes = 4096;
    alignas(writeStep) static constexpr char nothing[writeStep] = {};
    const __m128i delimiters = _mm_set1_epi8(delimiter);
    const auto specials = [delimiters](__m128i bytes) {
        const __m128i breaks = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('\n')),
                                            _mm_cmpeq_epi8(bytes, _mm_set1_epi8('\r')));
        const __m128i marks
            = _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8('"')), _mm_cmpeq_epi8(bytes, delimiters));
        return static_cast<unsigned>(_mm_movemask_epi8(_mm_or_si128(breaks, marks)));
    };
    std::size_t left = cell.size();
    const char *from = left == 0 ? nothing : cell.data();
    for (; left > writeStep; left -= writeStep, from += writeStep, to += writeStep) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(from));
        _mm_storeu_si128(reinterpret_cast<__m128i *>(to), bytes);
        if (specials(bytes) != 0)
            return false;
    }
    char last[writeStep];
    if ((reinterpret_cast<std::uintptr_t>(from) & (pageBytes - 1)) > pageBytes - writeStep) {
        std::memcpy(last, from, left); // the page behind may not be there
        from = last;
    }
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(from));
    _mm_storeu_si128(reinterpret_cast<__m128i *>(to), bytes);
    return (specials(bytes) & ((1U << left) - 1U)) == 0;
}

#else

bool copyPlain(char *to, std::string_view cell, char delimiter)
{
    std::copy(cell.begin(), cell.end(), to);
    const char *const end = cell.data() + cell.size();
    return findAnyOf(cell.data(), end, delimiter, '\n', '\r', '"') == end;
}

#endif

/// Behind \a piece, with its quotes doubled.
char *writeDoubled(char *to, std::string_view piece)
{
    for (std::size_t quote = piece.find('"'); quote != piece.npos; quote = piece.find('"')) {
        to = std::copy_n(piece.data(), quote + 1, to);
        *to++ = '"';
        piece.remove_prefix(quote + 1);
    }
    return std::copy(piece.begin(), piece.end(), to);
}

char *writeQuoted(char *to, std::string_view cell, bool lineFeeds)
{
    *to++ = '"';
    for (std::size_t at = lineFeeds ? cell.find('\r') : cell.npos; at != cell.npos; at = cell.find('\r')) {
        to = writeDoubled(to, cell.substr(0, at));
        if (at + 1 == cell.size() || cell[at + 1] != '\n')
            *to++ = '\n';
        cell.remove_prefix(at + 1);
    }
    to = writeDoubled(to, cell);
    *to++ = '"';
    return to;
}

char *writeCell(char *to, std::string_view cell, CsvForm form)
{
    return copyPlain(to, cell, form.delimiter) ? to + cell.size() : writeQuoted(to, cell, form.lineFeeds);
}

std::size_t roomForRecord(std::span<const std::string_view> cells)
{
    std::size_t room = 3 + writeStep;
    for (const std::string_view cell : cells)
        room += roomForCell(cell);
    return room;
}

char *writeRecord(char *to, std::span<const std::string_view> cells, CsvForm form)
{
    if (cells.empty() || (cells.size() == 1 && cells.front().empty())) {
        to = std::copy_n("\"\"\n", 3, to);
        return to;
    }
    for (const std::string_view cell : cells) {
        to = writeCell(to, cell, form);
        *to++ = form.delimiter;
    }
    to[-1] = '\n';
    return to;
}

/// Appends what \a write puts into the room.
template <typename Write>
void appendInto(QByteArray &out, std::size_t room, Write write)
{
    const qsizetype before = out.size();
    out.resize(before + static_cast<qsizetype>(room));
    char *const begin = out.data();
    out.resize(static_cast<qsizetype>(write(begin + before) - begin));
}

} // namespace

void appendCell(QByteArray &out, std::string_view cell, char delimiter)
{
    appendInto(out, roomForCell(cell) + writeStep,
               [&](char *to) { return writeCell(to, cell, { .delimiter = delimiter }); });
}

void appendRecord(QByteArray &out, std::span<const std::string_view> cells, char delimiter)
{
    appendInto(out, roomForRecord(cells),
               [&](char *to) { return writeRecord(to, cells, { .delimiter = delimiter }); });
}

void appendRecord(OutBuffer &out, std::span<const std::string_view> cells, CsvForm form)
{
    out.endAt(writeRecord(out.room(roomForRecord(cells)), cells, form));
}

} // namespace rowlift
