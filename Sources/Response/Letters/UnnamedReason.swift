/// Why a person whose keys were released has no letter. The raw value is what `unnamed.csv` says.
public enum UnnamedReason: String, Error, Hashable, Sendable, CaseIterable, Comparable {
    /// The ledger says that the person was erased since.
    case erased
    /// The list of letters has no code for the subject.
    case noCode = "no-code"
    /// The practice's access log names nobody in those sessions who is this subject: the key was released, and nothing was
    /// shown or written.
    case notInLog = "not-in-access-log"
    /// As ``notInLog``, or one of the patients about whom the asker was refused an answer.
    case notAnswered = "not-in-access-log-or-refused"
    /// The asker's limit was reached before.
    case limit = "stopped-by-the-limit"
    /// The asker was refused the record.
    case refused = "record-refused"
    /// The asker was not shown the address.
    case addressNotShown = "address-not-shown"
    /// The record has no postal address.
    case noAddress = "no-address"
    /// The record has no name.
    case noName = "no-name"
    /// The patient died.
    case deceased

    /// Orders by the words.
    public static func < (a: UnnamedReason, b: UnnamedReason) -> Bool { a.rawValue < b.rawValue }
}
