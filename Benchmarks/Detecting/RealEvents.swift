import Detection
import Foundation

/// Real Windows events, as collections of them are published: one pretty-printed JSON object after the other.
struct RealEvents {
    /// Texts of single events.
    private(set) var texts: [String] = []
    /// Lines `"Name": value` of their bodies, by name.
    private(set) var fields: [String: [String]] = [:]

    /// Reads all JSON files below a folder; none if it is missing.
    init(folder: String) throws {
        guard let names = try? FileManager.default.subpathsOfDirectory(atPath: folder) else { return }
        for name in names.sorted() where name.hasSuffix(".json") {
            let text = try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
            texts += RealEvents.split(text)
        }
        for text in texts { collect(text) }
        for name in fields.keys { fields[name] = Array(Set(fields[name] ?? [])).sorted() }
    }

    /// Objects begin and end at the margin.
    private static func split(_ text: String) -> [String] {
        var (events, lines): ([String], [Substring]) = ([], [])
        for line in text.split(separator: "\n", omittingEmptySubsequences: true) {
            let line = line.last == "\r" ? line.dropLast() : line
            lines.append(line)
            if line == "}" {
                events.append(lines.joined(separator: "\n"))
                lines = []
            }
        }
        return events
    }

    private mutating func collect(_ text: String) {
        for line in RealEvents.body(text) {
            guard let colon = line.firstRange(of: "\": ") else { continue }
            let name = line[..<colon.lowerBound].drop { $0 == " " }.dropFirst()
            let value = line[colon.upperBound...]
            guard value.last != "{", value.last != "[" else { continue }
            fields[String(name), default: []].append(String(value.last == "," ? value.dropLast() : value))
        }
    }

    private static func body(_ text: String) -> ArraySlice<Substring> {
        let lines = text.split(separator: "\n")
        guard let start = lines.firstIndex(where: { $0.hasSuffix("\"EventData\": {") }) else { return [] }
        return lines[(start + 1)...].prefix { !$0.hasPrefix("    }") }
    }

    /// So many events of about a size: real ones, filled up with fields of others that they lack.
    func padded(_ count: Int, to size: Int, seed: UInt64) -> DetectEvents {
        var events = DetectEvents("real")
        var numbers = SeededNumbers(seed: seed)
        for _ in 0..<count {
            let text = texts[Int.random(in: texts.indices, using: &numbers)]
            let wanted = Int.random(in: (size * 3 / 4)...(size * 5 / 4), using: &numbers)
            events.add(pad(text, to: wanted, &numbers), LogSource(product: "windows"))
        }
        return events
    }

    private func pad(_ text: String, to size: Int, _ numbers: inout SeededNumbers) -> String {
        let own = Set(RealEvents.body(text).compactMap { $0.split(separator: "\"").dropFirst().first })
        var (lines, length) = ("", text.utf8.count)
        for name in fields.keys.sorted().shuffled(using: &numbers) where length < size && !own.contains(name[...]) {
            guard let value = fields[name]?.randomElement(using: &numbers) else { continue }
            let line = "\n      \"\(name)\": \(value),"
            lines += line
            length += line.utf8.count
        }
        guard let start = text.firstRange(of: "\"EventData\": {") else { return text }
        return text[..<start.upperBound] + lines + text[start.upperBound...]
    }
}
