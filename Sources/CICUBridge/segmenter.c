#include <stdlib.h>

#include "cicu_bridge.h"
#include "icu.h"

struct cicu_segmenter {
    UBreakIterator *iterator;
    UChar *units;
    int32_t capacity;
};

cicu_segmenter *cicu_segmenter_open(void) {
    cicu_segmenter *segmenter = calloc(1, sizeof *segmenter);
    if (segmenter == NULL) return NULL;
    UErrorCode status = U_ZERO_ERROR;
    segmenter->iterator = ubrk_open(UBRK_WORD, "zh", NULL, 0, &status);
    if (U_FAILURE(status)) {
        cicu_segmenter_close(segmenter);
        return NULL;
    }
    return segmenter;
}

cicu_segmenter *cicu_segmenter_copy(const cicu_segmenter *segmenter) {
    cicu_segmenter *copy = calloc(1, sizeof *copy);
    if (copy == NULL) return NULL;
    UErrorCode status = U_ZERO_ERROR;
#if U_ICU_VERSION_MAJOR_NUM >= 69
    copy->iterator = ubrk_clone(segmenter->iterator, &status);
#else
    copy->iterator = ubrk_safeClone(segmenter->iterator, NULL, NULL, &status);
#endif
    if (U_FAILURE(status) || copy->iterator == NULL) {
        cicu_segmenter_close(copy);
        return NULL;
    }
    return copy;
}

void cicu_segmenter_close(cicu_segmenter *segmenter) {
    if (segmenter == NULL) return;
    if (segmenter->iterator != NULL) ubrk_close(segmenter->iterator);
    free(segmenter->units);
    free(segmenter);
}

/// UTF-16 of the text in the segmenter's own buffer: ICU walks it faster than UTF-8 behind a UText.
static int32_t convert(cicu_segmenter *segmenter, const uint8_t *utf8, int32_t count) {
    if (segmenter->capacity < count) {
        UChar *units = realloc(segmenter->units, (size_t)count * sizeof *units);
        if (units == NULL) return -1;
        segmenter->units = units;
        segmenter->capacity = count;
    }
    int32_t length = 0;
    for (int32_t i = 0; i < count;) {
        UChar32 scalar;
        U8_NEXT_OR_FFFD(utf8, i, count, scalar);
        U16_APPEND_UNSAFE(segmenter->units, length, scalar);
    }
    return length;
}

int32_t cicu_segmenter_boundaries(
    cicu_segmenter *segmenter, const uint8_t *utf8, int32_t count, int32_t *boundaries, int32_t capacity) {
    if (count <= 0) return 0;
    if (capacity <= count) return -1;
    int32_t length = convert(segmenter, utf8, count);
    UErrorCode status = U_ZERO_ERROR;
    if (length < 0) return -1;
    ubrk_setText(segmenter->iterator, segmenter->units, length, &status);
    if (U_FAILURE(status)) return -1;

    int32_t written = 0, byte = 0, unit = 0;
    boundaries[written++] = 0;
    // The way back to bytes walks the UTF-8 beside the boundaries: no table of offsets.
    for (int32_t at = ubrk_next(segmenter->iterator); at != UBRK_DONE; at = ubrk_next(segmenter->iterator)) {
        while (unit < at && byte < count) {
            UChar32 scalar;
            U8_NEXT_OR_FFFD(utf8, byte, count, scalar);
            unit += U16_LENGTH(scalar);
        }
        if (byte > boundaries[written - 1]) boundaries[written++] = byte;
    }
    // ICU ends at the end of the text; callers rely on it, so it is not left to ICU.
    if (boundaries[written - 1] < count) boundaries[written++] = count;
    return written;
}
