import CHyperscan

/// Finds which of many literals a text holds, in one pass (Vectorscan's literal matcher).
@safe final class LiteralScanner {
    private let database: OpaquePointer
    private let scratch: OpaquePointer
    /// What the last scan found: numbers of literals, each at most once.
    private(set) var found: [UInt32] = []

    /// Compiles literals of at least one byte, numbered by their place. Nil where Vectorscan refuses them.
    init?(_ literals: [[UInt8]]) {
        var (database, scratch): (OpaquePointer?, OpaquePointer?) = (nil, nil)
        let compiled = unsafe LiteralScanner.compile(literals, &database)
        guard compiled, let database = unsafe database else { return nil }
        guard unsafe hs_alloc_scratch(database, &scratch) == HS_SUCCESS, let scratch = unsafe scratch else {
            unsafe hs_free_database(database)
            return nil
        }
        unsafe (self.database, self.scratch) = unsafe (database, scratch)
    }

    deinit {
        unsafe hs_free_scratch(scratch)
        unsafe hs_free_database(database)
    }

    private static func compile(_ literals: [[UInt8]], _ database: inout OpaquePointer?) -> Bool {
        let pool = literals.flatMap { $0.map(CChar.init(bitPattern:)) }
        let flags = [UInt32](repeating: UInt32(HS_FLAG_SINGLEMATCH), count: literals.count)
        let (ids, lengths) = (literals.indices.map(UInt32.init), literals.map(\.count))
        return unsafe pool.withUnsafeBufferPointer { pool in
            guard var base = pool.baseAddress else { return false }
            var starts: [UnsafePointer<CChar>?] = unsafe []
            for length in lengths {
                unsafe starts.append(base)
                unsafe base += length
            }
            var failure: UnsafeMutablePointer<hs_compile_error_t>?
            let code = unsafe hs_compile_lit_multi(
                starts, flags, ids, lengths, UInt32(literals.count), UInt32(HS_MODE_BLOCK), nil, &database, &failure)
            if let failure = unsafe failure { unsafe hs_free_compile_error(failure) }
            return code == HS_SUCCESS
        }
    }

    /// Looks through a text; the numbers are in ``found`` then.
    func scan(_ text: Span<UInt8>) {
        found.removeAll(keepingCapacity: true)
        unsafe text.withUnsafeBufferPointer { text in
            let me = unsafe Unmanaged.passUnretained(self).toOpaque()
            unsafe text.withMemoryRebound(to: CChar.self) { text in
                _ = unsafe hs_scan(
                    database, text.baseAddress, UInt32(clamping: text.count), 0, scratch,
                    { id, _, _, _, me in
                        guard let me = unsafe me else { return 0 }
                        unsafe Unmanaged<LiteralScanner>.fromOpaque(me).takeUnretainedValue().found.append(id)
                        return 0
                    }, me)
            }
        }
    }
}
