#include "CLexicons.h"

// Swift's compiler brings a C compiler that has #embed, of C23, in every mode.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const uint8_t duty_words[] = {
#embed "duty-words.txt"
};
lexicon_text lexicon_duty_words(void) { return (lexicon_text){duty_words, sizeof duty_words}; }

static const uint8_t genres[] = {
#embed "genres.txt"
};
lexicon_text lexicon_genres(void) { return (lexicon_text){genres, sizeof genres}; }

static const uint8_t organization_classes[] = {
#embed "organization-classes.txt"
};
lexicon_text lexicon_organization_classes(void) { return (lexicon_text){organization_classes, sizeof organization_classes}; }

static const uint8_t organization_endings[] = {
#embed "organization-endings.txt"
};
lexicon_text lexicon_organization_endings(void) { return (lexicon_text){organization_endings, sizeof organization_endings}; }

static const uint8_t organizations[] = {
#embed "organizations.txt"
};
lexicon_text lexicon_organizations(void) { return (lexicon_text){organizations, sizeof organizations}; }

static const uint8_t regions[] = {
#embed "regions.txt"
};
lexicon_text lexicon_regions(void) { return (lexicon_text){regions, sizeof regions}; }

static const uint8_t site_chrome[] = {
#embed "site-chrome.txt"
};
lexicon_text lexicon_site_chrome(void) { return (lexicon_text){site_chrome, sizeof site_chrome}; }

static const uint8_t stock_headings[] = {
#embed "stock-headings.txt"
};
lexicon_text lexicon_stock_headings(void) { return (lexicon_text){stock_headings, sizeof stock_headings}; }

static const uint8_t table_headers[] = {
#embed "table-headers.txt"
};
lexicon_text lexicon_table_headers(void) { return (lexicon_text){table_headers, sizeof table_headers}; }

static const uint8_t target_words[] = {
#embed "target-words.txt"
};
lexicon_text lexicon_target_words(void) { return (lexicon_text){target_words, sizeof target_words}; }

static const uint8_t units[] = {
#embed "units.txt"
};
lexicon_text lexicon_units(void) { return (lexicon_text){units, sizeof units}; }
