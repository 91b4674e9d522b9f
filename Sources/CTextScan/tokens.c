#include <string.h>

#include "kinds.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

static inline bool is_one_of(uint64_t kinds, uint8_t kind) { return kinds >> kind & 1; }

/// The kinds beside Han that markers open with.
#define OPENING ((uint64_t)1 << HAN_NUMERAL | (uint64_t)1 << DIGITS | (uint64_t)1 << ENCLOSED_NUMBER \
    | (uint64_t)1 << OPEN_BRACKET)

/// The kind of any character of well-formed UTF-8.
static uint8_t kind_at(const struct ctextscan_kinds *kinds, const uint8_t *bytes, size_t at) {
    const uint8_t lead = bytes[at];
    if (lead < 0x80) return kinds->plain[lead];
    if (lead < 0xE0) return kinds->plain[(lead & 0x1F) << 6 | (bytes[at + 1] & 0x3F)];
    if (lead < 0xF0) {
        return kinds->plain[(lead & 0x0F) << 12 | (bytes[at + 1] & 0x3F) << 6 | (bytes[at + 2] & 0x3F)];
    }
    return ctextscan_kind_above_plane_0(
        (uint32_t)(lead & 0x07) << 18 | (uint32_t)(bytes[at + 1] & 0x3F) << 12 | (uint32_t)(bytes[at + 2] & 0x3F) << 6
        | (bytes[at + 3] & 0x3F));
}

uint8_t ctextscan_kind_above_plane_0(uint32_t code_point) {
    if (code_point >= 0x1F100 && code_point <= 0x1F10A) return ENCLOSED_NUMBER;
    if (code_point >= 0x1F000 && code_point <= 0x1FAFF) return SYMBOL;
    if (code_point >= 0x20000 && code_point <= 0x3FFFF) return HAN;
    return code_point >= 0xF0000 && code_point <= 0x10FFFF ? PRIVATE_USE : OTHER;
}

/// The columns that a token takes, times three.
static uint64_t columns(uint8_t kind, uint8_t first, uint32_t length) {
    switch (kind) {
    case WHITESPACE: case LINE_END: case PAGE_BREAK: case CONTROL: return 0;
    case HAN: case HAN_NUMERAL: return (uint64_t)length / 3 * 6;
    default: return first < 0x80 ? (uint64_t)length * 3 : ((uint64_t)length + 2) / 3 * 6;
    }
}

static void end_line(struct ctextscan_tokenizer *state, uint32_t token, uint64_t sum) {
    state->lines[state->line_count++] = (struct ctextscan_line){
        .end = (int32_t)token, .width = (int32_t)((sum - state->line_start) / 3), .spaces = (int32_t)state->spaces,
        .kinds = state->kinds};
    state->line_start = sum;
    state->spaces = 0;
    state->kinds = 0;
}

static bool is_year(const uint8_t *bytes, size_t at, size_t end, size_t count) {
    if (end - at != 3 || bytes[at] != 0xE5 || bytes[at + 1] != 0xB9 || bytes[at + 2] != 0xB4) return false;
    // A character of Han of four bytes goes on with the word.
    return end >= count || bytes[end] != 0xF0 || bytes[end + 1] < 0xA0;
}

static bool is_circle(const uint8_t *bytes, size_t at, size_t end) {
    return end - at == 3 && bytes[at] == 0xE2 && bytes[at + 1] == 0x97 && bytes[at + 2] == 0x8B;
}

/// Takes what stands in `at..<end`, a run of characters of one kind, whatever it is.
static void take_one(struct ctextscan_tokenizer *state, size_t at, size_t end) {
    const uint8_t *bytes = state->bytes;
    const uint32_t length = (uint32_t)(end - at);
    uint8_t kind = kind_at(state->kind_table, bytes, at);
    if (state->token_count > 0) {
        struct ctextscan_token *last = &state->tokens[state->token_count - 1];
        // Numerals take in ○ (U+25CB), which many use for 〇, but only inside a run.
        const bool is_zero = last->kind == HAN_NUMERAL && is_circle(bytes, at, end);
        if (is_zero || (kind == last->kind && is_one_of(JOINING | (uint64_t)1 << HAN, kind))) {
            kind = last->kind;
            const uint32_t before = last->end - last->start;
            state->sum += columns(kind, bytes[last->start], before + length) - columns(kind, bytes[last->start], before);
            if (kind == HAN || kind == HAN_NUMERAL) state->han_bytes += length;
            last->end = (uint32_t)end;
            return;
        }
    }
    const uint32_t token = (uint32_t)state->token_count++;
    state->tokens[token] = (struct ctextscan_token){(uint32_t)at, (uint32_t)end, -1, kind, 0};
    state->sum += columns(kind, bytes[at], length);
    if (kind == HAN || kind == HAN_NUMERAL) state->han_bytes += length;
    if (kind >= OPEN_BRACKET && kind <= CLOSE_QUOTE) state->brackets[state->bracket_count++] = (int32_t)token;
    if (kind == HAN && is_year(bytes, at, end, state->count)) state->years[state->year_count++] = (int32_t)token;
    // What stands behind it is not asked here.
    if (kind == HAN ? length <= 6 : is_one_of(OPENING, kind)) state->openers[state->opener_count++] = (int32_t)token;
    if (kind == LINE_END || kind == PAGE_BREAK) {
        end_line(state, token, state->sum);
    } else {
        state->kinds |= (uint64_t)1 << kind;
        state->spaces += kind == WHITESPACE;
    }
}

