#include "icu.h"

#include <unicode/uchar.h>

int32_t cicu_column_count(uint32_t scalar) {
    UChar32 c = (UChar32)scalar;
    switch (u_charType(c)) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR:
    case U_CONTROL_CHAR:
        return 0;
    default:
        break;
    }
    switch (u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH)) {
    case U_EA_FULLWIDTH:
    case U_EA_WIDE:
        return 2;
    // What East Asian fonts show wide: “” — … and the circled numbers (UAX #11, 4.2).
    case U_EA_AMBIGUOUS:
        return 2;
    default:
        return 1;
    }
}
