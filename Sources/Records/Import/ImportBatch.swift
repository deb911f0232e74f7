/// What goes into one deposit of an import.
struct ImportBatch {
    private(set) var plans: [Plan] = []
    private(set) var indices: [Int] = []
    private var parts = 0
    private var rows = 0
    private var bytes = 0

    /// Whether one more would be too much for one message to the broker, or for one transaction.
    func isFull(for plan: Plan) -> Bool {
        plans.count >= 4_096 || parts >= 12_000 || rows + plan.terms.count > 40_000
            || bytes + ImportBatch.size(plan) > 48 << 20 && !plans.isEmpty
    }

    /// Adds what is written of an entry.
    mutating func add(_ plan: Plan, _ index: Int) {
        plans.append(plan)
        indices.append(index)
        parts += plan.parts.count
        rows += plan.terms.count
        bytes += ImportBatch.size(plan)
    }

    private static func size(_ plan: Plan) -> Int { plan.parts.values.reduce(0) { $0 + $1.count } }
}
