import Foundation
import Ledger

/// Every signed checkpoint that was seen over the lives of a broker, one a file.
struct SeenCheckpoints {
    let directory: String

    /// All of them; throws for one that the log's key did not sign.
    func read(_ verifier: NoteVerifier) throws -> [Checkpoint] {
        try FileManager.default.contentsOfDirectory(atPath: directory).sorted().map { name in
            guard let data = FileManager.default.contents(atPath: "\(directory)/\(name)") else {
                throw BenchmarkError.system("checkpoints")
            }
            return try SignedCheckpoint(Array(data), verifier: verifier).checkpoint
        }
    }

    /// Adds one.
    func add(_ checkpoint: SignedCheckpoint) throws {
        let name = "\(checkpoint.size)-\(checkpoint.root.bytes.prefix(8).map { String($0, radix: 16) }.joined())"
        try Data(checkpoint.bytes).write(to: URL(fileURLWithPath: "\(directory)/\(name)"), options: .atomic)
    }
}
