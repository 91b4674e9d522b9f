#include "ctextscan.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

/// One where a block is not plain; adds the number of its NUL bytes.
///
/// Each byte is held against the two before it, without jumps, so that the compiler makes vectors of it.
static inline int is_odd(const uint8_t *block, size_t *nul_count) {
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

static inline size_t characters(const uint8_t *bytes, size_t count) {
    uint8_t continuations = 0;
    for (size_t i = 0; i < count; i++) continuations += (bytes[i] & 0xC0) == 0x80;
    return count - continuations;
}

static inline uint64_t line_ends(const uint8_t *bytes, size_t count) {
    uint64_t mask = 0;
    for (size_t i = 0; i < count; i++) mask |= (uint64_t)((bytes[i] == 0x0A) | (bytes[i] == 0x0D)) << i;
    return mask;
}

/// Writes the line starts behind the ends of a mask that begins at `at`; returns how many.
static inline size_t write_starts(
    uint64_t mask, const uint8_t *bytes, size_t at, size_t count, uint32_t *line_starts) {
    size_t lines = 0;
    for (; mask != 0; mask &= mask - 1) {
        size_t behind = at + (size_t)__builtin_ctzll(mask) + 1;
        // CR LF is one line end: the LF is it.
        if (bytes[behind - 1] == 0x0D && behind < count && bytes[behind] == 0x0A) continue;
        line_starts[lines++] = (uint32_t)behind;
    }
    return lines;
}

#if defined(__x86_64__)
// The same with vectors, for processors that have wide ones.

#define WIDE __attribute__((target("avx2,popcnt")))

WIDE static inline __m256i load(const uint8_t *bytes) { return _mm256_loadu_si256((const __m256i *)bytes); }

/// FF where a byte is not below `low`.
WIDE static inline __m256i from(__m256i bytes, int low) {
    return _mm256_cmpeq_epi8(_mm256_max_epu8(bytes, _mm256_set1_epi8((char)low)), bytes);
}

WIDE static inline __m256i is(__m256i bytes, int value) {
    return _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8((char)value));
}

WIDE static inline uint32_t bits(__m256i bytes) { return (uint32_t)_mm256_movemask_epi8(bytes); }

/// FF where a byte continues a character: 80...BF are the lowest signed ones.
WIDE static inline __m256i continues(__m256i bytes) { return _mm256_cmpgt_epi8(_mm256_set1_epi8(-64), bytes); }

WIDE static inline __m256i wrong(const uint8_t *block, __m256i *nul) {
    const __m256i bytes = load(block);
    const __m256i expected = _mm256_or_si256(from(load(block - 1), 0xC0), from(load(block - 2), 0xE0));
    const __m256i overlong = is(_mm256_and_si256(bytes, _mm256_set1_epi8((char)0xFE)), 0xC0);
    const __m256i special = _mm256_or_si256(
        _mm256_or_si256(is(bytes, 0xE0), is(bytes, 0xED)), _mm256_or_si256(from(bytes, 0xF0), overlong));
    *nul = is(bytes, 0);
    return _mm256_or_si256(_mm256_xor_si256(continues(bytes), expected), special);
}

WIDE static size_t plain_blocks_wide(const uint8_t *bytes, size_t at, size_t count, size_t *nul_count) {
    for (; count - at >= CTEXTSCAN_BLOCK; at += CTEXTSCAN_BLOCK) {
        __m256i nul[2];
        const __m256i first = wrong(bytes + at, &nul[0]), second = wrong(bytes + at + 32, &nul[1]);
        const __m256i any = _mm256_or_si256(first, second);
        if (!_mm256_testz_si256(any, any)) break;
        const __m256i zeros = _mm256_or_si256(nul[0], nul[1]);
        if (!_mm256_testz_si256(zeros, zeros)) {
            *nul_count += (size_t)(__builtin_popcount(bits(nul[0])) + __builtin_popcount(bits(nul[1])));
        }
    }
    return at;
}

/// The same by vectors of 64 bytes.
__attribute__((target("avx512f,avx512bw,popcnt"))) static size_t plain_blocks_wider(
    const uint8_t *bytes, size_t at, size_t count, size_t *nul_count) {
    const __m512i two = _mm512_set1_epi8((char)0xC0), three = _mm512_set1_epi8((char)0xE0);
    for (; count - at >= CTEXTSCAN_BLOCK; at += CTEXTSCAN_BLOCK) {
        const __m512i block = _mm512_loadu_si512(bytes + at);
        const uint64_t expected = _mm512_cmpge_epu8_mask(_mm512_loadu_si512(bytes + at - 1), two)
            | _mm512_cmpge_epu8_mask(_mm512_loadu_si512(bytes + at - 2), three);
        const uint64_t special = _mm512_cmpeq_epi8_mask(block, three)
            | _mm512_cmpeq_epi8_mask(block, _mm512_set1_epi8((char)0xED))
            | _mm512_cmpge_epu8_mask(block, _mm512_set1_epi8((char)0xF0))
            | _mm512_cmpeq_epi8_mask(_mm512_and_si512(block, _mm512_set1_epi8((char)0xFE)), two);
        if ((_mm512_cmplt_epi8_mask(block, two) ^ expected) | special) break;
        *nul_count += (size_t)__builtin_popcountll(_mm512_testn_epi8_mask(block, block));
    }
    return at;
}

