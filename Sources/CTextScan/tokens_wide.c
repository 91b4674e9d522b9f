#include "tokens.h"

#if defined(__x86_64__)
#include <immintrin.h>

#include "cdigest.h"
#include "cdigest_rounds.h"

#define WIDE __attribute__((target("avx2,bmi,popcnt")))

/// Places where tokens begin, with the kind and the first byte of each.
struct places {
    uint32_t at[CTEXTSCAN_TOKENS + 16];
    /// From the sixteenth on; what stands before the first is ``ODD``.
    uint8_t kinds[CTEXTSCAN_TOKENS + 32];
    uint8_t leads[CTEXTSCAN_TOKENS + 16];
};

/// Writes the places of bits from `state->at` on down, by whole words, as long as there is room; returns how many.
WIDE static size_t find_places(const struct ctextscan_tokenizer *state, uint32_t *places) {
    size_t found = 0, word = state->at / 64;
    uint64_t left = state->starts[word] & ~(uint64_t)0 << state->at % 64;
    while (true) {
        const uint32_t base = (uint32_t)word * 64;
        const size_t count = (size_t)__builtin_popcountll(left);
        // A dozen always: how many there are cannot be foreseen.
        for (size_t i = 0; i < 12; i++, left &= left - 1) places[found + i] = base + (uint32_t)_tzcnt_u64(left);
        for (size_t i = 12; i < count; i++, left &= left - 1) places[found + i] = base + (uint32_t)_tzcnt_u64(left);
        found += count;
        if (++word * 64 >= state->count || found + 64 > CTEXTSCAN_TOKENS) return found;
        left = state->starts[word];
    }
}

static const uint8_t bit_numbers[64] = {
    0,  1,  2,  3,  4,  5,  6,  7,  8,  9,  10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31,
    32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 61, 62, 63};

/// The same for processors that pack bytes by the bits of a mask.
__attribute__((target("avx512f,avx512bw,avx512vbmi2,popcnt"))) static size_t pack_places(
    const struct ctextscan_tokenizer *state, uint32_t *places) {
    const __m512i numbers = _mm512_loadu_si512(bit_numbers);
    size_t found = 0, word = state->at / 64;
    uint64_t left = state->starts[word] & ~(uint64_t)0 << state->at % 64;
    while (true) {
        const __m512i base = _mm512_set1_epi32((int)(word * 64));
        const size_t count = (size_t)__builtin_popcountll(left);
        __m512i packed = _mm512_maskz_compress_epi8(left, numbers);
        for (size_t i = 0; i < count; i += 16, packed = _mm512_alignr_epi64(packed, packed, 2)) {
            _mm512_storeu_si512(
                places + found + i, _mm512_add_epi32(base, _mm512_cvtepu8_epi32(_mm512_castsi512_si128(packed))));
        }
        found += count;
        if (++word * 64 >= state->count || found + 64 > CTEXTSCAN_TOKENS) return found;
        left = state->starts[word];
    }
}

/// The places that are left so far, and the kind of the last of them, with ``JOINS``.
struct kept {
    size_t count;
    uint32_t kind;
};

/// Looks the kind of a place up, and drops the place if its character goes on with the token before.
///
/// Four bytes are read there.
__attribute__((always_inline)) WIDE static inline struct kept take_place(
    const struct ctextscan_kinds *restrict kinds, const uint8_t *restrict bytes, struct places *restrict places, size_t place,
    struct kept kept) {
    uint8_t *const found = places->kinds + 16;
    const uint32_t at = places->at[place];
    uint32_t character;
    memcpy(&character, bytes + at, 4);
    const uint32_t lead = character & 0xFF;
    const uint32_t wide = kinds->rows[character & 0x3F0F] + (character >> 16 & 0x3F);
    const uint32_t kind = kinds->cells[(uint8_t)(lead - 0xE0) < 0x10 ? wide : lead];
    // 年 and the like are Han, too.
    const uint32_t joins = kind == YEAR || kind == ORDINAL ? HAN | JOINS : kind;
    if (__builtin_expect(joins == kept.kind && joins & JOINS, 0)) {
        // A token of both widths is measured by itself.
        if ((places->leads[kept.count - 1] ^ lead) & 0x80) found[kept.count - 1] = ODD;
        return kept;
    }
    places->at[kept.count] = at;
    places->leads[kept.count] = (uint8_t)lead;
    found[kept.count] = (uint8_t)kind;
    return (struct kept){kept.count + 1, joins};
}

