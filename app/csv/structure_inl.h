// The structure of 64 bytes as masks of bits, for the scans that are compiled once for each kind of
// processor: to be included by these alone, and once for each as foreach_target.h does. There is nothing in
// it for a processor without vectors.
#if defined(ROWLIFT_CSV_STRUCTURE_INL_H) == defined(HWY_TARGET_TOGGLE)
#ifdef ROWLIFT_CSV_STRUCTURE_INL_H
#undef ROWLIFT_CSV_STRUCTURE_INL_H
#else
#define ROWLIFT_CSV_STRUCTURE_INL_H
#endif

#include "app/csv/structural_scan.h"

#include <hwy/highway.h>

#include <bit>
#include <cstring>

HWY_BEFORE_NAMESPACE();
namespace rowlift::HWY_NAMESPACE {

#if HWY_TARGET != HWY_SCALAR

namespace hn = hwy::HWY_NAMESPACE;

using Bytes = hn::CappedTag<std::uint8_t, 64>;
using Vector = hn::Vec<Bytes>;
constexpr std::size_t lanes = hn::MaxLanes(Bytes());
constexpr std::size_t parts = 64 / lanes;

/// 64 bytes in as many vectors as it takes.
struct Block {
    Vector part[parts];
};

HWY_INLINE Block load(const char *at)
{
    Block block;
    for (std::size_t i = 0; i < parts; ++i)
        block.part[i] = hn::LoadU(Bytes(), reinterpret_cast<const std::uint8_t *>(at) + i * lanes);
    return block;
}

HWY_INLINE void store(const Block &block, char *to)
{
    for (std::size_t i = 0; i < parts; ++i)
        hn::StoreU(block.part[i], Bytes(), reinterpret_cast<std::uint8_t *>(to) + i * lanes);
}

template <typename Mask>
HWY_INLINE std::uint64_t bitsOf(const Mask (&masks)[parts])
{
    alignas(8) std::uint8_t bytes[8 + 8] = {};
    for (std::size_t i = 0; i < parts; ++i)
        hn::StoreMaskBits(Bytes(), masks[i], bytes + i * lanes / 8);
    std::uint64_t bits = 0;
    std::memcpy(&bits, bytes, sizeof bits);
#if HWY_COMPILER_GCC_ACTUAL && HWY_ARCH_X86_64
    asm("" : "+r"(bits)); // else it reckons on in mask registers, which are slow at that
#endif
    return bits;
}

HWY_INLINE std::uint64_t equal(const Block &block, Vector to)
{
    hn::Mask<Bytes> masks[parts];
    for (std::size_t i = 0; i < parts; ++i)
        masks[i] = hn::Eq(block.part[i], to);
    return bitsOf(masks);
}

HWY_INLINE Vector all(char byte)
{
    return hn::Set(Bytes(), static_cast<std::uint8_t>(byte));
}

/// Each bit: whether the ones up to and with it are an odd number.
HWY_INLINE std::uint64_t parityUpTo(std::uint64_t bits)
{
#if HWY_TARGET <= HWY_SSE4
    const hn::Full128<std::uint64_t> words;
    return hn::GetLane(hn::CLMulLower(hn::Set(words, bits), hn::Set(words, ~std::uint64_t(0))));
#else
    for (int shift = 1; shift < 64; shift *= 2)
        bits ^= bits << shift;
    return bits;
#endif
}

HWY_INLINE int ones(std::uint64_t bits)
{
    return std::popcount(bits);
}

HWY_INLINE std::size_t count(std::uint64_t bits)
{
    return static_cast<std::size_t>(std::popcount(bits));
}

/// All bits up to and with \a bit.
HWY_INLINE std::uint64_t through(int bit)
{
    return ~std::uint64_t(0) >> (63 - bit);
}

/// What is wrong with a pair of neighbouring bytes, by the halves of the first and the high half of the
/// second. Source: Keiser and Lemire 2021, table 6.
struct Utf8Tables {
    static constexpr std::uint8_t tooShort = 1, tooLong = 2, overlong3 = 4, tooLarge = 8, surrogate = 16,
                                  overlong2 = 32, tooLarge1000 = 64, overlong4 = 64, twoContinued = 128;
    static constexpr std::uint8_t carry = tooShort | tooLong | twoContinued;
    static constexpr std::uint8_t large = carry | tooLarge | tooLarge1000;
    static constexpr std::uint8_t second = tooLong | overlong2 | twoContinued;

