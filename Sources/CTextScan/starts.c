#include "ctextscan.h"
#include "kinds.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

static inline uint64_t is_han(const uint8_t *character, const uint64_t *rows) {
    return rows[(character[0] & 0x0F) << 6 | (character[1] & 0x3F)] >> (character[2] & 0x3F) & 1;
}

/// The length of the character of Han that begins at a place, 0 where there is none.
static inline size_t han_length(const uint8_t *bytes, size_t at, size_t count, const uint64_t *rows) {
    const uint8_t lead = bytes[at];
    if (lead < 0xE0) return 0;
    if (lead < 0xF0) return count - at >= 3 && is_han(bytes + at, rows) ? 3 : 0;
    // U+20000 and above are F0 A0 80 80 and above.
    return lead == 0xF0 && count - at >= 4 && bytes[at + 1] >= 0xA0 ? 4 : 0;
}

/// Whether an ASCII character goes on with the token of the one before it.
static inline bool is_joined(uint8_t byte, uint8_t before) {
    if (byte >= 0x80 || before >= 0x80) return false;
    if ((uint8_t)(byte - '0') <= 9) return (uint8_t)(before - '0') <= 9;
    if ((uint8_t)((byte | 0x20) - 'a') <= 25) return (uint8_t)((before | 0x20) - 'a') <= 25;
    switch (byte) {
    case ' ': case '\t': return before == ' ' || before == '\t';
    case '\n': return before == '\r';
    case '#': case '*': case '-': case '\\': case '_': case '`': case '|': return byte == before;
    default: return false;
    }
}

/// The starts in `at..<count`, one by one. `han_end` is where the word of Han that reaches `at` ends, SIZE_MAX without one.
static size_t mark_one_by_one(
    const uint8_t *bytes, size_t at, size_t count, const uint64_t *rows, size_t han_end, uint64_t *starts) {
    size_t found = 0;
    for (size_t word = (at + 63) / 64; word < ctextscan_mask_words(count); word++) starts[word] = 0;
    for (; at < count; at++) {
        const uint8_t byte = bytes[at];
        if ((byte & 0xC0) == 0x80) continue;
        const size_t length = han_length(bytes, at, count, rows);
        const bool goes_on = length > 0 && han_end == at && byte < 0xF0;
        if (length > 0) han_end = at + length;
        if (goes_on || (at > 0 && is_joined(byte, bytes[at - 1]))) continue;
        starts[at / 64] |= (uint64_t)1 << at % 64;
        found++;
    }
    return found;
}

#if defined(__x86_64__)
#define WIDE __attribute__((target("avx2,popcnt")))

// The characters E4 80 80...E9 BF BF are Han but for numerals and U+4DC0...U+4DFF; there are few others. Which characters
// need a look at the rows is told by five tables over half bytes: the low half of the first byte, then low and high halves of
// the second and the third. A character needs one where all five have a bit in common. Characters too many cost time only.

/// Numerals in eight groups, which were chosen so that hardly another character of a notice falls in.
static const uint8_t numerals[5][16] = {
    {0, 0, 0, 0, 0x4E, 0x93, 0x91, 0x20, 0x45, 0xA0, 0, 0, 0, 0, 0, 0},
    {0x04, 0x00, 0x41, 0x10, 0x41, 0x02, 0x00, 0x00, 0x44, 0xA8, 0x08, 0x92, 0x08, 0x41, 0x20, 0x81},
    {0, 0, 0, 0, 0, 0, 0, 0, 0x33, 0xA4, 0x10, 0x5E, 0, 0, 0, 0},
    {0x40, 0x01, 0x80, 0x41, 0x0D, 0x01, 0xA1, 0x04, 0x80, 0x16, 0x00, 0x82, 0x0D, 0x0A, 0x30, 0x1A},
    {0, 0, 0, 0, 0, 0, 0, 0, 0x6D, 0xAA, 0x06, 0xF8, 0, 0, 0, 0}};

/// 01: E2 and E3 with 90 and above, 02: EF A., 04: E3 80 85 and 86, 08: E3 80 A1...BB, 10: E4 B7.
static const uint8_t others[5][16] = {
    {0, 0, 0x01, 0x0D, 0x10, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x02},
    {0x0F, 3, 3, 3, 3, 3, 3, 0x13, 3, 3, 3, 3, 3, 3, 3, 3},
    {0, 0, 0, 0, 0, 0, 0, 0, 0x0C, 0x01, 0x03, 0x11, 0, 0, 0, 0},
    {0x13, 0x1B, 0x1B, 0x1B, 0x1B, 0x1F, 0x1F, 0x1B, 0x1B, 0x1B, 0x1B, 0x1B, 0x13, 0x13, 0x13, 0x13},
    {0, 0, 0, 0, 0, 0, 0, 0, 0x17, 0x13, 0x1B, 0x1B, 0, 0, 0, 0}};

