/// Literals found by the hash of a whole value, or of its beginning or end at each length that some literal has.
struct HashedLiterals {
    private struct Entry {
        let hash: UInt64
        let bytes: [UInt8]
        var postings: [TextIndex.Posting]
    }

    private var entries: [Entry] = []
    private var places: [[UInt8]: Int] = [:]
    /// Open addressing: the place in ``entries`` plus 1, or 0.
    private var table: [Int32] = []
    /// Whether some literal has this length.
    private var lengths: [Bool] = []

    /// Adds a literal. Ends are added backwards.
    mutating func add(_ bytes: [UInt8], _ posting: TextIndex.Posting) {
        if let place = places[bytes] {
            entries[place].postings.append(posting)
            return
        }
        places[bytes] = entries.count
        entries.append(Entry(hash: TextHash(bytes).value, bytes: bytes, postings: [posting]))
        if lengths.count <= bytes.count {
            lengths.append(contentsOf: repeatElement(false, count: bytes.count + 1 - lengths.count))
        }
        lengths[bytes.count] = true
        if entries.count * 2 > table.count { grow() } else { insert(entries.count - 1) }
    }

    private mutating func grow() {
        table = [Int32](repeating: 0, count: max(16, table.count * 2))
        for place in entries.indices { insert(place) }
    }

    private mutating func insert(_ place: Int) {
        var slot = slot(of: entries[place].hash)
        while table[slot] != 0 { slot = (slot + 1) & (table.count - 1) }
        table[slot] = Int32(place + 1)
    }

    @inline(__always)
    private func slot(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash ^ hash >> 32) & (table.count - 1) }

    @inline(__always)
    private func look(_ hash: UInt64, _ isSame: ([UInt8]) -> Bool, _ body: (TextIndex.Posting) -> Void) {
        var slot = slot(of: hash)
        while table[slot] != 0 {
            let place = Int(table[slot]) - 1
            if entries[place].hash == hash, isSame(entries[place].bytes) {
                for posting in entries[place].postings { body(posting) }
                return
            }
            slot = (slot + 1) & (table.count - 1)
        }
    }

    /// The literal that is the whole value.
    @inline(__always)
    func whole(_ value: Span<UInt8>, _ body: (TextIndex.Posting) -> Void) {
        guard value.count < lengths.count, lengths[value.count] else { return }
        var hash = TextHash()
        for index in value.indices { hash.add(value[index]) }
        look(hash.value, { Glob.holds($0, value, at: 0) }, body)
    }

    /// The literals with which the value begins.
    @inline(__always)
    func beginnings(of value: Span<UInt8>, _ body: (TextIndex.Posting) -> Void) {
        var hash = TextHash()
        var length = 0
        while length < value.count, length + 1 < lengths.count {
            hash.add(value[length])
            length += 1
            if lengths[length] { look(hash.value, { Glob.holds($0, value, at: 0) }, body) }
        }
    }

    /// The literals with which the value ends.
    @inline(__always)
    func ends(of value: Span<UInt8>, _ body: (TextIndex.Posting) -> Void) {
        var hash = TextHash()
        var length = 0
        while length < value.count, length + 1 < lengths.count {
            hash.add(value[value.count - 1 - length])
            length += 1
            if lengths[length] { look(hash.value, { HashedLiterals.ends(value, backwards: $0) }, body) }
        }
    }

    private static func ends(_ value: Span<UInt8>, backwards bytes: [UInt8]) -> Bool {
        for index in bytes.indices where bytes[index] != value[value.count - 1 - index] { return false }
        return true
    }
}
