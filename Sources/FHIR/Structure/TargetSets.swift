/// Which resource types references may lead to: sets of types as bits, found by number.
struct TargetSets: Sendable {
    /// The names of all resource types, abstract ones too, each with its number.
    private var types: NameTable
    private let numberByNode: [UInt8]
    private var numbers: [String: UInt16] = [:]
    private var bits: [UInt64] = []
    private static let width = 3

    init(_ nodes: [SchemaNode]) {
        types = NameTable(capacity: 192)
        var numberByNode = [UInt8](repeating: .max, count: nodes.count)
        var count: UInt8 = 0
        for (number, node) in nodes.enumerated() where node.base.isResource {
            types.add(node.path, group: 0, place: UInt16(count))
            numberByNode[number] = count
            count += 1
        }
        self.numberByNode = numberByNode
        _ = number("")
    }

    /// The number of the set of these types, separated by commas. 0 means any type.
    mutating func number(_ names: String) -> UInt16 {
        if let number = numbers[names] { return number }
        let number = UInt16(bits.count / TargetSets.width)
        numbers[names] = number
        bits += Array(repeating: 0, count: TargetSets.width)
        for name in names.split(separator: ",") {
            let bytes = Array(name.utf8)
            guard let type = types.find(bytes.span, group: 0) else { continue }
            bits[bits.count - TargetSets.width + Int(type >> 6)] |= 1 << UInt64(type & 63)
        }
        return number
    }

    /// The number of the type that the bytes spell.
    func type(_ bytes: Span<UInt8>) -> UInt16? { types.find(bytes, group: 0) }

    /// The number of a resource's type by its node.
    func type(ofNode node: UInt16) -> UInt16 { UInt16(numberByNode[Int(node)]) }

    /// Whether a set holds a type.
    func allows(_ type: UInt16, in set: UInt16) -> Bool {
        set == 0 || bits[Int(set) * TargetSets.width + Int(type >> 6)] >> UInt64(type & 63) & 1 == 1
    }
}
