#ifndef CTEXTSCAN_KINDS_H
#define CTEXTSCAN_KINDS_H

#include "ctextscan.h"

/// The kinds of tokens; the order is that of `TokenKind`.
enum {
    HAN, HAN_NUMERAL, LATIN, DIGITS, ENCLOSED_NUMBER, BULLET, OPEN_BRACKET, CLOSE_BRACKET, OPEN_TITLE, CLOSE_TITLE,
    OPEN_QUOTE, CLOSE_QUOTE, STRAIGHT_QUOTE, SENTENCE_END, DOT, COMMA, ENUMERATION_COMMA, SEMICOLON, COLON, DASH, TILDE,
    ELLIPSIS, PERCENT, SLASH, MARKDOWN, SYMBOL, WHITESPACE, LINE_END, PAGE_BREAK, CONTROL, PRIVATE_USE, REPLACEMENT, OTHER
};

/// Beside the kinds in the table, Han that is noted: 年, and 第 表, which open markers.
enum { YEAR = OTHER + 1, ORDINAL };

/// Bits beside the kinds in the table: characters that go on with a token of their kind, and those that are read one by one.
enum { JOINS = 0x40, ODD = 0x80 };

/// The kinds as bits that a run of characters makes one token of. Signs of Markdown repeat, and are found by their bytes.
#define JOINING ((uint64_t)1 << HAN | (uint64_t)1 << HAN_NUMERAL | (uint64_t)1 << LATIN | (uint64_t)1 << DIGITS | (uint64_t)1 << DASH \
    | (uint64_t)1 << WHITESPACE | (uint64_t)1 << CONTROL | (uint64_t)1 << PRIVATE_USE | (uint64_t)1 << REPLACEMENT \
    | (uint64_t)1 << OTHER)

static inline bool is_one_of(uint64_t kinds, uint8_t kind) { return kinds >> kind & 1; }

#endif