    alignas(16) static constexpr std::uint8_t firstHigh[16]
        = { tooLong,
            tooLong,
            tooLong,
            tooLong,
            tooLong,
            tooLong,
            tooLong,
            tooLong,
            twoContinued,
            twoContinued,
            twoContinued,
            twoContinued,
            tooShort | overlong2,
            tooShort,
            tooShort | overlong3 | surrogate,
            tooShort | tooLarge | tooLarge1000 | overlong4 };
    alignas(16) static constexpr std::uint8_t firstLow[16] = { carry | overlong3 | overlong2 | overlong4,
                                                               carry | overlong2,
                                                               carry,
                                                               carry,
                                                               carry | tooLarge,
                                                               large,
                                                               large,
                                                               large,
                                                               large,
                                                               large,
                                                               large,
                                                               large,
                                                               large,
                                                               large | surrogate,
                                                               large,
                                                               large };
    alignas(16) static constexpr std::uint8_t secondHigh[16]
        = { tooShort,
            tooShort,
            tooShort,
            tooShort,
            tooShort,
            tooShort,
            tooShort,
            tooShort,
            second | overlong3 | tooLarge1000 | overlong4,
            second | overlong3 | tooLarge,
            second | surrogate | tooLarge,
            second | surrogate | tooLarge,
            tooShort,
            tooShort,
            tooShort,
            tooShort };
};

/// What is wrong with the bytes of one vector at \a bytes, which is \a block; looks at the three in front of
/// it.
HWY_INLINE Vector utf8Errors(const std::uint8_t *bytes, Vector block)
{
    const Bytes d;
    const Vector one = hn::LoadU(d, bytes - 1);
    const Vector two = hn::LoadU(d, bytes - 2);
    const Vector three = hn::LoadU(d, bytes - 3);
    const Vector firstHigh = hn::LoadDup128(d, Utf8Tables::firstHigh);
    const Vector firstLow = hn::LoadDup128(d, Utf8Tables::firstLow);
    const Vector secondHigh = hn::LoadDup128(d, Utf8Tables::secondHigh);
    const Vector pair = hn::And(hn::And(hn::TableLookupBytes(firstHigh, hn::ShiftRight<4>(one)),
                                        hn::TableLookupBytes(firstLow, hn::And(one, hn::Set(d, 0x0F)))),
                                hn::TableLookupBytes(secondHigh, hn::ShiftRight<4>(block)));
    const Vector longer = hn::Or(hn::SaturatedSub(two, hn::Set(d, 0xE0 - 0x80)),
                                 hn::SaturatedSub(three, hn::Set(d, 0xF0 - 0x80)));
    return hn::Xor(hn::And(longer, hn::Set(d, 0x80)), pair);
}

/// The bytes at which it shows that text is no UTF-8; looks at the three in front of \a at too.
HWY_INLINE std::uint64_t notUtf8(const char *at, const Block &block)
{
    const Bytes d;
    const auto *bytes = reinterpret_cast<const std::uint8_t *>(at);
    Vector high = hn::LoadU(d, bytes - 3);
    for (std::size_t i = 0; i < parts; ++i)
        high = hn::Or(high, block.part[i]);
    if (hn::AllTrue(d, hn::Lt(high, hn::Set(d, 0x80))))
        return 0;
    hn::Mask<Bytes> masks[parts];
    for (std::size_t i = 0; i < parts; ++i)
        masks[i] = hn::Ne(utf8Errors(bytes + i * lanes, block.part[i]), hn::Zero(d));
    return bitsOf(masks);
}

HWY_INLINE std::uint64_t membersOf(const ByteSet &set, const Block &block)
{
    alignas(16) constexpr std::uint8_t bits[16] = { 0, 0, 0, 0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 64, 128 };
    const Bytes d;
    const Vector rows = hn::LoadDup128(d, set.rows.data());
    const Vector columns = hn::LoadDup128(d, bits);
    hn::Mask<Bytes> masks[parts];
    for (std::size_t i = 0; i < parts; ++i) {
        const Vector low = hn::TableLookupBytes(rows, hn::And(block.part[i], hn::Set(d, 0x0F)));
        const Vector high = hn::TableLookupBytes(columns, hn::ShiftRight<4>(block.part[i]));
        masks[i] = hn::Ne(hn::And(low, high), hn::Zero(d));
    }
    return bitsOf(masks);
}

/// The structure of 64 bytes, a bit for each. What goes over from block to block is in Carry.
struct Carry {
    std::uint64_t inside = 0; ///< All ones within quotes.
    std::uint64_t closing = 0; ///< 1: the byte before is a closing quote.
    std::uint64_t allowed = 1; ///< 1: a quote may open here.
    std::uint64_t empty = 1; ///< 1: so far nothing is in the record.
};

struct Structure {
    std::uint64_t delimiters = 0; ///< Those that separate.
    std::uint64_t ends = 0; ///< The last byte of a line end that ends a record.
    std::uint64_t dropped = 0; ///< CR in front of an LF that is one of these.
    std::uint64_t blankEnds = 0; ///< Of the ends, those of records without a filled cell.
    std::uint64_t breaks = 0; ///< CR and LF within quotes.
    std::uint64_t inside = 0;
    std::uint64_t doubled = 0; ///< The second of two quotes that stand for one.
    std::uint64_t odd = 0; ///< Quotes and what is beside them that does not fit.
};

struct Needles {
    Vector quote;
    Vector delimiter;
    Vector cr;
    Vector lf;
};

/// CR and LF that end records, of those outside quotes.
HWY_INLINE void findEnds(Structure &found, std::uint64_t cr, std::uint64_t lf, bool lfBehind)
{
    found.ends = lf;
    if (cr != 0) {
        found.dropped = cr & ((lf >> 1) | (std::uint64_t(lfBehind) << 63));
        found.ends |= cr & ~found.dropped;
    }
}

/// A record is blank when from its beginning to its end there is nothing but delimiters and quotes around
/// nothing: adding at the beginning carries through to the end.
HWY_INLINE void findBlanks(Structure &found, std::uint64_t nothing, Carry &carry)
{
    const std::uint64_t begins = (found.ends << 1) | carry.empty;
    const std::uint64_t sum = nothing + (begins & nothing);
    found.blankEnds = found.ends & ((sum & ~nothing) | begins);
    carry.empty = sum < nothing ? 1 : found.ends >> 63;
}

/// \a valid: which bytes count; \a lfBehind: the one behind the block is an LF.
HWY_INLINE Structure structureOf(const Block &block, const Needles &needles, bool quotes, std::uint64_t valid,
                                 bool lfBehind, Carry &carry)
{
    Structure found;
    const std::uint64_t quote = quotes ? equal(block, needles.quote) & valid : 0;
    const std::uint64_t delimiter = equal(block, needles.delimiter) & valid;
    const std::uint64_t cr = equal(block, needles.cr) & valid;
    const std::uint64_t lf = equal(block, needles.lf) & valid;
    const std::uint64_t separator = delimiter | cr | lf;

    if ((quote | carry.inside | carry.closing) == 0) { // most blocks of most files
        found.delimiters = delimiter;
        findEnds(found, cr, lf, lfBehind);
        if ((((found.ends << 1) | carry.empty) & separator) == 0) // no record begins with an empty cell
            carry.empty = found.ends >> 63;
        else
            findBlanks(found, separator & ~found.ends, carry);
        carry.allowed = separator >> 63;
        return found;
    }

    const std::uint64_t inside = parityUpTo(quote) ^ carry.inside;
    const std::uint64_t opening = quote & inside;
    const std::uint64_t closing = quote & ~inside;
    const std::uint64_t behindClosing = (closing << 1) | carry.closing;
    const std::uint64_t separating = separator & ~inside;
    const std::uint64_t allowed = ((separating | closing) << 1) | carry.allowed;
    found.odd = (behindClosing & ~(separator | quote) & valid) | (opening & ~allowed);
    found.inside = inside;
    found.doubled = opening & behindClosing;
    found.delimiters = delimiter & ~inside;
    found.breaks = (cr | lf) & inside;
    findEnds(found, cr & ~inside, lf & ~inside, lfBehind);
    // Most records begin with a letter, or with a quote and then a letter.
    const std::uint64_t begins = (found.ends << 1) | carry.empty;
    const std::uint64_t filled = ~(separator | quote) | (opening & ((inside & ~quote) >> 1));
    if ((begins & ~filled) == 0)
        carry.empty = found.ends >> 63;
    else
        findBlanks(found, (separating | (quote & ~(opening & behindClosing))) & ~found.ends, carry);
    carry.inside = static_cast<std::uint64_t>(static_cast<std::int64_t>(inside) >> 63);
    carry.closing = closing >> 63;
    carry.allowed = (separating | closing) >> 63;
    return found;
}

#endif

} // namespace rowlift::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();
#endif