/// Two tables that have a bit in common for the halves of the signs that repeat within a token: # * - \ _ ` |
static const uint8_t signs[2][16] = {
    {0x08, 0, 0, 0x01, 0, 0, 0, 0, 0, 0, 0x01, 0, 0x04, 0x01, 0, 0x02},
    {0, 0, 0x01, 0, 0, 0x06, 0x08, 0x04, 0, 0, 0, 0, 0, 0, 0, 0}};

WIDE static inline __m256i table(const uint8_t *row) {
    return _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)row));
}

WIDE static inline __m256i load(const uint8_t *bytes) { return _mm256_loadu_si256((const __m256i *)bytes); }

WIDE static inline __m256i from(__m256i bytes, int low) {
    return _mm256_cmpeq_epi8(_mm256_max_epu8(bytes, _mm256_set1_epi8((char)low)), bytes);
}

WIDE static inline __m256i is(__m256i bytes, int value) {
    return _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8((char)value));
}

/// FF for the `count` bytes from `low` on.
WIDE static inline __m256i within(__m256i bytes, int low, int count) {
    const __m256i place = _mm256_sub_epi8(bytes, _mm256_set1_epi8((char)low));
    return _mm256_cmpeq_epi8(_mm256_min_epu8(place, _mm256_set1_epi8((char)(count - 1))), place);
}

WIDE static inline uint64_t bits(__m256i low, __m256i high) {
    return (uint32_t)_mm256_movemask_epi8(low) | (uint64_t)(uint32_t)_mm256_movemask_epi8(high) << 32;
}

WIDE static inline __m256i low_halves(__m256i bytes) { return _mm256_and_si256(bytes, _mm256_set1_epi8(0x0F)); }

WIDE static inline __m256i high_halves(__m256i bytes) { return low_halves(_mm256_srli_epi16(bytes, 4)); }

/// FF where the five tables have no bit in common.
WIDE static inline __m256i is_plain(const __m256i tables[5], const __m256i halves[5]) {
    __m256i common = _mm256_shuffle_epi8(tables[0], halves[0]);
    for (int i = 1; i < 5; i++) common = _mm256_and_si256(common, _mm256_shuffle_epi8(tables[i], halves[i]));
    return _mm256_cmpeq_epi8(common, _mm256_setzero_si256());
}

/// Bytes E4...E9, and which of all characters to look up.
struct firsts {
    __m256i usual, looks;
};

WIDE static inline struct firsts firsts(
    const uint8_t *bytes, __m256i first, const __m256i numeral_tables[5], const __m256i other_tables[5]) {
    const __m256i second = load(bytes + 1), third = load(bytes + 2);
    const __m256i halves[5] = {
        low_halves(first), low_halves(second), high_halves(second), low_halves(third), high_halves(third)};
    const __m256i usual = _mm256_andnot_si256(from(first, 0xEA), from(first, 0xE4));
    const __m256i three = _mm256_andnot_si256(from(first, 0xF0), from(first, 0xE0));
    return (struct firsts){
        usual, _mm256_or_si256(
            _mm256_andnot_si256(is_plain(numeral_tables, halves), usual),
            _mm256_andnot_si256(is_plain(other_tables, halves), three))};
}

