import Foundation

/// Example files outside the package, for tests that skip without them.
enum SharedData {
    /// `COLLOQUE_SHARED`, or the folder `shared` beside the package; nil if it is not there.
    static let root: URL? = {
        if let path = ProcessInfo.processInfo.environment["COLLOQUE_SHARED"] { return existing(URL(filePath: path)) }
        var folder = URL(filePath: #filePath).deletingLastPathComponent()
        while folder.path != "/" {
            if FileManager.default.fileExists(atPath: folder.appending(path: "Package.swift").path) {
                return existing(folder.deletingLastPathComponent().appending(path: "shared"))
            }
            folder.deleteLastPathComponent()
        }
        return nil
    }()

    static var isThere: Bool { root != nil }

    /// The JSON files of `data/<folder>`, by name.
    static func files(_ folder: String) throws -> [(name: String, bytes: [UInt8])] {
        guard let root else { return [] }
        let path = root.appending(path: "data/\(folder)")
        return try FileManager.default.contentsOfDirectory(at: path, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "json" || $0.pathExtension == "ndjson" }
            .sorted { $0.path < $1.path }
            .map { ($0.lastPathComponent, [UInt8](try Data(contentsOf: $0))) }
    }

    private static func existing(_ url: URL) -> URL? {
        FileManager.default.fileExists(atPath: url.path) ? url : nil
    }
}
