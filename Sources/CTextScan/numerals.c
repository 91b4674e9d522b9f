#include "ctextscan.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

/// The characters that numbers and times are told by, in buckets: a character may be one of them where its three bytes
/// agree with any of a bucket's, byte by byte and half by half. Sorted so that few usual characters do by chance; those
/// kept for compatibility are written by their bytes.
static const char *const buckets[16] = {
    "○⼀⼆⼋肆貮",
    "◯一七三两",
    "⼗柒５",
    "〇万世陆",
    "九伍萬",
    "二佰貳贰",
    "五亿""\xEF\xA7\x93",
    "仟俩""\xEF\xA5\xAB",
    "倆十千卄卅叁參叄",
    "億年幺百",
    "兆半卌捌",
    "兩八六玖",
    "四陸",
    "壹廿拾",
    "翻零",
    "０１２３４６７８９""\xEF\xA5\xB3""\xEF\xA5\xB8""\xEF\xA6\xB2""\xEF\xA7\x91",
};

typedef ctextscan_numeral_table numeral_table;

static inline uint16_t code(const uint8_t *bytes) {
    return (uint16_t)((uint32_t)(bytes[0] & 15) << 12 | (uint32_t)(bytes[1] & 63) << 6 | (uint32_t)(bytes[2] & 63));
}

static inline uint8_t place(uint16_t code) { return (uint8_t)((uint32_t)code * 0x6065 >> 8); }

/// Whether three bytes are one of the characters.
static inline int is_numeral(const uint8_t *bytes, const numeral_table *table) {
    return table->characters[place(code(bytes))] == code(bytes);
}

void ctextscan_make_numeral_table(ctextscan_numeral_table *table) {
    memset(table, 0, sizeof *table);
    for (int bucket = 0; bucket < 16; bucket++) {
        int row = bucket < 8 ? 0 : 3;
        for (const uint8_t *word = (const uint8_t *)buckets[bucket]; *word != 0; word += 3) {
            for (int i = 0; i < 3; i++) {
                table->low[row + i][word[i] & 15] |= (uint8_t)(1 << bucket % 8);
                table->high[row + i][word[i] >> 4] |= (uint8_t)(1 << bucket % 8);
            }
            table->characters[place(code(word))] = code(word);
        }
    }
}

static inline int is_ascii_mark(uint8_t byte) {
    switch (byte) {
    case '!': case '(': case ')': case ',': case '.': case ':': case ';': case '?': return 1;
    default: return 0;
    }
}

/// The same character by character; `bytes` is well-formed or at least safe to read up to `count`.
static void scan_plainly(
    const uint8_t *bytes, size_t start, size_t count, const numeral_table *table, uint64_t *numerals,
    uint64_t *marks) {
    for (size_t at = start; at < count; at++) {
        uint8_t byte = bytes[at];
        uint64_t bit = (uint64_t)1 << (at % 64);
        if (byte < 0x80) {
            if ((uint8_t)(byte - '0') < 10) numerals[at / 64] |= bit;
            if (is_ascii_mark(byte)) marks[at / 64] |= bit;
        } else if (byte >= 0xE2 && count - at > 2) {
            uint8_t second = bytes[at + 1];
            if (byte < 0xF0 && is_numeral(bytes + at, table)) numerals[at / 64] |= bit;
            int is_stop = (byte == 0xE2 || byte == 0xE3) && second == 0x80 && bytes[at + 2] != 0x81;
            if (is_stop || (byte == 0xEF && second == 0xBC)) {
                marks[at / 64] |= bit;
            }
        }
    }
}

#if defined(__x86_64__)
// ! ( ) , . stand in one row of ASCII, : ; ? in the next.
static const uint8_t mark_low[16] = {0, 1, 0, 0, 0, 0, 0, 0, 1, 1, 2, 2, 1, 0, 1, 2};
static const uint8_t mark_high[16] = {0, 0, 1, 2};