/// Bits for the ASCII characters of a block that go on with the token of the one before.
__attribute__((noinline)) WIDE static uint64_t joined_ascii(const uint8_t *bytes, uint8_t before, __m256i low, __m256i high) {
    const __m256i space = _mm256_set1_epi8(0x20);
    const __m256i small[2] = {_mm256_or_si256(low, space), _mm256_or_si256(high, space)};
    const uint64_t digits = bits(within(low, '0', 10), within(high, '0', 10));
    const uint64_t letters = bits(within(small[0], 'a', 26), within(small[1], 'a', 26));
    const uint64_t spaces = bits(
        _mm256_or_si256(is(low, ' '), is(low, '\t')), _mm256_or_si256(is(high, ' '), is(high, '\t')));
    const uint64_t returns = bits(is(low, '\r'), is(high, '\r'));
    const __m256i rows[2] = {table(signs[0]), table(signs[1])};
    const __m256i none[2] = {
        is(_mm256_and_si256(_mm256_shuffle_epi8(rows[0], low_halves(low)), _mm256_shuffle_epi8(rows[1], high_halves(low))), 0),
        is(_mm256_and_si256(_mm256_shuffle_epi8(rows[0], low_halves(high)), _mm256_shuffle_epi8(rows[1], high_halves(high))), 0)};
    // The first byte of the block is compared by itself.
    const uint64_t same = bits(
        _mm256_andnot_si256(none[0], _mm256_cmpeq_epi8(low, _mm256_alignr_epi8(low, _mm256_permute2x128_si256(low, low, 8), 15))),
        _mm256_andnot_si256(none[1], _mm256_cmpeq_epi8(high, load(bytes + 31))));
    const uint64_t inner = (digits & digits << 1) | (letters & letters << 1) | (spaces & spaces << 1)
        | (bits(is(low, '\n'), is(high, '\n')) & returns << 1) | same;
    return (inner & ~(uint64_t)1) | is_joined(bytes[0], before);
}

/// By blocks of 64 bytes, as long as two more lie behind; `*at` moves behind them, `*han_end` as in ``mark_one_by_one``.
WIDE static size_t mark_blocks(
    const uint8_t *bytes, size_t *at, size_t count, const uint64_t *rows, size_t *han_end, uint64_t *starts) {
    __m256i numeral_tables[5], other_tables[5];
    for (int i = 0; i < 5; i++) {
        numeral_tables[i] = table(numerals[i]);
        other_tables[i] = table(others[i]);
    }
    size_t found = 0, place = 0;
    // The bytes of Han that reach into the block, the last bit of the block before, and whether it ended in ASCII.
    uint64_t reach = 0, last_han = 0, last_ascii = 0;
    for (; count - place >= 66; place += 64) {
        const __m256i low = load(bytes + place), high = load(bytes + place + 32);
        const struct firsts one = firsts(bytes + place, low, numeral_tables, other_tables);
        const struct firsts two = firsts(bytes + place + 32, high, numeral_tables, other_tables);
        uint64_t leads = bits(one.usual, two.usual);
        for (uint64_t looks = bits(one.looks, two.looks); looks != 0; looks &= looks - 1) {
            const int bit = __builtin_ctzll(looks);
            const uint64_t mask = (uint64_t)1 << bit;
            leads = is_han(bytes + place + bit, rows) ? leads | mask : leads & ~mask;
        }
        const uint64_t ascii = ~bits(low, high);
        const __m256i tail = _mm256_set1_epi8(-64);
        uint64_t joined = bits(_mm256_cmpgt_epi8(tail, low), _mm256_cmpgt_epi8(tail, high));
        uint64_t han = reach | leads | leads << 1 | leads << 2;
        reach = leads >> 62 | leads >> 63;
        uint64_t fours = 0;
        if (!_mm256_testz_si256(_mm256_or_si256(from(low, 0xF0), from(high, 0xF0)), _mm256_set1_epi8(-1))) {
            fours = bits(from(low, 0xF0), from(high, 0xF0));
            for (uint64_t left = fours; left != 0; left &= left - 1) {
                const int bit = __builtin_ctzll(left);
                if (han_length(bytes, place + (size_t)bit, count, rows) == 0) continue;
                han |= (uint64_t)0x0F << bit;
                if (bit > 60) reach |= (uint64_t)0x0F >> (64 - bit);
            }
        }
        joined |= han & (han << 1 | last_han);
        if (ascii & (ascii << 1 | last_ascii)) {
            joined |= joined_ascii(bytes + place, place > 0 ? bytes[place - 1] : 0xFF, low, high);
        }
        // Characters of four bytes always show: who reads them joins them.
        starts[place / 64] = ~joined | fours;
        found += (size_t)__builtin_popcountll(starts[place / 64]);
        last_han = han >> 63;
        last_ascii = ascii >> 63;
    }
    *at = place;
    *han_end = last_han ? place + (size_t)__builtin_popcountll(reach) : SIZE_MAX;
    return found;
}
#endif

size_t ctextscan_starts(const uint8_t *bytes, size_t count, const uint64_t *rows, uint64_t *starts) {
    size_t at = 0, han_end = SIZE_MAX, found = 0;
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2") && count >= 66) {
        found = mark_blocks(bytes, &at, count, rows, &han_end, starts);
    }
#endif
    // The rest may begin inside a character, whose bytes the loop passes over.
    return found + mark_one_by_one(bytes, at, count, rows, han_end, starts);
}
