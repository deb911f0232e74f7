import Ledger
import LedgerCheck
import LedgerMap
import Vocabulary

/// Ledger entries of made-up practices, in the form that the broker writes, with `index` entries among them.
struct PeerEntries {
    private var numbers: SeededNumbers
    private let practices: [PracticeID]
    private var map = PracticeMap()
    /// What the next index entry will say: it may cover less than all that stands before it.
    private var claim: (size: UInt64, root: Hash)
    private var time: Int64 = 1_790_000_000_000

    init(seed: UInt64, practices count: Int) {
        numbers = SeededNumbers(seed: seed)
        var practices: [PracticeID] = []
        for _ in 0..<count { practices.append(PracticeID(high: numbers.next(), low: numbers.next())) }
        self.practices = practices
        claim = (0, map.root)
    }

    /// The next entry's bytes.
    mutating func next() throws -> [UInt8] {
        time += Int64.random(in: 0...5_000, using: &numbers)
        let kind = Int.random(in: 0..<40, using: &numbers)
        switch kind {
        case 0: return try index()
        case 1: return try take(.time(TimeEntry(witness: "example.com/witness", time: time)), in: nil)
        default: return try inPractice(kind)
        }
    }

    private mutating func index() throws -> [UInt8] {
        let entry = try take(.index(IndexEntry(size: Int64(claim.size), root: claim.root.bytes)), in: nil)
        claim = (map.size, map.root)
        return entry
    }

    private mutating func inPractice(_ kind: Int) throws -> [UInt8] {
        // Some practices act much more often than others.
        let place = Int.random(in: 0..<practices.count, using: &numbers)
        let practice = practices[Int.random(in: 0...place, using: &numbers)]
        guard map[PeerEntries.key(practice)] != nil else {
            return try take(.practice(PracticeEntry(size: Int64(kind), open: true)), in: practice)
        }
        if kind % 2 == 0 {
            let patient = PatientEntry(subject: SubjectID(high: numbers.next(), low: numbers.next()))
            return try take(.patient(patient), in: practice)
        }
        return try take(.access(AccessEntry(size: Int64(kind), head: numbers.bytes(32))), in: practice)
    }

    private mutating func take(_ event: LedgerEvent, in practice: PracticeID?) throws -> [UInt8] {
        let link = practice.map { practice in
            let head = map[PeerEntries.key(practice)] ?? PracticeHead(n: 0, head: .zero)
            return PracticeLink(practice: practice, n: head.n + 1, previous: head.head.bytes)
        }
        let entry = LedgerEntry(time: Timestamp(milliseconds: time), link: link, event: event).bytes
        try map.append(entry.span, linker: EntryLink.read)
        return entry
    }

    private static func key(_ practice: PracticeID) -> PracticeKey {
        PracticeKey(high: practice.high, low: practice.low)
    }
}
