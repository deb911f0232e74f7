/// Numbers of lists by a key of four bytes, found without a bucket's walk (open addressing).
struct GramTable: Sendable {
    private var keys: [UInt32]
    /// The list's number plus 1; 0 where there is none.
    private var lists: [Int32]
    private let shift: UInt32

    /// Takes keys, all different; each is the number of its list.
    init(_ given: [UInt32]) {
        var bits: UInt32 = 4
        while 1 << bits < given.count * 3 { bits += 1 }
        shift = 32 - bits
        keys = Array(repeating: 0, count: 1 << bits)
        lists = Array(repeating: 0, count: 1 << bits)
        for (list, key) in given.enumerated() {
            var slot = Int(GramTable.hash(key) >> shift)
            while lists[slot] != 0 { slot = (slot + 1) & (lists.count - 1) }
            (keys[slot], lists[slot]) = (key, Int32(list + 1))
        }
    }

    /// Spreads a key over 32 bits, the high ones best.
    @inline(__always)
    static func hash(_ key: UInt32) -> UInt32 {
        let mixed = key &* 0x9E37_79B1
        return (mixed ^ mixed >> 15) &* 0x85EB_CA77
    }

    /// The number of a key's list; -1 if it has none.
    @inline(__always)
    func list(_ key: UInt32) -> Int {
        var slot = Int(GramTable.hash(key) >> shift)
        while lists[slot] != 0 {
            if keys[slot] == key { return Int(lists[slot]) - 1 }
            slot = (slot + 1) & (lists.count - 1)
        }
        return -1
    }
}
