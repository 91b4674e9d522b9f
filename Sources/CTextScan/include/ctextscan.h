#ifndef CTEXTSCAN_H
#define CTEXTSCAN_H

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

/// Writes the offsets behind the line ends (LF, CR LF, lone CR) of `start..<end` to `line_starts`, which has room for one a
/// byte, and their number to `line_count`. Returns how many characters of well-formed UTF-8 start in the range.
///
/// `count` is the number of all bytes: a CR at the end of the range looks at what follows.
size_t ctextscan_lines(
    const uint8_t *bytes, size_t start, size_t end, size_t count, uint32_t *line_starts, size_t *line_count);

/// Sets a bit of `numerals` for each byte where a character begins that numbers and times are told by (digits, Chinese
/// numerals, 半 翻 年 世), and one of `marks` where punctuation that ends clauses or opens brackets begins.
///
/// Both have room for `count / 64 + 1` words; bit 0 of word 0 is the first byte. `bytes` is well-formed UTF-8. Among the
/// marks are a few more of those blocks of Unicode: whoever goes on from a bit looks at the character.
void ctextscan_numerals(const uint8_t *bytes, size_t count, uint64_t *numerals, uint64_t *marks);

/// Where a word begins first, -1 where it does not occur.
ptrdiff_t ctextscan_find(const uint8_t *bytes, size_t count, const uint8_t *word, size_t length);

#endif
