#ifndef CTEXTSCAN_H
#define CTEXTSCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

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

struct cdigest_sha256_state;

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
    /// The digest of the same bytes, made with the processor's instructions, into which blocks may be taken on the way; or NULL.
    struct cdigest_sha256_state *digest;
};

/// Makes the next tokens; false at the end.
bool ctextscan_tokens(struct ctextscan_tokenizer *state);

/// Copies bytes up to the first that JSON escapes (below 20, `"` and backslash), or all; returns how many.
///
/// `target` has room for `count` bytes; those behind the copied ones may be overwritten.
static inline size_t ctextscan_copy_plain(const uint8_t *source, uint8_t *target, size_t count);

/// The digits of two numbers below 10,000, one in each half, the first in the lowest byte; no jump depends on the numbers.
static inline uint64_t ctextscan_digits(uint64_t halves) {
    const uint64_t hundreds = (halves * 10486 >> 20) & 0x0000007F0000007F;
    const uint64_t pairs = hundreds | (halves - hundreds * 100) << 16;
    const uint64_t tens = (pairs * 103 >> 10) & 0x000F000F000F000F;
    return tens | (pairs - tens * 10) << 8;
}

/// Writes the lowest bytes of a word, the lowest first.
static inline __attribute__((always_inline)) void ctextscan_put_bytes(uint64_t word, size_t count, uint8_t *target) {
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    // One store: of a loop over bytes the compiler makes a dozen vectors.
    memcpy(target, &word, count);
}

/// Writes a number below 100,000,000 in decimal; returns how many digits. `target` has room for eight.
static inline size_t ctextscan_put_decimal(uint32_t number, uint8_t *target) {
    const uint64_t digits = ctextscan_digits(number / 10000 | (uint64_t)(number % 10000) << 32);
    const int zeros = digits == 0 ? 7 : __builtin_ctzll(digits) / 8;
    const uint64_t text = (digits + 0x3030303030303030) >> 8 * zeros;
    ctextscan_put_bytes(text, 8, target);
    return (size_t)(8 - zeros);
}

/// The same as ``ctextscan_put_decimal`` for a number below 10,000; `target` has room for four.
static inline size_t ctextscan_put_short_decimal(uint32_t number, uint8_t *target) {
    const uint32_t digits = (uint32_t)ctextscan_digits(number);
    const int zeros = __builtin_ctz(digits | 0x1000000) / 8;
    ctextscan_put_bytes((digits + 0x30303030) >> 8 * zeros, 4, target);
    return (size_t)(4 - zeros);
}

/// Writes `{"start":1,"end":2,"line":3,"column":4}`; returns how many bytes. `target` has room for 96.
static inline size_t ctextscan_put_range(
    uint32_t start, uint32_t end, uint32_t line, uint32_t column, uint8_t *target);

/// The same of numbers of any size.
size_t ctextscan_put_long_range(uint32_t start, uint32_t end, uint32_t line, uint32_t column, uint8_t *target);

/// Two offsets, as they lie in a list.
struct ctextscan_piece {
    uint32_t start, end;
};

/// Writes pieces with commas between them, `[1,2],[3,4]`; returns how many bytes. `target` has room for 24 a piece, and 8.
size_t ctextscan_put_pieces(const struct ctextscan_piece *pieces, size_t count, uint8_t *target);

/// Copies bytes; false where JSON escapes one of them (below 20, `"` and backslash).
static inline bool ctextscan_put_plain(const uint8_t *source, size_t count, uint8_t *target);

/// The same of more than 64 bytes.
bool ctextscan_put_long_plain(const uint8_t *source, size_t count, uint8_t *target);

/// Copies bytes, those that JSON escapes as their escapes; returns how many bytes were written. `target` has room for six
/// times as many, and 32.
size_t ctextscan_put_escaped(const uint8_t *source, size_t count, uint8_t *target);

/// How many characters of well-formed UTF-8 start in so many bytes, at most 2,000; `readable` bytes are there.
static inline size_t ctextscan_scalars(const uint8_t *bytes, size_t count, size_t readable);

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

