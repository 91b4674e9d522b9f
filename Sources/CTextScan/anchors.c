#include "ctextscan.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

// The places of a text at which a duty may be said. They are rare: blocks of 64 bytes are held against what they may begin
// with, all bytes at once, and only what is left is looked at one by one.

/// The three bytes of a character, the first one highest; 0 where there are not so many.
static inline uint32_t wide(const uint8_t *bytes, size_t at, size_t count) {
    if (count - at < 3) return 0;
    return (uint32_t)bytes[at] << 16 | (uint32_t)bytes[at + 1] << 8 | bytes[at + 2];
}

/// What the character at a place begins, or -1.
static inline int anchor(const uint8_t *bytes, size_t at, size_t count) {
    switch (bytes[at]) {
    case 0x28: case 0x5B: return CTEXTSCAN_OPEN;
    case 0x29: case 0x5D: return CTEXTSCAN_CLOSE;
    case 0x3A: return CTEXTSCAN_COLON;
    default: break;
    }
    uint32_t second = count - at >= 6 ? wide(bytes, at + 3, count) : 0;
    switch (wide(bytes, at, count)) {
    case 0xEFBC88: case 0xE38094: case 0xE38090: return CTEXTSCAN_OPEN;  // （〔【
    case 0xEFBC89: case 0xE38095: case 0xE38091: return CTEXTSCAN_CLOSE;  // ）〕】
    case 0xEFBC9A: return CTEXTSCAN_COLON;  // ：
    case 0xE789B5: case 0xE789BD:  // 牵, 牽 and 头, 頭
        return second == 0xE5A4B4 || second == 0xE9A0AD ? CTEXTSCAN_LEAD : -1;
    case 0xE4BC9A: case 0xE69C83:  // 会, 會 and 同
        return second == 0xE5908C ? CTEXTSCAN_WITH : -1;
    case 0xE8B49F: case 0xE8B2A0:  // 负, 負 and 责, 責
        return second == 0xE8B4A3 || second == 0xE8B2AC ? CTEXTSCAN_RESPONSIBLE : -1;
    case 0xE4BD8D: case 0xE997A8: case 0xE99680:  // 位, 门, 門 and 为, 為
        return second == 0xE4B8BA || second == 0xE782BA ? CTEXTSCAN_STATED : -1;
    default: return -1;
    }
}

/// Writes what the bits of a mask stand for.
static inline size_t take(
    uint64_t mask, const uint8_t *bytes, size_t at, size_t count, uint64_t *anchors, size_t found) {
    for (; mask != 0; mask &= mask - 1) {
        size_t place = at + (size_t)__builtin_ctzll(mask);
        int kind = anchor(bytes, place, count);
        if (kind >= 0) anchors[found++] = (uint64_t)place << 8 | (uint64_t)kind;
    }
    return found;
}

/// A bit for each of at most 64 bytes that may begin something.
static inline uint64_t candidates(const uint8_t *bytes, size_t length) {
    uint64_t mask = 0;
    for (size_t i = 0; i < length; i++) {
        uint8_t byte = bytes[i];
        uint64_t may = (byte & 0xFE) == 0x28 || byte == 0x3A || byte == 0x5B || byte == 0x5D || byte == 0xEF
            || byte == 0xE3 || byte == 0xE4 || (byte & 0xFE) == 0xE6 || (byte & 0xFE) == 0xE8;
        mask |= may << i;
    }
    return mask;
}

