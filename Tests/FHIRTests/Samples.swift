import Foundation
import JSONTree

@testable import FHIR

/// The official examples and the Synthea bundles, where the shared folder is there.
enum Samples {
    static let shared: URL? = {
        if let path = ProcessInfo.processInfo.environment["COLLOQUE_SHARED"] { return URL(filePath: path) }
        var folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
        while folder.pathComponents.count > 1 {
            let shared = folder.deletingLastPathComponent().appending(path: "shared")
            if FileManager.default.fileExists(atPath: folder.appending(path: "Sources/FHIR").path),
                FileManager.default.fileExists(atPath: shared.appending(path: "data/r4-examples").path)
            {
                return shared
            }
            folder.deleteLastPathComponent()
        }
        return nil
    }()

    static var areThere: Bool { shared != nil }

    /// The official examples, by file name.
    static let examples: [(name: String, resource: JSONValue)] = files("data/r4-examples")

    /// Those that are no longer than a record usually is.
    static let smallExamples = examples.filter { $0.resource.bytes.count < 12_000 }

    /// How many Synthea bundles a test reads: a few, or all when `COLLOQUE_ALL_SAMPLES` is set, which takes minutes
    /// without optimisation.
    static let bundles = ProcessInfo.processInfo.environment["COLLOQUE_ALL_SAMPLES"] == nil ? 3 : Int.max

    /// The resources of the first Synthea bundles.
    static func synthea(bundles: Int = bundles) -> [(name: String, resource: JSONValue)] {
        files("data/synthea", first: bundles).flatMap { name, bundle in
            Bundle.entries(of: bundle).enumerated().compactMap { index, entry in
                entry.resource.map { ("\(name)[\(index)]", $0) }
            }
        }
    }

    static func files(_ folder: String, first: Int = .max) -> [(name: String, resource: JSONValue)] {
        guard let folder = shared?.appending(path: folder),
            let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        else { return [] }
        return names.filter { $0.hasSuffix(".json") }.sorted().prefix(first).compactMap { name in
            guard let data = try? Data(contentsOf: folder.appending(path: name)),
                let value = try? JSONValue(parsing: Array(data))
            else { return nil }
            return (name, value)
        }
    }
}

/// Reads JSON written in a test.
func json(_ text: String) throws -> JSONValue { try JSONValue(parsing: text.utf8) }

extension JSONValue {
    /// The compact text.
    var text: String { String(decoding: bytes, as: UTF8.self) }
}
