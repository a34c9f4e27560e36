#include "app/csv/cell_scan.h"

// What packs the set bits of a mask makes the most of a cut: also for processors with just that.
#define HWY_WANT_AVX3_DL
// Vectors without a size that is known cannot be members.
#define HWY_DISABLED_TARGETS (HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128 | HWY_RVV)
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "app/csv/cell_scan.cpp"
// The first of these compiles the rest of this file once for each kind of processor.
// clang-format off
#include <hwy/foreach_target.h>
#include <hwy/highway.h>
#include "app/csv/processor_kinds.h"
#include "app/csv/structure_inl.h"
// clang-format on

HWY_BEFORE_NAMESPACE();
namespace rowlift::HWY_NAMESPACE {

#if HWY_TARGET == HWY_SCALAR

ScannedRun cutRecordsHere(const char *begin, const char *, const ScanRules &, CutRows &)
{
    return { .next = begin, .odd = true };
}

#else

/// Walks over records block by block. \a IsLate: the bytes are of a single-byte encoding, as they are in the
/// file.
template <bool IsLate>
class Cutter {
public:
    HWY_INLINE Cutter(const char *begin, const ScanRules &rules, CutRows &rows)
        : m_rules(rules)
        , m_needles { all(rules.quote), all(rules.delimiter), all('\r'), all('\n') }
        , m_begin(begin)
        , m_ends(rows.allEnds())
        , m_firsts(rows.allFirsts())
        , m_marks(rows.allMarks())
    {
    }

    bool hasHighBytes() const { return !hn::AllTrue(Bytes(), hn::Lt(m_seen, hn::Set(Bytes(), 0x80))); }

    HWY_INLINE ScannedRun run(const char *end)
    {
        const char *at = m_begin;
        bool good = true;
        for (; good && end - at > 64; at += 64)
            good = take(at, ~std::uint64_t(0), at[64] == '\n');
        if (good && at < end) {
            // A CR at the very end may be followed by an LF: its record waits.
            const auto bytes = static_cast<int>(end - at);
            good = take(at, through(bytes - 1), true, bytes);
        }
        const char *const next = m_begin + std::uint32_t(m_ends[m_firsts[m_rows] - 1] + 1);
        return { .records = m_rows, .blank = m_blank, .next = next, .odd = !good };
    }

private:
    /// False: a record is odd.
    HWY_INLINE bool take(const char *at, std::uint64_t valid, bool lfBehind, int bytes = 64)
    {
        const Block block = load(at);
        if constexpr (IsLate) {
            for (std::size_t i = 0; i < parts; ++i)
                m_seen = hn::Or(m_seen, block.part[i]);
        }
        Structure found = structureOf(block, m_needles, m_rules.quote != '\0', valid, lfBehind, m_carry);
        if (bytes < 64 && at[bytes - 1] == '\r') // nothing is known of the byte behind
            found.ends &= ~(std::uint64_t(1) << (bytes - 1));
        std::uint64_t odd = found.odd | (oddText(at, block) & valid);
        if (m_rules.comment != '\0') {
            odd |= ((found.ends << 1) | m_begins) & equal(block, all(m_rules.comment)) & valid;
            m_begins = found.ends >> 63;
        }
        if (m_rules.escape != '\0')
            odd |= equal(block, all(m_rules.escape)) & valid;
        if (odd != 0)
            found.ends &= through(std::countr_zero(odd)) >> 1;
        const std::uint64_t separators = found.delimiters | found.ends;
        note(separators, static_cast<std::uint32_t>(at - m_begin));
        const bool good = takeRows(found, separators);
        m_count += count(separators);
        return good && odd == 0;
    }

