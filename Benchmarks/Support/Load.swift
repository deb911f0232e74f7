/// What several callers did in a while.
struct Load: Sendable {
    let latencies: Latencies
    let seconds: Double

    /// Calls a second.
    var rate: Double { seconds > 0 ? Double(latencies.count) / seconds : 0 }

    /// Calls over and over by `callers` tasks at once, until `seconds` have passed or a caller's `body` says false.
    ///
    /// `body` is told which caller it is and how many calls that caller made before.
    static func run(
        callers: Int, seconds: Double, _ body: @escaping @Sendable (_ caller: Int, _ turn: Int) async throws -> Bool
    ) async throws -> Load {
        let start = Latencies.now
        let end = start + UInt64(seconds * 1e9)
        return try await withThrowingTaskGroup(of: Latencies.self) { group in
            for caller in 0..<callers {
                group.addTask { try await Load.call(caller, until: end, body) }
            }
            var all = Latencies()
            for try await latencies in group { all.merge(latencies) }
            return Load(latencies: all, seconds: Latencies.seconds(since: start))
        }
    }

    private static func call(
        _ caller: Int, until end: UInt64, _ body: @Sendable (Int, Int) async throws -> Bool
    ) async throws -> Latencies {
        var latencies = Latencies()
        var turn = 0
        while true {
            let start = Latencies.now
            guard start < end, try await body(caller, turn) else { return latencies }
            latencies.add(since: start)
            turn += 1
        }
    }

    /// Rate and latencies as cells of a table.
    var cells: [String] {
        [
            Report.number(rate) + "/s", Report.number(latencies.percentile(0.5)) + " ms",
            Report.number(latencies.percentile(0.99)) + " ms",
        ]
    }
}
