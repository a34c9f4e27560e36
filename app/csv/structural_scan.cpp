#include "app/csv/structural_scan.h"

#include "app/csv/utf8.h"

// Vectors without a size that is known cannot be members.
#define HWY_DISABLED_TARGETS (HWY_SVE | HWY_SVE2 | HWY_SVE_256 | HWY_SVE2_128 | HWY_RVV)
#undef HWY_TARGET_INCLUDE
#define HWY_TARGET_INCLUDE "app/csv/structural_scan.cpp"
// The first of these compiles the rest of this file once for each kind of processor.
// clang-format off
#include <hwy/foreach_target.h>
#include <hwy/highway.h>
#include "app/csv/processor_kinds.h"
#include "app/csv/structure_inl.h"
// clang-format on

#include <string_view>

HWY_BEFORE_NAMESPACE();
namespace rowlift::HWY_NAMESPACE {

#if HWY_TARGET == HWY_SCALAR

// A processor without vectors has no use for any of this: each record is looked at for itself.
ScannedRun scanRecordsHere(const char *begin, const char *, const ScanRules &)
{
    return { .next = begin, .odd = true };
}

ScannedRun scanAndCopyHere(const char *begin, const char *, const ScanRules &, char *out)
{
    return { .next = begin, .out = out, .odd = true };
}

bool looksQuotedHere(const char *, const char *, const ScanRules &)
{
    return false;
}

bool isPlainUtf8Here(const char *begin, const char *end)
{
    const std::string_view text(begin, static_cast<std::size_t>(end - begin));
    return isPlainAscii(text);
}

#else

/// What a walk has to do beside counting; each costs something.
struct Copying {
    static constexpr bool copies = true, looksAtText = true, knowsWidths = false;
};
struct Judging {
    static constexpr bool copies = false, looksAtText = true, knowsWidths = true;
};
struct Counting {
    static constexpr bool copies = false, looksAtText = false, knowsWidths = false;
};

/// Walks over records block by block.
template <typename Task>
class Scanner {
public:
    HWY_INLINE Scanner(const char *begin, const ScanRules &rules, char *out)
        : m_rules(rules)
        , m_needles { all(rules.quote), all(rules.delimiter), all('\r'), all('\n') }
        , m_out(out)
        , m_run { .next = begin, .out = out }
    {
    }

    HWY_INLINE ScannedRun run(const char *begin, const char *end)
    {
        walk(begin, end);
        settle();
        return m_run;
    }

private:
    HWY_INLINE void walk(const char *begin, const char *end)
    {
        const char *at = begin;
        for (; end - at > 64; at += 64) {
            if (!take(at, ~std::uint64_t(0), at[64] == '\n'))
                return;
        }
        if (at < end) {
            // A CR at the very end may be followed by an LF: its record waits.
            const auto bytes = static_cast<int>(end - at);
            take(at, through(bytes - 1), true, bytes);
        }
    }

    HWY_INLINE void settle()
    {
        if (m_lastEnds != 0)
            m_run.next = m_lastAt + 64 - std::countl_zero(m_lastEnds);
        m_lastEnds = 0;
    }

    /// False: a record is odd.
    HWY_INLINE bool take(const char *at, std::uint64_t valid, bool lfBehind, int bytes = 64)
    {
        const Block block = load(at);
        Structure found = structureOf(block, m_needles, m_rules.quote != '\0', valid, lfBehind, m_carry);
        if (bytes < 64) { // nothing is known of the byte behind
            const std::uint64_t lastByte = std::uint64_t(1) << (bytes - 1);
            if (at[bytes - 1] == '\r')
                found.ends &= ~lastByte;
        }
        std::uint64_t odd = found.odd;
        if constexpr (Task::looksAtText)
            odd |= oddText(at, block) & valid;
        if constexpr (Task::copies)
            odd |= needsQuotes(block, found) & valid;
        if (m_rules.comment != '\0') {
            odd |= ((found.ends << 1) | m_begins) & equal(block, all(m_rules.comment)) & valid;
            m_begins = found.ends >> 63;
        }
        if (odd != 0)
            found.ends &= through(std::countr_zero(odd)) >> 1;
        const bool each = Task::knowsWidths || (found.breaks | m_breaks) != 0
            || (m_rules.blankIsOdd && (found.blankEnds & found.ends) != 0);
        if (each)
            settle();
        const bool good = each ? takeEach(at, found) : takeAll(at, found);
        if constexpr (Task::copies)
            write(at, block, found);
        m_run.odd = !good || odd != 0;
        return !m_run.odd;
    }

