import Crypto
import Foundation
import Ledger
import LedgerMap
import Vocabulary

/// A small ledger of a few practices at work, written with the real writer, and its entries as the test made them.
struct SmallLedger {
    let directory: String
    let signer: NoteSigner
    let verifier: NoteVerifier
    private(set) var entries: [LedgerEntry] = []
    private(set) var practices: [PracticeID] = []
    let partner = PartnerID.random()
    let gateways = [GatewayID.random(), .random()]
    let grant = "g-1"
    private(set) var members: [PracticeID: [MemberID]] = [:]
    private(set) var sessions: [MemberID: SessionID] = [:]
    private var clients: [PracticeID: ClientID] = [:]
    private var subjects: [PracticeID: [SubjectID]] = [:]
    private var heads: [PracticeID: PracticeHead] = [:]
    private var time: Int64 = 1_790_000_000_000

    /// Draws a ledger of `count` entries, with an `index` entry after each `indexEvery`.
    init(practices count: Int = 4, entries size: Int, indexEvery: Int = 60, seed: UInt64) throws {
        directory = FileManager.default.temporaryDirectory.path + "/small-ledger-\(UUID())"
        signer = try NoteSigner(name: "example.com/ledger", privateKey: Curve25519.Signing.PrivateKey())
        verifier = try NoteVerifier(key: signer.key)
        var numbers = SeededNumbers(seed: seed)
        for _ in 0..<count { addPractice() }
        while entries.count < size - 1 {
            if entries.count % indexEvery == indexEvery - 1 { index() } else { act(&numbers) }
        }
        time += 1
        index()
    }

    /// The bytes of all entries.
    var bytes: [[UInt8]] { entries.map(\.bytes) }

    /// Writes them with the real writer; the last `unpublished` stay in the journal, as after a kill.
    func write(unpublished: Int = 0, bytes: [[UInt8]]? = nil) async throws {
        let all = bytes ?? self.bytes
        var options = LedgerOptions()
        options.segmentBytes = 1 << 20
        options.publishMilliseconds = 3_600_000
        try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
        let first = try LedgerWriter.open(directory: directory, signer: signer, options: options)
        let published = Array(all.dropLast(unpublished))
        for start in stride(from: 0, to: published.count, by: 50) {
            _ = try await first.append(Array(published[start..<min(start + 50, published.count)])).wait()
        }
        first.close()
        guard unpublished > 0 else { return }
        let copy = directory + "-live"
        try FileManager.default.copyItem(atPath: directory, toPath: copy)
        let second = try LedgerWriter.open(directory: copy, signer: signer, options: options)
        _ = try await second.append(Array(all.suffix(unpublished))).wait()
        // A copy of a running ledger: what is in its journal is not published yet.
        try FileManager.default.removeItem(atPath: directory)
        try FileManager.default.copyItem(atPath: copy, toPath: directory)
        second.close()
        try FileManager.default.removeItem(atPath: copy)
    }

    func remove() { try? FileManager.default.removeItem(atPath: directory) }
}

extension SmallLedger {
    private mutating func addPractice() {
        let practice = PracticeID.random()
        practices.append(practice)
        members[practice] = [MemberID.random(), .random()]
        for member in members[practice] ?? [] { sessions[member] = .random() }
        clients[practice] = .random()
        subjects[practice] = []
        add(.practice(PracticeEntry(size: 2, open: true)), to: practice)
    }

    private mutating func act(_ numbers: inout SeededNumbers) {
        time += Int64.random(in: 0...120_000, using: &numbers)
        guard let practice = practices.randomElement(using: &numbers) else { return }
        switch Int.random(in: 0..<20, using: &numbers) {
        case 0...3: addPatient(practice)
        case 4: add(.access(AccessEntry(size: 3, head: [UInt8](repeating: 7, count: 32))), to: practice)
        case 5: erase(practice, &numbers)
        case 6: export(practice, &numbers)
        default: release(practice, &numbers)
        }
    }

    private mutating func addPatient(_ practice: PracticeID) {
        let subject = SubjectID.random()
        subjects[practice]?.append(subject)
        add(.patient(PatientEntry(subject: subject)), to: practice)
    }

    private mutating func erase(_ practice: PracticeID, _ numbers: inout SeededNumbers) {
        guard let place = subjects[practice]?.indices.randomElement(using: &numbers),
            let subject = subjects[practice]?.remove(at: place)
        else { return }
        add(.erase(Erase(subject: subject)), to: practice)
    }

    private mutating func export(_ practice: PracticeID, _ numbers: inout SeededNumbers) {
        let held = (subjects[practice] ?? []).sorted()
        let after = held.randomElement(using: &numbers)
        let page = held.filter { subject in after.map { $0 < subject } ?? true }
        let recipient = [UInt8](repeating: 9, count: 32)
        add(.export(ExportEntry(recipient: recipient, after: after, last: nil, count: Int64(page.count))), to: practice)
    }

    private mutating func release(_ practice: PracticeID, _ numbers: inout SeededNumbers) {
        guard let member = members[practice]?.randomElement(using: &numbers), let session = sessions[member],
            let client = clients[practice], let gateway = gateways.randomElement(using: &numbers)
        else { return }
        let isClient = Int.random(in: 0..<5, using: &numbers) == 0
        let isOwn = Int.random(in: 0..<10, using: &numbers) == 0
        let subject = isOwn ? nil : subjects[practice]?.randomElement(using: &numbers)
        let body = Release(
            subject: subject, tier: Tier(rawValue: UInt8.random(in: 0...3, using: &numbers)) ?? .identity, epoch: 1,
            holder: isClient ? .client(client) : .member(member), partner: isClient ? partner : nil, session: session,
            sessionClass: .passkey, gateway: gateway,
            grant: Int.random(in: 0..<10, using: &numbers) == 0 ? grant : nil, purpose: .read, opening: true,
            dormant: Bool.random(using: &numbers), expected: false)
        add(.release(body), to: practice)
    }

    private mutating func add(_ event: LedgerEvent, to practice: PracticeID) {
        let head = heads[practice] ?? PracticeHead(n: 0, head: .zero)
        let link = PracticeLink(practice: practice, n: head.n + 1, previous: head.head.bytes)
        let entry = LedgerEntry(time: Timestamp(milliseconds: time), link: link, event: event)
        entries.append(entry)
        heads[practice] = PracticeHead(n: head.n + 1, head: TreeHash.leaf(entry.bytes))
    }

    private mutating func index() {
        let size = UInt64(entries.count)
        let keyed = heads.map { (PracticeKey(high: $0.key.high, low: $0.key.low), $0.value) }
        let map = PracticeMap(size: size, heads: Dictionary(uniqueKeysWithValues: keyed))
        let body = IndexEntry(size: Int64(size), root: map.root.bytes)
        entries.append(LedgerEntry(time: Timestamp(milliseconds: time), link: nil, event: .index(body)))
    }
}
