import FHIR
import Foundation
import JSONTree

/// Sends groups to a running server's `$import` and gathers what became of each entry.
struct Importer {
    /// One entry, and where it came from for the report.
    struct Item {
        let file: String
        let number: Int
        let fullURL: String?
        let resource: JSONValue
    }

    /// An entry that was not taken.
    struct Refused {
        let file: String
        let number: Int
        let reason: String
    }

    private(set) var stored = 0
    private(set) var unchanged = 0
    private(set) var refused: [Refused] = []
    /// Source references of resources about no patient, and ours: other groups may name them.
    private(set) var known: [String: String]
    private let server: RunningServer
    private let token: () async throws -> String
    private let onMap: (String, String) throws -> Void
    private var access: String?

    /// Bytes of groups that one call carries at most.
    private static let batchBytes = 6 << 20
    private static let batchGroups = 500
    /// Seconds for which a busy server is asked again: longer than it takes to settle what a broker's end left open.
    private static let maximumWaits = 100

    /// - Parameters:
    ///   - token: Signs in; called again when a session ended.
    ///   - onMap: Told each source reference and ours.
    init(
        server: RunningServer, known: [String: String] = [:], token: @escaping () async throws -> String,
        onMap: @escaping (String, String) throws -> Void
    ) {
        self.server = server
        self.known = known
        self.token = token
        self.onMap = onMap
    }

    mutating func note(_ refusal: Refused) { refused.append(refusal) }

    /// Sends groups as they come, several a call. `shared` groups are about no patient: what they become is known to the later ones.
    mutating func send(_ groups: some Sequence<[Item]>, shared: Bool = false, progress: (Int) -> Void = { _ in })
        async throws
    {
        var batch: [[Item]] = []
        var body: [UInt8] = []
        for group in groups where !group.isEmpty {
            let line = Importer.line(group)
            if !batch.isEmpty, body.count + line.count > Importer.batchBytes || batch.count >= Importer.batchGroups {
                try await post(batch, body, shared)
                progress(stored + unchanged + refused.count)
                batch = []
                body = []
            }
            batch.append(group)
            body += line
        }
        if !batch.isEmpty { try await post(batch, body, shared) }
        progress(stored + unchanged + refused.count)
    }

    private static func line(_ group: [Item]) -> [UInt8] {
        let entries = group.map { item -> JSONValue in
            var entry = JSONObject()
            entry["fullUrl"] = item.fullURL.map(JSONValue.string)
            entry["resource"] = item.resource
            return .object(entry)
        }
        return JSONValue.object(JSONObject([.init(key: "entries", value: .array(entries))])).bytes + [
            UInt8(ascii: "\n")
        ]
    }

    private mutating func post(_ batch: [[Item]], _ body: [UInt8], _ shared: Bool) async throws {
        let items = Array(batch.joined())
        let named = Set(items.flatMap { References.all(in: $0.resource) }).compactMap { reference in
            known[reference].map { JSONObject.Member(key: reference, value: .string($0)) }
        }
        var whole: [UInt8] = []
        if !named.isEmpty {
            whole =
                JSONValue.object(JSONObject([.init(key: "known", value: .object(JSONObject(named)))])).bytes + [
                    UInt8(ascii: "\n")
                ]
        }
        let answer = try await post(whole + body)
        guard answer.status == 200, let json = answer.json, let outcomes = json["groups"]?.array else {
            for item in items {
                refused.append(Refused(file: item.file, number: item.number, reason: "HTTP \(answer.status)"))
            }
            return
        }
        for (item, outcome) in zip(items, outcomes.flatMap { $0.array ?? [] }) { try take(item, outcome, shared) }
    }

    private mutating func post(_ body: [UInt8]) async throws -> RunningServer.Answer {
        var answer = try await attempt(body)
        if answer.status == 401 {
            access = nil
            answer = try await attempt(body)
        }
        var waits = 0
        while answer.status == 503, waits < Importer.maximumWaits {
            waits += 1
            try await Task.sleep(for: .seconds(1))
            answer = try await attempt(body)
        }
        return answer
    }

    private mutating func attempt(_ body: [UInt8]) async throws -> RunningServer.Answer {
        let current: String
        if let access { current = access } else { current = try await token() }
        access = current
        return try await server.send("POST", "/fhir/$import", body: body, type: "application/x-ndjson", token: current)
    }

    private mutating func take(_ item: Item, _ outcome: JSONValue, _ shared: Bool) throws {
        switch outcome["outcome"]?.string {
        case "stored": stored += 1
        case "unchanged": unchanged += 1
        default:
            let place = outcome["location"]?.string ?? ""
            let reason = [outcome["code"]?.string ?? "refused", place].filter { !$0.isEmpty }.joined(separator: " at ")
            refused.append(Refused(file: item.file, number: item.number, reason: reason))
            return
        }
        guard let reference = outcome["reference"]?.string else { return }
        for name in ImportPlan.names(item.fullURL, item.resource) {
            try onMap(name, reference)
            if shared { known[name] = reference }
        }
    }
}
