/// Finds a node's element by the bytes of a key.
struct ElementIndex: Sendable {
    /// All elements, node by node.
    private let elements: [SchemaElement]
    /// Each node's names, with the element's place among all elements.
    private var table: NameTable

    init(_ nodes: [SchemaNode]) {
        elements = nodes.flatMap(\.elements)
        table = NameTable(capacity: elements.count)
        var place: UInt16 = 0
        for (number, node) in nodes.enumerated() {
            for name in node.names {
                table.add(name, group: UInt16(number), place: place)
                place += 1
            }
        }
    }

    /// The node's element of that name; a leading `_` of the key is skipped.
    func find(_ key: String, in node: UInt16) -> SchemaElement? {
        let bytes = key.utf8.span
        let start = bytes.count > 1 && bytes[0] == UInt8(ascii: "_") ? 1 : 0
        return table.find(bytes, from: start, group: node).map { elements[Int($0)] }
    }
}
