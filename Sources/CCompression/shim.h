// zlib and bzip2 (Debian: zlib1g-dev, libbz2-dev).
#include <bzlib.h>
#include <zlib.h>
