#include "ctextscan.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

static inline uint64_t is_han(const uint8_t *character, const uint64_t *rows) {
    return rows[(character[0] & 0x0F) << 6 | (character[1] & 0x3F)] >> (character[2] & 0x3F) & 1;
}

static inline void mark(uint64_t *masks, size_t at, unsigned length) {
    const uint64_t bits = ((uint64_t)1 << length) - 1;
    masks[at / 64] |= bits << at % 64;
    if (at % 64 + length > 64) masks[at / 64 + 1] |= bits >> (64 - at % 64);
}

/// The characters that begin in `at..<end`, one by one.
static void mark_characters(
    const uint8_t *bytes, size_t at, size_t end, size_t count, const uint64_t *rows, uint64_t *masks) {
    while (at < end) {
        const uint8_t lead = bytes[at];
        if (lead < 0xE0) {
            at += 1;
        } else if (lead < 0xF0) {
            if (count - at >= 3 && is_han(bytes + at, rows)) mark(masks, at, 3);
            at += 3;
        } else {
            // U+20000 and above are F0 A0 80 80 and above.
            if (lead == 0xF0 && count - at >= 4 && bytes[at + 1] >= 0xA0) mark(masks, at, 4);
            at += 4;
        }
    }
}

#if defined(__x86_64__)
#define WIDE __attribute__((target("avx2")))

// The characters E4 80 80...E9 BF BF are Han but for numerals and U+4DC0...U+4DFF; there are few others. Which characters
// need a look at the rows is told by five tables over half bytes: the low half of the first byte, then low and high halves of
// the second and the third. A character needs one where all five have a bit in common. Characters too many cost time only.

/// Numerals in eight groups, which were chosen so that hardly another character of a notice falls in.
#define NUMERALS { \
    {0, 0, 0, 0, 0x4E, 0x93, 0x91, 0x20, 0x45, 0xA0, 0, 0, 0, 0, 0, 0}, \
    {0x04, 0x00, 0x41, 0x10, 0x41, 0x02, 0x00, 0x00, 0x44, 0xA8, 0x08, 0x92, 0x08, 0x41, 0x20, 0x81}, \
    {0, 0, 0, 0, 0, 0, 0, 0, 0x33, 0xA4, 0x10, 0x5E, 0, 0, 0, 0}, \
    {0x40, 0x01, 0x80, 0x41, 0x0D, 0x01, 0xA1, 0x04, 0x80, 0x16, 0x00, 0x82, 0x0D, 0x0A, 0x30, 0x1A}, \
    {0, 0, 0, 0, 0, 0, 0, 0, 0x6D, 0xAA, 0x06, 0xF8, 0, 0, 0, 0}}

/// 01: E2 and E3 with 90 and above, 02: EF A., 04: E3 80 85 and 86, 08: E3 80 A1...BB, 10: E4 B7.
#define OTHERS { \
    {0, 0, 0x01, 0x0D, 0x10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x02}, \
    {0x0F, 3, 3, 3, 3, 3, 3, 0x13, 3, 3, 3, 3, 3, 3, 3, 3}, \
    {0, 0, 0, 0, 0, 0, 0, 0, 0x0C, 0x01, 0x03, 0x11, 0, 0, 0, 0}, \
    {0x13, 0x1B, 0x1B, 0x1B, 0x1B, 0x1F, 0x1F, 0x1B, 0x1B, 0x1B, 0x1B, 0x1B, 0x13, 0x13, 0x13, 0x13}, \
    {0, 0, 0, 0, 0, 0, 0, 0, 0x17, 0x13, 0x1B, 0x1B, 0, 0, 0, 0}}

static const uint8_t numerals[5][16] = NUMERALS;
static const uint8_t others[5][16] = OTHERS;

WIDE static inline __m256i table(const uint8_t *row) {
    return _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)row));
}

WIDE static inline __m256i load(const uint8_t *bytes) { return _mm256_loadu_si256((const __m256i *)bytes); }

