import LedgerCheck
import LedgerMap

@testable import Ledger

/// Entries for tests: a kind byte, practice, n, prev, text; or an index entry: kind, size, root.
struct TestEntries {
    private(set) var map = PracticeMap()
    private(set) var entries: [[UInt8]] = []

    static func practice(_ number: Int) -> PracticeKey { PracticeKey(high: UInt64(number % 3), low: UInt64(number)) }

    mutating func add(practice number: Int, text: String = "text") {
        let key = TestEntries.practice(number)
        let last = map[key] ?? PracticeHead(n: 0, head: .zero)
        var entry: [UInt8] = [1]
        entry += key.bytes
        BigEndian.append(UInt64(last.n + 1), bytes: 8, to: &entry)
        entry += last.head.bytes + Array("\(text) \(entries.count)".utf8)
        take(entry)
    }

    mutating func addIndex(lie: Bool = false) {
        var entry: [UInt8] = [2]
        BigEndian.append(map.size, bytes: 8, to: &entry)
        entry += lie ? Hash.zero.bytes : map.root.bytes
        take(entry)
    }

    mutating func take(_ entry: [UInt8]) {
        entries.append(entry)
        try? map.append(entry.span, linker: TestEntries.link)
    }

    static func make(_ count: Int, practices: Int = 7) -> [[UInt8]] {
        var made = TestEntries()
        for index in 0..<count { made.add(practice: index * index % practices) }
        return made.entries
    }

    static let link: EntryLinker = { span in
        let bytes = unsafe span.withUnsafeBytes { unsafe Array($0) }
        guard bytes.first == 1 else { return nil }
        guard bytes.count > 57, let practice = PracticeKey(bytes[1..<17]), let prev = Hash(bytes[25..<57]) else {
            throw LedgerError(.malformed)
        }
        return EntryLink(practice: practice, n: Int64(bitPattern: BigEndian.read(bytes[17..<25])), prev: prev)
    }
}
