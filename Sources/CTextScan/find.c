#include "ctextscan.h"

#include <string.h>

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

ptrdiff_t ctextscan_find(const uint8_t *bytes, size_t count, const uint8_t *word, size_t length) {
    if (length == 0 || length > count) return -1;
    if (length == 1) {
        const uint8_t *place = memchr(bytes, word[0], count);
        return place == NULL ? -1 : place - bytes;
    }
    size_t at = 0, last = count - length;
#if defined(__SSE2__)
    // Chinese characters share their first bytes, words hardly their first and last ones.
    const __m128i opening = _mm_set1_epi8((char)word[0]), closing = _mm_set1_epi8((char)word[length - 1]);
    for (; at + 15 <= last; at += 16) {
        __m128i first = _mm_loadu_si128((const __m128i *)(bytes + at));
        __m128i final = _mm_loadu_si128((const __m128i *)(bytes + at + length - 1));
        __m128i both = _mm_and_si128(_mm_cmpeq_epi8(first, opening), _mm_cmpeq_epi8(final, closing));
        for (uint32_t found = (uint32_t)_mm_movemask_epi8(both); found != 0; found &= found - 1) {
            size_t place = at + (size_t)__builtin_ctz(found);
            if (memcmp(bytes + place, word, length) == 0) return (ptrdiff_t)place;
        }
    }
#endif
    for (; at <= last; at++) {
        if (bytes[at] == word[0] && memcmp(bytes + at, word, length) == 0) return (ptrdiff_t)at;
    }
    return -1;
}
