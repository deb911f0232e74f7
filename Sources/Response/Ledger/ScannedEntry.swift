import Ledger
import LedgerMap
import Vocabulary

/// The members of an entry that a scope needs.
struct ScannedEntry {
    private(set) var time: Int64 = 0
    private(set) var kind = ScannedKind.other
    private(set) var practice: PracticeID?
    private(set) var n: Int64 = 0
    private(set) var previous = Hash.zero
    private(set) var subject: SubjectID?
    private(set) var tier: Tier?
    private(set) var member: MemberID?
    private(set) var client: ClientID?
    private(set) var partner: PartnerID?
    private(set) var session: SessionID?
    private(set) var gateway: GatewayID?
    /// Where the grant's id lies.
    private(set) var grant: Range<Int>?
    private(set) var isDormant = false
    private(set) var size: Int64 = 0
    private(set) var count: Int64 = 0
    private(set) var after: SubjectID?
    private(set) var last: SubjectID?
    /// The root of an `index` entry, the head of an `access` entry.
    private(set) var hash: Hash?

    /// Reads an entry. Throws `malformed` for what is not canonical, of no known kind, or lacks what its kind needs.
    init(_ bytes: Span<UInt8>) throws(LedgerError) {
        var scanner = EntryScanner()
        var seen = Seen()
        while let (name, value) = try scanner.next(bytes) { try take(name, value, bytes, &seen) }
        guard seen.contains([.time, .kind, .version]) else { throw LedgerError(.malformed) }
        let isLinked = seen.contains([.practice, .n, .previous])
        guard isLinked || seen.isDisjoint(with: [.practice, .n, .previous]) else { throw LedgerError(.malformed) }
        guard hasAll(isLinked, seen) else { throw LedgerError(.malformed) }
    }

    /// Which members stood there.
    private struct Seen: OptionSet {
        let rawValue: UInt16
        static let time = Seen(rawValue: 1)
        static let kind = Seen(rawValue: 2)
        static let version = Seen(rawValue: 4)
        static let practice = Seen(rawValue: 8)
        static let n = Seen(rawValue: 16)
        static let previous = Seen(rawValue: 32)
        static let dormant = Seen(rawValue: 64)
        static let size = Seen(rawValue: 128)
        static let count = Seen(rawValue: 256)
    }

    /// What its kind must say (docs/formats/entries.md).
    private func hasAll(_ isLinked: Bool, _ seen: Seen) -> Bool {
        switch kind {
        case .release:
            isLinked && tier != nil && (member == nil) != (client == nil) && session != nil && gateway != nil
                && seen.contains(.dormant)
        case .export: isLinked && seen.contains(.count) && count >= 0
        case .patient, .erase: isLinked && subject != nil
        case .index: !isLinked && hash != nil && seen.contains(.size)
        case .access: isLinked && hash != nil && seen.contains(.size)
        case .other: true
        }
    }

    private mutating func take(
        _ name: FieldName, _ value: EntryScanner.Value, _ bytes: Span<UInt8>, _ seen: inout Seen
    ) throws(LedgerError) {
        let names = EntryNames.all
        switch name {
        case names.t:
            time = try ScannedEntry.integer(value)
            seen.insert(.time)
        case names.v:
            guard try ScannedEntry.integer(value) == 1 else { throw LedgerError(.malformed) }
            seen.insert(.version)
        case names.kind:
            guard let known = ScannedKind(try ScannedEntry.word(value, bytes)) else { throw LedgerError(.malformed) }
            kind = known
            seen.insert(.kind)
        case names.practice:
            practice = try ScannedEntry.id(value, bytes)
            seen.insert(.practice)
        case names.n:
            n = try ScannedEntry.integer(value)
            guard n > 0 else { throw LedgerError(.malformed) }
            seen.insert(.n)
        case names.prev:
            previous = try ScannedEntry.hash(value, bytes)
            seen.insert(.previous)
        default: try takeBody(name, value, bytes, &seen)
        }
    }

    /// The members of single kinds; those of kinds that a scope does not read are left alone.
    private mutating func takeBody(
        _ name: FieldName, _ value: EntryScanner.Value, _ bytes: Span<UInt8>, _ seen: inout Seen
    ) throws(LedgerError) {
        let names = EntryNames.all
        switch name {
        case names.subject: subject = try ScannedEntry.id(value, bytes)
        case names.tier: tier = names.tier(try ScannedEntry.word(value, bytes))
        case names.member: member = try ScannedEntry.id(value, bytes)
        case names.client: client = try ScannedEntry.id(value, bytes)
        case names.partner: partner = try ScannedEntry.id(value, bytes)
        case names.session: session = try ScannedEntry.id(value, bytes)
        case names.gateway: gateway = try ScannedEntry.id(value, bytes)
        case names.grant: if case .word(let range) = value { grant = range }
        case names.after: after = try ScannedEntry.id(value, bytes)
        case names.last: last = try ScannedEntry.id(value, bytes)
        case names.root, names.head: if case .word = value { hash = try? ScannedEntry.hash(value, bytes) }
        case names.dormant:
            guard case .flag(let flag) = value else { throw LedgerError(.malformed) }
            isDormant = flag
            seen.insert(.dormant)
        case names.size:
            size = try ScannedEntry.integer(value)
            seen.insert(.size)
        case names.count:
            count = try ScannedEntry.integer(value)
            seen.insert(.count)
        default: break
        }
    }
}

extension ScannedEntry {
    private static func integer(_ value: EntryScanner.Value) throws(LedgerError) -> Int64 {
        guard case .integer(let number) = value else { throw LedgerError(.malformed) }
        return number
    }

    private static func word(_ value: EntryScanner.Value, _ bytes: Span<UInt8>) throws(LedgerError) -> FieldName {
        guard case .word(let range) = value else { throw LedgerError(.malformed) }
        return FieldName(bytes, range)
    }

    private static func id<Kind>(_ value: EntryScanner.Value, _ bytes: Span<UInt8>) throws(LedgerError) -> ID<Kind> {
        guard case .word(let range) = value, let halves = HexText.halves(bytes, range) else {
            throw LedgerError(.malformed)
        }
        return ID(high: halves.0, low: halves.1)
    }

    private static func hash(_ value: EntryScanner.Value, _ bytes: Span<UInt8>) throws(LedgerError) -> Hash {
        guard case .word(let range) = value, let hash = HexText.hash(bytes, range) else {
            throw LedgerError(.malformed)
        }
        return hash
    }
}

extension ScannedEntry {
    /// Who holds the limits: a membership or a client.
    var holder: Holder? { member.map(Holder.member) ?? client.map(Holder.client) }

    /// Whether an export covers a patient that the practice holds (docs/formats/entries.md, `export`).
    func covers(_ subject: SubjectID) -> Bool {
        after.map { $0 < subject } ?? true && last.map { subject <= $0 } ?? true
    }
}
