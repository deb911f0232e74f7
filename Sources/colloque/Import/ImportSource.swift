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
        guard data.count <= maximumBundle else { return nil }
        let limits = JSONLimits(maximumBytes: maximumBundle)
        guard let value = try? JSONValue(parsing: data, limits: limits) else {
            guard !looksLikeLines(data) else { return nil }
            do {
                _ = try JSONValue(parsing: data, limits: limits)
            } catch {
                throw Failure.refused("\(path): byte \(error.offset): \(error.code)")
            }
            return nil
        }
        guard value["resourceType"]?.string == "Bundle" else { return [["resource": value]] }
        return value["entry"]?.array ?? []
    }

    /// Whether the first line is a JSON value by itself.
    private static func looksLikeLines(_ data: Data) -> Bool {
        let first = data.prefix { $0 != UInt8(ascii: "\n") }
        return first.count < data.count && (try? JSONValue(parsing: first)) != nil
    }

    private static func lines(_ data: Data) -> [Range<Int>] {
        var lines: [Range<Int>] = []
        var start = data.startIndex
        while start < data.endIndex {
            let end = data[start...].firstIndex(of: UInt8(ascii: "\n")) ?? data.endIndex
            lines.append(start..<end)
            start = end + 1
        }
        return lines
    }

    /// Reads an entry; nil, and noted as unreadable, when it is not one.
    func read(_ entry: Entry) -> (fullURL: String?, resource: JSONValue)? {
        if let bundle {
            let value = bundle[entry.index]
            guard let resource = value["resource"] else {
                unreadable.append((entry.number, "no resource"))
                return nil
            }
            return (value["fullUrl"]?.string, resource)
        }
        do {
            return (nil, try JSONValue(parsing: bytes[lines[entry.index]]))
        } catch {
            unreadable.append((entry.number, "byte \(error.offset): \(error.code)"))
            return nil
        }
    }
}
