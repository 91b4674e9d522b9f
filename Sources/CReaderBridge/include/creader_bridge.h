#ifndef CREADER_BRIDGE_H
#define CREADER_BRIDGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The readers' only way to libxml2, libarchive and child processes. No function here opens a path, a network address or an
// external entity; none keeps a caller's buffer beyond its handle. A handle serves one thread at a time.

// MARK: Markup

/// What a parse calls. Names and values are UTF-8 with a closing NUL and live until the call returns.
typedef struct {
    void *context;
    /// `attributes`: names and values in turn (a value may be NULL), then NULL; itself NULL without attributes.
    void (*start)(void *context, const char *name, const char *const *attributes);
    void (*end)(void *context, const char *name);
    void (*text)(void *context, const uint8_t *bytes, size_t count);
    void (*comment)(void *context, const char *text);
} cmarkup_handler;

/// Parses UTF-8 as HTML with libxml2's push parser. Returns false only without memory.
///
/// libxml2 takes quadratic time for many attributes and for deep nesting, and ends at `</html>`: the caller sees to that.
bool cmarkup_parse_html(const uint8_t *bytes, size_t count, const cmarkup_handler *handler);

typedef enum {
    cmarkup_complete,
    /// Not well-formed; what came before the fault was reported.
    cmarkup_damaged,
    /// Has a document type, and with it entities perhaps: no office format has one. Nothing of it was expanded.
    cmarkup_doctype,
    /// Nested deeper than allowed.
    cmarkup_deep,
} cmarkup_status;

/// Parses XML. Names are local names; comments are not reported. No entity is loaded or expanded.
cmarkup_status cmarkup_parse_xml(const uint8_t *bytes, size_t count, int depth_limit, const cmarkup_handler *handler);

// MARK: Archives

typedef struct carchive carchive;

/// A ZIP archive in memory, or NULL when there is no memory or the bytes are no such archive.
carchive *carchive_open(const uint8_t *bytes, size_t count);
void carchive_close(carchive *archive);

typedef enum { carchive_entry, carchive_end, carchive_damaged, carchive_encrypted } carchive_status;

/// Goes to the next entry. `name` lives until the next call and is for comparing only.
carchive_status carchive_next(carchive *archive, const char **name);

/// Reads from the entry: the number of bytes, 0 at its end, -1 where it is damaged, -2 where it is encrypted.
int64_t carchive_read(carchive *archive, uint8_t *buffer, size_t count);

// MARK: Child processes

typedef enum {
    /// Ended by itself; `code` is its exit code.
    cchild_exited,
    /// Ended by a signal, such as one for too much memory.
    cchild_signalled,
    /// Took too long and was ended.
    cchild_timed_out,
    /// Wrote too much and was ended.
    cchild_output_limit,
    /// There is no such program.
    cchild_missing,
    /// The system has no more processes, files or memory.
    cchild_failed,
} cchild_end;

typedef struct {
    cchild_end end;
    int code;
    /// Standard output; free it with `cchild_free`.
    uint8_t *output;
    size_t output_count;
    /// The beginning of standard error.
    char errors[1024];
} cchild_result;

typedef struct {
    uint32_t milliseconds;
    uint64_t memory_bytes;
    size_t output_bytes;
} cchild_limits;

/// Runs a program found in PATH, without a shell, with `input` as a seekable standard input and limits on time, memory
/// and output. It inherits no other file and almost no environment, and can write no file.
cchild_result cchild_run(
    const char *const *arguments, const uint8_t *input, size_t input_count, cchild_limits limits);
void cchild_free(cchild_result *result);

#endif
