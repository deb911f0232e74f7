/// Numbers of the fields that rules name, by the hash of the name.
struct FieldNames {
    private struct Name: BitwiseCopyable {
        let hash: UInt64
        let start: Int32
        let count: Int32
    }

    private var names: [Name] = []
    private var bytes: [UInt8] = []
    private var table: [Int32] = [0]

    /// Takes names by number; the first has none (it stands for keywords).
    init(_ fields: [String] = []) {
        for field in fields {
            let name = Array(field.utf8)
            names.append(Name(hash: TextHash(name).value, start: Int32(bytes.count), count: Int32(name.count)))
            bytes += name
        }
        var size = 16
        while size < names.count * 4 { size *= 2 }
        table = [Int32](repeating: 0, count: size)
        for number in names.indices.dropFirst() {
            var slot = slot(of: names[number].hash)
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
            if names[number].hash == hash.value, isName(number, name) { return number }
            slot = (slot + 1) & (table.count - 1)
        }
        return 0
    }

    @inline(__always)
    private func isName(_ number: Int, _ name: Span<UInt8>) -> Bool {
        let (start, count) = (Int(names[number].start), Int(names[number].count))
        guard count == name.count else { return false }
        for index in 0..<count where bytes[start + index] != name[index] { return false }
        return true
    }
}
