/// Numbers by a key of four bytes, found without a bucket's walk (open addressing); one table a section, all in the same memory.
struct GramTable: Sendable {
    /// One table.
    struct Section: BitwiseCopyable, Sendable {
        fileprivate let start: Int32
        fileprivate let shift: UInt32
    }

    private struct Slot: BitwiseCopyable {
        var key: UInt32 = 0
        /// The number plus 1; 0 where there is none.
        var number: Int32 = 0
    }

    private var slots: [Slot] = []

    /// Adds a table of keys, all different, with a number each.
    mutating func add(_ given: [(key: UInt32, number: Int32)]) -> Section {
        var bits: UInt32 = 4
        while 1 << bits < given.count * 3 { bits += 1 }
        let section = Section(start: Int32(slots.count), shift: 32 - bits)
        slots += Array(repeating: Slot(), count: 1 << bits)
        for (key, number) in given {
            var slot = GramTable.hash(key) >> section.shift
            while slots[place(slot, section)].number != 0 { slot = next(slot, section) }
            slots[place(slot, section)] = Slot(key: key, number: number + 1)
        }
        return section
    }

    /// Spreads a key over 32 bits, the high ones best.
    @inline(__always)
    static func hash(_ key: UInt32) -> UInt32 {
        let mixed = key &* 0x9E37_79B1
        return (mixed ^ mixed >> 15) &* 0x85EB_CA77
    }

    /// The number of a key; -1 if it has none.
    @inline(__always)
    func number(_ key: UInt32, _ section: Section) -> Int32 {
        var slot = GramTable.hash(key) >> section.shift
        while true {
            let found = slots[place(slot, section)]
            if found.number == 0 || found.key == key { return found.number - 1 }
            slot = next(slot, section)
        }
    }

    @inline(__always)
    private func place(_ slot: UInt32, _ section: Section) -> Int { Int(section.start) + Int(slot) }

    @inline(__always)
    private func next(_ slot: UInt32, _ section: Section) -> UInt32 { (slot + 1) & (UInt32.max >> section.shift) }
}
