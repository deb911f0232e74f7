import Foundation
import Ledger
import LedgerMap
import Testing
import Vocabulary

@testable import Response

/// What somebody without the ledger's key, and what a broker that lies, may try: 10,000 times each in a full run.
@Suite struct ForgeryTests {
    private static let tries = ProcessInfo.processInfo.environment["COLLOQUE_FULL"] == nil ? 300 : 10_000

    /// Changes the list of a practice's entries, in several manners, and counts on none being believed.
    private static func forge(
        seed: UInt64, _ change: (inout [[UInt8]], inout SeededNumbers) -> Void
    ) async throws {
        var numbers = SeededNumbers(seed: seed)
        let ledger = try SmallLedger(entries: 500, seed: seed)
        defer { ledger.remove() }
        try await ledger.write()
        var query = ScopeQuery()
        query.gateways = Set(ledger.gateways)
        query.from = ledger.entries[200].time
        let certificates = try Certified(ledger, query).certificates
        #expect(certificates.count > 2)
        for turn in 0..<tries {
            guard let certificate = certificates.randomElement(using: &numbers) else { return }
            var list = certificate.list
            while list == certificate.list { change(&list, &numbers) }
            // The places are made to fit what is left, as a forger would.
            var forged = certificate.changed(entries: ScopeCertificate.packed(list))
            if Bool.random(using: &numbers), !forged.places.isEmpty {
                var places = forged.places
                places.remove(at: Int.random(in: 0..<places.count, using: &numbers))
                forged = forged.changed(places: places)
            }
            #expect(throws: ScopeError.self, "try \(turn)") { try forged.verify(ledger.verifier) }
        }
    }

    @Test func omissionsAreDetected() async throws {
        try await Self.forge(seed: 41) { list, numbers in
            let first = Int.random(in: 0..<list.count, using: &numbers)
            let count = Int.random(in: 1...min(3, list.count - first), using: &numbers)
            list.removeSubrange(first..<first + count)
            if Bool.random(using: &numbers) { Self.relink(&list, from: first, &numbers) }
        }
    }

    @Test func duplicatesOfNumbersAreDetected() async throws {
        try await Self.forge(seed: 42) { list, numbers in
            let place = Int.random(in: 0..<list.count, using: &numbers)
            let copy = Bool.random(using: &numbers) ? list[place] : Self.altered(list[place], &numbers)
            list.insert(copy, at: Int.random(in: place...place + 1, using: &numbers))
            if Bool.random(using: &numbers) { list.remove(at: Int.random(in: 0..<list.count, using: &numbers)) }
            if Bool.random(using: &numbers), place > 0 { list[place - 1] = list[place] }
        }
    }

    @Test func forksOfAPracticesChainAreDetected() async throws {
        try await Self.forge(seed: 43) { list, numbers in
            let place = Int.random(in: 0..<list.count, using: &numbers)
            list[place] = Self.altered(list[place], &numbers)
            Self.relink(&list, from: place + 1, &numbers)
        }
    }

    /// The same entry, said otherwise.
    private static func altered(_ bytes: [UInt8], _ numbers: inout SeededNumbers) -> [UInt8] {
        guard var entry = try? LedgerEntry(bytes) else { return bytes + bytes }
        switch entry.event {
        case .release(var body):
            body.subject = .random()
            entry.event = .release(body)
        default: entry.time = entry.time.adding(milliseconds: Int64.random(in: 1...9, using: &numbers))
        }
        return entry.bytes
    }

    /// Numbers and links the entries from a place on anew, so that they follow each other again.
    private static func relink(_ list: inout [[UInt8]], from: Int, _ numbers: inout SeededNumbers) {
        for place in max(1, from)..<max(1, list.count) where place < list.count {
            guard var entry = try? LedgerEntry(list[place]), let before = try? LedgerEntry(list[place - 1]).link else {
                return
            }
            entry.link?.n = before.n + 1
            entry.link?.previous = TreeHash.leaf(list[place - 1]).bytes
            list[place] = entry.bytes
        }
    }

    /// A broker signs a ledger in which a practice's entries are missing, twice, or forked: whoever reads it says so, of
    /// that practice and of no other.
    @Test func aLedgerThatItsBrokerForgedIsNotBelieved() async throws {
        var numbers = SeededNumbers(seed: 44)
        for turn in 0..<(Self.tries / 30) {
            let ledger = try SmallLedger(entries: 120, seed: numbers.next())
            defer { ledger.remove() }
            var bytes = ledger.bytes
            let places = bytes.indices.filter { ledger.entries[$0].link != nil && $0 < bytes.count - 20 }
            guard let place = places.randomElement(using: &numbers), let link = ledger.entries[place].link,
                ledger.entries[(place + 1)...].contains(where: { $0.link?.practice == link.practice })
            else { continue }
            switch turn % 3 {
            case 0: bytes.remove(at: place)
            case 1: bytes.insert(bytes[place], at: place + 1)
            default: bytes[place] = Self.altered(bytes[place], &numbers)
            }
            try await ledger.write(bytes: bytes)
            let result = try Scope.read(directory: ledger.directory, verifier: ledger.verifier, query: ScopeQuery())
            #expect(!result.isWhole, "try \(turn)")
            // Where a changed moment makes time fall, no practice's numbers are exact.
            let falls = result.problems.contains { $0.code == .malformed }
            for scope in result.practices {
                let isForged = scope.practice == link.practice
                #expect(isForged ? scope.people.upper == nil : falls || scope.people.upper != nil, "try \(turn)")
            }
            // Of this practice there may be one of what stands before, and it says that it goes no further.
            for certificate in (try? Certified(ledger, ScopeQuery()))?.certificates ?? [] {
                let until = try certificate.verify(ledger.verifier)
                #expect(
                    certificate.practice != link.practice
                        || certificate.end.index <= place && !until.coversInterval, "try \(turn)")
            }
        }
    }

    /// A broker keeps two ledgers, and shows the practice another one than the witness: each is sound by itself, and only
    /// the witness's cosignature tells them apart.
    @Test func aForkedLedgerBearsNoCosignature() async throws {
        var numbers = SeededNumbers(seed: 45)
        let (shown, hidden) = (try SmallLedger(entries: 200, seed: 1), try SmallLedger(entries: 200, seed: 2))
        defer { shown.remove() }
        try await shown.write()
        let witness = try NoteSigner(
            name: "example.com/witness", privateKey: .init(), algorithm: .cosignature)
        let key = try NoteVerifier(key: witness.key)
        let certificates = try Certified(shown, ScopeQuery()).certificates
        for turn in 0..<Self.tries {
            // The witness saw another root at this size or another size, or its cosignature is taken from there.
            let size = UInt64.random(in: 1...400, using: &numbers)
            let leaf = hidden.bytes.randomElement(using: &numbers) ?? []
            let seen = Checkpoint(origin: shown.signer.key.name, size: size, root: TreeHash.leaf(leaf))
            guard let certificate = certificates.randomElement(using: &numbers) else { return }
            let note = try SignedNote(certificate.note)
            let line = try witness.sign(seen.text, time: size)
            let forged = SignedNote(text: note.text, signatures: note.signatures + [line])
            #expect(throws: ScopeError.self, "try \(turn)") {
                try certificate.changed(note: forged.bytes).verify(shown.verifier, witnesses: [key])
            }
        }
    }
}
