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

constexpr std::size_t writeStep = 32; ///< So many bytes are written at a time, wanted or not.
constexpr std::size_t countedFrom = std::size_t(64) * 1024;

#if defined(__SSE2__)

constexpr std::size_t halfStep = 16;

/// Where among 32 bytes those are that matter, a bit for each.
struct Specials {
    std::uint64_t quotes = 0; ///< And CR: what is changed within quotes.
    std::uint64_t others = 0; ///< What needs quotes.
};

struct Step {
    __m128i first;
    __m128i second;

    ROWLIFT_READS_BEYOND static Step load(const char *from)
    {
        return { _mm_loadu_si128(reinterpret_cast<const __m128i *>(from)),
                 _mm_loadu_si128(reinterpret_cast<const __m128i *>(from + halfStep)) };
    }
    void store(char *to) const
    {
        _mm_storeu_si128(reinterpret_cast<__m128i *>(to), first);
        _mm_storeu_si128(reinterpret_cast<__m128i *>(to + halfStep), second);
    }
    Specials specials(char delimiter) const
    {
        const auto either = [](__m128i bytes, char one, char other) {
            return _mm_or_si128(_mm_cmpeq_epi8(bytes, _mm_set1_epi8(one)),
                                _mm_cmpeq_epi8(bytes, _mm_set1_epi8(other)));
        };
        const auto bits = [](__m128i low, __m128i high) {
            return static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(low)))
                | static_cast<std::uint64_t>(static_cast<unsigned>(_mm_movemask_epi8(high))) << halfStep;
        };
        return { .quotes = bits(either(first, '"', '\r'), either(second, '"', '\r')),
                 .others = bits(either(first, delimiter, '\n'), either(second, delimiter, '\n')) };
    }
};

/// Whether what follows \a from within a step may be read: the page behind may not be there.
bool canReadStep(const char *from)
{
    constexpr std::uintptr_t pageBytes = 4096;
    return (reinterpret_cast<std::uintptr_t>(from) & (pageBytes - 1)) <= pageBytes - writeStep;
}

/// Copies \a cell to \a to and says whether it can stand there as it is, without quotes.
ROWLIFT_READS_BEYOND bool copyPlain(char *to, std::string_view cell, char delimiter)
{
    std::size_t left = cell.size();
    const char *from = cell.data();
    for (; left > writeStep; left -= writeStep, from += writeStep, to += writeStep) {
        const Step step = Step::load(from);
        step.store(to);
        const Specials specials = step.specials(delimiter);
        if ((specials.quotes | specials.others) != 0)
            return false;
    }
    char last[writeStep] = {};
    if (left == 0 || !canReadStep(from)) {
        std::copy_n(from, left, last);
        from = last;
    }
    const Step step = Step::load(from);
    step.store(to);
    const Specials specials = step.specials(delimiter);
    return ((specials.quotes | specials.others) & ((std::uint64_t(1) << left) - 1)) == 0;
}

/// Writes a short cell without asking whether it needs quotes; null where it takes a closer look.
ROWLIFT_READS_BEYOND char *writeShort(char *to, std::string_view cell, char delimiter)
{
    alignas(halfStep) static constexpr char nothing[writeStep] = {};
    const std::size_t size = cell.size();
    const char *const from = size == 0 ? nothing : cell.data();
    if (size > writeStep || !canReadStep(from))
        return nullptr;
    const Step step = Step::load(from);
    const Specials specials = step.specials(delimiter);
    const std::uint64_t within = (std::uint64_t(1) << size) - 1;
    if ((specials.quotes & within) != 0)
        return nullptr;
    const std::size_t quote = (specials.others & within) != 0 ? 1 : 0;
    *to = '"';
    step.store(to + quote);
    to[size + quote] = '"'; // or what follows is written over it
    return to + size + 2 * quote;
}

#else

char *writeShort(char *, std::string_view, char)
{
    return nullptr;
}

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
    if (char *const end = writeShort(to, cell, form.delimiter))
        return end;
    return copyPlain(to, cell, form.delimiter) ? to + cell.size() : writeQuoted(to, cell, form.lineFeeds);
}

/// No more than this is written of \a cells, their quotes and what stands behind included.
std::size_t roomForRecord(std::span<const std::string_view> cells)
{
    std::size_t bytes = 0;
    for (const std::string_view cell : cells)
        bytes += cell.size();
    const std::size_t around = 3 * cells.size() + 3 + writeStep;
    if (bytes < countedFrom)
        return 2 * bytes + around;
    const auto quotesOf = [](std::string_view cell) { return std::count(cell.begin(), cell.end(), '"'); };
    for (const std::string_view cell : cells)
        bytes += static_cast<std::size_t>(quotesOf(cell));
    return bytes + around;
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
    appendInto(out, roomForRecord({ &cell, 1 }),
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
