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

/// Where a byte occurs first, -1 where it does not.
ptrdiff_t ctextscan_first(const uint8_t *bytes, size_t count, uint8_t byte);

/// The words of a mask with a bit for each of so many bytes, and a word of zeros behind them at least.
static inline size_t ctextscan_mask_words(size_t count) { return count / 64 + 2; }

/// How many rows of 64 characters that differ in their kinds there is room for.
#define CTEXTSCAN_ROWS 96

/// The kinds of characters in the form in which ``ctextscan_tokens`` looks them up.
struct ctextscan_kinds {
    /// Of each code point below U+10000: the first field.
    uint8_t plain[0x10000];
    /// Of each first byte, then row by row.
    uint8_t cells[256 + 64 * CTEXTSCAN_ROWS];
    /// Where the row of a character of three bytes begins, by the lower bits of the first and the second of them.
    uint16_t rows[0x4000];
};

/// Makes the other fields from ``plain``.
void ctextscan_make_kinds(struct ctextscan_kinds *kinds);

/// Sets a bit for every byte where a token may begin; `starts` has ``ctextscan_mask_words`` words. Returns how many.
///
/// No bit for most characters that go on with a word of Han, with letters, digits or blanks of ASCII, with a repeated sign, or
/// with a CR; ``ctextscan_tokens`` joins the others. The bytes must be well-formed UTF-8.
size_t ctextscan_starts(
    const uint8_t *bytes, size_t count, const struct ctextscan_kinds *kinds, uint64_t *starts);

/// The kind of a code point from U+10000 on.
uint8_t ctextscan_kind_above_plane_0(uint32_t code_point);

/// Laid out as `Token`, `LineNote`.
struct ctextscan_token {
    uint32_t start, end;
    int32_t partner;
    uint8_t kind, role;
};

struct ctextscan_line {
    int32_t end, width, spaces;
    uint64_t kinds;
};

/// How many tokens ``ctextscan_tokens`` takes at once, at most.
#define CTEXTSCAN_TOKENS 1024

/// What tokens are made of, and how far that is.
struct ctextscan_tokenizer {
    const uint8_t *bytes;
    size_t count;
    const uint64_t *starts;
    const struct ctextscan_kinds *kind_table;
    /// With room for as many as there are starts.
    struct ctextscan_token *tokens;
    size_t token_count;
    /// A bit for each token that a marker may open with, by its kind, its length and the kind behind it; and one for each of
    /// white space. Little-endian and zero to begin with; four bytes more than the tokens take.
    uint8_t *openers, *white;
    /// What was found with the last tokens, with room for CTEXTSCAN_TOKENS each: ends of lines, brackets, 年.
    struct ctextscan_line *lines;
    int32_t *brackets, *years;
    size_t line_count, bracket_count, year_count;
    /// The bytes of Han so far, and the kinds of the lines that have ended.
    size_t han_bytes;
    uint64_t all_kinds;
    /// Of the line that is being read: its kinds, how much of it is white space; three times the columns up to it, and so far.
    uint64_t kinds;
    size_t spaces;
    uint64_t line_start, sum;
    /// The next byte, and the kind before it.
    size_t at;
    uint8_t last_kind;
};

/// Makes the next tokens; false at the end.
bool ctextscan_tokens(struct ctextscan_tokenizer *state);

/// Copies bytes up to the first that JSON escapes (below 20, `"` and backslash), or all; returns how many.
///
/// `target` has room for `count` bytes; those behind the copied ones may be overwritten.
static inline size_t ctextscan_copy_plain(const uint8_t *source, uint8_t *target, size_t count);

/// Writes a number below 100,000,000 in decimal; returns how many digits. `target` has room for eight.
static inline size_t ctextscan_put_decimal(uint32_t number, uint8_t *target) {
    // Halves, pairs and digits side by side, the first in the lowest byte; no jump that depends on the number.
    const uint64_t halves = number / 10000 | (uint64_t)(number % 10000) << 32;
    const uint64_t hundreds = (halves * 10486 >> 20) & 0x0000007F0000007F;
    const uint64_t pairs = hundreds | (halves - hundreds * 100) << 16;
    const uint64_t tens = (pairs * 103 >> 10) & 0x000F000F000F000F;
    const uint64_t digits = tens | (pairs - tens * 10) << 8;
    const int zeros = digits == 0 ? 7 : __builtin_ctzll(digits) / 8;
    const uint64_t text = (digits + 0x3030303030303030) >> 8 * zeros;
    for (int i = 0; i < 8; i++) target[i] = (uint8_t)(text >> 8 * i);
    return (size_t)(8 - zeros);
}

/// The same for a number below 10,000; `target` has room for four.
static inline size_t ctextscan_put_short_decimal(uint32_t number, uint8_t *target) {
    const uint32_t hundreds = number * 10486 >> 20;
    const uint32_t pairs = hundreds | (number - hundreds * 100) << 16;
    const uint32_t tens = (pairs * 103 >> 10) & 0x000F000F;
    const uint32_t digits = tens | (pairs - tens * 10) << 8;
    const int zeros = digits == 0 ? 3 : __builtin_ctz(digits) / 8;
    const uint32_t text = (digits + 0x30303030) >> 8 * zeros;
    for (int i = 0; i < 4; i++) target[i] = (uint8_t)(text >> 8 * i);
    return (size_t)(4 - zeros);
}

