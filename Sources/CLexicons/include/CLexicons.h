#ifndef CLEXICONS_H
#define CLEXICONS_H

#include <stddef.h>
#include <stdint.h>

// The word lists, compiled in: text files beside lexicons.c, in UTF-8. Swift has no literal that takes a hundred kilobytes
// in reasonable time; C's #embed does, and the bytes lie in the binary as they are.

/// A word list.
typedef struct {
    const uint8_t *bytes;
    size_t count;
} lexicon_text;

lexicon_text lexicon_duty_words(void);
lexicon_text lexicon_genres(void);
lexicon_text lexicon_organization_classes(void);
lexicon_text lexicon_organization_endings(void);
lexicon_text lexicon_organizations(void);
lexicon_text lexicon_regions(void);
lexicon_text lexicon_site_chrome(void);
lexicon_text lexicon_stock_headings(void);
lexicon_text lexicon_table_headers(void);
lexicon_text lexicon_target_words(void);
lexicon_text lexicon_units(void);

#endif
