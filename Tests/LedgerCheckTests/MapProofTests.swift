import LedgerCheck
import LedgerMap
import Testing

@testable import Ledger
@testable import LedgerTests

struct MapProofTests {
    private func map(_ practices: Int) -> PracticeMap {
        var made = TestEntries()
        for round in 0..<2 { for number in 0..<practices { made.add(practice: number * 2 + 1, text: "\(round)") } }
        return made.map
    }

    @Test func presenceAndAbsenceAreProven() throws {
        for count in [0, 1, 2, 3, 8, 21] {
            let map = map(count)
            for number in 0..<(2 * count + 2) {
                let practice = TestEntries.practice(number)
                let proof = try map.proof(of: practice)
                #expect(try proof.verify(practice, root: map.root) == map[practice], "\(number) of \(count)")
                #expect((map[practice] != nil) == (number % 2 == 1 && number < 2 * count))
            }
        }
    }

    @Test func forgedProofsAreRefused() throws {
        let map = map(9)
        let (present, absent) = (TestEntries.practice(7), TestEntries.practice(8))
        let shown = try map.proof(of: present)
        let missing = try map.proof(of: absent)
        #expect(throws: LedgerError(.badProof)) { try shown.verify(absent, root: map.root) }
        #expect(throws: LedgerError(.badProof)) { try missing.verify(present, root: map.root) }
        #expect(throws: LedgerError(.badProof)) { try shown.verify(present, root: .zero) }
        for practice in 0..<18 {
            let key = TestEntries.practice(practice)
            let proof = try map.proof(of: key)
            for kept in proof.leaves.indices {
                let less = PracticeMapProof(size: 18, count: 9, tree: proof.tree, leaves: [proof.leaves[kept]])
                let verdict = try? less.verify(key, root: map.root)
                #expect(verdict == nil || verdict == .some(map[key]), "\(practice)")
            }
            for count in [UInt64(0), 8, 10, .max] {
                let lie = PracticeMapProof(size: 18, count: count, tree: proof.tree, leaves: proof.leaves)
                #expect(throws: LedgerError(.badProof)) { try lie.verify(key, root: map.root) }
            }
        }
        let nothing = PracticeMapProof(size: map.size, count: 9, tree: shown.tree, leaves: [])
        #expect(throws: LedgerError(.badProof)) { try nothing.verify(present, root: map.root) }
    }
}
