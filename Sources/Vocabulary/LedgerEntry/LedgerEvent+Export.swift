/// `export`: the keys of all tiers of a page of a practice's patients left the broker, sealed to a recipient.
///
/// A page is a range of subjects, so that whoever folds the practice's chain knows exactly whose keys they were: those of the patients that it held
/// at this entry. The keys of the practice's own resources are with each page.
public struct ExportEntry: Hashable, Sendable {
    /// The fingerprint of the recipient's key, 32 bytes.
    public var recipient: [UInt8]
    /// Whose subjects are greater than this one; none for all.
    public var after: SubjectID?
    /// And not greater than this one; none for all.
    public var last: SubjectID?
    /// How many patients: all that the practice held in that range, but for those whose key was missing here.
    public var count: Int64

    /// Makes the body of its fields.
    public init(recipient: [UInt8], after: SubjectID?, last: SubjectID?, count: Int64) {
        self.recipient = recipient
        self.after = after
        self.last = last
        self.count = count
    }

    /// Whether a patient that the practice held at this entry is among them.
    public func covers(_ subject: SubjectID) -> Bool {
        after.map { $0 < subject } ?? true && last.map { subject <= $0 } ?? true
    }

    init(_ fields: inout FieldReader) throws(LedgerEntryError) {
        recipient = try fields.hash("recipient")
        after = try fields.optionalID("after")
        last = try fields.optionalID("last")
        count = try fields.integer("count")
    }

    func write(_ fields: inout FieldWriter) {
        fields.hash("recipient", recipient)
        fields.id("after", after)
        fields.id("last", last)
        fields.integer("count", count)
    }
}
