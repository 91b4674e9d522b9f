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

/// What stands at a place where a duty may be said; the order is that of `DutyAnchors.Kind`.
enum {
    CTEXTSCAN_OPEN, CTEXTSCAN_CLOSE, CTEXTSCAN_COLON, CTEXTSCAN_LEAD, CTEXTSCAN_WITH, CTEXTSCAN_RESPONSIBLE
};

/// Writes the brackets （〔【([ and their partners, the colons, and the verbs 牵头, 会同, 负责 (牽頭, 會同, 負責) that begin
/// at or behind `*at`: each as its offset in the upper 56 bits and what it is in the lower eight.
///
/// Stops when less than CTEXTSCAN_BLOCK places are left of `capacity`, at least that many, or at the end; `*at` moves
/// behind what was looked at. Returns how many were written. The bytes are well-formed UTF-8.
size_t ctextscan_anchors(const uint8_t *bytes, size_t *at, size_t count, uint64_t *anchors, size_t capacity);

#endif
