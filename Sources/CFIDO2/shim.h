// Of libfido2 only what verifies; the rest of it speaks with authenticators, which a server has none of.
#ifndef CFIDO2_SHIM_H
#define CFIDO2_SHIM_H

#include <fido.h>
#include <fido/eddsa.h>
#include <fido/es256.h>
#include <fido/rs256.h>

#endif