    HWY_INLINE std::uint64_t oddText(const char *at, const Block &block) const
    {
        if constexpr (IsLate) {
            const std::uint64_t bad = m_rules.badBytes->isEmpty ? 0 : membersOf(*m_rules.badBytes, block);
            return bad | equal(block, hn::Zero(Bytes()));
        }
        return m_rules.utf8 ? notUtf8(at, block) | equal(block, hn::Zero(Bytes())) : 0;
    }

#if HWY_TARGET == HWY_AVX3_DL
    /// Where the bits are, sixteen a time.
    HWY_INLINE void note(std::uint64_t bits, std::uint32_t offset)
    {
        const hn::Full512<std::uint32_t> d;
        const hn::Full128<std::uint8_t> packed;
        std::uint32_t *to = m_ends + m_count;
        const auto mask = hn::LoadMaskBits(Bytes(), reinterpret_cast<const std::uint8_t *>(&bits));
        const Vector places = hn::Compress(hn::Iota(Bytes(), 0), mask);
        const auto first = hn::LowerHalf(hn::LowerHalf(places));
        hn::StoreU(hn::Add(hn::PromoteTo(d, first), hn::Set(d, offset)), d, to);
        const std::size_t all = count(bits);
        if (HWY_LIKELY(all <= 16))
            return;
        alignas(64) std::uint8_t bytes[64];
        hn::Store(places, Bytes(), bytes);
        for (std::size_t at = 16; at < all; at += 16)
            hn::StoreU(hn::Add(hn::PromoteTo(d, hn::Load(packed, bytes + at)), hn::Set(d, offset)), d,
                       to + at);
    }
#else
    /// Where the bits are; without a look how many there are, as far as eight a time.
    HWY_INLINE void note(std::uint64_t bits, std::uint32_t offset)
    {
        std::uint32_t *to = m_ends + m_count;
        for (std::size_t left = count(bits);; left -= 8, to += 8) {
            for (int i = 0; i < 8; ++i) {
                std::uint32_t position = offset + static_cast<std::uint32_t>(std::countr_zero(bits));
                bits &= bits - 1;
#if HWY_COMPILER_GCC_ACTUAL && HWY_ARCH_X86_64
                // Else it asks after each whether it was the last, or gathers them in a vector by way of
                // memory.
                asm("" : "+r"(bits), "+r"(position));
#endif
                to[i] = position;
            }
            if (HWY_LIKELY(left <= 8))
                return;
        }
    }
#endif

    HWY_INLINE void add(std::size_t behind, std::uint8_t marks)
    {
        m_marks[m_rows] = marks;
        m_firsts[++m_rows] = static_cast<std::uint32_t>(behind);
    }

    HWY_INLINE bool takeRows(const Structure &found, std::uint64_t separators)
    {
        const bool plain = (found.inside | (found.blankEnds & found.ends) | m_open) == 0;
        if (!plain)
            return takeMarked(found, separators);
        // No end or one is what most blocks have, and nobody foresees which: without a look, then, as if
        // there was one.
        std::uint64_t ends = found.ends;
        m_marks[m_rows] = 0;
        m_firsts[m_rows + 1] = static_cast<std::uint32_t>(m_count + count(separators & (ends ^ (ends - 1))));
        m_rows += ends != 0 ? 1 : 0;
        for (ends &= ends - 1; ends != 0; ends &= ends - 1)
            add(m_count + count(separators & (ends ^ (ends - 1))), 0);
        return true;
    }

    HWY_INLINE bool takeMarked(const Structure &found, std::uint64_t separators)
    {
        Structure left = found;
        for (std::uint64_t ends = found.ends; ends != 0; ends &= ends - 1) {
            const std::uint64_t record = ends ^ (ends - 1); // up to and with the end
            const std::size_t behind = m_count + count(separators & record);
            const bool blank = (found.blankEnds & ends & record) != 0;
            note(left, record);
            if ((m_open & broken) != 0 && !fitsOverLines(behind))
                return false;
            add(behind, static_cast<std::uint8_t>((m_open & ~broken) | (blank ? CutRows::Blank : 0)));
            m_blank += blank ? 1 : 0;
            m_open = 0;
            left.inside &= ~record;
            left.breaks &= ~record;
            left.doubled &= ~record;
        }
        note(left, ~std::uint64_t(0));
        return true;
    }