/// Those of the bits where a numeral begins: a few rare characters with like bytes are found as well.
static inline uint64_t among(uint64_t candidates, const uint8_t *bytes, const numeral_table *table) {
    uint64_t found = 0;
    for (uint64_t rest = candidates; rest != 0; rest &= rest - 1) {
        uint64_t is = (uint64_t)is_numeral(bytes + __builtin_ctzll(rest), table);
        found |= (rest & -rest) & (0 - is);
    }
    return found;
}

typedef struct {
    uint32_t digits, numerals, marks;
} found_bits;

__attribute__((target("avx2"), always_inline)) static inline __m256i halves_of(
    __m256i block, __m256i low, __m256i high) {
    const __m256i nibble = _mm256_set1_epi8(15);
    __m256i lower = _mm256_shuffle_epi8(low, _mm256_and_si256(block, nibble));
    __m256i upper = _mm256_shuffle_epi8(high, _mm256_and_si256(_mm256_srli_epi16(block, 4), nibble));
    return _mm256_and_si256(lower, upper);
}

__attribute__((target("avx2"), always_inline)) static inline __m256i is(__m256i block, uint8_t byte) {
    return _mm256_cmpeq_epi8(block, _mm256_set1_epi8((char)byte));
}

/// Reads 34 bytes for the 32 that it tells of.
__attribute__((target("avx2"), always_inline)) static inline found_bits scan_block(
    const uint8_t *bytes, const __m256i low[7], const __m256i high[7]) {
    __m256i first = _mm256_loadu_si256((const __m256i *)bytes);
    __m256i second = _mm256_loadu_si256((const __m256i *)(bytes + 1));
    __m256i third = _mm256_loadu_si256((const __m256i *)(bytes + 2));
    __m256i han = _mm256_or_si256(
        _mm256_and_si256(
            _mm256_and_si256(halves_of(first, low[0], high[0]), halves_of(second, low[1], high[1])),
            halves_of(third, low[2], high[2])),
        _mm256_and_si256(
            _mm256_and_si256(halves_of(first, low[3], high[3]), halves_of(second, low[4], high[4])),
            halves_of(third, low[5], high[5])));
    __m256i none = _mm256_cmpeq_epi8(han, _mm256_setzero_si256());
    __m256i digit = _mm256_sub_epi8(first, _mm256_set1_epi8('0'));
    digit = _mm256_cmpeq_epi8(_mm256_min_epu8(digit, _mm256_set1_epi8(9)), digit);
    __m256i plain = _mm256_cmpeq_epi8(halves_of(first, low[6], high[6]), _mm256_setzero_si256());
    __m256i wide = _mm256_or_si256(
        // 、 is too frequent to be looked at for nothing.
        _mm256_andnot_si256(
            is(third, 0x81), _mm256_and_si256(_mm256_or_si256(is(first, 0xE2), is(first, 0xE3)), is(second, 0x80))),
        _mm256_and_si256(is(first, 0xEF), is(second, 0xBC)));
    return (found_bits){
        (uint32_t)_mm256_movemask_epi8(digit), ~(uint32_t)_mm256_movemask_epi8(none),
        ~(uint32_t)_mm256_movemask_epi8(plain) | (uint32_t)_mm256_movemask_epi8(wide)};
}

__attribute__((target("avx2"))) static size_t scan_wide(
    const uint8_t *bytes, size_t count, const numeral_table *table, uint64_t *numerals, uint64_t *marks) {
    __m256i low[7], high[7];
    for (int i = 0; i < 7; i++) {
        const uint8_t *lower = i < 6 ? table->low[i] : mark_low, *upper = i < 6 ? table->high[i] : mark_high;
        low[i] = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)lower));
        high[i] = _mm256_broadcastsi128_si256(_mm_loadu_si128((const __m128i *)upper));
    }
    size_t at = 0;
    for (; count - at >= 66; at += 64) {
        found_bits one = scan_block(bytes + at, low, high), two = scan_block(bytes + at + 32, low, high);
        uint64_t digits = one.digits | (uint64_t)two.digits << 32;
        numerals[at / 64] = digits | among(one.numerals | (uint64_t)two.numerals << 32, bytes + at, table);
        marks[at / 64] = one.marks | (uint64_t)two.marks << 32;
    }
    return at;
}

