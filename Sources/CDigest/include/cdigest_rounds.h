#ifndef CDIGEST_ROUNDS_H
#define CDIGEST_ROUNDS_H

#include <stdint.h>

/// The round constants of FIPS 180-4, 4.2.2.
extern const uint32_t cdigest_sha256_constants[64];

#if defined(__x86_64__)

#include <immintrin.h>

// A block by sixteen groups of four rounds. Each round waits for the one before, four cycles, and the processor is idle meanwhile:
// code with other things to do may put them between the groups.
//
// With AVX around it: the instructions have no form that spares the upper halves of the registers, so these must be clear
// (VZEROUPPER), else each of them takes dozens of cycles.

#define CDIGEST_ROUNDS __attribute__((target("sha,sse4.1,ssse3"), always_inline)) static inline

/// The state as the instructions want it, that before the block, and the next sixteen words of the schedule.
struct cdigest_sha256_rounds {
    __m128i abef, cdgh, abef_before, cdgh_before, schedule[4];
};

CDIGEST_ROUNDS struct cdigest_sha256_rounds cdigest_sha256_load(const uint32_t words[8]) {
    const __m128i low = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)words), 0xB1);
    const __m128i high = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(words + 4)), 0x1B);
    struct cdigest_sha256_rounds rounds;
    rounds.abef = _mm_alignr_epi8(low, high, 8);
    rounds.cdgh = _mm_blend_epi16(high, low, 0xF0);
    return rounds;
}

CDIGEST_ROUNDS void cdigest_sha256_store(struct cdigest_sha256_rounds rounds, uint32_t words[8]) {
    const __m128i low = _mm_shuffle_epi32(rounds.abef, 0x1B), high = _mm_shuffle_epi32(rounds.cdgh, 0xB1);
    _mm_storeu_si128((__m128i *)words, _mm_blend_epi16(low, high, 0xF0));
    _mm_storeu_si128((__m128i *)(words + 4), _mm_alignr_epi8(high, low, 8));
}

/// Begins a block of 64 bytes.
CDIGEST_ROUNDS void cdigest_sha256_open(struct cdigest_sha256_rounds *rounds, const uint8_t *bytes) {
    const __m128i big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0bLL, 0x0405060700010203LL);
    for (int i = 0; i < 4; i++) {
        rounds->schedule[i] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(bytes + 16 * i)), big_endian);
    }
    rounds->abef_before = rounds->abef;
    rounds->cdgh_before = rounds->cdgh;
}

/// Group 0, 1, … 15, one after the other; a constant where it is inlined.
CDIGEST_ROUNDS void cdigest_sha256_four(struct cdigest_sha256_rounds *rounds, int group) {
    __m128i *const w = rounds->schedule;
    const __m128i constants = _mm_loadu_si128((const __m128i *)(cdigest_sha256_constants + 4 * group));
    const __m128i words = _mm_add_epi32(w[group & 3], constants);
    rounds->cdgh = _mm_sha256rnds2_epu32(rounds->cdgh, rounds->abef, words);
    rounds->abef = _mm_sha256rnds2_epu32(rounds->abef, rounds->cdgh, _mm_shuffle_epi32(words, 0x0E));
    if (group >= 12) return;
    // The words four groups on take the place of these.
    __m128i sum = _mm_sha256msg1_epu32(w[group & 3], w[(group + 1) & 3]);
    sum = _mm_add_epi32(sum, _mm_alignr_epi8(w[(group + 3) & 3], w[(group + 2) & 3], 4));
    w[group & 3] = _mm_sha256msg2_epu32(sum, w[(group + 3) & 3]);
}

/// Ends a block.
CDIGEST_ROUNDS void cdigest_sha256_close(struct cdigest_sha256_rounds *rounds) {
    rounds->abef = _mm_add_epi32(rounds->abef, rounds->abef_before);
    rounds->cdgh = _mm_add_epi32(rounds->cdgh, rounds->cdgh_before);
}

#endif

#endif
