#include "tokens.h"

/// The columns that a token takes, times three.
static uint64_t columns(uint8_t kind, uint8_t first, uint32_t length) {
    switch (kind) {
    case WHITESPACE: case LINE_END: case PAGE_BREAK: case CONTROL: return 0;
    case HAN: case HAN_NUMERAL: return (uint64_t)length / 3 * 6;
    default: return first < 0x80 ? (uint64_t)length * 3 : ((uint64_t)length + 2) / 3 * 6;
    }
}

/// The kinds beside Han that markers open with.
#define OPENING ((uint64_t)1 << HAN_NUMERAL | (uint64_t)1 << DIGITS | (uint64_t)1 << ENCLOSED_NUMBER \
    | (uint64_t)1 << OPEN_BRACKET)

static bool is_circle(const uint8_t *bytes, size_t at, size_t end) {
    return end - at == 3 && bytes[at] == 0xE2 && bytes[at + 1] == 0x97 && bytes[at + 2] == 0x8B;
}

void ctextscan_take_one(struct ctextscan_tokenizer *state, size_t at, size_t end) {
    const uint8_t *bytes = state->bytes;
    const uint32_t length = (uint32_t)(end - at);
    uint8_t kind = kind_at(state->kind_table, bytes, at);
    if (state->token_count > 0) {
        struct ctextscan_token *last = &state->tokens[state->token_count - 1];
        // Numerals take in ○ (U+25CB), which many use for 〇, but only inside a run.
        const bool is_zero = last->kind == HAN_NUMERAL && is_circle(bytes, at, end);
        if (is_zero || (kind == last->kind && is_one_of(JOINING, kind))) {
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
    if (kind == HAN && is_year(state, at, end)) state->years[state->year_count++] = (int32_t)token;
    // What stands behind it is not asked here.
    if (kind == HAN ? length <= 6 : is_one_of(OPENING, kind)) set_bits(state->openers, token, 1);
    if (kind == LINE_END || kind == PAGE_BREAK) {
        end_line(state, token, state->sum);
    } else {
        state->kinds |= (uint64_t)1 << kind;
        if (kind == WHITESPACE) {
            state->spaces++;
            set_bits(state->white, token, 1);
        }
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

void ctextscan_take_one_by_one(struct ctextscan_tokenizer *state, size_t limit) {
    while (state->at < state->count && limit > 0) {
        const size_t end = next_start(state->starts, state->at + 1, state->count);
        ctextscan_take_one(state, state->at, end);
        state->at = end;
        limit--;
    }
    state->last_kind = ODD;
}

bool ctextscan_tokens(struct ctextscan_tokenizer *state) {
    state->line_count = 0;
    state->bracket_count = 0;
    state->year_count = 0;
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi")) {
        ctextscan_take_by_sixteen(state);
        return state->at < state->count;
    }
#endif
    ctextscan_take_one_by_one(state, CTEXTSCAN_TOKENS);
    return state->at < state->count;
}
