#include "ctextscan.h"
#include "kinds.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

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

/// Whether a character of three bytes, which is all there, is Han.
static inline bool is_han(const struct ctextscan_kinds *kinds, const uint8_t *character) {
    return kinds->plain[(character[0] & 0x0F) << 12 | (character[1] & 0x3F) << 6 | (character[2] & 0x3F)] == HAN;
}

/// The starts in `at..<count`, one by one.
static size_t mark_one_by_one(
    const uint8_t *bytes, size_t at, size_t count, const struct ctextscan_kinds *kinds, uint64_t *starts) {
    size_t found = 0;
    bool is_behind_han = false;
    for (size_t word = (at + 63) / 64; word < ctextscan_mask_words(count); word++) starts[word] = 0;
    for (; at < count; at++) {
        const uint8_t byte = bytes[at];
        if ((byte & 0xC0) == 0x80) continue;
        const bool is_word = byte >= 0xE0 && byte < 0xF0 && count - at >= 3 && is_han(kinds, bytes + at);
        const bool goes_on = is_word ? is_behind_han : at > 0 && is_joined(byte, bytes[at - 1]);
        is_behind_han = is_word;
        if (goes_on) continue;
        starts[at / 64] |= (uint64_t)1 << at % 64;
        found++;
    }
    return found;
}

#if defined(__x86_64__)
#define WIDE __attribute__((target("avx2,popcnt")))

// The characters E4 80 80...E9 BF BF are Han but for numerals and U+4DC0...U+4DFF. Which may be numerals is told by five tables
// over half bytes: the low half of the first byte, then low and high halves of the second and the third. A character that
// has a bit in all five begins a token, and so does the one behind it; who reads them joins what is Han after all.

/// Numerals in eight groups, which were chosen so that hardly another character of a notice falls in.
static const uint8_t numerals[5][16] = {
    {0, 0, 0, 0, 0x4E, 0x93, 0x91, 0x20, 0x45, 0xA0, 0, 0, 0, 0, 0, 0},
    {0x04, 0x00, 0x41, 0x10, 0x41, 0x02, 0x00, 0x00, 0x44, 0xA8, 0x08, 0x92, 0x08, 0x41, 0x20, 0x81},
    {0, 0, 0, 0, 0, 0, 0, 0, 0x33, 0xA4, 0x10, 0x5E, 0, 0, 0, 0},
    {0x40, 0x01, 0x80, 0x41, 0x0D, 0x01, 0xA1, 0x04, 0x80, 0x16, 0x00, 0x82, 0x0D, 0x0A, 0x30, 0x1A},
    {0, 0, 0, 0, 0, 0, 0, 0, 0x6D, 0xAA, 0x06, 0xF8, 0, 0, 0, 0}};

/// Two tables that have a bit in common for the halves of the signs that repeat within a token: # * - \ _ ` |
static const uint8_t signs[2][16] = {
    {0x08, 0, 0, 0x01, 0, 0, 0, 0, 0, 0, 0x01, 0, 0x04, 0x01, 0, 0x02},
    {0, 0, 0x01, 0, 0, 0x06, 0x08, 0x04, 0, 0, 0, 0, 0, 0, 0, 0}};

WIDE static inline __m256i table(const uint8_t *row) {
    return _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)row));
}

WIDE static inline __m256i load(const uint8_t *bytes) { return _mm256_loadu_si256((const __m256i *)bytes); }

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

/// FF for the first bytes of Han, but for those that may be numerals.
WIDE static inline __m256i is_plain_han(const uint8_t *bytes, __m256i first, const __m256i tables[5]) {
    const __m256i second = load(bytes + 1), third = load(bytes + 2);
    const __m256i halves[5] = {
        low_halves(first), low_halves(second), high_halves(second), low_halves(third), high_halves(third)};
    __m256i common = _mm256_shuffle_epi8(tables[0], halves[0]);
    for (int i = 1; i < 5; i++) common = _mm256_and_si256(common, _mm256_shuffle_epi8(tables[i], halves[i]));
    const __m256i is_symbol = _mm256_and_si256(is(first, 0xE4), is(second, 0xB7));
    return _mm256_andnot_si256(is_symbol, _mm256_and_si256(within(first, 0xE4, 6), is(common, 0)));
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

/// By blocks of 64 bytes, as long as two more lie behind; `*at` moves behind them.
WIDE static size_t mark_blocks(const uint8_t *bytes, size_t *at, size_t count, uint64_t *starts) {
    __m256i tables[5];
    for (int i = 0; i < 5; i++) tables[i] = table(numerals[i]);
    size_t found = 0, place = 0;
    // The characters that may go on with Han of the block before, and whether that ended in ASCII.
    uint64_t last_han = 0, last_ascii = 0;
    for (; count - place >= 66; place += 64) {
        const __m256i low = load(bytes + place), high = load(bytes + place + 32), tail = _mm256_set1_epi8(-64);
        const uint64_t ascii = ~bits(low, high);
        const uint64_t han = bits(
            is_plain_han(bytes + place, low, tables), is_plain_han(bytes + place + 32, high, tables));
        uint64_t joined = bits(_mm256_cmpgt_epi8(tail, low), _mm256_cmpgt_epi8(tail, high));
        joined |= han & (han << 3 | last_han);
        if (ascii & (ascii << 1 | last_ascii)) {
            joined |= joined_ascii(bytes + place, place > 0 ? bytes[place - 1] : 0xFF, low, high);
        }
        starts[place / 64] = ~joined;
        found += (size_t)__builtin_popcountll(~joined);
        last_han = han >> 61;
        last_ascii = ascii >> 63;
    }
    *at = place;
    return found;
}

// The same by vectors of 64 bytes.

#define WIDER __attribute__((target("avx512f,avx512bw,popcnt")))

WIDER static inline __m512i wider_table(const uint8_t *row) {
    return _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)row));
}