/// Takes eight places, and a block into the digest: what either waits for is time for the other.
__attribute__((target("avx2,bmi,popcnt,sha"))) static size_t find_kinds_and_digest(
    const struct ctextscan_kinds *restrict kinds, const uint8_t *restrict bytes, struct places *restrict places, size_t count,
    struct cdigest_sha256_state *restrict digest, struct kept *kept) {
    struct kept so_far = *kept;
    size_t place = 0;
    // As the instructions of the digest want it.
    _mm256_zeroupper();
    struct cdigest_sha256_rounds rounds = cdigest_sha256_load(digest->words);
    for (; count - place >= 8 && digest->blocks > 0; digest->blocks--, digest->next += 64) {
        cdigest_sha256_open(&rounds, digest->next);
#pragma clang loop unroll(full)
        for (int group = 0; group < 16; group++) {
            cdigest_sha256_four(&rounds, group);
            if (group % 2 == 0) so_far = take_place(kinds, bytes, places, place++, so_far);
        }
        cdigest_sha256_close(&rounds);
    }
    cdigest_sha256_store(rounds, digest->words);
    *kept = so_far;
    return place;
}

/// Looks the kinds up, and drops the places whose characters go on with the token before; returns how many are left.
WIDE static size_t find_kinds(const struct ctextscan_tokenizer *state, struct places *restrict places, size_t count) {
    const struct ctextscan_kinds *const kinds = state->kind_table;
    const uint8_t *const bytes = state->bytes;
    struct kept kept = {0, ODD};
    size_t place = 0;
    if (state->digest != NULL) place = find_kinds_and_digest(kinds, bytes, places, count, state->digest, &kept);
    for (; place < count; place++) kept = take_place(kinds, bytes, places, place, kept);
    return kept.count;
}

WIDE static inline void put_eight(struct ctextscan_token *tokens, __m256i starts, __m256i ends, __m128i kinds) {
    const __m256i none = _mm256_set1_epi32(-1), wide = _mm256_cvtepu8_epi32(kinds);
    const __m256i ranges[2] = {_mm256_unpacklo_epi32(starts, ends), _mm256_unpackhi_epi32(starts, ends)};
    const __m256i rest[2] = {_mm256_unpacklo_epi32(none, wide), _mm256_unpackhi_epi32(none, wide)};
    const __m256i a = _mm256_unpacklo_epi64(ranges[0], rest[0]), b = _mm256_unpackhi_epi64(ranges[0], rest[0]);
    const __m256i c = _mm256_unpacklo_epi64(ranges[1], rest[1]), d = _mm256_unpackhi_epi64(ranges[1], rest[1]);
    _mm256_storeu_si256((__m256i *)tokens, _mm256_permute2x128_si256(a, b, 0x20));
    _mm256_storeu_si256((__m256i *)(tokens + 2), _mm256_permute2x128_si256(c, d, 0x20));
    _mm256_storeu_si256((__m256i *)(tokens + 4), _mm256_permute2x128_si256(a, b, 0x31));
    _mm256_storeu_si256((__m256i *)(tokens + 6), _mm256_permute2x128_si256(c, d, 0x31));
}

/// Each number and all before it.
WIDE static inline __m256i running_sums(__m256i numbers) {
    numbers = _mm256_add_epi32(numbers, _mm256_slli_si256(numbers, 4));
    numbers = _mm256_add_epi32(numbers, _mm256_slli_si256(numbers, 8));
    return _mm256_add_epi32(numbers, _mm256_shuffle_epi32(_mm256_permute2x128_si256(numbers, numbers, 0x08), 0xFF));
}

