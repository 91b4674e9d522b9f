#ifndef CDIGEST_BLOCKS_H
#define CDIGEST_BLOCKS_H

#include <stddef.h>
#include <stdint.h>

/// The round constants of FIPS 180-4, 4.2.2.
extern const uint32_t cdigest_sha256_constants[64];

/// Both take `count` blocks of 64 bytes into the state.
void cdigest_sha256_blocks_portable(uint32_t state[8], const uint8_t *bytes, size_t count);
void cdigest_sha256_blocks_instructions(uint32_t state[8], const uint8_t *bytes, size_t count);

#endif
