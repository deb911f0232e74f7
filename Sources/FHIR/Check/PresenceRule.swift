/// An R4 invariant that only asks which elements of an object are there together.
struct PresenceRule: Sendable {
    /// The rule with the node's places as bits.
    struct Bits: Sendable {
        let code: StructureIssue.Code
        let condition: UInt64
        let needed: UInt64
        let forbidden: UInt64

        /// Whether an object with these elements breaks it.
        func isBroken(by seen: UInt64) -> Bool {
            guard condition == 0 || seen & condition != 0 else { return false }
            return needed != 0 && seen & needed == 0 || seen & forbidden != 0
        }
    }

    /// The invariant's key.
    let code: StructureIssue.Code
    /// The nodes that have it.
    let nodes: [Substring]
    /// It is asked when one of these is there; always when empty.
    let condition: [Substring]
    /// One of these must be there then.
    let needed: [Substring]
    /// None of these may be.
    let forbidden: [Substring]

    init(
        _ code: StructureIssue.Code, _ nodes: String, when condition: String = "", needs needed: String = "",
        forbids forbidden: String = ""
    ) {
        self.code = code
        self.nodes = nodes.split(separator: " ")
        self.condition = condition.split(separator: " ")
        self.needed = needed.split(separator: " ")
        self.forbidden = forbidden.split(separator: " ")
    }

    /// The rule for a node that has it.
    func bits(in node: SchemaNode) -> Bits {
        func mask(_ names: [Substring]) -> UInt64 {
            names.reduce(0) { mask, name in
                guard let place = node.places.firstIndex(of: String(name)) else { return mask }
                return mask | 1 << UInt64(place)
            }
        }
        return Bits(code: code, condition: mask(condition), needed: mask(needed), forbidden: mask(forbidden))
    }
}
