import JSONTree
import Store
import Vocabulary

/// A line of the access log as far as it is about one patient.
public struct AccessRecord: Sendable {
    /// Its number in the practice's log.
    public let number: Int64
    /// When it was answered.
    public let time: Timestamp
    /// Who asked: the id of a membership or client.
    public let holder: String
    /// The session.
    public let session: String
    /// What was asked for: `read`, `search`, `create` …
    public let operation: String
    /// The patient's resources that were shown or written, `Type/id`; nothing of other patients.
    public let resources: [String]
    /// The tiers that were shown or written, as words.
    public let tiers: String
    /// `ok`, or why nothing was shown.
    public let outcome: String

    /// Reads a line; nil for one that is not about the patient, or is none.
    init?(_ line: JSONValue, about patient: PatientID) {
        guard let number = line["n"]?.number?.int64, let time = line["t"]?.number?.int64,
            let holder = line["by"]?.string, let operation = line["op"]?.string, let outcome = line["outcome"]?.string
        else { return nil }
        let ids = (line["ids"]?.array ?? []).compactMap(\.string)
        let theirs = ids.filter { AccessRecord.isAbout($0, patient) }
        guard !theirs.isEmpty || line["patient"]?.string == patient.description else { return nil }
        self.number = number
        self.time = Timestamp(milliseconds: time)
        self.holder = holder
        session = line["session"]?.string ?? ""
        self.operation = operation
        resources = theirs
        tiers = line["tiers"]?.string ?? ""
        self.outcome = outcome
    }

    private static func isAbout(_ reference: String, _ patient: PatientID) -> Bool {
        let halves = reference.split(separator: "/", maxSplits: 1)
        guard halves.count == 2 else { return false }
        return ResourceKey(type: String(halves[0]), id: String(halves[1]))?.patient == patient
    }
}