WIDE static inline uint32_t sum(__m256i numbers) {
    __m128i sums = _mm_add_epi32(_mm256_castsi256_si128(numbers), _mm256_extracti128_si256(numbers, 1));
    sums = _mm_add_epi32(sums, _mm_shuffle_epi32(sums, 0x4E));
    return (uint32_t)_mm_cvtsi128_si32(_mm_add_epi32(sums, _mm_shuffle_epi32(sums, 0xB1)));
}

/// The kinds of the tokens `first..<end` of sixteen, as bits.
WIDE static inline uint64_t kind_bits(__m128i kinds, unsigned first, unsigned end) {
    const __m128i place = _mm_setr_epi8(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
    const __m128i outside = _mm_or_si128(
        _mm_cmpgt_epi8(_mm_set1_epi8((char)first), place), _mm_cmpgt_epi8(place, _mm_set1_epi8((char)(end - 1))));
    // No bit comes of a kind of 255.
    kinds = _mm_or_si128(kinds, outside);
    const __m256i one = _mm256_set1_epi64x(1);
    const __m256i low = _mm256_or_si256(
        _mm256_sllv_epi64(one, _mm256_cvtepu8_epi64(kinds)),
        _mm256_sllv_epi64(one, _mm256_cvtepu8_epi64(_mm_srli_si128(kinds, 4))));
    const __m256i high = _mm256_or_si256(
        _mm256_sllv_epi64(one, _mm256_cvtepu8_epi64(_mm_srli_si128(kinds, 8))),
        _mm256_sllv_epi64(one, _mm256_cvtepu8_epi64(_mm_srli_si128(kinds, 12))));
    const __m256i all = _mm256_or_si256(low, high);
    const __m128i half = _mm_or_si128(_mm256_castsi256_si128(all), _mm256_extracti128_si256(all, 1));
    return (uint64_t)_mm_cvtsi128_si64(half) | (uint64_t)_mm_cvtsi128_si64(_mm_unpackhi_epi64(half, half));
}

WIDE static inline uint32_t mask(__m128i bytes) { return (uint32_t)_mm_movemask_epi8(bytes); }

WIDE static inline __m128i is(__m128i kinds, uint8_t kind) { return _mm_cmpeq_epi8(kinds, _mm_set1_epi8((char)kind)); }

/// Which tokens a marker may open with, as bits: each row of the table is a sort of them, and has a bit for the kinds that
/// may stand behind it. `&nbsp;` becomes white space later, and furniture
/// is passed over.
enum { NUMERAL = 0x01, DIGIT = 0x02, BRACKET = 0x04, ALWAYS = 0x08, PAIR = 0x10, SINGLE = 0x20 };

static const uint8_t opening[16] = {
    [HAN_NUMERAL] = NUMERAL, [DIGITS] = DIGIT, [ENCLOSED_NUMBER] = ALWAYS, [OPEN_BRACKET] = BRACKET};

static const uint8_t following[2][16] = {
    {[HAN] = NUMERAL, [HAN_NUMERAL] = BRACKET, [LATIN] = BRACKET, [DIGITS] = BRACKET, [CLOSE_BRACKET] = DIGIT,
     [DOT] = NUMERAL | DIGIT, [COMMA] = PAIR},
    {[ENUMERATION_COMMA - 16] = NUMERAL | DIGIT | SINGLE, [DASH - 16] = SINGLE, [MARKDOWN - 16] = SINGLE,
     [SYMBOL - 16] = NUMERAL | DIGIT | BRACKET | SINGLE, [WHITESPACE - 16] = NUMERAL | DIGIT | BRACKET | SINGLE,
     [LINE_END - 16] = SINGLE, [PAGE_BREAK - 16] = SINGLE, [CONTROL - 16] = SINGLE, [PRIVATE_USE - 16] = SINGLE,
     [REPLACEMENT - 16] = DIGIT | SINGLE}};

/// A row of a table by kinds below sixteen; zero for the others.
WIDE static inline __m128i look_up(const uint8_t row[16], __m128i kinds) {
    return _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)row), _mm_add_epi8(kinds, _mm_set1_epi8(0x70)));
}

