/// Numbers of the fields that rules name, by the hash of the name.
struct FieldNames {
    private var names: [[UInt8]] = []
    private var hashes: [UInt64] = []
    private var table: [Int32] = [0]

    /// Takes names by number; the first has none (it stands for keywords).
    init(_ fields: [String] = []) {
        names = fields.map { Array($0.utf8) }
        hashes = names.map { TextHash($0).value }
        var size = 16
        while size < names.count * 4 { size *= 2 }
        table = [Int32](repeating: 0, count: size)
        for number in names.indices.dropFirst() {
            var slot = slot(of: hashes[number])
            while table[slot] != 0 { slot = (slot + 1) & (size - 1) }
            table[slot] = Int32(number)
        }
    }

    @inline(__always)
    private func slot(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash ^ hash >> 32) & (table.count - 1) }

    /// The number of a field of an event; 0 for one that no rule names.
    @inline(__always)
    func number(_ hash: TextHash, _ name: Span<UInt8>) -> Int {
        var slot = slot(of: hash.value)
        while table[slot] != 0 {
            let number = Int(table[slot])
            if hashes[number] == hash.value, names[number].count == name.count, Glob.holds(names[number], name, at: 0) {
                return number
            }
            slot = (slot + 1) & (table.count - 1)
        }
        return 0
    }
}
