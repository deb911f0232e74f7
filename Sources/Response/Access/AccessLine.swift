import JSONTree
import Vocabulary

/// A line of an access log (docs/formats/installation.md, "Access log"), as far as a scope needs it.
struct AccessLine {
    let number: Int64
    let previous: [UInt8]
    let time: Int64
    let session: SessionID
    /// Patients of whom something was shown.
    let patients: Set<PatientID>
    /// Patients whom a line names that is no refusal: whom something was shown of, and whom somebody wrote about.
    let named: Set<PatientID>
    /// The tiers that were shown; none when nothing was.
    let tiers: Tiers

    /// The longest line that is read, in bytes.
    static let maximumBytes = 1 << 20
    private static let showing: Set<String> = [
        "read", "history", "list", "everything", "search", "agenda", "emergency",
    ]

    /// Nil for what is no line of this format.
    init?(_ bytes: some Collection<UInt8>) {
        guard bytes.count <= AccessLine.maximumBytes, let json = try? JSONValue(parsing: bytes),
            json["v"]?.number?.int64 == 1, let number = json["n"]?.number?.int64, let time = json["t"]?.number?.int64,
            let previous = json["prev"]?.string.flatMap({ [UInt8](hexadecimal: $0) }),
            let session = json["session"]?.string.flatMap({ SessionID($0) }), let operation = json["op"]?.string,
            let outcome = json["outcome"]?.string
        else { return nil }
        (self.number, self.time, self.previous, self.session) = (number, time, previous, session)
        let isShown = outcome == "ok" && AccessLine.showing.contains(operation)
        tiers = isShown ? json["tiers"]?.string.flatMap { Tiers(words: $0) } ?? [] : []
        named = outcome == "ok" ? AccessLine.patients(json) : []
        patients = tiers == [] ? [] : named
    }

    /// The patient that is named, and those whose resources are: a resource's id begins with its patient's.
    private static func patients(_ json: JSONValue) -> Set<PatientID> {
        var found: Set<PatientID> = []
        if let patient = json["patient"]?.string.flatMap({ PatientID($0) }) { found.insert(patient) }
        for text in (json["ids"]?.array ?? []).compactMap(\.string) {
            let halves = text.split(separator: "/", maxSplits: 1)
            guard halves.count == 2, halves[0] == "Patient" || halves[1].dropFirst(36).first == "." else { continue }
            if let patient = PatientID(halves[1].prefix(36)) { found.insert(patient) }
        }
        return found
    }
}
