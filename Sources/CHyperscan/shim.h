// Hyperscan or Vectorscan: one API, many literals and expressions at once.
#include <hs/hs.h>