WIDE static inline __m256i from(__m256i bytes, int low) {
    return _mm256_cmpeq_epi8(_mm256_max_epu8(bytes, _mm256_set1_epi8((char)low)), bytes);
}

/// FF where the five tables have no bit in common.
WIDE static inline __m256i is_plain(const __m256i tables[5], const __m256i halves[5]) {
    __m256i common = _mm256_shuffle_epi8(tables[0], halves[0]);
    for (int i = 1; i < 5; i++) common = _mm256_and_si256(common, _mm256_shuffle_epi8(tables[i], halves[i]));
    return _mm256_cmpeq_epi8(common, _mm256_setzero_si256());
}

/// Bits for the first bytes of 32 bytes: `leads` of Han, `looks` of characters to look up, `fours` of four bytes.
struct firsts {
    uint32_t leads, looks, fours;
};

WIDE static inline struct firsts firsts(
    const uint8_t *bytes, const __m256i numeral_tables[5], const __m256i other_tables[5]) {
    const __m256i low = _mm256_set1_epi8(0x0F);
    const __m256i first = load(bytes), second = load(bytes + 1), third = load(bytes + 2);
    const __m256i halves[5] = {
        _mm256_and_si256(first, low), _mm256_and_si256(second, low),
        _mm256_and_si256(_mm256_srli_epi16(second, 4), low), _mm256_and_si256(third, low),
        _mm256_and_si256(_mm256_srli_epi16(third, 4), low)};
    const __m256i fours = from(first, 0xF0);
    const __m256i usual = _mm256_andnot_si256(from(first, 0xEA), from(first, 0xE4));
    const __m256i three = _mm256_andnot_si256(fours, from(first, 0xE0));
    const __m256i looks = _mm256_or_si256(
        _mm256_andnot_si256(is_plain(numeral_tables, halves), usual),
        _mm256_andnot_si256(is_plain(other_tables, halves), three));
    return (struct firsts){
        (uint32_t)_mm256_movemask_epi8(usual), (uint32_t)_mm256_movemask_epi8(looks),
        (uint32_t)_mm256_movemask_epi8(fours)};
}

/// By blocks of 64 bytes, as long as two more lie behind; returns where it stopped.
WIDE static size_t mark_blocks(const uint8_t *bytes, size_t count, const uint64_t *rows, uint64_t *masks) {
    __m256i numeral_tables[5], other_tables[5];
    for (int i = 0; i < 5; i++) {
        numeral_tables[i] = table(numerals[i]);
        other_tables[i] = table(others[i]);
    }
    size_t at = 0;
    for (; count - at >= 66; at += 64) {
        const struct firsts low = firsts(bytes + at, numeral_tables, other_tables);
        const struct firsts high = firsts(bytes + at + 32, numeral_tables, other_tables);
        uint64_t leads = low.leads | (uint64_t)high.leads << 32;
        for (uint64_t looks = low.looks | (uint64_t)high.looks << 32; looks != 0; looks &= looks - 1) {
            const int place = __builtin_ctzll(looks);
            const uint64_t bit = (uint64_t)1 << place;
            leads = is_han(bytes + at + place, rows) ? leads | bit : leads & ~bit;
        }
        for (uint64_t fours = low.fours | (uint64_t)high.fours << 32; fours != 0; fours &= fours - 1) {
            const size_t place = at + (size_t)__builtin_ctzll(fours);
            mark_characters(bytes, place, place + 1, count, rows, masks);
        }
        masks[at / 64] |= leads | leads << 1 | leads << 2;
        masks[at / 64 + 1] |= leads >> 62 | leads >> 63;
    }
    return at;
}
#endif

void ctextscan_han(const uint8_t *bytes, size_t count, const uint64_t *rows, uint64_t *masks) {
    for (size_t i = 0; i < ctextscan_mask_words(count); i++) masks[i] = 0;
    size_t at = 0;
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2") && count >= 66) at = mark_blocks(bytes, count, rows, masks);
#endif
    // The rest may begin inside a character, whose bytes the loop passes over.
    mark_characters(bytes, at, count, count, rows, masks);
}
