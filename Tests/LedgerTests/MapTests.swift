import LedgerCheck
import LedgerMap
import Testing

@testable import Ledger

struct MapTests {
    private func map(_ practices: Int) -> PracticeMap {
        var made = TestEntries()
        for round in 0..<2 { for number in 0..<practices { made.add(practice: number * 2 + 1, text: "\(round)") } }
        return made.map
    }

    @Test func sideFileRoundTripsAndIsStrict() throws {
        let map = map(5)
        let bytes = map.encode()
        #expect(try PracticeMap(decoding: bytes) == map)
        for length in 0..<bytes.count {
            #expect(throws: LedgerError.self) { try PracticeMap(decoding: Array(bytes[..<length])) }
        }
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 0x10
            if let other = try? PracticeMap(decoding: changed) { #expect(other.root != map.root, "\(index)") }
        }
    }

    @Test func chainsMustContinue() throws {
        var map = PracticeMap()
        let key = TestEntries.practice(1)
        let head = TreeHash.leaf([1])
        let wrong = [
            EntryLink(practice: key, n: 0, prev: .zero), EntryLink(practice: key, n: 2, prev: .zero),
            EntryLink(practice: key, n: 1, prev: head), EntryLink(practice: key, n: Int64.min, prev: .zero),
        ]
        for link in wrong {
            #expect(throws: LedgerError(.chainBroken, position: 0)) { try map.append(link, leaf: head) }
        }
        try map.append(EntryLink(practice: key, n: 1, prev: .zero), leaf: head)
        try map.append(nil, leaf: head)
        try map.append(EntryLink(practice: key, n: 2, prev: head), leaf: .zero)
        #expect(map.size == 3 && map.count == 1)
        var next = PracticeMap(carrying: map)
        try next.append(EntryLink(practice: key, n: 3, prev: .zero), leaf: head)
        #expect(next.size == 1)
    }
}
