/// Finds any of many byte strings in files: a filter over the first four bytes, then the candidates one by one.
struct PatternSearch: Sendable {
    /// Shorter patterns would be found in random bytes.
    static let minimumLength = 6
    private static let filterBits: UInt32 = 20

    /// How many different patterns are looked for.
    let count: Int
    private let byPrefix: [UInt32: [[UInt8]]]
    private let filter: [Bool]

    /// Takes the patterns of at least ``minimumLength`` bytes.
    init(_ patterns: some Sequence<[UInt8]>) {
        let kept = Set(patterns.filter { $0.count >= PatternSearch.minimumLength })
        count = kept.count
        var byPrefix: [UInt32: [[UInt8]]] = [:]
        var filter = [Bool](repeating: false, count: 1 << Int(PatternSearch.filterBits))
        for pattern in kept {
            let prefix = pattern.prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
            byPrefix[prefix, default: []].append(pattern)
            filter[PatternSearch.slot(prefix)] = true
        }
        self.byPrefix = byPrefix
        self.filter = filter
    }

    private static func slot(_ prefix: UInt32) -> Int { Int((prefix &* 0x9E37_79B1) >> (32 - filterBits)) }

    /// How often patterns stand in the bytes.
    func hits(in bytes: Span<UInt8>) -> Int {
        var hits = 0
        var prefix: UInt32 = 0
        for index in bytes.indices {
            prefix = prefix << 8 | UInt32(bytes[index])
            guard index >= 3, filter[PatternSearch.slot(prefix)] else { continue }
            hits += matches(in: bytes, at: index - 3, prefix)
        }
        return hits
    }

    private func matches(in bytes: Span<UInt8>, at start: Int, _ prefix: UInt32) -> Int {
        (byPrefix[prefix] ?? []).count { pattern in
            start + pattern.count <= bytes.count
                && pattern.indices.allSatisfy { bytes[start + $0] == pattern[$0] }
        }
    }
}
