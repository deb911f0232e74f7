/// What a mapping found in an event: each value of a field once, in order.
struct MappedFields {
    private static let numbers = [Taxonomy.rows, Taxonomy.bytes, Taxonomy.practices]

    private var values: [(name: String, value: String)] = []
    private var seen: Set<String> = []
    /// The path with its ids replaced.
    var route: String?

    /// The practices, each once.
    var practices: [String] { values.filter { $0.name == Taxonomy.practice }.map(\.value) }

    mutating func add(_ found: [(name: String, value: String)]?) {
        for (name, value) in found ?? [] where name != "id" { add(name, value) }
    }

    mutating func add(_ name: String, _ value: String) {
        guard !value.isEmpty, value.utf8.count <= SourceLimits.value, values.count < SourceLimits.values else { return }
        guard !MappedFields.numbers.contains(name) || value.isDecimal else { return }
        guard seen.insert("\(name)\u{0}\(value)").inserted else { return }
        values.append((name, value))
    }

    /// Writes them in place of what the event has under these names.
    func write(to event: inout Event) {
        for name in Set(values.map(\.name)) { event.remove(name) }
        for (name, value) in values {
            event.add(name, value, kind: MappedFields.numbers.contains(name) ? .number : .text)
        }
    }
}
