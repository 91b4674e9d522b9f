#ifndef CTEXTSCAN_TOKENS_H
#define CTEXTSCAN_TOKENS_H

#include <string.h>

#include "kinds.h"

// What both ways of making tokens share: one by one, and sixteen at a time.

/// The kind of any character of well-formed UTF-8.
static inline uint8_t kind_at(const struct ctextscan_kinds *kinds, const uint8_t *bytes, size_t at) {
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

/// Sets bits from a token on.
static inline void set_bits(uint8_t *bits, size_t token, uint32_t found) {
    uint32_t word;
    memcpy(&word, bits + token / 8, 4);
    word |= found << token % 8;
    memcpy(bits + token / 8, &word, 4);
}

static inline void end_line(struct ctextscan_tokenizer *state, uint32_t token, uint64_t sum) {
    state->lines[state->line_count++] = (struct ctextscan_line){
        .end = (int32_t)token, .width = (int32_t)((sum - state->line_start) / 3), .spaces = (int32_t)state->spaces,
        .kinds = state->kinds};
    state->all_kinds |= state->kinds;
    state->line_start = sum;
    state->spaces = 0;
    state->kinds = 0;
}

/// Whether 年 stands there, a word of its own: Han behind it goes on with the word.
static inline bool is_year(const struct ctextscan_tokenizer *state, size_t at, size_t end) {
    const uint8_t *bytes = state->bytes + at;
    if (end - at != 3 || bytes[0] != 0xE5 || bytes[1] != 0xB9 || bytes[2] != 0xB4) return false;
    return end >= state->count || kind_at(state->kind_table, state->bytes, end) != HAN;
}

/// Takes what stands in `at..<end`, a run of characters of one kind, whatever it is.
void ctextscan_take_one(struct ctextscan_tokenizer *state, size_t at, size_t end);

/// Makes tokens from `state->at` on, one by one, at most so many.
void ctextscan_take_one_by_one(struct ctextscan_tokenizer *state, size_t limit);

#if defined(__x86_64__)
/// Makes tokens from `state->at` on, CTEXTSCAN_TOKENS at most, sixteen at a time where it can; asks for AVX2 and BMI.
void ctextscan_take_by_sixteen(struct ctextscan_tokenizer *state);
#endif

#endif
