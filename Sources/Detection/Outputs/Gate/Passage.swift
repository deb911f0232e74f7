/// What is to be done with a finding that came to a ``FindingGate``.
public enum Passage: Hashable, Sendable, Codable {
    /// Tell it.
    case new(Finding)
    /// Tell that one told before has grown: the finding bears its id and first moment and the events of all; `number`
    /// counts its updates.
    case update(Finding, number: Int)
    /// As an update, and graver: a higher level or a measure ten times that told before.
    case escalation(Finding, number: Int)
    /// Counted with one told before; nothing to tell now.
    case folded(into: String)
    /// Beyond the rate: counted, and told in a summary.
    case held

    /// What is to be told, if anything.
    public var finding: Finding? {
        switch self {
        case .new(let finding), .update(let finding, _), .escalation(let finding, _): finding
        case .folded, .held: nil
        }
    }
}
