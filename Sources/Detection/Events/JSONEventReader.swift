import Glibc

/// Reads one JSON object into an event's fields: nested names are joined by dots, lists repeat their field, `null` is a
/// field without a value. What the text repeats, the event repeats: an attacker who writes a key twice hides nothing.
///
/// Texts are checked as far as their fields need it: UTF-8, closed strings, nesting, and no more than the limits.
public struct JSONEventReader {
    /// Why a text is no event.
    public enum Fault: Error, Hashable, Sendable {
        /// Not UTF-8, an open string, a token that does not belong.
        case malformed
        /// Not an object.
        case notAnObject
        /// More than 64 levels deep, more than 4,096 fields, or names of more than 1,024 bytes.
        case beyondLimits
    }

    private static let levels = 64
    private static let mostFields = 4_096
    private static let longestName = 1_024

    /// An open object or list.
    private struct Level {
        let isObject: Bool
        let name: Int
        let hash: TextHash
    }

    private let scanner = MarkScanner()
    private var stack: [Level] = []
    private var name: [UInt8] = []
    private var hash = TextHash()

    /// Makes a reader, for one text after the other.
    public init() {}

    /// Adds the fields of a text to an event. After a fault the event is to be thrown away.
    public mutating func read(_ text: Span<UInt8>, into event: inout Event) throws(Fault) {
        let scanned = try scanner.scan(text) { marks throws(Fault) in
            guard text[Int(marks[0])] == UInt8(ascii: "{") else { throw .notAnObject }
            stack.removeAll(keepingCapacity: true)
            name.removeAll(keepingCapacity: true)
            hash = TextHash()
            try walk(text, marks, &event)
        }
        guard scanned else { throw .malformed }
    }

    private mutating func walk(_ text: Span<UInt8>, _ marks: Span<UInt32>, _ event: inout Event) throws(Fault) {
        var at = 0
        repeat {
            guard at < marks.count else { throw .malformed }
            let place = Int(marks[at])
            switch text[place] {
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                guard stack.count < JSONEventReader.levels else { throw .beyondLimits }
                stack.append(Level(isObject: text[place] == UInt8(ascii: "{"), name: name.count, hash: hash))
                at += 1
                // An empty one closes at once.
                if at < marks.count, closes(text[Int(marks[at])]) {
                    try close(text, marks, &at)
                    try follow(text, marks, &at)
                } else {
                    try key(text, marks, &at)
                }
            default:
                try leaf(text, marks, at, &event)
                at += 1
                try follow(text, marks, &at)
            }
        } while !stack.isEmpty
        guard at == marks.count else { throw .malformed }
    }

    /// After a value: closes what ends here, and goes to the next value.
    private mutating func follow(_ text: Span<UInt8>, _ marks: Span<UInt32>, _ at: inout Int) throws(Fault) {
        while !stack.isEmpty {
            guard at < marks.count else { throw .malformed }
            let byte = text[Int(marks[at])]
            if byte == UInt8(ascii: ",") {
                at += 1
                return try key(text, marks, &at)
            }
            try close(text, marks, &at)
        }
    }

