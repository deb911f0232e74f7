/// Finds a node's element by the bytes of a key: one open-addressed table for all nodes.
struct ElementIndex: Sendable {
    private struct Slot: Sendable {
        var node = UInt16.max
        var place = UInt16.max
    }

    private var slots: [Slot]
    private let mask: Int

    init(_ nodes: [SchemaNode]) {
        let count = nodes.reduce(0) { $0 + $1.elements.count }
        var size = 1024
        while size < count * 3 { size *= 2 }
        slots = Array(repeating: Slot(), count: size)
        mask = size - 1
        for (number, node) in nodes.enumerated() {
            for (place, element) in node.elements.enumerated() {
                var slot = ElementIndex.hash(element.name.utf8.span, 0, UInt16(number)) & mask
                while slots[slot].node != .max { slot = (slot + 1) & mask }
                slots[slot] = Slot(node: UInt16(number), place: UInt16(place))
            }
        }
    }

    /// The place of the element among its node's; a leading `_` of the key is skipped.
    func find(_ key: String, in node: UInt16, _ nodes: [SchemaNode]) -> Int? {
        let bytes = key.utf8.span
        let start = bytes.count > 1 && bytes[0] == UInt8(ascii: "_") ? 1 : 0
        var slot = ElementIndex.hash(bytes, start, node) & mask
        while slots[slot].node != .max {
            let place = Int(slots[slot].place)
            if slots[slot].node == node,
                ElementIndex.equal(nodes[Int(node)].elements[place].name.utf8.span, bytes, start)
            {
                return place
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

    private static func equal(_ name: Span<UInt8>, _ key: Span<UInt8>, _ start: Int) -> Bool {
        guard name.count == key.count - start else { return false }
        for index in name.indices where name[index] != key[start + index] { return false }
        return true
    }
}
