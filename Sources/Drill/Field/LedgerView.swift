import Foundation
import Ledger
import Vocabulary

/// The ledger as anybody reads it: which keys left the broker, for whom, when.
struct LedgerView {
    /// The ledger's directory.
    let path: String
    let verifier: NoteVerifier

    /// The ledger of a data directory, with the key that lies beside it.
    init(_ dataDirectory: String) throws {
        path = dataDirectory + "/broker/ledger"
        guard let data = FileManager.default.contents(atPath: dataDirectory + "/broker/ledger.vkey") else {
            throw DrillError("no verification key")
        }
        let vkey = String(decoding: data, as: UTF8.self)
        verifier = try NoteVerifier(vkey: vkey.trimmingCharacters(in: .whitespacesAndNewlines))
    }

    func reader() throws -> LedgerReader { try LedgerReader(directory: path, verifier: verifier) }

    /// How many entries there are now.
    func size() throws -> UInt64 { try reader().size }

    /// Hands over every entry from an index on.
    func forEach(from index: UInt64 = 0, _ body: (LedgerEntry) throws -> Void) throws {
        var reader = try reader()
        try reader.forEach(from: min(index, reader.size), to: reader.size, verifying: false) { _, bytes in
            try body(try LedgerEntry(unsafe bytes.withUnsafeBufferPointer { unsafe Array($0) }))
        }
    }

    /// The releases of patients' keys from an index on.
    func releases(from index: UInt64) throws -> Releases {
        var releases = Releases()
        try forEach(from: index) { entry in
            guard case .release(let release) = entry.event else { return }
            releases.add(release, at: entry.time, in: entry.link?.practice)
        }
        return releases
    }

    /// How many entries of each kind there are from an index on.
    func kinds(from index: UInt64) throws -> [String: Int] {
        var kinds: [String: Int] = [:]
        try forEach(from: index) { kinds[$0.event.kind, default: 0] += 1 }
        return kinds
    }

    /// When the first grant from an index on ends.
    func grantEnd(from index: UInt64) throws -> Timestamp {
        var end: Timestamp?
        try forEach(from: index) { entry in
            if case .grant(let body) = entry.event { end = end ?? Timestamp(milliseconds: body.end) }
        }
        guard let end else { throw DrillError("no grant") }
        return end
    }

    /// An alarm, and how many milliseconds before it its holder's last opening is.
    struct CanaryAlert {
        let holder: String
        let tier: String
        let time: Timestamp
        let sinceOpening: Int64
    }

    /// The alarms of canaries from an index on.
    func canaryAlerts(from index: UInt64) throws -> [CanaryAlert] {
        var (opened, alerts) = ([Holder: Timestamp](), [CanaryAlert]())
        try forEach(from: index) { entry in
            if case .release(let body) = entry.event { opened[body.holder] = entry.time }
            guard case .alert(let body) = entry.event, body.name == .canary, let holder = body.holder else { return }
            let since = entry.time.milliseconds - (opened[holder]?.milliseconds ?? 0)
            alerts.append(
                CanaryAlert(holder: holder.idText, tier: body.tier ?? "", time: entry.time, sinceOpening: since))
        }
        return alerts
    }
}
