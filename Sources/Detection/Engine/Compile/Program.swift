/// Conditions of all rules as one flat list: a node, its children after it, and where it ends.
struct Program {
    /// What a node does.
    enum Operation: UInt8 { case atom, not, and, or, atLeast }

    struct Node {
        let operation: Operation
        /// The atom, or how many are wanted.
        let number: Int32
        /// The place after its last child.
        var end: Int32
    }

    private(set) var nodes: [Node] = []

    /// What stands at a place.
    @inline(__always)
    func node(_ place: Int32) -> (operation: Operation, number: Int32, end: Int32) {
        let node = nodes[Int(place)]
        return (node.operation, node.number, node.end)
    }

    /// Appends a formula; returns where it begins.
    mutating func append(_ formula: Formula) -> Int32 {
        let start = Int32(nodes.count)
        switch formula {
        case .atom(let atom): add(.atom, atom, [])
        case .not(let inner): add(.not, 0, [inner])
        case .and(let all): add(.and, 0, all)
        case .or(let any): add(.or, 0, any)
        case .atLeast(let count, let all): add(.atLeast, count, all)
        }
        return start
    }

    private mutating func add(_ operation: Operation, _ number: Int, _ children: [Formula]) {
        let place = nodes.count
        nodes.append(Node(operation: operation, number: Int32(number), end: 0))
        for child in children { _ = append(child) }
        nodes[place].end = Int32(nodes.count)
    }
}