static inline size_t ctextscan_scalars(const uint8_t *bytes, size_t count, size_t readable) {
    // Bytes that continue a character are -128 to -65.
    const __m128i border = _mm_set1_epi8(-65);
    __m128i starts = _mm_setzero_si128();
    size_t at = 0;
    for (; count - at >= 64; at += 64) {
        const __m128i *blocks = (const __m128i *)(bytes + at);
        const __m128i first = _mm_add_epi8(
            _mm_cmpgt_epi8(_mm_loadu_si128(blocks), border), _mm_cmpgt_epi8(_mm_loadu_si128(blocks + 1), border));
        const __m128i second = _mm_add_epi8(
            _mm_cmpgt_epi8(_mm_loadu_si128(blocks + 2), border), _mm_cmpgt_epi8(_mm_loadu_si128(blocks + 3), border));
        starts = _mm_sub_epi8(starts, _mm_add_epi8(first, second));
    }
    for (; count - at >= 16; at += 16) {
        const __m128i block = _mm_loadu_si128((const __m128i *)(bytes + at));
        starts = _mm_sub_epi8(starts, _mm_cmpgt_epi8(block, border));
    }
    if (readable - at >= 16) {
        // What stands behind the last byte is not counted.
        const __m128i places = _mm_setr_epi8(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
        const __m128i counted = _mm_cmpgt_epi8(_mm_set1_epi8((char)(count - at)), places);
        const __m128i block = _mm_loadu_si128((const __m128i *)(bytes + at));
        starts = _mm_sub_epi8(starts, _mm_and_si128(counted, _mm_cmpgt_epi8(block, border)));
        at = count;
    }
    const __m128i sums = _mm_sad_epu8(starts, _mm_setzero_si128());
    size_t found = (size_t)_mm_cvtsi128_si32(sums) + (size_t)_mm_extract_epi16(sums, 4);
    for (; at < count; at++) found += (bytes[at] & 0xC0) != 0x80;
    return found;
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

static inline bool ctextscan_put_plain(const uint8_t *source, size_t count, uint8_t *target) {
    if (count > 64) return ctextscan_put_long_plain(source, count, target);
    __m128i escapes;
    if (count >= 16) {
        // The last sixteen lie over those before them.
        const __m128i last = _mm_loadu_si128((const __m128i *)(source + count - 16));
        escapes = ctextscan_is_escaped(last);
        for (size_t at = 0; at + 16 < count; at += 16) {
            const __m128i block = _mm_loadu_si128((const __m128i *)(source + at));
            escapes = _mm_or_si128(escapes, ctextscan_is_escaped(block));
            _mm_storeu_si128((__m128i *)(target + at), block);
        }
        _mm_storeu_si128((__m128i *)(target + count - 16), last);
    } else if (count >= 8) {
        const __m128i first = _mm_loadl_epi64((const __m128i *)source);
        const __m128i last = _mm_loadl_epi64((const __m128i *)(source + count - 8));
        _mm_storel_epi64((__m128i *)target, first);
        _mm_storel_epi64((__m128i *)(target + count - 8), last);
        escapes = ctextscan_is_escaped(_mm_unpacklo_epi64(first, last));
    } else if (count >= 4) {
        int first, last;
        memcpy(&first, source, 4);
        memcpy(&last, source + count - 4, 4);
        memcpy(target, &first, 4);
        memcpy(target + count - 4, &last, 4);
        const __m128i both = _mm_unpacklo_epi32(_mm_cvtsi32_si128(first), _mm_cvtsi32_si128(last));
        escapes = ctextscan_is_escaped(_mm_unpacklo_epi64(both, both));
    } else if (count > 0) {
        const uint8_t bytes[3] = {source[0], source[count / 2], source[count - 1]};
        target[0] = bytes[0];
        target[count / 2] = bytes[1];
        target[count - 1] = bytes[2];
        escapes = ctextscan_is_escaped(
            _mm_set1_epi32(bytes[0] | bytes[1] << 8 | bytes[2] << 16 | (int)((unsigned)bytes[2] << 24)));
    } else {
        return true;
    }
    return _mm_movemask_epi8(escapes) == 0;
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

static inline bool ctextscan_put_plain(const uint8_t *source, size_t count, uint8_t *target) {
    return ctextscan_copy_plain(source, target, count) == count;
}

static inline size_t ctextscan_scalars(const uint8_t *bytes, size_t count, size_t readable) {
    (void)readable;
    size_t found = 0;
    for (size_t i = 0; i < count; i++) found += (bytes[i] & 0xC0) != 0x80;
    return found;
}
#endif

/// Writes digits and moves on behind them; those that are zero before the last are left out.
static inline __attribute__((always_inline)) uint8_t *ctextscan_put_digits(
    uint64_t digits, size_t count, uint8_t *target) {
    const int zeros = __builtin_ctzll(digits | UINT64_C(1) << (8 * count - 8)) & ~7;
    ctextscan_put_bytes((digits + 0x3030303030303030) >> zeros, count, target);
    return target + count - zeros / 8;
}

#if defined(__SSE2__)
/// The digits of six numbers below 10,000, the first highest: those of two lie side by side in `offsets`, of the others in
/// `position`.
static inline __attribute__((always_inline)) void ctextscan_lane_digits(
    __m128i values, __m128i *offsets, __m128i *position) {
    const __m128i ten = _mm_set1_epi16(10);
    const __m128i tenth = _mm_set1_epi16(6554);
    const __m128i hundreds = _mm_srli_epi16(_mm_mulhi_epu16(values, _mm_set1_epi16(10486)), 4);
    const __m128i rest = _mm_sub_epi16(values, _mm_mullo_epi16(hundreds, _mm_set1_epi16(100)));
    const __m128i first = _mm_mulhi_epu16(hundreds, tenth);
    const __m128i second = _mm_sub_epi16(hundreds, _mm_mullo_epi16(first, ten));
    const __m128i third = _mm_mulhi_epu16(rest, tenth);
    const __m128i fourth = _mm_sub_epi16(rest, _mm_mullo_epi16(third, ten));
    const __m128i upper = _mm_or_si128(first, _mm_slli_epi16(second, 8));
    const __m128i lower = _mm_or_si128(third, _mm_slli_epi16(fourth, 8));
    *offsets = _mm_unpacklo_epi16(upper, lower);
    *position = _mm_unpackhi_epi16(upper, lower);
}
#endif

/// The digits of two numbers below 100,000,000, the first of each in its lowest byte.
static inline __attribute__((always_inline)) void ctextscan_offset_digits(
    uint32_t start, uint32_t end, uint64_t *starts, uint64_t *ends) {
#if defined(__SSE2__)
    const uint64_t values = start / 10000 | (uint64_t)(start % 10000) << 16 | (uint64_t)(end / 10000) << 32
        | (uint64_t)(end % 10000) << 48;
    __m128i offsets, position;
    ctextscan_lane_digits(_mm_cvtsi64_si128((long long)values), &offsets, &position);
    *starts = (uint64_t)_mm_cvtsi128_si64(offsets);
    *ends = (uint64_t)_mm_cvtsi128_si64(_mm_unpackhi_epi64(offsets, offsets));
#else
    *starts = ctextscan_digits(start / 10000 | (uint64_t)(start % 10000) << 32);
    *ends = ctextscan_digits(end / 10000 | (uint64_t)(end % 10000) << 32);
#endif
}

static inline size_t ctextscan_put_range(
    uint32_t start, uint32_t end, uint32_t line, uint32_t column, uint8_t *target) {
    if ((start | end) >= 1u << 26 || (line | column) >= 1u << 13) {
        return ctextscan_put_long_range(start, end, line, column, target);
    }
#if defined(__SSE2__)
    // Four digits in each of six lanes, of 16 bits.
    __m128i offsets, positions;
    ctextscan_lane_digits(
        _mm_setr_epi16(
            (short)(start / 10000), (short)(start % 10000), (short)(end / 10000), (short)(end % 10000), (short)line,
            (short)column, 0, 0),
        &offsets, &positions);
    const uint64_t starts = (uint64_t)_mm_cvtsi128_si64(offsets);
    const uint64_t ends = (uint64_t)_mm_cvtsi128_si64(_mm_unpackhi_epi64(offsets, offsets));
    const uint64_t position = (uint64_t)_mm_cvtsi128_si64(positions);
#else
    uint64_t starts, ends;
    ctextscan_offset_digits(start, end, &starts, &ends);
    const uint64_t position = ctextscan_digits(line | (uint64_t)column << 32);
#endif
    uint8_t *at = target;
    memcpy(at, "{\"start\":", 9);
    at = ctextscan_put_digits(starts, 8, at + 9);
    memcpy(at, ",\"end\":", 7);
    at = ctextscan_put_digits(ends, 8, at + 7);
    memcpy(at, ",\"line\":", 8);
    at = ctextscan_put_digits(position & 0xFFFFFFFF, 4, at + 8);
    memcpy(at, ",\"column\":", 10);
    at = ctextscan_put_digits(position >> 32, 4, at + 10);
    *at++ = '}';
    return (size_t)(at - target);
}

/// What stands at a place where a duty may be said; the order is that of `DutyAnchors.Kind`.
enum {
    CTEXTSCAN_OPEN, CTEXTSCAN_CLOSE, CTEXTSCAN_COLON, CTEXTSCAN_LEAD, CTEXTSCAN_WITH, CTEXTSCAN_RESPONSIBLE,
    CTEXTSCAN_STATED
};

/// Writes the brackets （〔【([ and their partners, the colons, and the verbs 牵头, 会同, 负责 (牽頭, 會同, 負責), and the ends of 单位为 and 部门为, that begin
/// at or behind `*at`: each as its offset in the upper 56 bits and what it is in the lower eight.
///
/// Stops when less than CTEXTSCAN_BLOCK places are left of `capacity`, at least that many, or at the end; `*at` moves
/// behind what was looked at. Returns how many were written. The bytes are well-formed UTF-8.
size_t ctextscan_anchors(const uint8_t *bytes, size_t *at, size_t count, uint64_t *anchors, size_t capacity);

/// What `ctextscan_numerals` looks characters up in.
typedef struct {
    /// For each of three bytes the buckets that have a byte with this lower half, and with this upper half: of the first
    /// eight buckets, then of the others.
    uint8_t low[6][16], high[6][16];
    /// The characters themselves, each in a place of its own.
    uint16_t characters[256];
} ctextscan_numeral_table;

/// Fills a table, which is the same for all texts: make one and keep it.
void ctextscan_make_numeral_table(ctextscan_numeral_table *table);

/// Sets a bit of `numerals` for each byte where a character begins that numbers and times are told by (digits, Chinese
/// numerals, 半 翻 年 世), and one of `marks` where punctuation that ends clauses or opens brackets begins.
///
/// Both have room for `count / 64 + 1` words; bit 0 of word 0 is the first byte. `bytes` is well-formed UTF-8. Among the
/// marks are a few more of those blocks of Unicode: whoever goes on from a bit looks at the character.
void ctextscan_numerals(
    const uint8_t *bytes, size_t count, const ctextscan_numeral_table *table, uint64_t *numerals, uint64_t *marks);

/// What a mark of `ctextscan_numerals` is for the clauses of a text: 0 for nothing; marks that end a clause; and, from
/// CTEXTSCAN_OPENING and CTEXTSCAN_CLOSING on, the halves of a pair of signs.
enum {
    CTEXTSCAN_COMMA = 1, CTEXTSCAN_STOP, CTEXTSCAN_NARROW_COMMA, CTEXTSCAN_POINT,
    CTEXTSCAN_OPENING = 8, CTEXTSCAN_CLOSING = 16
};

/// Pairs of signs: （）, (), “”, 「」, 《》, 〔〕, ［］.
enum {
    CTEXTSCAN_ROUND, CTEXTSCAN_NARROW_ROUND, CTEXTSCAN_QUOTATION, CTEXTSCAN_CORNER, CTEXTSCAN_TITLE,
    CTEXTSCAN_SHELL, CTEXTSCAN_SQUARE
};

/// ASCII, and behind it one block each of the characters that begin with E2, E3 and EF.
extern const uint8_t ctextscan_clause_marks[384];

/// What the character is for clauses that begins at a mark; `count` bytes are left, at least one.
static inline uint8_t ctextscan_clause_mark(const uint8_t *bytes, size_t count) {
    if (bytes[0] < 0x80) return ctextscan_clause_marks[bytes[0]];
    if (count < 3) return 0;
    return ctextscan_clause_marks[128 + (((bytes[0] >> 2 & 2) | (bytes[0] & 1)) << 6 | (bytes[2] & 63))];
}

/// Where a word begins first, -1 where it does not occur.
ptrdiff_t ctextscan_find(const uint8_t *bytes, size_t count, const uint8_t *word, size_t length);

#endif