/// As `scan_block`, for 64 bytes at once; reads 66.
typedef struct {
    uint64_t digits, numerals, marks;
} wide_bits;

#define AVX512 target("avx512f,avx512bw")

__attribute__((AVX512, always_inline)) static inline __m512i lower_of(__m512i block, __m512i low) {
    return _mm512_shuffle_epi8(low, _mm512_and_si512(block, _mm512_set1_epi8(15)));
}

__attribute__((AVX512, always_inline)) static inline __m512i upper_of(__m512i block, __m512i high) {
    return _mm512_shuffle_epi8(high, _mm512_and_si512(_mm512_srli_epi16(block, 4), _mm512_set1_epi8(15)));
}

__attribute__((AVX512, always_inline)) static inline uint64_t are(__m512i block, uint8_t byte) {
    return _mm512_cmpeq_epi8_mask(block, _mm512_set1_epi8((char)byte));
}

/// The buckets of a row of tables that all three bytes are in.
__attribute__((AVX512, always_inline)) static inline __m512i among_rows(
    __m512i first, __m512i second, __m512i third, const __m512i *low, const __m512i *high) {
    __m512i found = _mm512_and_si512(lower_of(first, low[0]), upper_of(first, high[0]));
    found = _mm512_and_si512(found, _mm512_and_si512(lower_of(second, low[1]), upper_of(second, high[1])));
    return _mm512_and_si512(found, _mm512_and_si512(lower_of(third, low[2]), upper_of(third, high[2])));
}

__attribute__((AVX512, always_inline)) static inline wide_bits scan_wide_block(
    const uint8_t *bytes, const __m512i low[7], const __m512i high[7]) {
    __m512i first = _mm512_loadu_si512(bytes);
    __m512i second = _mm512_loadu_si512(bytes + 1);
    __m512i third = _mm512_loadu_si512(bytes + 2);
    __m512i one = among_rows(first, second, third, low, high);
    __m512i other = among_rows(first, second, third, low + 3, high + 3);
    uint64_t wide = (are(first, 0xE2) | are(first, 0xE3)) & are(second, 0x80) & ~are(third, 0x81);
    wide |= are(first, 0xEF) & are(second, 0xBC);
    return (wide_bits){
        _mm512_cmplt_epu8_mask(_mm512_sub_epi8(first, _mm512_set1_epi8('0')), _mm512_set1_epi8(10)),
        _mm512_test_epi8_mask(one, one) | _mm512_test_epi8_mask(other, other),
        wide | _mm512_test_epi8_mask(lower_of(first, low[6]), upper_of(first, high[6]))};
}

__attribute__((AVX512)) static size_t scan_wider(
    const uint8_t *bytes, size_t count, const numeral_table *table, uint64_t *numerals, uint64_t *marks) {
    __m512i low[7], high[7];
    for (int i = 0; i < 7; i++) {
        const uint8_t *lower = i < 6 ? table->low[i] : mark_low, *upper = i < 6 ? table->high[i] : mark_high;
        low[i] = _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)lower));
        high[i] = _mm512_broadcast_i32x4(_mm_loadu_si128((const __m128i *)upper));
    }
    size_t at = 0;
    for (; count - at >= 66; at += 64) {
        wide_bits block = scan_wide_block(bytes + at, low, high);
        numerals[at / 64] = block.digits | among(block.numerals, bytes + at, table);
        marks[at / 64] = block.marks;
    }
    return at;
}
#endif

void ctextscan_numerals(
    const uint8_t *bytes, size_t count, const ctextscan_numeral_table *table, uint64_t *numerals, uint64_t *marks) {
    size_t at = 0;
#if defined(__x86_64__)
    if (count >= 66 && __builtin_cpu_supports("avx512bw")) {
        at = scan_wider(bytes, count, table, numerals, marks);
    } else if (count >= 66 && __builtin_cpu_supports("avx2")) {
        at = scan_wide(bytes, count, table, numerals, marks);
    }
#endif
    for (size_t word = at / 64; word <= count / 64; word++) numerals[word] = marks[word] = 0;
    scan_plainly(bytes, at, count, table, numerals, marks);
}
