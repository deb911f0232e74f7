/// The values that a finding shows of a field, in its group first.
struct ShownFields {
    private let pairs: [Finding.Pair]

    init(_ finding: Finding) { pairs = finding.group + finding.shown }

    /// The values of a field, each once, in order.
    func values(_ field: String) -> [String] {
        var out: [String] = []
        for pair in pairs where pair.field == field && !out.contains(pair.value) { out.append(pair.value) }
        return out
    }

    func first(_ field: String) -> String? { pairs.first { $0.field == field }?.value }

    /// The pairs of other fields than these, each once.
    func others(than fields: Set<String>) -> [Finding.Pair] {
        var seen = Set<Finding.Pair>()
        return pairs.filter { !fields.contains($0.field) && seen.insert($0).inserted }
    }
}
