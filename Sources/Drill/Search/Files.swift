import Foundation

/// The files below a directory.
enum Files {
    /// Relative paths of regular files, in order.
    static func all(in directory: String) -> [String] {
        let names = (try? FileManager.default.subpathsOfDirectory(atPath: directory)) ?? []
        return names.filter { name in
            let attributes = try? FileManager.default.attributesOfItem(atPath: directory + "/" + name)
            return attributes?[.type] as? FileAttributeType == .typeRegular
        }.sorted()
    }

    static func read(_ path: String) throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else { throw DrillError("a file cannot be read") }
        return Array(data)
    }

    static func write(_ bytes: [UInt8], _ path: String) throws { try Data(bytes).write(to: URL(fileURLWithPath: path)) }

    /// Copies the regular files of a directory to a new path, into directories of mode 0700.
    static func copy(_ directory: String, to target: String) throws {
        let manager = FileManager.default
        for file in all(in: directory) {
            let path = target + "/" + file
            try manager.createDirectory(
                atPath: URL(fileURLWithPath: path).deletingLastPathComponent().path, withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700])
            try manager.copyItem(atPath: directory + "/" + file, toPath: path)
        }
    }

    /// Copies a directory to a new path, and removes the copy after `body`.
    static func withCopy<R>(of directory: String, _ body: (String) throws -> R) throws -> R {
        let path = NSTemporaryDirectory() + "colloque-drill-" + UUID().uuidString.prefix(13).lowercased()
        try FileManager.default.copyItem(atPath: directory, toPath: path)
        defer { try? FileManager.default.removeItem(atPath: path) }
        return try body(path)
    }
}
