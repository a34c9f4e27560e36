#pragma once

#if defined(__SSE2__)
#include <bit>
#include <emmintrin.h>
#endif

namespace rowlift {

/// The first of \a a, \a b, \a c in [\a from, \a end), or \a end. Sixteen bytes a step where the processor
/// can.
inline const char *findAnyOf(const char *from, const char *end, char a, char b, char c)
{
#if defined(__SSE2__)
    const __m128i first = _mm_set1_epi8(a);
    const __m128i second = _mm_set1_epi8(b);
    const __m128i third = _mm_set1_epi8(c);
    for (; end - from >= 16; from += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(from));
        const __m128i hits
            = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(bytes, first), _mm_cmpeq_epi8(bytes, second)),
                           _mm_cmpeq_epi8(bytes, third));
        const auto mask = static_cast<unsigned>(_mm_movemask_epi8(hits));
        if (mask != 0)
            return from + std::countr_zero(mask);
    }
#endif
    while (from != end && *from != a && *from != b && *from != c)
        ++from;
    return from;
}

/// The first of four.
inline const char *findAnyOf(const char *from, const char *end, char a, char b, char c, char d)
{
#if defined(__SSE2__)
    const __m128i first = _mm_set1_epi8(a);
    const __m128i second = _mm_set1_epi8(b);
    const __m128i third = _mm_set1_epi8(c);
    const __m128i fourth = _mm_set1_epi8(d);
    for (; end - from >= 16; from += 16) {
        const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i *>(from));
        const __m128i hits
            = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(bytes, first), _mm_cmpeq_epi8(bytes, second)),
                           _mm_or_si128(_mm_cmpeq_epi8(bytes, third), _mm_cmpeq_epi8(bytes, fourth)));
        const auto mask = static_cast<unsigned>(_mm_movemask_epi8(hits));
        if (mask != 0)
            return from + std::countr_zero(mask);
    }
#endif
    while (from != end && *from != a && *from != b && *from != c && *from != d)
        ++from;
    return from;
}

/// A bit for each of the sixteen bytes from \a from on that is 0x80 or above.
inline unsigned highBytesOf16(const char *from)
{
#if defined(__SSE2__)
    return static_cast<unsigned>(_mm_movemask_epi8(_mm_loadu_si128(reinterpret_cast<const __m128i *>(from))));
#else
    unsigned high = 0;
    for (unsigned i = 0; i < 16; ++i)
        high |= static_cast<unsigned>(static_cast<unsigned char>(from[i]) >> 7) << i;
    return high;
#endif
}

} // namespace rowlift
