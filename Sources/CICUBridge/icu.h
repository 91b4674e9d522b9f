#ifndef CICU_ICU_H
#define CICU_ICU_H

#if !__has_include(<unicode/ucnv.h>)
#error "ICU headers not found. Install the Debian package libicu-dev: apt-get install libicu-dev"
#endif

#include <unicode/ubrk.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>
#include <unicode/utf8.h>
#include <unicode/uversion.h>

#endif