/// Adds to four sums how many bytes of both vectors are FF; all others are zero.
WIDE static inline __m256i count(__m256i sums, __m256i low, __m256i high) {
    const __m256i none = _mm256_setzero_si256();
    return _mm256_add_epi64(sums, _mm256_sad_epu8(_mm256_sub_epi8(none, _mm256_add_epi8(low, high)), none));
}

WIDE static inline size_t total(__m256i sums) {
    const __m128i halves = _mm_add_epi64(_mm256_castsi256_si128(sums), _mm256_extracti128_si256(sums, 1));
    return (size_t)_mm_cvtsi128_si64(_mm_add_epi64(halves, _mm_unpackhi_epi64(halves, halves)));
}

WIDE static inline __m256i ends_line(__m256i bytes) { return _mm256_or_si256(is(bytes, 0x0A), is(bytes, 0x0D)); }

WIDE static size_t lines_wide(
    const uint8_t *bytes, size_t start, size_t end, size_t byte_count, uint32_t *line_starts, size_t *line_count) {
    size_t lines = 0, at = start;
    __m256i continuations = _mm256_setzero_si256();
    for (; end - at >= 64; at += 64) {
        const __m256i low = load(bytes + at), high = load(bytes + at + 32);
        const uint64_t ends = bits(ends_line(low)) | (uint64_t)bits(ends_line(high)) << 32;
        lines += write_starts(ends, bytes, at, byte_count, line_starts + lines);
        continuations = count(continuations, continues(low), continues(high));
    }
    size_t found = at - start - total(continuations);
    if (at < end) {
        lines += write_starts(line_ends(bytes + at, end - at), bytes, at, byte_count, line_starts + lines);
        found += characters(bytes + at, end - at);
    }
    *line_count = lines;
    return found;
}

WIDE static size_t line_bound_wide(const uint8_t *bytes, size_t byte_count) {
    size_t at = 0;
    __m256i found = _mm256_setzero_si256();
    for (; byte_count - at >= 64; at += 64) {
        found = count(found, ends_line(load(bytes + at)), ends_line(load(bytes + at + 32)));
    }
    return total(found) + (size_t)__builtin_popcountll(line_ends(bytes + at, byte_count - at));
}
#endif

size_t ctextscan_plain_utf8(const uint8_t *bytes, size_t start, size_t count, size_t *nul_count) {
    if (start < 2) return start;
#if defined(__x86_64__)
    size_t at = __builtin_cpu_supports("avx512bw") ? plain_blocks_wider(bytes, start, count, nul_count)
        : __builtin_cpu_supports("avx2")           ? plain_blocks_wide(bytes, start, count, nul_count)
                                                   : plain_blocks(bytes, start, count, nul_count);
#else
    size_t at = plain_blocks(bytes, start, count, nul_count);
#endif
    // The last block may end inside a character.
    if (at > start && bytes[at - 1] >= 0xC0) return at - 1;
    if (at > start && bytes[at - 2] >= 0xE0) return at - 2;
    return at;
}

size_t ctextscan_line_bound(const uint8_t *bytes, size_t count) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) return line_bound_wide(bytes, count);
#endif
    size_t found = 0;
    for (size_t i = 0; i < count; i++) found += (bytes[i] == 0x0A) | (bytes[i] == 0x0D);
    return found;
}

size_t ctextscan_lines(
    const uint8_t *bytes, size_t start, size_t end, size_t count, uint32_t *line_starts, size_t *line_count) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) return lines_wide(bytes, start, end, count, line_starts, line_count);
#endif
    size_t lines = 0, found = 0;
    for (size_t at = start; at < end; at += 64) {
        size_t length = end - at < 64 ? end - at : 64;
        lines += write_starts(line_ends(bytes + at, length), bytes, at, count, line_starts + lines);
        found += characters(bytes + at, length);
    }
    *line_count = lines;
    return found;
}

ptrdiff_t ctextscan_first(const uint8_t *bytes, size_t count, uint8_t byte) {
    const uint8_t *found = count > 0 ? memchr(bytes, byte, count) : NULL;
    return found == NULL ? -1 : found - bytes;
}
