#include <stdlib.h>

#include "cicu_bridge.h"
#include "icu.h"

enum { pivot_length = 4096 };

struct cicu_decoder {
    UConverter *source;
    UConverter *utf8;
    size_t substitutions;
    bool unfinished;
    bool started;
    UChar *pivot_source;
    UChar *pivot_target;
    UChar pivot[pivot_length];
};

void cicu_version(char *buffer) {
    UVersionInfo version;
    u_getVersion(version);
    u_versionToString(version, buffer);
}

/// Called by ICU at every sequence that the encoding does not allow, so counting costs good text nothing.
static void substitute(
    const void *context, UConverterToUnicodeArgs *args, const char *bytes, int32_t count,
    UConverterCallbackReason reason, UErrorCode *status) {
    (void)bytes, (void)count;
    if (reason > UCNV_IRREGULAR) return;  // Reset, close and clone are no text.
    cicu_decoder *decoder = (cicu_decoder *)context;
    if (*status == U_TRUNCATED_CHAR_FOUND) {
        decoder->unfinished = true;
    } else {
        decoder->substitutions++;
    }
    *status = U_ZERO_ERROR;
    const UChar replacement = 0xFFFD;
    ucnv_cbToUWriteUChars(args, &replacement, 1, 0, status);
}

cicu_decoder *cicu_decoder_open(const char *converter) {
    cicu_decoder *decoder = calloc(1, sizeof *decoder);
    if (decoder == NULL) return NULL;
    UErrorCode status = U_ZERO_ERROR;
    decoder->source = ucnv_open(converter, &status);
    decoder->utf8 = ucnv_open("UTF-8", &status);
    ucnv_setToUCallBack(decoder->source, substitute, decoder, NULL, NULL, &status);
    if (U_FAILURE(status)) {
        cicu_decoder_close(decoder);
        return NULL;
    }
    decoder->pivot_source = decoder->pivot_target = decoder->pivot;
    return decoder;
}

void cicu_decoder_close(cicu_decoder *decoder) {
    if (decoder == NULL) return;
    ucnv_close(decoder->source);
    ucnv_close(decoder->utf8);
    free(decoder);
}

cicu_progress cicu_decoder_feed(
    cicu_decoder *decoder, const uint8_t *bytes, size_t count, bool last, uint8_t *output, size_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    const char *source = (const char *)bytes;
    char *target = (char *)output;
    ucnv_convertEx(
        decoder->utf8, decoder->source, &target, target + capacity, &source, source + count, decoder->pivot,
        &decoder->pivot_source, &decoder->pivot_target, decoder->pivot + pivot_length, !decoder->started, last,
        &status);
    decoder->started = true;
    cicu_progress progress = {
        .consumed = (size_t)(source - (const char *)bytes),
        .written = (size_t)((uint8_t *)target - output),
        .more = status == U_BUFFER_OVERFLOW_ERROR,
    };
    progress.failed = U_FAILURE(status) && !progress.more;
    return progress;
}

size_t cicu_decoder_substitutions(const cicu_decoder *decoder) { return decoder->substitutions; }

bool cicu_decoder_unfinished(const cicu_decoder *decoder) { return decoder->unfinished; }

int32_t cicu_encode(const char *converter, const uint8_t *utf8, int32_t count, uint8_t *output, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter *target = ucnv_open(converter, &status);
    UConverter *source = ucnv_open("UTF-8", &status);
    ucnv_setFromUCallBack(target, UCNV_FROM_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
    ucnv_setToUCallBack(source, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
    const char *from = (const char *)utf8;
    char *to = (char *)output;
    UChar pivot[1024], *pivot_source = pivot, *pivot_target = pivot;
    ucnv_convertEx(
        target, source, &to, to + capacity, &from, from + count, pivot, &pivot_source, &pivot_target, pivot + 1024,
        true, true, &status);
    ucnv_close(source);
    ucnv_close(target);
    return U_FAILURE(status) ? -1 : (int32_t)((uint8_t *)to - output);
}