    HWY_INLINE std::uint64_t oddText(const char *at, const Block &block) const
    {
        if (m_rules.utf8)
            return notUtf8(at, block) | equal(block, hn::Zero(Bytes()));
        if (!m_rules.badBytes)
            return 0;
        const std::uint64_t bad = m_rules.badBytes->isEmpty ? 0 : membersOf(*m_rules.badBytes, block);
        return bad | equal(block, hn::Zero(Bytes()));
    }

    HWY_INLINE bool takeAll(const char *at, const Structure &found)
    {
        m_run.records += count(found.ends);
        m_run.blank += count(found.blankEnds & found.ends);
        m_lastEnds = found.ends != 0 ? found.ends : m_lastEnds;
        m_lastAt = found.ends != 0 ? at : m_lastAt;
        return true;
    }

    /// The cells of the record from m_run.next to \a end, which has no odd quotes.
    std::size_t cellsUpTo(const char *end) const
    {
        Carry carry;
        std::size_t delimiters = 0;
        for (const char *at = m_run.next; at < end; at += 64) {
            const auto bytes = static_cast<int>(end - at < 64 ? end - at : 64);
            delimiters
                += count(structureOf(load(at), m_needles, true, through(bytes - 1), false, carry).delimiters);
        }
        return delimiters + 1;
    }

    /// Record for record. Leaves those ends that were taken. False: one of them is odd.
    HWY_INLINE bool takeEach(const char *at, Structure &found)
    {
        std::uint64_t delimiters = found.delimiters;
        std::uint64_t breaks = found.breaks;
        for (std::uint64_t ends = found.ends; ends != 0; ends &= ends - 1) {
            const std::uint64_t record = ends ^ (ends - 1); // up to and with the end
            const char *const next = at + std::countr_zero(ends) + 1;
            const std::size_t cells = Task::knowsWidths ? m_delimiters + count(delimiters & record) + 1 : 0;
            const bool blank = (found.blankEnds & ends & record) != 0;
            if (((m_breaks | (breaks & record)) != 0 && !fitsOverLines(cells, next)) || !fits(cells, blank)) {
                found.ends &= record >> 1;
                return false;
            }
            ++m_run.records;
            m_run.blank += blank ? 1 : 0;
            m_run.next = next;
            m_delimiters = 0;
            m_breaks = 0;
            delimiters &= ~record;
            breaks &= ~record;
        }
        if constexpr (Task::knowsWidths)
            m_delimiters += count(delimiters);
        m_breaks |= breaks;
        return true;
    }

    HWY_INLINE bool fits(std::size_t cells, bool blank) const
    {
        if (blank && !m_rules.blankIsOdd)
            return true;
        return !blank && (!Task::knowsWidths || m_rules.cells == 0 || cells == m_rules.cells);
    }

    HWY_INLINE bool fitsOverLines(std::size_t cells, const char *next) const
    {
        if (m_rules.cellsOverLines == 0)
            return true;
        return m_rules.cellsOverLines == (Task::knowsWidths ? cells : cellsUpTo(next));
    }

    /// What a plain cell must not have in standard CSV, and quotes that are none there.
    HWY_INLINE std::uint64_t needsQuotes(const Block &block, const Structure &found) const
    {
        std::uint64_t odd = 0;
        if (m_rules.delimiter != ',')
            odd |= equal(block, all(',')) & ~found.inside;
        if (m_rules.quote != '"')
            odd |= equal(block, all('"'));
        if (m_rules.quote != '\0' && m_rules.quote != '"')
            odd |= equal(block, m_needles.quote);
        return odd;
    }

