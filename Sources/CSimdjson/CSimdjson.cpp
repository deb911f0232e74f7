#include "CSimdjson.h"

#include <memory>
#include <new>
#include <simdjson.h>

namespace {

using Parser = simdjson::internal::dom_parser_implementation;

int32_t outcome(simdjson::error_code error) {
    switch (error) {
    case simdjson::SUCCESS: return csimdjson_scanned;
    case simdjson::EMPTY: return csimdjson_empty;
    case simdjson::CAPACITY:
    case simdjson::MEMALLOC: return csimdjson_too_large;
    default: return csimdjson_faulty;
    }
}

/// What a scanner keeps between texts.
struct Scanner {
    std::unique_ptr<Parser> parser;
    size_t capacity = 0;
};

}  // namespace

extern "C" csimdjson_scan csimdjson_scan_bytes(const uint8_t *bytes, size_t count) {
    csimdjson_scan scan = {csimdjson_too_large, nullptr, 0, nullptr};
    if (count == 0) {
        scan.outcome = csimdjson_empty;
        return scan;
    }
    if (count > simdjson::SIMDJSON_MAXSIZE_BYTES) return scan;
    std::unique_ptr<Parser> parser;
    // The second stage, which alone uses the depth, never runs.
    simdjson::error_code error =
        simdjson::get_active_implementation()->create_dom_parser_implementation(count, 1, parser);
    if (error == simdjson::SUCCESS) error = parser->stage1(bytes, count, simdjson::stage1_mode::regular);
    scan.outcome = outcome(error);
    if (scan.outcome != csimdjson_scanned) return scan;
    scan.marks = parser->structural_indexes.get();
    scan.count = parser->n_structural_indexes;
    scan.owner = parser.release();
    return scan;
}

extern "C" void csimdjson_release(csimdjson_scan scan) {
    delete static_cast<Parser *>(scan.owner);
}

extern "C" void *csimdjson_scanner_make(void) { return new (std::nothrow) Scanner(); }

extern "C" csimdjson_scan csimdjson_scanner_scan(void *owner, const uint8_t *bytes, size_t count) {
    csimdjson_scan scan = {csimdjson_too_large, nullptr, 0, nullptr};
    Scanner *scanner = static_cast<Scanner *>(owner);
    if (scanner == nullptr || count > simdjson::SIMDJSON_MAXSIZE_BYTES) return scan;
    if (count == 0) {
        scan.outcome = csimdjson_empty;
        return scan;
    }
    if (count > scanner->capacity) {
        size_t room = count < 8192 ? 16384 : count * 2;
        scanner->capacity = 0;
        if (room > simdjson::SIMDJSON_MAXSIZE_BYTES) room = count;
        if (simdjson::get_active_implementation()->create_dom_parser_implementation(room, 1, scanner->parser)) return scan;
        scanner->capacity = room;
    }
    scan.outcome = outcome(scanner->parser->stage1(bytes, count, simdjson::stage1_mode::regular));
    if (scan.outcome != csimdjson_scanned) return scan;
    scan.marks = scanner->parser->structural_indexes.get();
    scan.count = scanner->parser->n_structural_indexes;
    return scan;
}

extern "C" void csimdjson_scanner_free(void *scanner) { delete static_cast<Scanner *>(scanner); }
