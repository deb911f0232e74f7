import FHIR
import Foundation
import JSONTree

/// One file of an import: a Bundle, or one resource a line (NDJSON).
final class ImportSource {
    let path: String
    private let bytes: Data
    private var bundle: [JSONValue]?
    private let lines: [Range<Int>]

    /// Where an entry is: its place among the bundle's entries, or its line, from 1.
    struct Entry {
        let number: Int
        fileprivate let index: Int
    }

    private(set) var entries: [Entry] = []
    /// What cannot be read at all: line or entry, and why.
    private(set) var unreadable: [(number: Int, reason: String)] = []

    /// Largest bundle that is read whole.
    private static let maximumBundle = 256 << 20

    init(_ path: String) throws {
        self.path = path
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe) else {
            throw Failure.refused("\(path): cannot be read")
        }
        bytes = data
        if let found = try ImportSource.bundle(data, path) {
            bundle = found
            lines = []
            entries = found.indices.map { Entry(number: $0 + 1, index: $0) }
        } else {
            lines = ImportSource.lines(data)
            var number = 0
            for (index, line) in lines.enumerated() {
                number += 1
                if !line.isEmpty { entries.append(Entry(number: number, index: index)) }
            }
        }
    }

    /// The entries of a bundle; nil when the file is not one JSON value.
    private static func bundle(_ data: Data, _ path: String) throws -> [JSONValue]? {
        guard data.count <= maximumBundle, !looksLikeLines(data) else { return nil }
        let limits = JSONLimits(maximumBytes: maximumBundle)
        let value: JSONValue
        do throws(JSONError) {
            value = try JSONValue(parsing: data, limits: limits)
        } catch {
            throw Failure.refused("\(path): byte \(error.offset): \(error.code)")
        }
        guard value["resourceType"]?.string == "Bundle" else { return [["resource": value]] }
        return value["entry"]?.array ?? []
    }

    /// Whether the first line is a JSON value by itself, and something follows it.
    private static func looksLikeLines(_ data: Data) -> Bool {
        let first = data.prefix { $0 != UInt8(ascii: "\n") }
        let hasMore = data.dropFirst(first.count).contains { $0 > UInt8(ascii: " ") }
        return hasMore && (try? JSONValue(parsing: first)) != nil
    }

    private static func lines(_ data: Data) -> [Range<Int>] {
        unsafe data.withUnsafeBytes { bytes in
            var lines: [Range<Int>] = []
            var start = 0
            while start < bytes.count {
                let end = unsafe bytes[start...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
                lines.append(start..<end)
                start = end + 1
            }
            return lines
        }
    }

    /// The text of an entry that was read before, for sending: one line.
    func item(_ entry: Entry) -> ImportItem? {
        guard let bundle else {
            return ImportItem(
                file: path, number: entry.number, fullURL: nil, resource: [UInt8](bytes[lines[entry.index]])[...])
        }
        guard let resource = bundle[entry.index]["resource"] else { return nil }
        return ImportItem(
            file: path, number: entry.number, fullURL: bundle[entry.index]["fullUrl"]?.string,
            resource: resource.bytes[...])
    }

    /// Reads an entry; nil, and noted as unreadable, when it is not one.
    func read(_ entry: Entry) -> (fullURL: String?, resource: JSONValue)? {
        if let bundle {
            let value = bundle[entry.index]
            guard let resource = value["resource"], resource.object != nil else {
                unreadable.append((entry.number, "no resource"))
                return nil
            }
            return (value["fullUrl"]?.string, resource)
        }
        do throws(JSONError) {
            let resource = try JSONValue(parsing: bytes[lines[entry.index]], limits: ImportSource.limits)
            if resource.object != nil { return (nil, resource) }
            unreadable.append((entry.number, "no resource"))
        } catch {
            unreadable.append((entry.number, "byte \(error.offset): \(error.code)"))
        }
        return nil
    }

    /// What the server reads inside a group's line, which is three deep itself.
    private static let limits = JSONLimits(maximumDepth: JSONLimits().maximumDepth - 3)
}
