import Foundation

/// Feeds mutations of a corpus to one target: a fixed number of them, or for `COLLOQUE_FUZZ_SECONDS` from
/// `COLLOQUE_FUZZ_SEED` on, with `COLLOQUE_FUZZ_ONLY` naming the target.
///
/// Inputs come in batches, each of a seed of its own, which is written to `COLLOQUE_FUZZ_MARKS`/target before the batch: after a trap,
/// that seed with `COLLOQUE_FUZZ_EACH=1` writes each input there before it is tried.
struct FuzzRun {
    private static let environment = ProcessInfo.processInfo.environment
    private static let batch = 50
    static let seconds = environment["COLLOQUE_FUZZ_SECONDS"].flatMap { Double($0) }

    let name: String
    let corpus: [[UInt8]]

    /// Whether this target is asked for.
    var isWanted: Bool { FuzzRun.environment["COLLOQUE_FUZZ_ONLY"].map { $0 == name } ?? true }

    /// Tries the unchanged corpus and its mutations; the number of inputs.
    @discardableResult func run(cases: Int, _ body: ([UInt8]) throws -> Void) rethrows -> Int {
        guard isWanted else { return 0 }
        for bytes in corpus { try body(bytes) }
        var seed = FuzzRun.environment["COLLOQUE_FUZZ_SEED"].flatMap { UInt64($0) } ?? 1
        let end = FuzzRun.seconds.map { Date().addingTimeInterval($0) }
        var count = 0
        while end.map({ Date() < $0 }) ?? (count < cases) {
            mark(Array("\(seed)\n".utf8), "seed")
            var mutator = Mutator(seed: seed, corpus: corpus)
            for _ in 0..<FuzzRun.batch {
                let bytes = mutator.next()
                if FuzzRun.environment["COLLOQUE_FUZZ_EACH"] == "1" { mark(bytes, "input") }
                try body(bytes)
            }
            (seed, count) = (seed &+ 1, count + FuzzRun.batch)
        }
        if FuzzRun.seconds != nil { print("fuzz \(name): \(count) inputs, seeds up to \(seed)") }
        return count
    }

    private func mark(_ bytes: [UInt8], _ kind: String) {
        guard let directory = FuzzRun.environment["COLLOQUE_FUZZ_MARKS"] else { return }
        try? Data(bytes).write(to: URL(filePath: "\(directory)/\(name).\(kind)"))
    }
}
