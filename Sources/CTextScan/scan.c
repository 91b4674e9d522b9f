#include "ctextscan.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

/// One where a block is not plain; adds the number of its NUL bytes.
///
/// Each byte is held against the two before it, without jumps, so that the compiler makes vectors of it.
static inline __attribute__((always_inline)) int is_odd(const uint8_t *block, size_t *nul_count) {
    uint8_t wrong = 0, nul = 0;
    for (int i = 0; i < CTEXTSCAN_BLOCK; i++) {
        uint8_t byte = block[i];
        uint8_t continues = (byte & 0xC0) == 0x80;
        uint8_t expected = (block[i - 1] >= 0xC0) | (block[i - 2] >= 0xE0);
        uint8_t special = (byte == 0xE0) | (byte == 0xED) | (byte >= 0xF0) | ((byte & 0xFE) == 0xC0);
        wrong |= (continues ^ expected) | special;
        nul += byte == 0;
    }
    if (!wrong) *nul_count += nul;
    return wrong;
}

static size_t plain_blocks(const uint8_t *bytes, size_t at, size_t count, size_t *nul_count) {
    for (; count - at >= CTEXTSCAN_BLOCK; at += CTEXTSCAN_BLOCK) {
        if (is_odd(bytes + at, nul_count)) break;
    }
    return at;
}

#if defined(__x86_64__)
/// The same with vectors twice as wide, for processors that have them.
__attribute__((target("avx2"))) static size_t plain_blocks_wide(
    const uint8_t *bytes, size_t at, size_t count, size_t *nul_count) {
    for (; count - at >= CTEXTSCAN_BLOCK; at += CTEXTSCAN_BLOCK) {
        if (is_odd(bytes + at, nul_count)) break;
    }
    return at;
}
#endif

size_t ctextscan_plain_utf8(const uint8_t *bytes, size_t start, size_t count, size_t *nul_count) {
    if (start < 2) return start;
#if defined(__x86_64__)
    size_t at = __builtin_cpu_supports("avx2") ? plain_blocks_wide(bytes, start, count, nul_count)
                                               : plain_blocks(bytes, start, count, nul_count);
#else
    size_t at = plain_blocks(bytes, start, count, nul_count);
#endif
    // The last block may end inside a character.
    if (at > start && bytes[at - 1] >= 0xC0) return at - 1;
    if (at > start && bytes[at - 2] >= 0xE0) return at - 2;
    return at;
}

/// A bit for every LF and CR among 64 bytes.
static inline uint64_t line_ends(const uint8_t *bytes) {
    uint64_t mask = 0;
#if defined(__SSE2__)
    const __m128i lf = _mm_set1_epi8(0x0A), cr = _mm_set1_epi8(0x0D);
    for (int i = 0; i < 4; i++) {
        __m128i block = _mm_loadu_si128((const __m128i *)(bytes + 16 * i));
        __m128i found = _mm_or_si128(_mm_cmpeq_epi8(block, lf), _mm_cmpeq_epi8(block, cr));
        mask |= (uint64_t)(uint32_t)_mm_movemask_epi8(found) << (16 * i);
    }
#else
    uint8_t any = 0;
    for (int i = 0; i < 64; i++) any |= (bytes[i] == 0x0A) | (bytes[i] == 0x0D);
    if (!any) return 0;
    for (int i = 0; i < 64; i++) mask |= (uint64_t)((bytes[i] == 0x0A) | (bytes[i] == 0x0D)) << i;
#endif
    return mask;
}

static inline size_t characters(const uint8_t *bytes, size_t count) {
    uint8_t continuations = 0;
    for (size_t i = 0; i < count; i++) continuations += (bytes[i] & 0xC0) == 0x80;
    return count - continuations;
}

size_t ctextscan_lines(
    const uint8_t *bytes, size_t start, size_t end, size_t count, uint32_t *line_starts, size_t *line_count) {
    size_t lines = 0, found = 0, at = start;
    while (at < end) {
        uint64_t mask = 0;
        size_t length = CTEXTSCAN_BLOCK;
        if (end - at >= CTEXTSCAN_BLOCK) {
            mask = line_ends(bytes + at);
            found += characters(bytes + at, CTEXTSCAN_BLOCK);
        } else {
            length = end - at;
            for (size_t i = 0; i < length; i++) {
                mask |= (uint64_t)((bytes[at + i] == 0x0A) | (bytes[at + i] == 0x0D)) << i;
            }
            found += characters(bytes + at, length);
        }
        for (; mask != 0; mask &= mask - 1) {
            size_t behind = at + (size_t)__builtin_ctzll(mask) + 1;
            // CR LF is one line end: the LF is it.
            if (bytes[behind - 1] == 0x0D && behind < count && bytes[behind] == 0x0A) continue;
            line_starts[lines++] = (uint32_t)behind;
        }
        at += length;
    }
    *line_count = lines;
    return found;
}
