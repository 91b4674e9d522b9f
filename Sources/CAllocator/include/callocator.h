#ifndef CALLOCATOR_H
#define CALLOCATOR_H

/// Has the C library keep what is freed for the next notice, instead of handing it back to the system and asking for it
/// again: of thousands of notices, the pages would be cleared anew for every third.
///
/// Blocks of a megabyte and more, those of a long text, still go back at once. Does nothing where the library is not glibc.
void callocator_keep_freed_memory(void);

#endif
