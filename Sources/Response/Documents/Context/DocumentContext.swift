import Mustache

/// Values by the names under which templates know them.
///
/// Beside every list `name` stands a flag `hasName`, so that a template can leave out a heading without content.
public struct DocumentContext: Hashable, Sendable, MustacheParent {
    /// The values by name.
    public private(set) var values: [String: DocumentValue]

    /// Values by name.
    init(_ pairs: [(String, DocumentValue)]) {
        values = [:]
        for (name, value) in pairs { set(name, value) }
    }

    /// The value of a name, as the engine asks for it.
    public func child(named name: String) -> Any? { values[name]?.representation }

    /// The same with more values.
    func adding(_ pairs: [(String, DocumentValue)]) -> DocumentContext {
        var all = self
        for (name, value) in pairs { all.set(name, value) }
        return all
    }

    private mutating func set(_ name: String, _ value: DocumentValue) {
        values[name] = value
        guard case .list(let contexts) = value, let first = name.first else { return }
        values["has" + first.uppercased() + name.dropFirst()] = .flag(!contexts.isEmpty)
    }
}