    HWY_INLINE void note(const Structure &found, std::uint64_t record)
    {
        m_open |= (found.inside & record) != 0 ? CutRows::Quoted : 0;
        m_open |= (found.breaks & record) != 0 ? broken : 0;
        m_open |= (found.doubled & record) != 0 ? CutRows::Doubled : 0;
    }

    bool fitsOverLines(std::size_t behind) const
    {
        return m_rules.cellsOverLines == 0 || behind - m_firsts[m_rows] == m_rules.cellsOverLines;
    }

    static constexpr unsigned broken = 128; ///< There are line breaks within quotes; beside CutRows::Mark.

    const ScanRules &m_rules;
    Needles m_needles;
    Carry m_carry;
    const char *m_begin;
    std::uint32_t *const m_ends;
    std::uint32_t *const m_firsts;
    std::uint8_t *const m_marks;
    std::size_t m_rows = 0;
    std::size_t m_count = 1; ///< Of the ends that were noted.
    std::size_t m_blank = 0;
    std::uint64_t m_begins = 1; ///< 1: a record begins with the block.
    Vector m_seen = hn::Zero(Bytes()); ///< All bytes, one over the other.
    unsigned m_open = 0; ///< Marks of the record that goes on from the block before.
};

ScannedRun cutRecordsHere(const char *begin, const char *end, const ScanRules &rules, CutRows &rows)
{
    if (!rules.badBytes)
        return Cutter<false>(begin, rules, rows).run(end);
    Cutter<true> cutter(begin, rules, rows);
    const ScannedRun run = cutter.run(end);
    rows.setHighBytes(cutter.hasHighBytes());
    return run;
}

#endif

} // namespace rowlift::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace rowlift {

void CutRows::clear(std::size_t bytes)
{
    constexpr std::size_t slack = 64 + 2; // of a block that is noted as a whole
    if (bytes + slack > m_capacity) {
        m_capacity = bytes + slack;
        m_ends = std::make_unique_for_overwrite<std::uint32_t[]>(m_capacity);
        m_firsts = std::make_unique_for_overwrite<std::uint32_t[]>(m_capacity);
        m_marks = std::make_unique_for_overwrite<std::uint8_t[]>(m_capacity);
    }
    m_rows = 0;
    m_hasHighBytes = false;
    m_ends[0] = ~std::uint32_t(0);
    m_firsts[0] = 1;
}

std::vector<CutKind> cutKinds()
{
    std::vector<CutKind> kinds;
#define ROWLIFT_CUT_KIND(space) kinds.push_back({ #space, &space::cutRecordsHere })
#if HWY_ARCH_X86 && (HWY_COMPILER_GCC_ACTUAL || HWY_COMPILER_CLANG)
    __builtin_cpu_init();
#if HWY_TARGETS & HWY_AVX3_DL
    if (hasAvx3Dl())
        ROWLIFT_CUT_KIND(N_AVX3_DL);
#endif
#if HWY_TARGETS & HWY_AVX3
    if (hasAvx3())
        ROWLIFT_CUT_KIND(N_AVX3);
#endif
#if HWY_TARGETS & HWY_AVX2
    if (hasAvx2())
        ROWLIFT_CUT_KIND(N_AVX2);
#endif
#if HWY_TARGETS & HWY_SSE4
    if (hasSse4())
        ROWLIFT_CUT_KIND(N_SSE4);
#endif
#if HWY_TARGETS & HWY_SSSE3
    if (hasSsse3())
        ROWLIFT_CUT_KIND(N_SSSE3);
#endif
#endif
    kinds.push_back({ "static", &HWY_STATIC_DISPATCH(cutRecordsHere) });
#undef ROWLIFT_CUT_KIND
    return kinds;
}

ScannedRun cutRecords(const char *begin, const char *end, const ScanRules &rules, CutRows &rows)
{
    static const CutKind best = cutKinds().front();
    rows.clear(static_cast<std::size_t>(end - begin));
    const ScannedRun run = best.cut(begin, end, rules, rows);
    rows.setRows(run.records);
    return run;
}

} // namespace rowlift
#endif
