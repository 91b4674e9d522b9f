#ifndef CDIGEST_H
#define CDIGEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// SHA-256 (FIPS 180-4). The library depends on ICU alone, so the digest is its own.

/// Whether this processor has SHA-256 instructions that this build can use.
///
/// Asks the processor each time (CPUID, which is slow in virtual machines): callers keep the answer.
bool cdigest_sha256_has_instructions(void);

/// A digest in the making. Whoever passes over the same bytes may take blocks in on the way (`cdigest_rounds.h`).
struct cdigest_sha256_state {
    uint32_t words[8];
    /// The next block of 64 bytes, and how many whole ones are left.
    const uint8_t *next;
    size_t blocks;
    /// The number of all bytes.
    size_t count;
    bool use_instructions;
};

/// Begins the digest of `count` bytes, which stay where they are up to its end.
///
/// `use_instructions` must not be true unless `cdigest_sha256_has_instructions` said so. Both ways give the same digest.
void cdigest_sha256_begin(
    struct cdigest_sha256_state *state, const uint8_t *bytes, size_t count, bool use_instructions);

/// Takes in what is left, and writes the digest.
void cdigest_sha256_end(struct cdigest_sha256_state *state, uint8_t digest[32]);

#endif