    HWY_INLINE void write(const char *at, Block block, const Structure &found)
    {
        const std::uint64_t lineFeeds = found.ends & equal(block, m_needles.cr);
        const bool changed = m_rules.delimiter != ',' || lineFeeds != 0;
        if (m_rules.delimiter != ',')
            put(block, found.delimiters, ',');
        if (lineFeeds != 0)
            put(block, lineFeeds, '\n');
        store(block, m_out);
        if (found.dropped == 0) {
            if (found.ends != 0)
                m_run.out = m_out + (64 - std::countl_zero(found.ends));
            m_out += 64;
            return;
        }
        char copy[64];
        const char *from = at;
        if (changed) {
            store(block, copy);
            from = copy;
        }
        int passed = 0;
        for (std::uint64_t dropped = found.dropped; dropped != 0; dropped &= dropped - 1) {
            const int here = std::countr_zero(dropped);
            m_out += here - passed;
            passed = here + 1;
            std::memcpy(m_out, from + passed, static_cast<std::size_t>(64 - passed));
        }
        const int last = 63 - std::countl_zero(found.dropped);
        m_out += 63 - last;
        if (found.ends != 0) {
            const int end = 63 - std::countl_zero(found.ends);
            m_run.out = m_out - (63 - end) + ones(found.dropped & ~through(end));
        }
    }

    HWY_INLINE void put(Block &block, std::uint64_t where, char byte)
    {
        alignas(8) std::uint8_t bits[8 + 8] = {};
        std::memcpy(bits, &where, sizeof where);
        for (std::size_t i = 0; i < parts; ++i) {
            const auto mask = hn::LoadMaskBits(Bytes(), bits + i * lanes / 8);
            block.part[i] = hn::IfThenElse(mask, all(byte), block.part[i]);
        }
    }

    const ScanRules &m_rules;
    Needles m_needles;
    Carry m_carry;
    std::size_t m_delimiters = 0; ///< Since the beginning of the record.
    const char *m_lastAt = nullptr; ///< The block with the last end that m_run.next does not know of.
    std::uint64_t m_lastEnds = 0;
    std::uint64_t m_begins = 1; ///< 1: a record begins with the block.
    std::uint64_t m_breaks = 0; ///< There are line breaks within its quotes.
    char *m_out;
    ScannedRun m_run;
};

ScannedRun scanRecordsHere(const char *begin, const char *end, const ScanRules &rules)
{
    return rules.cells == 0 && !rules.utf8 && !rules.badBytes
        ? Scanner<Counting>(begin, rules, nullptr).run(begin, end)
        : Scanner<Judging>(begin, rules, nullptr).run(begin, end);
}

ScannedRun scanAndCopyHere(const char *begin, const char *end, const ScanRules &rules, char *out)
{
    return Scanner<Copying>(begin, rules, out).run(begin, end);
}

/// Where the first quote stands that does not fit, when \a begin is within quotes or not.
const char *firstOddQuote(const char *begin, const char *end, const ScanRules &rules, bool quoted)
{
    const Needles needles { all(rules.quote), all(rules.delimiter), all('\r'), all('\n') };
    Carry carry { .inside = quoted ? ~std::uint64_t(0) : 0 };
    for (const char *at = begin; end - at > 64; at += 64) {
        const Structure found
            = structureOf(load(at), needles, true, ~std::uint64_t(0), at[64] == '\n', carry);
        if (found.odd != 0)
            return at + std::countr_zero(found.odd);
    }
    return end;
}

bool looksQuotedHere(const char *begin, const char *end, const ScanRules &rules)
{
    if (rules.quote == '\0')
        return false;
    return firstOddQuote(begin, end, rules, false) < firstOddQuote(begin, end, rules, true);
}

bool isPlainUtf8Here(const char *begin, const char *end)
{
    // Whether there are letters beyond ASCII is asked for so many bytes at once that the answer is mostly the
    // same, be it yes or no.
    constexpr std::ptrdiff_t stretch = 256;
    const Bytes d;
    const Vector zero = hn::Zero(d);
    const char *at = begin;
    for (; end - at >= stretch; at += stretch) {
        const auto *bytes = reinterpret_cast<const std::uint8_t *>(at);
        Vector high = hn::LoadU(d, bytes - 3);
        Vector least = hn::Set(d, 0xFF);
        for (std::size_t i = 0; i < stretch; i += lanes) {
            const Vector some = hn::LoadU(d, bytes + i);
            high = hn::Or(high, some);
            least = hn::Min(least, some);
        }
        if (!hn::AllFalse(d, hn::Eq(least, zero)))
            return false;
        if (hn::AllTrue(d, hn::Lt(high, hn::Set(d, 0x80))))
            continue;
        Vector errors = zero;
        for (std::size_t i = 0; i < stretch; i += lanes)
            errors = hn::Or(errors, utf8Errors(bytes + i, hn::LoadU(d, bytes + i)));
        if (!hn::AllTrue(d, hn::Eq(errors, zero)))
            return false;
    }
    for (; at < end; at += 64) {
        const std::uint64_t valid
            = end - at < 64 ? through(static_cast<int>(end - at) - 1) : ~std::uint64_t(0);
        const Block block = load(at);
        if (((notUtf8(at, block) | equal(block, zero)) & valid) != 0)
            return false;
    }
    return true;
}

#endif

} // namespace rowlift::HWY_NAMESPACE
HWY_AFTER_NAMESPACE();

