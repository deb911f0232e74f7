import Detection

/// Lines of a log to detect in, and the sources by which they may be routed.
struct DetectEvents {
    let name: String
    var lines: [[UInt8]] = []
    var sources: [LogSource] = []

    init(_ name: String) { self.name = name }

    /// Bytes of a line, on average.
    var size: Int { lines.isEmpty ? 0 : lines.reduce(0) { $0 + $1.count } / lines.count }

    mutating func add(_ line: String, _ source: LogSource) {
        lines.append(Array(line.utf8))
        sources.append(source)
    }

    /// So many drawn at random, each as likely as any other: places in ``lines``.
    func draws(_ count: Int, seed: UInt64) -> [Int] {
        var numbers = SeededNumbers(seed: seed)
        return (0..<count).map { _ in Int.random(in: lines.indices, using: &numbers) }
    }
}
