#ifndef CTEXTSCAN_H
#define CTEXTSCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Passes over every byte of a source, in C because Swift's vectors have no way from a comparison to a mask of bits.

/// The bytes of a block: passes go by whole blocks and leave the rest to the caller.
#define CTEXTSCAN_BLOCK 64

/// How far, from `start`, the bytes are plain UTF-8, in whole blocks; a boundary of a character, `start` where there is none.
///
/// Plain is well-formed and without E0, ED and four-byte characters, which need a closer look. `start` must be the boundary
/// of a character, and the two bytes before it belong to well-formed ones. Adds the number of NUL bytes to `nul_count`.
size_t ctextscan_plain_utf8(const uint8_t *bytes, size_t start, size_t count, size_t *nul_count);

/// How many line ends (LF, CR LF, lone CR) the bytes hold; never less, and more by one for each CR LF.
size_t ctextscan_line_bound(const uint8_t *bytes, size_t count);

/// Writes the offsets behind the line ends (LF, CR LF, lone CR) of `start..<end` to `line_starts`, which has room for them,
/// and their number to `line_count`. Returns how many characters of well-formed UTF-8 start in the range.
///
/// `count` is the number of all bytes: a CR at the end of the range looks at what follows.
size_t ctextscan_lines(
    const uint8_t *bytes, size_t start, size_t end, size_t count, uint32_t *line_starts, size_t *line_count);

/// Whether a byte occurs.
bool ctextscan_holds(const uint8_t *bytes, size_t count, uint8_t byte);

/// The words of a mask with a bit for each of so many bytes, and a word of zeros behind them at least.
static inline size_t ctextscan_mask_words(size_t count) { return count / 64 + 2; }

/// Sets a bit for every byte of a Han character that is no numeral; `masks` has ``ctextscan_mask_words`` words.
///
/// The bytes must be well-formed UTF-8. `rows` has a bit for every code point below U+10000 that is meant, 64 to a row;
/// above it are planes 2 and 3.
void ctextscan_han(const uint8_t *bytes, size_t count, const uint64_t *rows, uint64_t *masks);

#endif