#if HWY_ONCE
namespace rowlift {

std::vector<ScanKind> scanKinds()
{
    std::vector<ScanKind> kinds;
#define ROWLIFT_SCAN_KIND(space)                                                                             \
    kinds.push_back({ #space, &space::scanRecordsHere, &space::scanAndCopyHere, &space::looksQuotedHere,     \
                      &space::isPlainUtf8Here })
#if HWY_ARCH_X86 && (HWY_COMPILER_GCC_ACTUAL || HWY_COMPILER_CLANG)
    __builtin_cpu_init();
#if HWY_TARGETS & HWY_AVX3
    if (hasAvx3())
        ROWLIFT_SCAN_KIND(N_AVX3);
#endif
#if HWY_TARGETS & HWY_AVX2
    if (hasAvx2())
        ROWLIFT_SCAN_KIND(N_AVX2);
#endif
#if HWY_TARGETS & HWY_SSE4
    if (hasSse4())
        ROWLIFT_SCAN_KIND(N_SSE4);
#endif
#if HWY_TARGETS & HWY_SSSE3
    if (hasSsse3())
        ROWLIFT_SCAN_KIND(N_SSSE3);
#endif
#endif
    kinds.push_back({ "static", &HWY_STATIC_DISPATCH(scanRecordsHere), &HWY_STATIC_DISPATCH(scanAndCopyHere),
                      &HWY_STATIC_DISPATCH(looksQuotedHere), &HWY_STATIC_DISPATCH(isPlainUtf8Here) });
#undef ROWLIFT_SCAN_KIND
    return kinds;
}

namespace {

const ScanKind &bestKind()
{
    static const ScanKind best = scanKinds().front();
    return best;
}

} // namespace

ScannedRun scanRecords(const char *begin, const char *end, const ScanRules &rules)
{
    return bestKind().scan(begin, end, rules);
}

ScannedRun scanAndCopy(const char *begin, const char *end, const ScanRules &rules, char *out)
{
    return bestKind().scanAndCopy(begin, end, rules, out);
}

bool looksQuotedAt(const char *begin, const char *end, const ScanRules &rules)
{
    return bestKind().looksQuoted(begin, end, rules);
}

bool isPlainUtf8(const char *begin, const char *end)
{
    return bestKind().isPlainUtf8(begin, end);
}

void ByteSet::add(std::uint8_t byte)
{
    rows[byte & 0x0F] = static_cast<std::uint8_t>(rows[byte & 0x0F] | (1u << ((byte >> 4) - 8)));
    isEmpty = false;
}

bool ByteSet::contains(std::uint8_t byte) const
{
    return byte >= 0x80 && ((rows[byte & 0x0F] >> ((byte >> 4) - 8)) & 1) != 0;
}

} // namespace rowlift
#endif
