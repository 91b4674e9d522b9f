#include <string.h>

#include "kinds.h"

uint8_t ctextscan_kind_above_plane_0(uint32_t code_point) {
    if (code_point >= 0x1F100 && code_point <= 0x1F10A) return ENCLOSED_NUMBER;
    if (code_point >= 0x1F000 && code_point <= 0x1FAFF) return SYMBOL;
    if (code_point >= 0x20000 && code_point <= 0x3FFFF) return HAN;
    return code_point >= 0xF0000 && code_point <= 0x10FFFF ? PRIVATE_USE : OTHER;
}

/// The kinds of a row of 64 characters, with the bits beside them.
static void make_row(const uint8_t *plain, size_t row, uint8_t cells[64]) {
    for (size_t i = 0; i < 64; i++) {
        const uint8_t kind = plain[row * 64 + i];
        cells[i] = (uint8_t)(kind | (JOINING >> kind & 1) << 6);
    }
    if (row == 0x25CB / 64) cells[0x25CB % 64] = ODD;
    if (row == 0x5E74 / 64) cells[0x5E74 % 64] = YEAR;
    if (row == 0x7B2C / 64) cells[0x7B2C % 64] = ORDINAL;
    if (row == 0x8868 / 64) cells[0x8868 % 64] = ORDINAL;
}

void ctextscan_make_kinds(struct ctextscan_kinds *kinds) {
    const uint8_t *plain = kinds->plain;
    for (size_t byte = 0; byte < 256; byte++) {
        kinds->cells[byte] = byte < 0x80 ? (uint8_t)(plain[byte] | (JOINING >> plain[byte] & 1) << 6) : ODD;
    }
    memset(kinds->rows, 0, sizeof kinds->rows);
    uint8_t *const rows = kinds->cells + 256;
    size_t count = 0, place = 0;
    for (size_t row = 0x800 / 64; row < 0x10000 / 64; row++) {
        uint8_t cells[64];
        make_row(plain, row, cells);
        // Most rows are as the one before.
        if (count == 0 || memcmp(rows + place * 64, cells, 64) != 0) {
            for (place = 0; place < count && memcmp(rows + place * 64, cells, 64) != 0;) place++;
        }
        // There are some sixty rows that differ; what does not fit is read one by one.
        if (place == count && count < CTEXTSCAN_ROWS - 1) memcpy(rows + 64 * count++, cells, 64);
        if (place == CTEXTSCAN_ROWS - 1) memset(rows + place * 64, ODD, 64);
        // As the bytes lie in memory: the first in the low half, with its upper bits, which all have in common, left out.
        kinds->rows[(row >> 6 & 0x0F) | (row & 0x3F) << 8] = (uint16_t)(256 + place * 64);
    }
}
