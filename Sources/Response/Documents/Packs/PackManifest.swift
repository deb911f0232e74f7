import Foundation
import JSONTree

/// What a pack holds: the last file written into it, so that a pack without it is not whole.
struct PackManifest: Equatable {
    static let name = "manifest.json"
    private static let maximumBytes = 1 << 20

    struct File: Equatable {
        let name: String
        let bytes: Int64
        let sha256: String
    }

    let practice: String
    let incident: String
    /// The digest of everything that the documents were made of.
    let input: String
    let files: [File]

    var json: JSONValue {
        let files = files.map { file -> JSONValue in
            ["name": .string(file.name), "bytes": .number(JSONNumber(file.bytes)), "sha256": .string(file.sha256)]
        }
        return [
            "practice": .string(practice), "incident": .string(incident), "input": .string(input),
            "files": .array(files),
        ]
    }

    init(practice: String, incident: String, input: String, files: [File]) {
        (self.practice, self.incident, self.input, self.files) = (practice, incident, input, files)
    }

    /// Reads a pack's manifest; nil when there is none or it is no such thing.
    init?(in folder: String) {
        guard let handle = FileHandle(forReadingAtPath: folder + "/" + PackManifest.name) else { return nil }
        defer { try? handle.close() }
        guard let data = try? handle.read(upToCount: PackManifest.maximumBytes),
            let json = try? JSONValue(parsing: data), let practice = json["practice"]?.string,
            let incident = json["incident"]?.string, let input = json["input"]?.string,
            let files = json["files"]?.array?.map(PackManifest.file), !files.contains(nil)
        else { return nil }
        self.init(practice: practice, incident: incident, input: input, files: files.compactMap { $0 })
    }

    private static func file(_ json: JSONValue) -> File? {
        guard let name = json["name"]?.string, !name.contains("/"), let sha256 = json["sha256"]?.string,
            let bytes = json["bytes"]?.number?.int64
        else { return nil }
        return File(name: name, bytes: bytes, sha256: sha256)
    }
}
