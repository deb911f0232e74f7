import Vocabulary

/// The id of an AuditEvent or a Provenance, which says where its record is: the patient's id, and behind it the number of a line of
/// the practice's access log (`P.12`), or number and time of one of the practice's entries in the ledger (`P.L9ix-mf2k0w3a`, base 36).
public struct AuditName: Hashable, Sendable {
    /// Where the record is.
    public enum Place: Hashable, Sendable {
        /// A line of the access log.
        case access(Int64)
        /// An entry of the practice's chain, and its time.
        case ledger(Int64, Timestamp)
    }

    /// Whose record it is about.
    public let patient: PatientID
    /// Where it is.
    public let place: Place

    /// Names a record.
    public init(_ patient: PatientID, _ place: Place) {
        self.patient = patient
        self.place = place
    }

    /// Reads what ``text`` wrote and nothing else.
    public init?(_ text: String) {
        let halves = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        guard halves.count == 2, let patient = PatientID(halves[0]), let place = AuditName.place(halves[1]) else {
            return nil
        }
        self.init(patient, place)
        guard self.text == text else { return nil }
    }

    private static func place(_ text: Substring) -> Place? {
        guard text.hasPrefix("L") else { return Int64(text).flatMap { $0 > 0 ? .access($0) : nil } }
        let halves = text.dropFirst().split(separator: "-", omittingEmptySubsequences: false)
        guard halves.count == 2, let number = Int64(halves[0], radix: 36), let time = Int64(halves[1], radix: 36),
            number > 0, time >= 0
        else { return nil }
        return .ledger(number, Timestamp(milliseconds: time))
    }

    /// The id: at most 64 characters (R4, `id`).
    public var text: String {
        switch place {
        case .access(let number): "\(patient).\(number)"
        case .ledger(let number, let time):
            "\(patient).L\(String(number, radix: 36))-\(String(time.milliseconds, radix: 36))"
        }
    }
}