/// The place of the first bit at or behind `at`, `count` where there is none.
static size_t next_start(const uint64_t *starts, size_t at, size_t count) {
    if (at >= count) return count;
    uint64_t word = starts[at / 64] >> at % 64;
    if (word != 0) return at + (size_t)__builtin_ctzll(word);
    for (size_t index = at / 64 + 1; index * 64 < count; index++) {
        if (starts[index] != 0) return index * 64 + (size_t)__builtin_ctzll(starts[index]);
    }
    return count;
}

static void take_one_by_one(struct ctextscan_tokenizer *state, size_t limit) {
    while (state->at < state->count && limit > 0) {
        const size_t end = next_start(state->starts, state->at + 1, state->count);
        take_one(state, state->at, end);
        state->at = end;
        limit--;
    }
    state->last_kind = ODD;
}

#if defined(__x86_64__)
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

/// Looks the kinds up, and drops the places whose characters go on with the token before; returns how many are left.
///
/// Four bytes are read at each place.
WIDE static size_t find_kinds(
    const struct ctextscan_kinds *restrict kinds, const uint8_t *restrict bytes, struct places *restrict places, size_t count) {
    uint8_t *const found = places->kinds + 16;
    uint32_t before = ODD;
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        const uint32_t at = places->at[i];
        uint32_t character;
        memcpy(&character, bytes + at, 4);
        const uint32_t lead = character & 0xFF;
        const uint32_t wide = kinds->rows[character & 0x3F0F] + (character >> 16 & 0x3F);
        const uint32_t kind = kinds->cells[(uint8_t)(lead - 0xE0) < 0x10 ? wide : lead];
        if (__builtin_expect(kind == before && kind & JOINS, 0)) {
            // A token of both widths is measured by itself.
            if ((places->leads[kept - 1] ^ lead) & 0x80) found[kept - 1] = ODD;
            continue;
        }
        places->at[kept] = at;
        places->leads[kept] = (uint8_t)lead;
        found[kept] = (uint8_t)kind;
        before = kind;
        kept++;
    }
    return kept;
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
    for (uint32_t left = openers(kinds, ordinals, behind, lengths); left != 0; left &= left - 1) {
        state->openers[state->opener_count++] = (int32_t)token + __builtin_ctz(left);
    }
    for (uint32_t left = mask(years); left != 0; left &= left - 1) {
        const int place = __builtin_ctz(left);
        if (!is_year(state->bytes, at[place], at[place + 1], state->count)) continue;
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

WIDE static void take_by_sixteen(struct ctextscan_tokenizer *state) {
    struct places places;
    size_t count = find_places(state, places.at);
    // The last four bytes are left, and the last token, which may go on.
    const size_t limit = state->count < 4 ? 0 : state->count - 3;
    while (count > 0 && places.at[count - 1] >= limit) count--;
    uint8_t *const kinds = places.kinds + 16;
    kinds[-1] = state->last_kind;
    count = find_kinds(state->kind_table, state->bytes, &places, count);
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
            for (size_t place = i; place < i + 16; place++) take_one(state, places.at[place], places.at[place + 1]);
        }
    }
    if (count == 0) return take_one_by_one(state, CTEXTSCAN_TOKENS);
    state->at = places.at[count];
    state->last_kind = kinds[count - 1];
}
#endif

bool ctextscan_tokens(struct ctextscan_tokenizer *state) {
    state->line_count = 0;
    state->bracket_count = 0;
    state->year_count = 0;
    state->opener_count = 0;
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi")) {
        take_by_sixteen(state);
        return state->at < state->count;
    }
#endif
    take_one_by_one(state, CTEXTSCAN_TOKENS);
    return state->at < state->count;
}

/// The kinds of a row of 64 characters, with the bits beside them.
static void make_row(const uint8_t *plain, size_t row, uint8_t cells[64]) {
    for (size_t i = 0; i < 64; i++) {
        const uint8_t kind = plain[row * 64 + i];
        cells[i] = (uint8_t)(kind | (JOINING >> kind & 1) << 6);
    }
    if (row == 0x25CB / 64) cells[0x25CB % 64] = ODD;
    if (row == 0x5E74 / 64) cells[0x5E74 % 64] = YEAR;
    if (row == 0x7B2C / 64) cells[0x7B2C % 64] = ORDINAL;
    if (row == 0x8868 / 64) cells[0x8868 % 64] = ORDINAL;
}

void ctextscan_make_kinds(struct ctextscan_kinds *kinds) {
    const uint8_t *plain = kinds->plain;
    for (size_t byte = 0; byte < 256; byte++) {
        kinds->cells[byte] = byte < 0x80 ? (uint8_t)(plain[byte] | (JOINING >> plain[byte] & 1) << 6) : ODD;
    }
    memset(kinds->rows, 0, sizeof kinds->rows);
    uint8_t *const rows = kinds->cells + 256;
    size_t count = 0, place = 0;
    for (size_t row = 0x800 / 64; row < 0x10000 / 64; row++) {
        uint8_t cells[64];
        make_row(plain, row, cells);
        // Most rows are as the one before.
        if (count == 0 || memcmp(rows + place * 64, cells, 64) != 0) {
            for (place = 0; place < count && memcmp(rows + place * 64, cells, 64) != 0;) place++;
        }
        // There are some sixty rows that differ; what does not fit is read one by one.
        if (place == count && count < CTEXTSCAN_ROWS - 1) memcpy(rows + 64 * count++, cells, 64);
        if (place == CTEXTSCAN_ROWS - 1) memset(rows + place * 64, ODD, 64);
        // As the bytes lie in memory: the first in the low half, with its upper bits, which all have in common, left out.
        kinds->rows[(row >> 6 & 0x0F) | (row & 0x3F) << 8] = (uint16_t)(256 + place * 64);
    }
}
