#include <string.h>

#include "ctextscan.h"

/// Bytes of a literal by sixteen: what is written behind it is overwritten by what follows.
static inline uint8_t *put(uint8_t *target, const char literal[16], size_t length) {
    memcpy(target, literal, 16);
    return target + length;
}

static inline uint8_t *put_number(uint8_t *target, uint32_t number) {
    if (number < 10000) return target + ctextscan_put_short_decimal(number, target);
    if (number >= 100000000) {
        target += ctextscan_put_short_decimal(number / 100000000, target);
        number %= 100000000;
        for (uint32_t unit = 10000000; unit > 0; unit /= 10) *target++ = (uint8_t)('0' + number / unit % 10);
        return target;
    }
    return target + ctextscan_put_decimal(number, target);
}

size_t ctextscan_put_long_range(uint32_t start, uint32_t end, uint32_t line, uint32_t column, uint8_t *target) {
    uint8_t *at = put_number(put(target, "{\"start\":\0\0\0\0\0\0", 9), start);
    at = put_number(put(at, ",\"end\":\0\0\0\0\0\0\0\0", 7), end);
    at = put_number(put(at, ",\"line\":\0\0\0\0\0\0\0", 8), line);
    at = put_number(put(at, ",\"column\":\0\0\0\0\0", 10), column);
    *at++ = '}';
    return (size_t)(at - target);
}

size_t ctextscan_put_piece(uint32_t start, uint32_t end, uint8_t *target) {
    uint8_t *at = target;
    *at++ = '[';
    at = put_number(at, start);
    *at++ = ',';
    at = put_number(at, end);
    *at++ = ']';
    return (size_t)(at - target);
}
