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

/// Writes the digest of `count` bytes to `digest`.
///
/// `use_instructions` must not be true unless `cdigest_sha256_has_instructions` said so. Both ways give the same digest.
void cdigest_sha256(const uint8_t *bytes, size_t count, bool use_instructions, uint8_t digest[32]);

#endif
