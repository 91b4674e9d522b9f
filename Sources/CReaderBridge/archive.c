#if !__has_include(<archive.h>)
#error "libarchive's headers not found. Install the Debian packages libarchive-dev and pkg-config: apt-get install libarchive-dev pkg-config"
#endif

#include <archive.h>
#include <archive_entry.h>
#include <stdlib.h>

#include "creader_bridge.h"

struct carchive {
    struct archive *archive;
    struct archive_entry *entry;
};

carchive *carchive_open(const uint8_t *bytes, size_t count) {
    carchive *result = calloc(1, sizeof *result);
    if (result == NULL) return NULL;
    result->archive = archive_read_new();
    if (result->archive == NULL || archive_read_support_format_zip(result->archive) != ARCHIVE_OK
        || archive_read_open_memory(result->archive, bytes, count) != ARCHIVE_OK) {
        carchive_close(result);
        return NULL;
    }
    return result;
}

void carchive_close(carchive *archive) {
    if (archive == NULL) return;
    if (archive->archive != NULL) archive_read_free(archive->archive);
    free(archive);
}

carchive_status carchive_next(carchive *archive, const char **name) {
    *name = "";
    int status = archive_read_next_header(archive->archive, &archive->entry);
    if (status == ARCHIVE_EOF) return carchive_end;
    if (status != ARCHIVE_OK && status != ARCHIVE_WARN) return carchive_damaged;
    if (archive_entry_is_encrypted(archive->entry) == 1) return carchive_encrypted;
    const char *path = archive_entry_pathname(archive->entry);
    if (path == NULL) path = archive_entry_pathname_utf8(archive->entry);
    if (path != NULL) *name = path;
    return carchive_entry;
}

int64_t carchive_read(carchive *archive, uint8_t *buffer, size_t count) {
    la_ssize_t length = archive_read_data(archive->archive, buffer, count);
    if (length >= 0) return length;
    return archive_read_has_encrypted_entries(archive->archive) == 1 ? -2 : -1;
}
