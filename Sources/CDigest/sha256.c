#include "cdigest.h"

#include <string.h>

#include "blocks.h"
#include "cdigest_rounds.h"

const uint32_t cdigest_sha256_constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static inline uint32_t rotate(uint32_t x, int n) { return x >> n | x << (32 - n); }

static inline uint32_t load(const uint8_t *p) {
    return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | (uint32_t)p[3];
}

static inline void store(uint8_t *p, uint32_t x) {
    for (int i = 0; i < 4; i++) p[i] = (uint8_t)(x >> (24 - 8 * i));
}

void cdigest_sha256_blocks_portable(uint32_t words[8], const uint8_t *bytes, size_t count) {
    for (; count > 0; count--, bytes += 64) {
        uint32_t w[64];
        for (int i = 0; i < 16; i++) w[i] = load(bytes + 4 * i);
        for (int i = 16; i < 64; i++) {
            uint32_t s0 = rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ w[i - 15] >> 3;
            uint32_t s1 = rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ w[i - 2] >> 10;
            w[i] = w[i - 16] + s0 + w[i - 7] + s1;
        }
        uint32_t a = words[0], b = words[1], c = words[2], d = words[3];
        uint32_t e = words[4], f = words[5], g = words[6], h = words[7];
        for (int i = 0; i < 64; i++) {
            uint32_t s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
            uint32_t t1 = h + s1 + ((e & f) ^ (~e & g)) + cdigest_sha256_constants[i] + w[i];
            uint32_t s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
            uint32_t t2 = s0 + ((a & b) ^ (a & c) ^ (b & c));
            h = g, g = f, f = e, e = d + t1, d = c, c = b, b = a, a = t1 + t2;
        }
        words[0] += a, words[1] += b, words[2] += c, words[3] += d;
        words[4] += e, words[5] += f, words[6] += g, words[7] += h;
    }
}

void cdigest_sha256_begin(
    struct cdigest_sha256_state *state, const uint8_t *bytes, size_t count, bool use_instructions) {
    *state = (struct cdigest_sha256_state){
        .words = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19},
        .next = bytes, .blocks = count / 64, .count = count, .use_instructions = use_instructions};
}

void cdigest_sha256_end(struct cdigest_sha256_state *state, uint8_t digest[32]) {
    void (*blocks)(uint32_t *, const uint8_t *, size_t) =
        state->use_instructions ? cdigest_sha256_blocks_instructions : cdigest_sha256_blocks_portable;
    if (state->blocks > 0) {
        blocks(state->words, state->next, state->blocks);
        state->next += state->blocks * 64;
        state->blocks = 0;
    }

    // The padding of 5.1.1 needs nine bytes: one block, or two when the rest leaves no room.
    const size_t rest = state->count % 64;
    uint8_t tail[128] = {0};
    if (rest > 0) memcpy(tail, state->next, rest);
    tail[rest] = 0x80;
    size_t tail_blocks = rest + 9 > 64 ? 2 : 1;
    uint64_t bits = (uint64_t)state->count * 8;
    store(tail + tail_blocks * 64 - 8, (uint32_t)(bits >> 32));
    store(tail + tail_blocks * 64 - 4, (uint32_t)bits);
    blocks(state->words, tail, tail_blocks);
    for (int i = 0; i < 8; i++) store(digest + 4 * i, state->words[i]);
}