/// Writes `{"start":1,"end":2,"line":3,"column":4}`; returns how many bytes. `target` has room for 96.
size_t ctextscan_put_range(uint32_t start, uint32_t end, uint32_t line, uint32_t column, uint8_t *target);

/// Writes `[1,2]`; returns how many bytes. `target` has room for 48.
size_t ctextscan_put_piece(uint32_t start, uint32_t end, uint8_t *target);

#if defined(__SSE2__)
#include <emmintrin.h>

/// FF for each byte to escape.
static inline __m128i ctextscan_is_escaped(__m128i bytes) {
    const __m128i control = _mm_cmpeq_epi8(_mm_min_epu8(bytes, _mm_set1_epi8(0x1F)), bytes);
    const __m128i quote = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(0x22));
    const __m128i backslash = _mm_cmpeq_epi8(bytes, _mm_set1_epi8(0x5C));
    return _mm_or_si128(control, _mm_or_si128(quote, backslash));
}

static inline unsigned ctextscan_escapes(__m128i bytes) {
    return (unsigned)_mm_movemask_epi8(ctextscan_is_escaped(bytes));
}

/// Sixteen bytes at once; returns the place of the first to escape, or 16.
static inline size_t ctextscan_copy_16(const uint8_t *source, uint8_t *target) {
    const __m128i bytes = _mm_loadu_si128((const __m128i *)source);
    _mm_storeu_si128((__m128i *)target, bytes);
    return (size_t)__builtin_ctz(ctextscan_escapes(bytes) | 0x10000);
}

static inline size_t ctextscan_copy_8(const uint8_t *source, uint8_t *target) {
    const __m128i bytes = _mm_loadl_epi64((const __m128i *)source);
    _mm_storel_epi64((__m128i *)target, bytes);
    return (size_t)__builtin_ctz((ctextscan_escapes(bytes) & 0xFF) | 0x100);
}

static inline size_t ctextscan_copy_4(const uint8_t *source, uint8_t *target) {
    int word;
    __builtin_memcpy(&word, source, 4);
    __builtin_memcpy(target, &word, 4);
    return (size_t)__builtin_ctz((ctextscan_escapes(_mm_cvtsi32_si128(word)) & 0xF) | 0x10);
}

static inline size_t ctextscan_copy_plain(const uint8_t *source, uint8_t *target, size_t count) {
    size_t done = 0;
    for (; count - done >= 32; done += 32) {
        const __m128i low = _mm_loadu_si128((const __m128i *)(source + done));
        const __m128i high = _mm_loadu_si128((const __m128i *)(source + done + 16));
        if (_mm_movemask_epi8(_mm_or_si128(ctextscan_is_escaped(low), ctextscan_is_escaped(high)))) break;
        _mm_storeu_si128((__m128i *)(target + done), low);
        _mm_storeu_si128((__m128i *)(target + done + 16), high);
    }
    for (; count - done >= 16; done += 16) {
        const size_t plain = ctextscan_copy_16(source + done, target + done);
        if (plain < 16) return done + plain;
    }
    // The rest once more with bytes before it, which are plain.
    if (done == count) return count;
    if (count >= 16) return count - 16 + ctextscan_copy_16(source + count - 16, target + count - 16);
    if (count >= 8) {
        const size_t plain = ctextscan_copy_8(source, target);
        if (plain < 8) return plain;
        return count - 8 + ctextscan_copy_8(source + count - 8, target + count - 8);
    }
    if (count >= 4) {
        const size_t plain = ctextscan_copy_4(source, target);
        if (plain < 4) return plain;
        return count - 4 + ctextscan_copy_4(source + count - 4, target + count - 4);
    }
    for (; done < count; done++) {
        if (source[done] < 0x20 || source[done] == 0x22 || source[done] == 0x5C) break;
        target[done] = source[done];
    }
    return done;
}
#else
static inline size_t ctextscan_copy_plain(const uint8_t *source, uint8_t *target, size_t count) {
    size_t done = 0;
    for (; done < count; done++) {
        if (source[done] < 0x20 || source[done] == 0x22 || source[done] == 0x5C) break;
        target[done] = source[done];
    }
    return done;
}
#endif

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

/// Sets a bit of `numerals` for each byte where a character begins that numbers and times are told by (digits, Chinese
/// numerals, 半 翻 年 世), and one of `marks` where punctuation that ends clauses or opens brackets begins.
///
/// Both have room for `count / 64 + 1` words; bit 0 of word 0 is the first byte. `bytes` is well-formed UTF-8. Among the
/// marks are a few more of those blocks of Unicode: whoever goes on from a bit looks at the character.
void ctextscan_numerals(const uint8_t *bytes, size_t count, uint64_t *numerals, uint64_t *marks);

/// Where a word begins first, -1 where it does not occur.
ptrdiff_t ctextscan_find(const uint8_t *bytes, size_t count, const uint8_t *word, size_t length);

#endif
