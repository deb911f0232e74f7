/// Finds a node's element by the bytes of a key: one open-addressed table for all nodes.
struct ElementIndex: Sendable {
    private struct Slot: Sendable {
        var node = UInt16.max
        /// The element's place among all elements.
        var place: UInt16 = 0
        /// Where its name begins among ``names``, and its length.
        var start: UInt32 = 0
        var count: UInt32 = 0
    }

    private var slots: [Slot]
    /// All elements, node by node.
    private let elements: [SchemaElement]
    /// Their names, one after the other.
    private var names: [UInt8] = []
    private let mask: Int

    init(_ nodes: [SchemaNode]) {
        elements = nodes.flatMap(\.elements)
        var size = 1024
        while size < elements.count * 3 { size *= 2 }
        slots = Array(repeating: Slot(), count: size)
        mask = size - 1
        var place: UInt16 = 0
        for (number, node) in nodes.enumerated() {
            for name in node.names {
                add(name, UInt16(number), place)
                place += 1
            }
        }
    }

    private mutating func add(_ name: String, _ node: UInt16, _ place: UInt16) {
        var slot = ElementIndex.hash(name.utf8.span, 0, node) & mask
        while slots[slot].node != .max { slot = (slot + 1) & mask }
        slots[slot] = Slot(
            node: node, place: place, start: UInt32(names.count), count: UInt32(name.utf8.count))
        names.append(contentsOf: name.utf8)
    }

    /// The node's element of that name; a leading `_` of the key is skipped.
    func find(_ key: String, in node: UInt16) -> SchemaElement? {
        let bytes = key.utf8.span
        let start = bytes.count > 1 && bytes[0] == UInt8(ascii: "_") ? 1 : 0
        var slot = ElementIndex.hash(bytes, start, node) & mask
        let slots = slots.span
        while slots[slot].node != .max {
            if slots[slot].node == node, isName(slots[slot], bytes, start) {
                return elements[Int(slots[slot].place)]
            }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// FNV-1a over the key, begun with the node; the tables are ours, so nobody chooses what collides.
    private static func hash(_ bytes: Span<UInt8>, _ start: Int, _ node: UInt16) -> Int {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ UInt64(node) &* 0x9e37_79b9_7f4a_7c15
        for index in start..<bytes.count { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3 }
        return Int(truncatingIfNeeded: (hash ^ hash >> 29) & 0x7fff_ffff)
    }

    private func isName(_ slot: Slot, _ key: Span<UInt8>, _ start: Int) -> Bool {
        guard Int(slot.count) == key.count - start else { return false }
        let names = names.span
        let offset = Int(slot.start) - start
        for index in start..<key.count where names[offset + index] != key[index] { return false }
        return true
    }
}
