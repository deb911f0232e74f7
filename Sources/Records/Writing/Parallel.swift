/// Work on many items with two tasks, so that an import leaves room for those who wait for a patient.
enum Parallel {
    /// How many tasks.
    static let width = 2

    /// The results in the order of the items. Throws the first error.
    static func map<Item: Sendable, Out: Sendable>(
        _ items: [Item], slice: Int, _ body: @escaping @Sendable (Item) throws(RecordError) -> Out
    ) async throws(RecordError) -> [Out] {
        guard items.count > slice else {
            var results: [Out] = []
            results.reserveCapacity(items.count)
            for item in items { results.append(try body(item)) }
            return results
        }
        return try await RecordError.mapping {
            try await withThrowingTaskGroup(of: (Int, [Out]).self) { group in
                var results = [[Out]](repeating: [], count: (items.count + slice - 1) / slice)
                for index in results.indices {
                    if index >= width, let (done, part) = try await group.next() { results[done] = part }
                    let range = index * slice..<min((index + 1) * slice, items.count)
                    group.addTask {
                        try Task.checkCancellation()
                        return (index, try items[range].map(body))
                    }
                }
                while let (done, part) = try await group.next() { results[done] = part }
                var all: [Out] = []
                all.reserveCapacity(items.count)
                for index in results.indices {
                    all.append(contentsOf: results[index])
                    results[index] = []
                }
                return all
            }
        }
    }
}
