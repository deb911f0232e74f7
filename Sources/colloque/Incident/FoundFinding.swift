import Detection
import Foundation
import Response
import Vocabulary

/// A finding that an incident is opened from.
struct FoundFinding {
    let finding: Finding

    private static let maximumFile = 256 << 20

    /// Looks for a finding's line by its id; the last telling of it counts.
    /// - Parameter files: Files of findings; when empty, those in the installation's `findings/`.
    init(id: String, in files: [String], of directory: DataDirectory?) throws {
        let files = files.isEmpty ? try FoundFinding.files(of: directory) : files
        var found: Finding?
        for file in files { found = try FoundFinding.last(id, in: file) ?? found }
        guard let found else { throw Failure.refused("no such finding in \(files.count) files") }
        finding = found
    }

    private static func files(of directory: DataDirectory?) throws -> [String] {
        guard let folder = directory.map({ $0.path + "/findings" }) else { throw Failure.usage("give --findings") }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".ndjson") }.sorted().map { folder + "/" + $0 }
    }

    private static func last(_ id: String, in file: String) throws -> Finding? {
        guard let size = try? FileManager.default.attributesOfItem(atPath: file)[.size] as? Int, size <= maximumFile,
            let data = FileManager.default.contents(atPath: file)
        else { throw Failure.refused("\(file): cannot be read, or is larger than 256 MiB") }
        var found: Finding?
        for (place, line) in data.split(separator: UInt8(ascii: "\n")).enumerated() {
            do throws(FindingLineError) {
                let finding = try FindingLine.read(line)
                if finding.id == id { found = finding }
            } catch { throw Failure.refused("\(file): line \(place + 1): \(error)") }
        }
        return found
    }

    /// What the incident refers to.
    var origin: IncidentOpening.Finding {
        IncidentOpening.Finding(
            id: FoundFinding.cut(finding.id), rule: FoundFinding.cut(finding.rule),
            holder: value(of: ["member", "client", Taxonomy.account]), session: value(of: ["session"]))
    }

    /// The incident's title, unless another is given.
    var title: String { FoundFinding.cut(finding.title) }

    /// The finding as the first entry of the timeline. The watchtower has read the ledger without verifying it: it proves nothing.
    var entry: IncidentEntry {
        let isLedger = finding.source.product == "colloque" && finding.source.service == "ledger"
        let name = (finding.source.product ?? "log").utf8.map { FoundFinding.isNameUnit($0) ? $0 : UInt8(ascii: "-") }
        let source: IncidentEntry.Source =
            isLedger ? .ledger : .foreign(String(decoding: name.prefix(64), as: UTF8.self))
        let text = "\(finding.title) (\(finding.events) events until \(finding.last.instant)). \(finding.why)"
        return IncidentEntry(
            moment: finding.first, text: FoundFinding.cut(text, IncidentLimit.text), source: source,
            grade: isLedger ? .recorded : .foreign)
    }

    /// What an incident that is opened from it begins with: its entry, and the scope's query where it names somebody of the ledger's.
    var contents: [IncidentEvent.Content] {
        guard let query = FindingQuery(finding).query?.text, query.utf8.count <= IncidentLimit.query else {
            return [.entry(entry)]
        }
        return [.entry(entry), .scope(query: query)]
    }

    private func value(of fields: [String]) -> String? {
        let pairs = finding.group + finding.shown
        return pairs.first { fields.contains($0.field) && !$0.value.isEmpty }.map { FoundFinding.cut($0.value) }
    }

    private static func isNameUnit(_ unit: UInt8) -> Bool {
        switch unit {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"): true
        default: false
        }
    }

    /// Text as an event takes it: no control characters, and not too long.
    private static func cut(_ text: String, _ maximum: Int = IncidentLimit.title) -> String {
        var out = ""
        var room = maximum
        for scalar in text.unicodeScalars where scalar.properties.generalCategory != .control {
            room -= UTF8.width(scalar)
            guard room >= 0 else { break }
            out.unicodeScalars.append(scalar)
        }
        return out
    }
}
