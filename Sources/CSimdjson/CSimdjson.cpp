#include "CSimdjson.h"

#include <memory>
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
