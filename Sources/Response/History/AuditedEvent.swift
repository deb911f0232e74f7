import JSONTree
import Vocabulary

/// An AuditEvent as our gateway writes it: ids, codes and moments.
public struct AuditedEvent: Sendable, Hashable {
    /// Which of the two logs says so.
    public enum Source: Hashable, Sendable {
        /// The gateway's access log: what was shown and written.
        case gateway
        /// The broker's ledger: which keys were released, and what was declared.
        case broker
    }

    /// Which log says so.
    public let source: Source
    /// When.
    public let time: Timestamp
    /// Our word for the operation: `read`, `search`, `release` …
    public let operation: String
    /// `ok`, or why nothing was shown.
    public let outcome: String
    /// The id of a membership or client; empty where the log names nobody.
    public let holder: String
    /// The session.
    public let session: SessionID?
    /// Whose record: the patient's id.
    public let patient: PatientID
    /// The tiers that were shown, written or released.
    public let tiers: Tiers
    /// Why a key was asked for; of releases.
    public let purpose: Purpose?
    /// Whether the patient was expected; of releases.
    public let isExpected: Bool
    /// The coded reason; of emergencies.
    public let reason: String?
    /// The ledger entry's number in its practice's chain; nil where the gateway says so.
    public let entry: Int64?

    /// Whether a key left the broker.
    public var isRelease: Bool { source == .broker && operation == "release" }

    /// Reads an AuditEvent; nil for another resource, or one that our gateway did not write.
    public init?(_ json: JSONValue) {
        guard json["resourceType"]?.string == "AuditEvent",
            let time = json["recorded"]?.string.flatMap(AuditedEvent.moment),
            let operation = AuditedEvent.operation(json), let agent = json["agent"]?.array?.first,
            let source = json["source"]?["observer"]?["identifier"]?["value"]?.string,
            let patient = AuditedEvent.patient(json)
        else { return nil }
        switch source {
        case "gateway": self.source = .gateway
        case "broker": self.source = .broker
        default: return nil
        }
        (self.time, self.operation, self.patient) = (time, operation, patient)
        outcome = json["outcome"]?.string == "0" ? "ok" : json["outcomeDesc"]?.string ?? "refused"
        holder = agent["who"]?["identifier"]?["value"]?.string ?? ""
        session = agent["policy"]?.array?.first?.string.flatMap { SessionID($0.dropFirst("urn:uuid:".utf8.count)) }
        let details = AuditedEvent.details(json)
        tiers = details.filter { $0.name == "tiers" }.compactMap { Tiers(words: $0.value) }.reduce([]) { $0.union($1) }
        purpose = details.first { $0.name == "purpose" }.flatMap { Purpose(rawValue: $0.value) }
        isExpected = details.contains { $0.name == "expected" && $0.value == "true" }
        reason = details.first { $0.name == "reason" }?.value
        entry = source == "broker" ? AuditedEvent.entry(json) : nil
    }

    /// Reads an instant in the form in which our logs write it, `2026-01-05T08:30:00.000Z`, and nothing else.
    private static func moment(_ text: String) -> Timestamp? {
        let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
        guard text.utf8.count == 24, numbers.count == 7 else { return nil }
        let day = CivilDate(year: numbers[0], month: numbers[1], day: numbers[2]).days
        let seconds = Int64(day) * 86_400 + Int64(numbers[3] * 3_600 + numbers[4] * 60 + numbers[5])
        let moment = Timestamp(seconds: seconds).adding(milliseconds: Int64(numbers[6]))
        return moment.instant == text ? moment : nil
    }

    private static func operation(_ json: JSONValue) -> String? {
        json["subtype"]?.array?.first { $0["system"]?.string == "urn:colloque:operation" }?["code"]?.string
    }

    private static func patient(_ json: JSONValue) -> PatientID? {
        let references = (json["entity"]?.array ?? []).compactMap { $0["what"]?["reference"]?.string }
        return references.first { $0.hasPrefix("Patient/") }.flatMap { PatientID($0.dropFirst("Patient/".utf8.count)) }
    }

    private static func entry(_ json: JSONValue) -> Int64? {
        let identifiers = (json["entity"]?.array ?? []).compactMap { $0["what"]?["identifier"] }
        let entry = identifiers.first { $0["system"]?.string == "urn:colloque:ledger-entry" }
        return entry?["value"]?.string.flatMap { Int64($0) }
    }

    private static func details(_ json: JSONValue) -> [(name: String, value: String)] {
        (json["entity"]?.array ?? []).flatMap { $0["detail"]?.array ?? [] }.compactMap { detail in
            guard let name = detail["type"]?.string, let value = detail["valueString"]?.string else { return nil }
            return (name, value)
        }
    }
}