#if defined(__x86_64__)
/// The first four bytes of a place, the first one lowest.
static inline uint32_t little(const uint8_t *bytes) {
    return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

/// What an anchor begins with, for a look-up without jumps; characters have their first byte lowest.
struct beginning {
    uint32_t key;
    /// The character behind it, in both ways of writing, and 0 under a mask of 0 where any may stand.
    uint32_t mask, second, variant;
    uint8_t kind;
};

/// No two of the characters below have one place; found by trying.
#define SLOT(key) (((uint32_t)(key) * UINT32_C(0xB3EB6339)) >> 27)
#define ALONE(key, kind) [SLOT(key)] = {key, 0, 0, 0, kind}
#define VERB(key, second, variant, kind) [SLOT(key)] = {key, 0xFFFFFF, second, variant, kind}

static const struct beginning beginnings[32] = {
    ALONE(0x28, CTEXTSCAN_OPEN), ALONE(0x5B, CTEXTSCAN_OPEN), ALONE(0x29, CTEXTSCAN_CLOSE),
    ALONE(0x5D, CTEXTSCAN_CLOSE), ALONE(0x3A, CTEXTSCAN_COLON),
    ALONE(0x88BCEF, CTEXTSCAN_OPEN), ALONE(0x9480E3, CTEXTSCAN_OPEN), ALONE(0x9080E3, CTEXTSCAN_OPEN),  // （〔【
    ALONE(0x89BCEF, CTEXTSCAN_CLOSE), ALONE(0x9580E3, CTEXTSCAN_CLOSE), ALONE(0x9180E3, CTEXTSCAN_CLOSE),  // ）〕】
    ALONE(0x9ABCEF, CTEXTSCAN_COLON),  // ：
    VERB(0xB589E7, 0xB4A4E5, 0xADA0E9, CTEXTSCAN_LEAD), VERB(0xBD89E7, 0xB4A4E5, 0xADA0E9, CTEXTSCAN_LEAD),
    VERB(0x9ABCE4, 0x8C90E5, 0x8C90E5, CTEXTSCAN_WITH), VERB(0x839CE6, 0x8C90E5, 0x8C90E5, CTEXTSCAN_WITH),
    VERB(0x9FB4E8, 0xA3B4E8, 0xACB2E8, CTEXTSCAN_RESPONSIBLE),
    VERB(0xA0B2E8, 0xA3B4E8, 0xACB2E8, CTEXTSCAN_RESPONSIBLE),
    VERB(0x8DBDE4, 0xBAB8E4, 0xBA82E7, CTEXTSCAN_STATED), VERB(0xA897E9, 0xBAB8E4, 0xBA82E7, CTEXTSCAN_STATED),
    VERB(0x8096E9, 0xBAB8E4, 0xBA82E7, CTEXTSCAN_STATED),
};

/// For each byte the bits that both of its halves have in two tables.
__attribute__((target("avx2"))) static inline __m256i classes(__m256i bytes, __m256i low, __m256i high) {
    const __m256i nibble = _mm256_set1_epi8(0x0F);
    __m256i upper = _mm256_and_si256(_mm256_srli_epi16(bytes, 4), nibble);
    return _mm256_and_si256(
        _mm256_shuffle_epi8(low, _mm256_and_si256(bytes, nibble)), _mm256_shuffle_epi8(high, upper));
}

#define TABLE(...) _mm256_setr_epi8(__VA_ARGS__, __VA_ARGS__)

/// A bit for each of 64 bytes that may begin something; three bytes behind them are looked at, too.
///
/// A wide character is told by its second and third byte, each of which is in one of eight sets: BC with 88, 89, 9A; 80 with
/// 90, 91, 94, 95; 89 with B5, BD; B4 with 9F; B2 with A0; 9C with 83; BD with 8D; 96, 97 with 80, A8. The last two are of
/// frequent characters, which count only where 为 or 為 may follow: E4 to E7.
__attribute__((target("avx2"))) static inline uint64_t candidates_wide(const uint8_t *bytes) {
    const __m256i narrow_low = TABLE(0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 2, 4, 0, 4, 0, 0);
    const __m256i narrow_high = TABLE(0, 0, 1, 2, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    const __m256i second_low = TABLE(2, 0, 16, 0, 8, 0, -128, -128, 0, 4, 0, 0, 33, 64, 0, 0);
    const __m256i second_high = TABLE(0, 0, 0, 0, 0, 0, 0, 0, 6, 32 - 128, 0, 25 + 64, 0, 0, 0, 0);
    const __m256i third_low = TABLE(18 - 128, 2, 0, 32, 2, 6, 0, 0, 1 - 128, 1, 1, 0, 0, 4 + 64, 0, 8);
    const __m256i third_high = TABLE(0, 0, 0, 0, 0, 0, 0, 0, 33 + 64 - 128, 11, 16 - 128, 4, 0, 0, 0, 0);
    uint64_t mask = 0;
    for (int i = 0; i < 64; i += 32) {
        __m256i first = _mm256_loadu_si256((const __m256i *)(bytes + i));
        __m256i second = _mm256_loadu_si256((const __m256i *)(bytes + i + 1));
        __m256i third = _mm256_loadu_si256((const __m256i *)(bytes + i + 2));
        __m256i wide = _mm256_and_si256(
            classes(second, second_low, second_high), classes(third, third_low, third_high));
        __m256i fourth = _mm256_loadu_si256((const __m256i *)(bytes + i + 3));
        __m256i said = _mm256_cmpeq_epi8(_mm256_and_si256(fourth, _mm256_set1_epi8((char)0xFC)), _mm256_set1_epi8((char)0xE4));
        wide = _mm256_and_si256(wide, _mm256_or_si256(said, _mm256_set1_epi8(0x3F)));
        __m256i any = _mm256_or_si256(wide, classes(first, narrow_low, narrow_high));
        __m256i none = _mm256_cmpeq_epi8(any, _mm256_setzero_si256());
        mask |= (uint64_t)(uint32_t)~_mm256_movemask_epi8(none) << i;
    }
    return mask;
}

/// The same with exact sets, which 64 bytes hold: no character but those looked for is left, save for the second of a verb.
__attribute__((target("avx512f,avx512bw,avx512vbmi"))) static inline uint64_t candidates_exact(const uint8_t *bytes) {
    // Bits: EF BC with 88, 89, 9A; E3 80 with 90, 91, 94, 95; E7 89 with B5, BD; E8 B4 9F; E8 B2 A0; E4 BC 9A; E6 9C 83;
    // and one for E4 BD 8D, E9 97 A8, E9 96 80, which count only before E4 to E7.
    static const uint8_t firsts[64] = {
        [0x2F] = 1, [0x23] = 2, [0x27] = 4, [0x28] = 8 | 16, [0x24] = 32 | 128, [0x26] = 64,
        [0x29] = 128};
    static const uint8_t seconds[64] = {
        [0x3C] = 1 | 32, [0x00] = 2, [0x09] = 4, [0x34] = 8, [0x32] = 16, [0x1C] = 64, [0x3D] = 128,
        [0x16] = 128, [0x17] = 128};
    static const uint8_t thirds[64] = {
        [0x08] = 1, [0x09] = 1, [0x1A] = 1 | 32, [0x10] = 2, [0x11] = 2, [0x14] = 2, [0x15] = 2, [0x35] = 4,
        [0x3D] = 4, [0x1F] = 8, [0x20] = 16, [0x03] = 64, [0x0D] = 128, [0x28] = 128, [0x00] = 128};
    const __m512i first = _mm512_loadu_si512(bytes);
    const __m512i second = _mm512_loadu_si512(bytes + 1);
    const __m512i third = _mm512_loadu_si512(bytes + 2);
    const __m512i both = _mm512_and_si512(
        _mm512_permutexvar_epi8(second, _mm512_loadu_si512(seconds)),
        _mm512_permutexvar_epi8(third, _mm512_loadu_si512(thirds)));
    const __mmask64 is_wide = _mm512_cmpge_epu8_mask(first, _mm512_set1_epi8((char)0xE0));
    const __m512i fourth = _mm512_and_si512(_mm512_loadu_si512(bytes + 3), _mm512_set1_epi8((char)0xFC));
    const __mmask64 said = _mm512_cmpeq_epi8_mask(fourth, _mm512_set1_epi8((char)0xE4))
        | ~_mm512_movepi8_mask(both);
    const __mmask64 wide = said & _mm512_mask_test_epi8_mask(
        is_wide, both, _mm512_permutexvar_epi8(first, _mm512_loadu_si512(firsts)));
    const __m512i pair = _mm512_and_si512(first, _mm512_set1_epi8((char)0xFE));
    return wide | _mm512_cmpeq_epi8_mask(pair, _mm512_set1_epi8(0x28))
        | _mm512_cmpeq_epi8_mask(first, _mm512_set1_epi8(0x3A)) | _mm512_cmpeq_epi8_mask(first, _mm512_set1_epi8(0x5B))
        | _mm512_cmpeq_epi8_mask(first, _mm512_set1_epi8(0x5D));
}

/// Bytes behind a block that are looked at with it: a character and the one behind it.
#define BEHIND 8

/// Writes the places of a mask; most have two at most, which are written whether they are there or not.
static inline __attribute__((always_inline)) size_t put(uint64_t mask, size_t block, uint64_t *places, size_t count) {
    for (int i = 0; i < 2; i++) {
        places[count] = block + (size_t)__builtin_ctzll(mask | UINT64_C(1) << 63);
        count += mask != 0;
        mask &= mask - 1;
    }
    for (; mask != 0; mask &= mask - 1) places[count++] = block + (size_t)__builtin_ctzll(mask);
    return count;
}

/// Whether a whole block, and room for what it may hold, is left.
static inline int is_block(size_t block, size_t count, size_t places, size_t capacity) {
    return count - block >= CTEXTSCAN_BLOCK + BEHIND && capacity - places >= CTEXTSCAN_BLOCK;
}

__attribute__((target("avx2,bmi"))) static size_t places_wide(
    const uint8_t *bytes, size_t *at, size_t count, uint64_t *places, size_t capacity) {
    size_t found = 0;
    for (; is_block(*at, count, found, capacity); *at += CTEXTSCAN_BLOCK) {
        found = put(candidates_wide(bytes + *at), *at, places, found);
    }
    return found;
}

__attribute__((target("avx512f,avx512bw,avx512vbmi,bmi"))) static size_t places_exact(
    const uint8_t *bytes, size_t *at, size_t count, uint64_t *places, size_t capacity) {
    size_t found = 0;
    for (; is_block(*at, count, found, capacity); *at += CTEXTSCAN_BLOCK) {
        found = put(candidates_exact(bytes + *at), *at, places, found);
    }
    return found;
}

/// Finds anchors in two steps: the places first, then what they are. Nearly each jump over them would be guessed wrong,
/// because one block has none and the next has two.
static size_t whole_blocks(const uint8_t *bytes, size_t *at, size_t count, uint64_t *anchors, size_t capacity) {
    size_t places = 0;
    if (__builtin_cpu_supports("avx512vbmi") && __builtin_cpu_supports("bmi")) {
        places = places_exact(bytes, at, count, anchors, capacity);
    } else if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi")) {
        places = places_wide(bytes, at, count, anchors, capacity);
    }
    size_t found = 0;
    for (size_t i = 0; i < places; i++) {
        const size_t place = anchors[i];
        const uint8_t *here = bytes + place;
        const uint32_t key = little(here) & (here[0] < 0x80 ? 0xFF : 0xFFFFFF);
        const struct beginning *known = &beginnings[SLOT(key)];
        const uint32_t next = little(here + 3) & known->mask;
        anchors[found] = (uint64_t)place << 8 | known->kind;
        found += (key == known->key) & ((next == known->second) | (next == known->variant));
    }
    return found;
}
#endif

size_t ctextscan_anchors(const uint8_t *bytes, size_t *at, size_t count, uint64_t *anchors, size_t capacity) {
    size_t found = 0;
#if defined(__x86_64__)
    found = whole_blocks(bytes, at, count, anchors, capacity);
#endif
    while (*at < count && capacity - found >= CTEXTSCAN_BLOCK) {
        size_t length = count - *at < CTEXTSCAN_BLOCK ? count - *at : CTEXTSCAN_BLOCK;
        found = take(candidates(bytes + *at, length), bytes, *at, count, anchors, found);
        *at += length;
    }
    return found;
}
