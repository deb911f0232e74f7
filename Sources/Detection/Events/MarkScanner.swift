import CSimdjson

/// Finds where the tokens of JSON texts begin, one text after the other in the same memory.
@safe final class MarkScanner {
    private let scanner: UnsafeMutableRawPointer?

    init() { unsafe scanner = unsafe csimdjson_scanner_make() }

    deinit { if let scanner = unsafe scanner { unsafe csimdjson_scanner_free(scanner) } }

    /// Calls with the places of the tokens; false if the text is not one of closed strings in UTF-8, with a token.
    @inline(__always)
    func scan<Fault: Error>(_ text: Span<UInt8>, _ body: (Span<UInt32>) throws(Fault) -> Void) throws(Fault) -> Bool {
        let scan = unsafe text.withUnsafeBufferPointer {
            unsafe csimdjson_scanner_scan(scanner, $0.baseAddress, $0.count)
        }
        guard unsafe Int(scan.outcome) == csimdjson_scanned else { return false }
        try body(unsafe UnsafeBufferPointer(start: scan.marks, count: scan.count).span)
        return true
    }
}
