import Foundation
import Ledger
import LedgerMap
import Response
import Vocabulary

/// Writes a ledger of many practices at work, with attacks planted in it and faults while they go on, and remembers the
/// truth about them.
struct PlantedLedger {
    private static let start = 1_790_000_000_000
    private static let days = 90
    private static let hour = 3_600_000

    private let entries: Int
    private var numbers: SeededNumbers
    private var world: PlantedWorld
    private var files: TileFiles
    private var text = EntryText()
    private(set) var truth = PlantedTruth()
    private var used: [Int]
    private var time = PlantedLedger.start
    private var nextIndex = PlantedLedger.start
    private var step: Double
    /// When the attacks begin and end, and when the gateway is taken over; milliseconds.
    private let attack: Range<Int>
    private let takeover: Int
    /// The practice whose export is asked for.
    private let exporting: Int
    private let thieves: [Int]

    init(directory: String, entries: Int, practices: Int, thieves: Int, seed: UInt64) {
        numbers = SeededNumbers(seed: seed)
        self.entries = entries
        // So that a patient is opened some ten times.
        let patients = max(20, entries / practices / 10)
        world = PlantedWorld(practices: practices, patients: patients, thieves: thieves, numbers: &numbers)
        files = TileFiles(directory)
        used = [Int](repeating: 0, count: practices)
        let length = PlantedLedger.days * 24 * PlantedLedger.hour
        step = Double(length) / Double(entries)
        attack = PlantedLedger.start + length * 6 / 10..<PlantedLedger.start + length * 7 / 10
        takeover = PlantedLedger.start + length * 65 / 100
        self.thieves = world.practices.indices.filter { [world] in world.practices[$0].stolen != nil }
        exporting = min(7, practices - 1)
        ask()
    }

    private mutating func ask() {
        var query = ScopeQuery()
        (query.from, query.through) = (moment(attack.lowerBound), moment(attack.upperBound))
        query.contained = moment(attack.upperBound - 24 * PlantedLedger.hour)
        var sessions = query
        sessions.sessions = world.stolenSessions
        truth.ask("sessions", sessions)
        var gateway = query
        gateway.from = moment(takeover)
        gateway.gateways = Set(world.gateways.suffix(1).compactMap { GatewayID(String(decoding: $0, as: UTF8.self)) })
        truth.ask("gateway", gateway)
        var partner = query
        partner.partners = [world.partner]
        truth.ask("partner", partner)
        var grant = ScopeQuery()
        grant.grants = [world.grant]
        truth.ask("grant", grant)
        var practice = query
        practice.practices = [world.practices[exporting].id]
        truth.ask("practice", practice)
    }

    private func moment(_ time: Int) -> Timestamp { Timestamp(milliseconds: Int64(time)) }

    /// Writes it all and signs it.
    mutating func write(_ signer: NoteSigner) throws {
        for place in world.practices.indices {
            try emit(place) {
                $0.word("kind", "practice")
            } after: {
                $0.flag("open", true)
            } last: {
                $0.integer("size", 4)
            }
        }
        var hasExported = false
        while files.tree.size < UInt64(entries) {
            time += Int(numbers.next() % UInt64(max(1, step * 2)))
            if time >= nextIndex { try index() }
            if !hasExported, attack.contains(time), time > takeover {
                hasExported = true
                try export()
            }
            try turn()
        }
        time += 1
        try index()
        try files.close(signer)
    }

    /// What happens next.
    private mutating func turn() throws {
        let kind = numbers.next() % 1_000
        if attack.contains(time), kind < 100, let thief = thieves.randomElement(using: &numbers) {
            return try steal(thief)
        }
        let place = Int(numbers.next() % UInt64(world.practices.count))
        switch kind {
        case 950...: try refuse(place)
        case 940..<950: try restart(place)
        default: try work(place)
        }
    }

    /// A thief opens a patient, known or not, tier by tier; one time in twenty the same again, as after a fault.
    private mutating func steal(_ place: Int) throws {
        guard let stolen = world.practices[place].stolen else { return }
        let patient = try patient(place)
        let gateway = Int(numbers.next() % 4)
        let again = numbers.next() % 20 == 0 ? 2 : 1
        for _ in 0..<again {
            for tier in Tier.allCases where numbers.next() % 4 > 0 {
                try release(
                    place, patient, tier, .member(stolen.member, stolen.session), gateway,
                    dormant: numbers.next() % 2 == 0)
                note("sessions", place, patient, tier)
            }
        }
        if numbers.next() % 50 == 0 { try freeze(place, stolen.member) }
    }

    private mutating func work(_ place: Int) throws {
        let patient = try patient(place)
        let member = Int(numbers.next() % 4)
        let gateway = Int(numbers.next() % 4)
        let by: Holder =
            switch numbers.next() % 100 {
            case 0..<8: .client
            case 8: .grant
            default: .member(member, world.practices[place].members[member].session)
            }
        let tier = Tier(rawValue: UInt8(numbers.next() % 4)) ?? .identity
        try release(place, patient, tier, by, gateway, dormant: false)
    }

    /// A patient whose `patient` entry is there.
    private mutating func patient(_ place: Int) throws -> Int {
        let all = world.practices[place].patients.count
        if used[place] < all, numbers.next() % 4 == 0 || used[place] == 0 {
            let subject = world.practices[place].patients[used[place]].description
            try emit(place) {
                $0.word("kind", "patient")
            } last: {
                $0.word("subject", Array(subject.utf8))
            }
            used[place] += 1
            return used[place] - 1
        }
        return Int(numbers.next() % UInt64(used[place]))
    }
}

