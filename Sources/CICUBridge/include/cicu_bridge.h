#ifndef CICU_BRIDGE_H
#define CICU_BRIDGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The library's only way to ICU. Its C names carry a version suffix behind macros, which Swift cannot see; handles are
// opaque and calls take whole buffers, so that crossing the language border costs nothing per character.
//
// No function here keeps a caller's buffer, and none has state outside its handle. A handle serves one thread at a time.

/// Writes ICU's version, e.g. `72.1`, with a closing NUL. `buffer` holds at least 20 bytes.
void cicu_version(char *buffer);

// MARK: Decoding

typedef struct cicu_decoder cicu_decoder;

/// A decoder from a named ICU converter to UTF-8, or NULL when ICU has no such converter.
cicu_decoder *cicu_decoder_open(const char *converter);
void cicu_decoder_close(cicu_decoder *decoder);

/// What one call of `cicu_decoder_feed` did.
typedef struct {
    size_t consumed;
    size_t written;
    /// Output is waiting: call again with the rest of the source.
    bool more;
    /// ICU gave up (no memory); nothing further will come.
    bool failed;
} cicu_progress;

/// Decodes the next `count` bytes. What the encoding does not allow becomes U+FFFD.
///
/// With `last`, a character cut off at the end becomes U+FFFD too; without, its bytes wait for the next call.
/// A capacity of `3 * count + 64` bytes is always enough for one call to take everything.
cicu_progress cicu_decoder_feed(
    cicu_decoder *decoder, const uint8_t *bytes, size_t count, bool last, uint8_t *output, size_t capacity);

/// How many U+FFFD were written for malformed or unassigned bytes so far, without that for a cut-off last character.
size_t cicu_decoder_substitutions(const cicu_decoder *decoder);
/// Whether the last character was cut off.
bool cicu_decoder_unfinished(const cicu_decoder *decoder);

/// Encodes UTF-8 with a named ICU converter; for making test fixtures.
///
/// Returns the number of bytes written, or -1 when a character has no code there, the input is no UTF-8, or `capacity`
/// is too small. Characters are never replaced.
int32_t cicu_encode(const char *converter, const uint8_t *utf8, int32_t count, uint8_t *output, int32_t capacity);

// MARK: Word segmentation

typedef struct cicu_segmenter cicu_segmenter;

/// A word segmenter for Chinese (ICU's dictionary), or NULL when ICU lacks its data. Opening costs microseconds.
cicu_segmenter *cicu_segmenter_open(void);
/// A segmenter of its own with the rules of another, for a tenth of what opening costs; NULL without memory. Any number of
/// threads may copy one that none uses.
cicu_segmenter *cicu_segmenter_copy(const cicu_segmenter *segmenter);
void cicu_segmenter_close(cicu_segmenter *segmenter);

/// Writes the byte offsets of all word boundaries in ascending order, with 0 and `count`, to `boundaries`.
///
/// `capacity` must be at least `count + 1`. Returns how many were written (0 for no text), or -1 when ICU fails.
/// Any bytes are safe; a boundary never lies inside a well-formed character.
int32_t cicu_segmenter_boundaries(
    cicu_segmenter *segmenter, const uint8_t *utf8, int32_t count, int32_t *boundaries, int32_t capacity);

// MARK: Width

/// How many columns a character takes on a terminal with East Asian fonts: 0, 1 or 2 (UAX #11).
int32_t cicu_column_count(uint32_t scalar);

#endif