/// - `behind`: The kinds of the tokens behind them, as they were found.
WIDE static inline uint32_t openers(__m128i kinds, __m128i ordinals, __m128i behind, const __m256i lengths[2]) {
    const __m256i pairs = _mm256_permute4x64_epi64(_mm256_packs_epi32(lengths[0], lengths[1]), 0xD8);
    const __m128i length = _mm_packs_epi16(_mm256_castsi256_si128(pairs), _mm256_extracti128_si256(pairs, 1));
    const __m128i is_single = is(length, 3);
    const __m128i words = _mm_and_si128(
        is(kinds, HAN), _mm_or_si128(
            _mm_and_si128(is_single, _mm_set1_epi8(SINGLE)), _mm_and_si128(is(length, 6), _mm_set1_epi8(PAIR))));
    const __m128i odd = _mm_cmpgt_epi8(_mm_setzero_si128(), behind);
    behind = _mm_and_si128(behind, _mm_set1_epi8(JOINS - 1));
    const __m128i allowed = _mm_or_si128(
        _mm_or_si128(look_up(following[0], behind), look_up(following[1], _mm_xor_si128(behind, _mm_set1_epi8(16)))),
        _mm_or_si128(
            _mm_or_si128(_mm_set1_epi8(ALWAYS), odd), _mm_and_si128(is(behind, OTHER), _mm_set1_epi8(SINGLE))));
    const __m128i found = _mm_and_si128(_mm_or_si128(look_up(opening, kinds), words), allowed);
    const __m128i none = _mm_cmpeq_epi8(found, _mm_setzero_si128());
    return (mask(none) ^ 0xFFFF) | mask(_mm_and_si128(ordinals, is_single));
}