extension PlantedLedger {
    private enum Holder {
        case member(Int, [UInt8])
        case client
        case grant
    }

    private mutating func note(_ name: String, _ place: Int, _ patient: Int, _ tier: Tier) {
        let practice = world.practices[place]
        truth.note(name, .init(practice: practice.id, subject: practice.patients[patient], tier: tier))
    }

    private mutating func release(
        _ place: Int, _ patient: Int, _ tier: Tier, _ by: Holder, _ gateway: Int, dormant: Bool
    ) throws {
        let practice = world.practices[place]
        let (gateways, grant) = (world.gateways, world.grant)
        try emit(place) { text in
            text.word("class", "passkey")
            if case .client = by { text.word("client", practice.client) }
            text.flag("dormant", dormant)
            text.integer("epoch", 1)
            text.flag("expected", false)
            text.word("gateway", gateways[gateway])
            if case .grant = by { text.word("grant", Array(grant.utf8)) }
            text.word("kind", "release")
            if case .member(let member, _) = by { text.word("member", practice.members[member].id) }
            if case .grant = by { text.word("member", practice.members[0].id) }
        } after: { text in
            text.flag("opening", true)
            if case .client = by, let partner = practice.partner { text.word("partner", partner) }
        } last: { text in
            text.word("purpose", "read")
            if case .member(_, let session) = by {
                text.word("session", session)
            } else {
                text.word("session", practice.members[3].session)
            }
            text.word("subject", Array(practice.patients[patient].description.utf8))
        } end: { text in
            text.word("tier", Array(tier.word.utf8))
        }
        remember(place, patient, tier, by, gateway)
    }

    /// What other questions have to find.
    private mutating func remember(_ place: Int, _ patient: Int, _ tier: Tier, _ by: Holder, _ gateway: Int) {
        let isInAttack = time >= attack.lowerBound && time <= attack.upperBound
        let isHeld = time >= takeover - 900_000 && time <= attack.upperBound
        if gateway == 3, isHeld { note("gateway", place, patient, tier) }
        if case .client = by, world.practices[place].partner != nil, isInAttack {
            note("partner", place, patient, tier)
        }
        if case .grant = by { note("grant", place, patient, tier) }
        if place == exporting, isInAttack { note("practice", place, patient, tier) }
    }

    private mutating func export() throws {
        let count = used[exporting]
        try emit(exporting) {
            $0.integer("count", count)
            $0.word("kind", "export")
        } last: {
            $0.word("recipient", [UInt8](repeating: UInt8(ascii: "a"), count: 64))
        }
        for patient in 0..<count { for tier in Tier.allCases { note("practice", exporting, patient, tier) } }
    }

    private mutating func freeze(_ place: Int, _ member: Int) throws {
        let id = world.practices[place].members[member].id
        try emit(place) {
            $0.flag("automatic", true)
            $0.word("kind", "freeze")
            $0.word("member", id)
        } last: {
            $0.word("reason", "refusals")
            $0.word("scope", "member")
        }
    }

    private mutating func refuse(_ place: Int) throws {
        let practice = world.practices[place]
        try emit(place) {
            $0.integer("count", 3)
            $0.word("kind", "refusal")
            $0.word("member", practice.members[1].id)
        } after: {
            $0.integer("patients", 2)
        } last: {
            $0.word("reason", "limit")
            $0.word("session", practice.members[1].session)
        }
    }

    /// A session ends with its gateway's process, and another begins.
    private mutating func restart(_ place: Int) throws {
        let member = Int(numbers.next() % 3)
        let session = PlantedWorld.id(&numbers)
        let (id, gateway, end) = (world.practices[place].members[member].id, world.gateways[0], time + 28_800_000)
        try emit(place) {
            $0.flag("active", true)
            $0.word("class", "passkey")
            $0.integer("end", end)
            $0.word("gateway", gateway)
            $0.word("kind", "session")
            $0.word("member", id)
        } last: {
            $0.word("session", session)
        }
        world.practices[place].members[member].session = session
    }

    private mutating func index() throws {
        let heads = world.practices.filter { $0.chain.n > 0 }.map {
            (PracticeKey(high: $0.id.high, low: $0.id.low), PracticeHead(n: Int64($0.chain.n), head: $0.chain.head))
        }
        let map = PracticeMap(size: files.tree.size, heads: Dictionary(uniqueKeysWithValues: heads))
        text.begin()
        text.word("kind", "index")
        text.hash("root", map.root)
        text.integer("size", Int(map.size))
        text.integer("t", time)
        text.integer("v", 1)
        text.end()
        _ = try files.append(text.bytes)
        nextIndex = time + PlantedLedger.hour
    }

    /// An entry of a practice's chain: what stands before `n`, between `n` and `practice`, behind `prev`, behind `t`.
    private mutating func emit(
        _ place: Int, _ first: (inout EntryText) -> Void, after: (inout EntryText) -> Void = { _ in },
        last: (inout EntryText) -> Void, end: (inout EntryText) -> Void = { _ in }
    ) throws {
        world.practices[place].chain.n += 1
        let chain = world.practices[place].chain
        text.begin()
        first(&text)
        text.integer("n", chain.n)
        after(&text)
        text.word("practice", chain.practice)
        text.hash("prev", chain.head)
        last(&text)
        text.integer("t", time)
        end(&text)
        text.integer("v", 1)
        text.end()
        if files.tree.size % 1_009 == 0 { _ = try LedgerEntry(text.bytes) }
        world.practices[place].chain.head = try files.append(text.bytes)
    }
}
