import Vocabulary

/// Goes through the elements of one resource type as ``TierWriter`` does, and writes their rows.
struct TierTableWalk {
    private let schema = Schema.r4
    private let type: String
    private var seen: Set<UInt16> = []
    private(set) var rows: [TierTable.Row] = []

    init(_ type: String) { self.type = type }

    /// Adds a node's elements, and those of the backbone elements in it. A node that holds itself is entered once.
    mutating func add(_ number: UInt16, _ scope: TierWriter.Scope, _ inherited: String) {
        guard seen.insert(number).inserted else { return }
        let node = schema.nodes[Int(number)]
        for (element, name) in zip(node.elements, node.names) {
            let path = node.path + "." + name
            let inner = scope.entering(element.floor)
            let reason = inner == nil ? inherited : own(element)
            let plain = inner == nil ? TierRules.plainReason(name, path).map { "; " + $0 } ?? "" : ""
            rows.append(
                TierTable.Row(
                    path: path, tier: (inner ?? scope).current, needs: (inner ?? scope).open, reason: reason + plain,
                    isOwn: inner != nil))
            if case .node(let next) = element.content, schema.nodes[Int(next)].path.hasPrefix(type + ".") {
                add(next, inner ?? scope, inner == nil ? inherited : "as \(path): \(reason)")
            }
        }
    }

    private func own(_ element: SchemaElement) -> String {
        element.reason >= 0 ? TierRules.reasons[Int(element.reason)] : ""
    }
}
