import FHIR
import JSONTree

/// Sends groups to a running server's `$import` and gathers what became of each entry.
struct Importer {
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
    private let sender: ImportSender
    private let onMap: (String, String) throws -> Void

    /// Calls that the server answers at once: one is prepared while others are sealed and written.
    private static let width = 2
    /// As many known references are sent with every call; of more, those that the call's entries name.
    private static let fewKnown = 500

    /// - Parameters:
    ///   - token: Signs in; called again when a session ended.
    ///   - onMap: Told each source reference and ours.
    init(
        server: RunningServer, known: [String: String] = [:], token: @escaping @Sendable () async throws -> String,
        onMap: @escaping (String, String) throws -> Void
    ) {
        self.known = known
        self.onMap = onMap
        sender = ImportSender(server, token)
    }

    mutating func note(_ refusal: Refused) { refused.append(refusal) }

    /// Sends groups as they come, several a call. `shared` groups are about no patient: what they become is known to
    /// the later ones. Entries with the same bytes stand in one group, since calls overlap.
    mutating func send(
        _ groups: some Sequence<[ImportItem]>, shared: Bool = false, progress: (Int) -> Void = { _ in }
    ) async throws {
        let sender = sender
        try await withThrowingTaskGroup(of: (ImportCall, RunningServer.Answer).self) { tasks in
            var waiting = 0
            for call in ImportCall.calls(groups) {
                if waiting == Importer.width, let (call, answer) = try await tasks.next() {
                    waiting -= 1
                    try take(call, answer, shared)
                    progress(done)
                }
                let body = knownLine(for: call) + call.body
                tasks.addTask { (call, try await sender.post(body)) }
                waiting += 1
            }
            while let (call, answer) = try await tasks.next() {
                try take(call, answer, shared)
                progress(done)
            }
        }
    }

    private var done: Int { stored + unchanged + refused.count }

    /// The line that tells the server what the call's entries may name.
    private func knownLine(for call: ImportCall) -> [UInt8] {
        let named = known.count <= Importer.fewKnown ? known : known(named: Importer.references(of: call))
        guard !named.isEmpty else { return [] }
        let pairs = named.map { JSONObject.Member(key: $0, value: .string($1)) }
        return JSONValue.object(JSONObject([.init(key: "known", value: .object(JSONObject(pairs)))])).bytes + [
            UInt8(ascii: "\n")
        ]
    }

    private func known(named references: Set<String>) -> [String: String] {
        known.filter { references.contains($0.key) }
    }

    private static func references(of call: ImportCall) -> Set<String> {
        Set(call.items.flatMap { item in (try? JSONValue(parsing: item.resource)).map(References.all) ?? [] })
    }

    private mutating func take(_ call: ImportCall, _ answer: RunningServer.Answer, _ shared: Bool) throws {
        guard answer.status == 200, let json = answer.json, let outcomes = json["groups"]?.array else {
            for item in call.items {
                refused.append(Refused(file: item.file, number: item.number, reason: "HTTP \(answer.status)"))
            }
            return
        }
        for (item, outcome) in zip(call.items, outcomes.lazy.flatMap { $0.array ?? [] }) { take(item, outcome) }
        for member in json["map"]?.object?.members ?? [] {
            guard let reference = member.value.string else { continue }
            try onMap(member.key, reference)
            if shared { known[member.key] = reference }
        }
    }

    private mutating func take(_ item: ImportItem, _ outcome: JSONValue) {
        switch outcome["outcome"]?.string {
        case "stored": stored += 1
        case "unchanged": unchanged += 1
        default:
            let place = outcome["location"]?.string ?? ""
            let reason = [outcome["code"]?.string ?? "refused", place].filter { !$0.isEmpty }.joined(separator: " at ")
            refused.append(Refused(file: item.file, number: item.number, reason: reason))
        }
    }
}
