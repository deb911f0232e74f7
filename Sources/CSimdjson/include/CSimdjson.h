// simdjson's first stage, for Swift: where the tokens of a JSON text begin.
#ifndef CSIMDJSON_H
#define CSIMDJSON_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What the scan found.
enum {
    /// The text is UTF-8, its strings are closed and hold no control character, and it has a token.
    csimdjson_scanned = 0,
    /// The text holds white space only.
    csimdjson_empty = 1,
    /// The text is longer than simdjson's 32-bit offsets, or memory ran out.
    csimdjson_too_large = 2,
    /// The text breaks one of the promises of csimdjson_scanned.
    csimdjson_faulty = 3,
};

/// The offsets of a text's tokens: each `{ } [ ] : ,` outside strings, each opening quote, and the first byte of each
/// other run of bytes. Between the end of a token and the next offset there is white space only.
typedef struct {
    /// One of the outcomes above; the other fields count only if it is csimdjson_scanned.
    int32_t outcome;
    /// The offsets, ascending; they live until csimdjson_release.
    const uint32_t *marks;
    /// How many.
    size_t count;
    /// Owns the offsets.
    void *owner;
} csimdjson_scan;

/// Scans `count` bytes. Reads nothing beyond them and keeps nothing of them but offsets. Pair with csimdjson_release.
csimdjson_scan csimdjson_scan_bytes(const uint8_t *bytes, size_t count);

/// Frees what a scan owns, whatever its outcome.
void csimdjson_release(csimdjson_scan scan);

/// A scanner for many texts: it keeps its memory. NULL when there is none. Pair with csimdjson_scanner_free.
void *csimdjson_scanner_make(void);

/// As csimdjson_scan_bytes; the offsets live until the scanner's next scan, and owner is NULL.
csimdjson_scan csimdjson_scanner_scan(void *scanner, const uint8_t *bytes, size_t count);

/// Frees a scanner.
void csimdjson_scanner_free(void *scanner);

#ifdef __cplusplus
}
#endif

#endif