    private func closes(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") }

    private mutating func close(_ text: Span<UInt8>, _ marks: Span<UInt32>, _ at: inout Int) throws(Fault) {
        guard let level = stack.popLast() else { throw .malformed }
        guard text[Int(marks[at])] == (level.isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) else { throw .malformed }
        (hash, at) = (level.hash, at + 1)
        name.removeLast(name.count - level.name)
    }

    /// Within an object: joins the next key to the name. Within a list the name stays.
    private mutating func key(_ text: Span<UInt8>, _ marks: Span<UInt32>, _ at: inout Int) throws(Fault) {
        guard let level = stack.last else { throw .malformed }
        name.removeLast(name.count - level.name)
        hash = level.hash
        guard level.isObject else { return }
        guard at + 1 < marks.count, text[Int(marks[at])] == UInt8(ascii: "\""),
            text[Int(marks[at + 1])] == UInt8(ascii: ":")
        else { throw .malformed }
        if !name.isEmpty { name.append(UInt8(ascii: ".")) }
        try JSONEventReader.string(text, from: Int(marks[at]), before: Int(marks[at + 1]), into: &name)
        guard name.count <= JSONEventReader.longestName else { throw .beyondLimits }
        for index in level.name..<name.count { hash.add(name[index]) }
        at += 2
    }

    private func leaf(_ text: Span<UInt8>, _ marks: Span<UInt32>, _ at: Int, _ event: inout Event) throws(Fault) {
        guard event.count < JSONEventReader.mostFields else { throw .beyondLimits }
        let (from, before) = (Int(marks[at]), at + 1 < marks.count ? Int(marks[at + 1]) : text.count)
        var fault: Fault?
        let kind = try JSONEventReader.kind(text, from)
        event.add(name: name, hash: hash, kind: kind) { storage in
            do throws(Fault) {
                switch kind {
                case .text: try JSONEventReader.string(text, from: from, before: before, into: &storage)
                case .null: break
                case .number, .bool:
                    let end = JSONEventReader.end(text, from, before)
                    storage.append(text.extracting(from..<end))
                }
            } catch { fault = error }
        }
        if let fault { throw fault }
    }

    private static func kind(_ text: Span<UInt8>, _ from: Int) throws(Fault) -> Event.Kind {
        switch text[from] {
        case UInt8(ascii: "\""): return .text
        case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool
        case UInt8(ascii: "n"): return .null
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
        default: throw .malformed
        }
    }

    /// Where a token ends, the white space before the next one left out.
    private static func end(_ text: Span<UInt8>, _ from: Int, _ before: Int) -> Int {
        var end = before
        while end > from + 1, text[end - 1] <= UInt8(ascii: " ") { end -= 1 }
        return end
    }

    /// Appends a string's bytes without its escapes (RFC 8259 §7).
    private static func string(
        _ text: Span<UInt8>, from: Int, before: Int, into bytes: inout [UInt8]
    ) throws(Fault) {
        let end = end(text, from, before) - 1
        guard end > from, text[end] == UInt8(ascii: "\"") else { throw .malformed }
        var at = from + 1
        while at < end {
            at += plain(text.extracting(at..<end), into: &bytes)
            if at < end { try escape(text, &at, end, into: &bytes) }
        }
    }

    /// Appends the bytes before the next backslash; how many.
    @inline(__always)
    private static func plain(_ text: Span<UInt8>, into bytes: inout [UInt8]) -> Int {
        let count = unsafe text.withUnsafeBufferPointer { text in
            guard let base = text.baseAddress, let found = unsafe memchr(base, 0x5C, text.count) else {
                return text.count
            }
            return unsafe UnsafeRawPointer(base).distance(to: found)
        }
        bytes.append(text.extracting(..<count))
        return count
    }

    private static func escape(
        _ text: Span<UInt8>, _ at: inout Int, _ end: Int, into bytes: inout [UInt8]
    ) throws(Fault) {
        guard at + 1 < end else { throw .malformed }
        let letter = text[at + 1]
        at += 2
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): bytes.append(letter)
        case UInt8(ascii: "b"): bytes.append(8)
        case UInt8(ascii: "f"): bytes.append(12)
        case UInt8(ascii: "n"): bytes.append(10)
        case UInt8(ascii: "r"): bytes.append(13)
        case UInt8(ascii: "t"): bytes.append(9)
        case UInt8(ascii: "u"): try unicode(text, &at, end, into: &bytes)
        default: throw .malformed
        }
    }

    /// A `\u` escape, or two of them for what lies beyond the first plane; a lone surrogate becomes U+FFFD.
    private static func unicode(
        _ text: Span<UInt8>, _ at: inout Int, _ end: Int, into bytes: inout [UInt8]
    ) throws(Fault) {
        let first = try hexadecimal(text, &at, end)
        var scalar = Unicode.Scalar(first)
        if first & 0xFC00 == 0xD800, at + 1 < end, text[at] == UInt8(ascii: "\\"), text[at + 1] == UInt8(ascii: "u") {
            var next = at + 2
            let second = try hexadecimal(text, &next, end)
            if second & 0xFC00 == 0xDC00 {
                scalar = Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + second & 0x3FF)
                at = next
            }
        }
        bytes.append(contentsOf: UTF8.encode(scalar ?? "\u{FFFD}").map(Array.init) ?? [])
    }

    private static func hexadecimal(_ text: Span<UInt8>, _ at: inout Int, _ end: Int) throws(Fault) -> UInt32 {
        guard at + 4 <= end else { throw .malformed }
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = Character(Unicode.Scalar(text[at])).hexDigitValue else { throw .malformed }
            value = value << 4 | UInt32(digit)
            at += 1
        }
        return value
    }
}
