// Vectorscan, or Hyperscan, whose interface it keeps: many literals and expressions at once.
#include <hs/hs.h>
#include <stddef.h>

// GNU C; Swift's view of the C library leaves it out.
extern void *memmem(const void *haystack, size_t haystack_length, const void *needle, size_t needle_length);
