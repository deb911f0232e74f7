/// Some of what the access log says of a patient.
public struct AccessPage: Sendable {
    /// The lines, in the order of the log.
    public let records: [AccessRecord]
    /// What gets the next page, in the same session and of the same query only; nil when this is the last.
    public let next: String?
}
