import Foundation

/// Where an export is opened: `<Type>.ndjson` for each type, `documents/<id>` for each document. Only its owner may read it.
final class ExportDirectory {
    private let path: String
    private var files: [String: PrivateFile] = [:]
    private var hasDocuments = false

    /// Makes the directory. Throws when there is one.
    init(_ path: String) throws {
        self.path = path
        try ExportDirectory.make(path)
    }

    /// Adds a line to its type's file.
    func write(_ line: [UInt8], type: String) throws {
        let file = try files[type] ?? PrivateFile("\(path)/\(type).ndjson")
        files[type] = file
        try file.write(line + [UInt8(ascii: "\n")])
    }

    /// A new file for a document.
    func document(_ id: String) throws -> PrivateFile {
        if !hasDocuments { try ExportDirectory.make(path + "/documents") }
        hasDocuments = true
        return try PrivateFile("\(path)/documents/\(id)")
    }

    /// Writes what waits.
    func finish() throws {
        for file in files.values { try file.finish() }
    }

    private static func make(_ path: String) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        } catch { throw ExportError("\(path): cannot be made") }
    }
}