WIDER static inline uint64_t are(__m512i bytes, int value) {
    return _mm512_cmpeq_epi8_mask(bytes, _mm512_set1_epi8((char)value));
}

/// The bytes that are one of the `count` from `low` on.
WIDER static inline uint64_t are_within(__m512i bytes, int low, int count) {
    return _mm512_cmplt_epu8_mask(_mm512_sub_epi8(bytes, _mm512_set1_epi8((char)low)), _mm512_set1_epi8((char)count));
}

WIDER static inline __m512i by_low_halves(__m512i row, __m512i bytes) {
    return _mm512_shuffle_epi8(row, _mm512_and_si512(bytes, _mm512_set1_epi8(0x0F)));
}

WIDER static inline __m512i by_high_halves(__m512i row, __m512i bytes) {
    return by_low_halves(row, _mm512_srli_epi16(bytes, 4));
}

WIDER static inline uint64_t are_plain_han(const uint8_t *bytes, __m512i first, const __m512i tables[5]) {
    const __m512i second = _mm512_loadu_si512(bytes + 1), third = _mm512_loadu_si512(bytes + 2);
    __m512i common = _mm512_and_si512(by_low_halves(tables[0], first), by_low_halves(tables[1], second));
    common = _mm512_and_si512(common, by_high_halves(tables[2], second));
    common = _mm512_and_si512(common, _mm512_and_si512(by_low_halves(tables[3], third), by_high_halves(tables[4], third)));
    return are_within(first, 0xE4, 6) & _mm512_testn_epi8_mask(common, common) & ~(are(first, 0xE4) & are(second, 0xB7));
}

__attribute__((noinline)) WIDER static uint64_t joined_ascii_wider(const uint8_t *bytes, uint8_t before) {
    const __m512i block = _mm512_loadu_si512(bytes);
    const __m512i small = _mm512_or_si512(block, _mm512_set1_epi8(0x20));
    const uint64_t digits = are_within(block, '0', 10), letters = are_within(small, 'a', 26);
    const uint64_t spaces = are(block, ' ') | are(block, '\t');
    const __m512i sign = _mm512_and_si512(
        by_low_halves(wider_table(signs[0]), block), by_high_halves(wider_table(signs[1]), block));
    // The first byte of the block is compared by itself.
    const __m512i last = _mm512_alignr_epi8(block, _mm512_alignr_epi32(block, block, 12), 15);
    const uint64_t same = _mm512_mask_cmpeq_epi8_mask(_mm512_test_epi8_mask(sign, sign), block, last);
    const uint64_t inner = (digits & digits << 1) | (letters & letters << 1) | (spaces & spaces << 1)
        | (are(block, '\n') & are(block, '\r') << 1) | same;
    return (inner & ~(uint64_t)1) | is_joined(bytes[0], before);
}

WIDER static size_t mark_blocks_wider(const uint8_t *bytes, size_t *at, size_t count, uint64_t *starts) {
    __m512i tables[5];
    for (int i = 0; i < 5; i++) tables[i] = wider_table(numerals[i]);
    size_t found = 0, place = 0;
    uint64_t last_han = 0, last_ascii = 0;
    for (; count - place >= 66; place += 64) {
        const __m512i block = _mm512_loadu_si512(bytes + place);
        const uint64_t ascii = ~_mm512_movepi8_mask(block);
        const uint64_t han = are_plain_han(bytes + place, block, tables);
        uint64_t joined = _mm512_cmplt_epi8_mask(block, _mm512_set1_epi8(-64)) | (han & (han << 3 | last_han));
        if (ascii & (ascii << 1 | last_ascii)) {
            joined |= joined_ascii_wider(bytes + place, place > 0 ? bytes[place - 1] : 0xFF);
        }
        starts[place / 64] = ~joined;
        found += (size_t)__builtin_popcountll(~joined);
        last_han = han >> 61;
        last_ascii = ascii >> 63;
    }
    *at = place;
    return found;
}
#endif

size_t ctextscan_starts(
    const uint8_t *bytes, size_t count, const struct ctextscan_kinds *kinds, uint64_t *starts) {
    size_t at = 0, found = 0;
#if defined(__x86_64__)
    if (count >= 66 && __builtin_cpu_supports("avx512bw")) {
        found = mark_blocks_wider(bytes, &at, count, starts);
    } else if (count >= 66 && __builtin_cpu_supports("avx2")) {
        found = mark_blocks(bytes, &at, count, starts);
    }
#endif
    // The rest may begin inside a character, whose bytes the loop passes over.
    return found + mark_one_by_one(bytes, at, count, kinds, starts);
}
