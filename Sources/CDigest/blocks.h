#ifndef CDIGEST_BLOCKS_H
#define CDIGEST_BLOCKS_H

#include <stddef.h>
#include <stdint.h>

/// Both take `count` blocks of 64 bytes into the words of the state.
void cdigest_sha256_blocks_portable(uint32_t words[8], const uint8_t *bytes, size_t count);
void cdigest_sha256_blocks_instructions(uint32_t words[8], const uint8_t *bytes, size_t count);

#endif
