import CHyperscan

/// One regular expression in Vectorscan's part of PCRE: time linear in the text, whatever the expression.
@safe final class Expression {
    /// Why an expression was refused, in the library's words.
    struct Refusal: Error, Hashable { let reason: String }

    private let database: OpaquePointer
    private let scratch: OpaquePointer

    /// Compiles a pattern of at most 4 KiB. Look-around, back references and what needs them are refused.
    init(_ pattern: String, ignoresCase: Bool, isMultiline: Bool, dotMatchesNewline: Bool) throws(Refusal) {
        guard pattern.utf8.count <= 4_096, !pattern.utf8.contains(0) else {
            throw Refusal(reason: "longer than 4,096 bytes, or holds a zero byte")
        }
        var flags = UInt32(HS_FLAG_SINGLEMATCH) | UInt32(HS_FLAG_ALLOWEMPTY)
        if ignoresCase { flags |= UInt32(HS_FLAG_CASELESS) }
        if isMultiline { flags |= UInt32(HS_FLAG_MULTILINE) }
        if dotMatchesNewline { flags |= UInt32(HS_FLAG_DOTALL) }
        var database: OpaquePointer?
        var failure: UnsafeMutablePointer<hs_compile_error_t>?
        let code = unsafe hs_compile(pattern, flags, UInt32(HS_MODE_BLOCK), nil, &database, &failure)
        defer { if let failure = unsafe failure { unsafe hs_free_compile_error(failure) } }
        guard code == HS_SUCCESS, let database = unsafe database else {
            let message = unsafe failure?.pointee.message
            throw Refusal(reason: unsafe message.map { unsafe String(cString: $0) } ?? "code \(code)")
        }
        var scratch: OpaquePointer?
        guard unsafe hs_alloc_scratch(database, &scratch) == HS_SUCCESS, let scratch = unsafe scratch else {
            unsafe hs_free_database(database)
            throw Refusal(reason: "no memory")
        }
        unsafe (self.database, self.scratch) = unsafe (database, scratch)
    }

    deinit {
        unsafe hs_free_scratch(scratch)
        unsafe hs_free_database(database)
    }

    /// Whether the text holds a match anywhere.
    func matches(_ text: Span<UInt8>) -> Bool {
        unsafe text.withUnsafeBufferPointer { text in
            unsafe text.withMemoryRebound(to: CChar.self) { text in
                // The callback ends the scan at the first match. Vectorscan wants an address even for no bytes.
                var nothing: CChar = 0
                return unsafe withUnsafePointer(to: &nothing) { nothing in
                    unsafe hs_scan(
                        database, text.baseAddress ?? nothing, UInt32(clamping: text.count), 0, scratch,
                        { _, _, _, _, _ in 1 }, nil) == HS_SCAN_TERMINATED
                }
            }
        }
    }
}
