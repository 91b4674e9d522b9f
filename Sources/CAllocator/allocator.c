#include "callocator.h"

#if defined(__linux__)
#include <features.h>
#endif

#if defined(__GLIBC__)
#include <malloc.h>

void callocator_keep_freed_memory(void) {
    mallopt(M_MMAP_THRESHOLD, 1 << 20);
    mallopt(M_TRIM_THRESHOLD, 8 << 20);
    // Every block of 64 KiB that is freed, and each notice has some, sweeps the lists of small blocks that are kept unjoined.
    mallopt(M_MXFAST, 0);
}
#else
void callocator_keep_freed_memory(void) {}
#endif
