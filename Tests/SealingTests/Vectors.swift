import Foundation
import Testing

/// Finds test data from the package root, and reads the JSON in it.
enum Vectors {
    /// The folder that holds Package.swift.
    static let root: URL = {
        var folder = URL(fileURLWithPath: #filePath)
        repeat {
            folder.deleteLastPathComponent()
        } while !exists(folder.appending(path: "Package.swift"))
            && folder.pathComponents.count > 1
        return folder
    }()

    /// Where the public vectors are: `COLLOQUE_SHARED`, or `shared` beside the package.
    static let shared: URL = {
        if let path = ProcessInfo.processInfo.environment["COLLOQUE_SHARED"] { return URL(fileURLWithPath: path) }
        return root.deletingLastPathComponent().appending(path: "shared")
    }()

    static let wycheproof = shared.appending(path: "vectors/aead")
    /// What `scripts/hpke-vectors` writes.
    static let hpke = root.appending(path: ".build/vectors")
    static let ours = root.appending(path: "docs/vectors/sealing-v1.json")

    static func exists(_ url: URL) -> Bool { FileManager.default.fileExists(atPath: url.path) }

    static func read<T: Decodable>(_ url: URL, as type: T.Type) throws -> T {
        try JSONDecoder().decode(type, from: try Data(contentsOf: url))
    }
}

extension [UInt8] {
    /// Reads hexadecimal; nil for anything else.
    init?(hex: String) {
        guard hex.utf8.count.isMultiple(of: 2) else { return nil }
        var out = [UInt8]()
        var rest = Substring(hex)
        while !rest.isEmpty {
            guard let byte = UInt8(rest.prefix(2), radix: 16) else { return nil }
            out.append(byte)
            rest = rest.dropFirst(2)
        }
        self = out
    }

    var hex: String { map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }
}

/// Bytes written as hexadecimal in a vector file.
struct Hex: Decodable {
    let bytes: [UInt8]

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let bytes = [UInt8](hex: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not hexadecimal")
        }
        self.bytes = bytes
    }
}
