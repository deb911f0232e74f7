import Crypto
import Foundation
import Ledger
import Vocabulary

/// What of the released was shown, as a practice's access log says: read beside the ledger, never mixed with it.
struct AccessScan {
    private let query: ScopeQuery
    private let sessions: Set<SessionID>
    private let head: AccessHead?
    private var seen: [Tier: Set<PatientID>] = [:]
    /// Of whom anything was shown.
    private(set) var shown: Set<PatientID> = []
    /// Whom a line names that is no refusal.
    private(set) var named: Set<PatientID> = []
    private(set) var size: Int64 = 0
    private var last = [UInt8](repeating: 0, count: 32)
    private(set) var isBroken = false
    /// Whether the line that the ledger's head names has that hash.
    private var agrees: Bool?
    /// Whether lines that the ledger does not vouch for yet would count too.
    private var hasLater = false

    /// Reads the practice's files in `folder`, one a day; counts what `sessions` were shown in the query's interval.
    init(folder: String, query: ScopeQuery, sessions: Set<SessionID>, head: AccessHead?) {
        (self.query, self.sessions, self.head) = (query, sessions, head)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        for name in names.filter({ $0.hasSuffix(".ndjson") }).sorted() where !isBroken { read(folder + "/" + name) }
    }

    private mutating func read(_ path: String) {
        guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe) else {
            isBroken = true
            return
        }
        for line in data.split(separator: UInt8(ascii: "\n")) where !isBroken { take(line) }
    }

    private mutating func take(_ bytes: Data) {
        guard let line = AccessLine(bytes), line.number == size + 1, line.previous == last else {
            isBroken = true
            return
        }
        size += 1
        last = Array(SHA256.hash(data: bytes))
        if let head, head.size == size { agrees = head.head.bytes == last }
        guard sessions.contains(line.session), query.covers(line.time) else { return }
        shown.formUnion(line.patients)
        named.formUnion(line.named)
        guard head.map({ size <= $0.size }) ?? true else {
            hasLater = hasLater || line.tiers != []
            return
        }
        for tier in line.tiers.tiers { seen[tier, default: []].formUnion(line.patients) }
    }

    /// How many people of a tier were shown. Exact when the log's chain is whole, and the ledger vouches for it until keys of
    /// the last release were no longer held.
    func read(_ tier: Tier, lastRelease: Timestamp?) -> Bounds {
        let count = Int64(seen[tier]?.count ?? 0)
        if agrees == false { return Bounds(lower: count, upper: nil, reasons: [.contradiction]) }
        let reaches = lastRelease.map { released in
            head.map { $0.time - released.milliseconds >= ScopeQuery.heldMilliseconds } ?? false
        }
        guard !isBroken, !hasLater, reaches ?? true, agrees == true || lastRelease == nil else {
            return Bounds(lower: count, upper: nil, reasons: [.partialAccessLog])
        }
        return Bounds(count)
    }
}
