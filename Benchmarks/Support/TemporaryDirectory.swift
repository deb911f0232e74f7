import Foundation

/// A directory of its own, removed afterwards.
enum TemporaryDirectory {
    /// Makes one of mode 0700, lends it, and removes it whatever happens.
    static func with<R>(_ body: (String) async throws -> R) async throws -> R {
        let path = NSTemporaryDirectory() + "colloque-bench-\(UInt32.random(in: .min ... .max))"
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        do {
            let result = try await body(path)
            try FileManager.default.removeItem(atPath: path)
            return result
        } catch {
            try? FileManager.default.removeItem(atPath: path)
            throw error
        }
    }
}