/// Sixteen tokens, none of them odd.
WIDE static void take_sixteen(
    struct ctextscan_tokenizer *state, const uint32_t *at, __m128i kinds, __m128i behind, __m128i leads) {
    const __m128i years = is(kinds, YEAR), ordinals = is(kinds, ORDINAL);
    kinds = _mm_andnot_si128(_mm_or_si128(years, ordinals), kinds);
    const __m256i *const places = (const __m256i *)at, *const next = (const __m256i *)(at + 1);
    const __m256i starts[2] = {_mm256_loadu_si256(places), _mm256_loadu_si256(places + 1)};
    const __m256i ends[2] = {_mm256_loadu_si256(next), _mm256_loadu_si256(next + 1)};
    const uint32_t token = (uint32_t)state->token_count;
    state->token_count += 16;
    put_eight(state->tokens + token, starts[0], ends[0], kinds);
    put_eight(state->tokens + token + 8, starts[1], ends[1], _mm_srli_si128(kinds, 8));

    const __m128i spaces = is(kinds, WHITESPACE);
    const __m128i line_ends = _mm_or_si128(is(kinds, LINE_END), is(kinds, PAGE_BREAK));
    // Columns for three bytes: three of ASCII, two of others, none of what does not show.
    const __m128i shares = _mm_andnot_si128(
        _mm_or_si128(_mm_or_si128(spaces, line_ends), is(kinds, CONTROL)),
        _mm_add_epi8(_mm_set1_epi8(3), _mm_cmpgt_epi8(_mm_setzero_si128(), leads)));
    const __m256i lengths[2] = {_mm256_sub_epi32(ends[0], starts[0]), _mm256_sub_epi32(ends[1], starts[1])};
    uint32_t sums[16];
    _mm256_storeu_si256((__m256i *)sums, running_sums(_mm256_mullo_epi32(lengths[0], _mm256_cvtepu8_epi32(shares))));
    _mm256_storeu_si256(
        (__m256i *)(sums + 8),
        running_sums(_mm256_mullo_epi32(lengths[1], _mm256_cvtepu8_epi32(_mm_srli_si128(shares, 8)))));
    const __m128i han = _mm_cmpgt_epi8(_mm_set1_epi8(HAN_NUMERAL + 1), kinds);
    state->han_bytes += sum(_mm256_add_epi32(
        _mm256_and_si256(lengths[0], _mm256_cvtepi8_epi32(han)),
        _mm256_and_si256(lengths[1], _mm256_cvtepi8_epi32(_mm_srli_si128(han, 8)))));

    const __m128i brackets = _mm_and_si128(
        _mm_cmpgt_epi8(kinds, _mm_set1_epi8(OPEN_BRACKET - 1)), _mm_cmpgt_epi8(_mm_set1_epi8(CLOSE_QUOTE + 1), kinds));
    for (uint32_t left = mask(brackets); left != 0; left &= left - 1) {
        state->brackets[state->bracket_count++] = (int32_t)token + __builtin_ctz(left);
    }
    set_bits(state->openers, token, openers(kinds, ordinals, behind, lengths));
    set_bits(state->white, token, mask(spaces));
    for (uint32_t left = mask(years); left != 0; left &= left - 1) {
        const int place = __builtin_ctz(left);
        if (!is_year(state, at[place], at[place + 1])) continue;
        state->years[state->year_count++] = (int32_t)token + place;
    }
    unsigned first = 0;
    uint32_t white = mask(spaces);
    for (uint32_t left = mask(line_ends); left != 0; left &= left - 1) {
        const unsigned place = (unsigned)__builtin_ctz(left);
        const uint32_t line = ((uint32_t)2 << place) - 1;
        state->kinds |= kind_bits(kinds, first, place);
        state->spaces += (uint32_t)__builtin_popcount(white & line);
        white &= ~line;
        end_line(state, token + place, state->sum + sums[place] + (place < 8 ? 0 : sums[7]));
        first = place + 1;
    }
    state->kinds |= kind_bits(kinds, first, 16);
    state->spaces += (uint32_t)__builtin_popcount(white);
    state->sum += (uint64_t)sums[7] + sums[15];
}

WIDE void ctextscan_take_by_sixteen(struct ctextscan_tokenizer *state) {
    struct places places;
    size_t count = __builtin_cpu_supports("avx512vbmi2") ? pack_places(state, places.at) : find_places(state, places.at);
    // The last four bytes are left, and the last token, which may go on.
    const size_t limit = state->count < 4 ? 0 : state->count - 3;
    while (count > 0 && places.at[count - 1] >= limit) count--;
    uint8_t *const kinds = places.kinds + 16;
    kinds[-1] = state->last_kind;
    count = find_kinds(state, &places, count);
    count = count > 0 ? (count - 1) & ~(size_t)15 : 0;
    for (size_t i = 0; i < count; i += 16) {
        const __m128i here = _mm_loadu_si128((const __m128i *)(kinds + i));
        const __m128i before = _mm_loadu_si128((const __m128i *)(kinds + i - 1));
        if (mask(_mm_or_si128(here, before)) == 0) {
            take_sixteen(
                state, places.at + i, _mm_and_si128(here, _mm_set1_epi8(JOINS - 1)),
                _mm_loadu_si128((const __m128i *)(kinds + i + 1)),
                _mm_loadu_si128((const __m128i *)(places.leads + i)));
        } else {
            for (size_t place = i; place < i + 16; place++) ctextscan_take_one(state, places.at[place], places.at[place + 1]);
        }
    }
    if (count == 0) return ctextscan_take_one_by_one(state, CTEXTSCAN_TOKENS);
    state->at = places.at[count];
    state->last_kind = kinds[count - 1];
}
#endif
