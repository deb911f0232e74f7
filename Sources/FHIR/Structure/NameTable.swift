/// Finds names by their bytes, each in a group of its own: one open-addressed table for all groups.
struct NameTable: Sendable {
    private struct Slot: Sendable {
        var group = UInt16.max
        var place: UInt16 = 0
        /// Where its name begins among ``names``, and its length.
        var start: UInt32 = 0
        var count: UInt32 = 0
    }

    private var slots: [Slot]
    /// All names, one after the other.
    private var names: [UInt8] = []
    private let mask: Int

    /// A table for so many names at most.
    init(capacity: Int) {
        var size = 1024
        while size < capacity * 3 { size *= 2 }
        slots = Array(repeating: Slot(), count: size)
        mask = size - 1
    }

    /// Adds a name and what it stands for.
    mutating func add(_ name: some StringProtocol, group: UInt16, place: UInt16) {
        let bytes = Array(name.utf8)
        var slot = NameTable.hash(bytes.span, 0, group) & mask
        while slots[slot].group != .max { slot = (slot + 1) & mask }
        slots[slot] = Slot(group: group, place: place, start: UInt32(names.count), count: UInt32(bytes.count))
        names.append(contentsOf: bytes)
    }

    /// The place of the name that the bytes from `start` on spell; nil when the group has none such.
    func find(_ bytes: Span<UInt8>, from start: Int = 0, group: UInt16) -> UInt16? {
        var slot = NameTable.hash(bytes, start, group) & mask
        let slots = slots.span
        while slots[slot].group != .max {
            if slots[slot].group == group, isName(slots[slot], bytes, start) { return slots[slot].place }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// FNV-1a over the name, begun with the group; the tables are ours, so nobody chooses what collides.
    private static func hash(_ bytes: Span<UInt8>, _ start: Int, _ group: UInt16) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(group) &* 0x9e37_79b9_7f4a_7c15
        for index in start..<bytes.count { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3 }
        return Int(truncatingIfNeeded: (hash ^ hash >> 29) & 0x7fff_ffff)
    }

    private func isName(_ slot: Slot, _ bytes: Span<UInt8>, _ start: Int) -> Bool {
        guard Int(slot.count) == bytes.count - start else { return false }
        let names = names.span
        let offset = Int(slot.start) - start
        for index in start..<bytes.count where names[offset + index] != bytes[index] { return false }
        return true
    }
}
