#include <string.h>

#include "ctextscan.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

/// Bytes of a literal by sixteen: what is written behind it is overwritten by what follows.
static inline uint8_t *put(uint8_t *target, const char literal[16], size_t length) {
    memcpy(target, literal, 16);
    return target + length;
}

static inline uint8_t *put_number(uint8_t *target, uint32_t number) {
    if (number < 10000) return target + ctextscan_put_short_decimal(number, target);
    if (number >= 100000000) {
        target += ctextscan_put_short_decimal(number / 100000000, target);
        number %= 100000000;
        for (uint32_t unit = 10000000; unit > 0; unit /= 10) *target++ = (uint8_t)('0' + number / unit % 10);
        return target;
    }
    return target + ctextscan_put_decimal(number, target);
}

size_t ctextscan_put_long_range(uint32_t start, uint32_t end, uint32_t line, uint32_t column, uint8_t *target) {
    uint8_t *at = put_number(put(target, "{\"start\":\0\0\0\0\0\0", 9), start);
    at = put_number(put(at, ",\"end\":\0\0\0\0\0\0\0\0", 7), end);
    at = put_number(put(at, ",\"line\":\0\0\0\0\0\0\0", 8), line);
    at = put_number(put(at, ",\"column\":\0\0\0\0\0", 10), column);
    *at++ = '}';
    return (size_t)(at - target);
}

/// Writes `1,2`.
static inline uint8_t *put_pair(uint8_t *target, uint32_t start, uint32_t end) {
    if ((start | end) >= 1u << 26) {
        target = put_number(target, start);
        *target++ = ',';
        return put_number(target, end);
    }
    uint64_t starts, ends;
    ctextscan_offset_digits(start, end, &starts, &ends);
    target = ctextscan_put_digits(starts, 8, target);
    *target++ = ',';
    return ctextscan_put_digits(ends, 8, target);
}

size_t ctextscan_put_pieces(const struct ctextscan_piece *pieces, size_t count, uint8_t *target) {
    uint8_t *at = target;
    for (size_t i = 0; i < count; i++) {
        *at++ = '[';
        at = put_pair(at, pieces[i].start, pieces[i].end);
        memcpy(at, "],", 2);
        at += 2;
    }
    return count > 0 ? (size_t)(at - target) - 1 : 0;
}

#if defined(__x86_64__)
__attribute__((target("avx2"))) static bool put_plain_wide(const uint8_t *source, size_t count, uint8_t *target) {
    const __m256i quote = _mm256_set1_epi8(0x22), backslash = _mm256_set1_epi8(0x5C);
    // The last 32 lie over those before them.
    const __m256i last = _mm256_loadu_si256((const __m256i *)(source + count - 32));
    __m256i least = last;
    __m256i signs = _mm256_or_si256(_mm256_cmpeq_epi8(last, quote), _mm256_cmpeq_epi8(last, backslash));
    for (size_t at = 0; at + 32 < count; at += 32) {
        const __m256i block = _mm256_loadu_si256((const __m256i *)(source + at));
        _mm256_storeu_si256((__m256i *)(target + at), block);
        least = _mm256_min_epu8(least, block);
        signs = _mm256_or_si256(
            signs, _mm256_or_si256(_mm256_cmpeq_epi8(block, quote), _mm256_cmpeq_epi8(block, backslash)));
    }
    _mm256_storeu_si256((__m256i *)(target + count - 32), last);
    const __m256i control = _mm256_cmpeq_epi8(_mm256_min_epu8(least, _mm256_set1_epi8(0x1F)), least);
    return _mm256_movemask_epi8(_mm256_or_si256(signs, control)) == 0;
}
#endif

bool ctextscan_put_long_plain(const uint8_t *source, size_t count, uint8_t *target) {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) return put_plain_wide(source, count, target);
#endif
    return ctextscan_copy_plain(source, target, count) == count;
}

static inline uint8_t *put_escape(uint8_t byte, uint8_t *target) {
    static const uint8_t letters[32] = {['\b'] = 'b', ['\t'] = 't', ['\n'] = 'n', ['\f'] = 'f', ['\r'] = 'r'};
    const uint8_t letter = byte < 0x20 ? letters[byte] : byte;
    if (letter != 0) {
        target[0] = '\\';
        target[1] = letter;
        return target + 2;
    }
    memcpy(target, "\\u00", 4);
    target[4] = (uint8_t)('0' + (byte >> 4));
    target[5] = (uint8_t)"0123456789abcdef"[byte & 0x0F];
    return target + 6;
}

size_t ctextscan_put_escaped(const uint8_t *source, size_t count, uint8_t *target) {
    uint8_t *at = target;
    size_t done = 0;
#if defined(__SSE2__)
    while (count - done >= 32) {
        const __m128i low = _mm_loadu_si128((const __m128i *)(source + done));
        const __m128i high = _mm_loadu_si128((const __m128i *)(source + done + 16));
        _mm_storeu_si128((__m128i *)at, low);
        _mm_storeu_si128((__m128i *)(at + 16), high);
        const uint32_t escapes = ctextscan_escapes(low) | ctextscan_escapes(high) << 16;
        const size_t plain = escapes == 0 ? 32 : (size_t)__builtin_ctz(escapes);
        at += plain;
        done += plain;
        if (escapes != 0) at = put_escape(source[done++], at);
    }
#endif
    for (; done < count; done++) {
        const uint8_t byte = source[done];
        if (byte < 0x20 || byte == 0x22 || byte == 0x5C) {
            at = put_escape(byte, at);
        } else {
            *at++ = byte;
        }
    }
    return (size_t)(at - target);
}
