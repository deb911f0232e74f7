import Store
import Vocabulary

/// Something that a session did, as the access log keeps it: ids, tiers and outcome, no value.
struct AccessEvent: Sendable {
    /// What was asked for.
    enum Operation: String, Sendable {
        case read, history, list, everything, search, agenda, emergency, create, update, delete, transaction, audit
        case importing = "import"
    }

    let operation: Operation
    /// The patient, when it is one and known before.
    var patient: PatientID?
    /// The resources that were shown or written.
    var resources: [ResourceKey] = []
    /// The tiers that were shown or written.
    var tiers: Tiers = []
    /// `ok`, or the word of an error.
    var outcome = "ok"
    /// How many were written, where they are not named one by one.
    var count: Int?

    /// Most resources in one line of the log.
    static let maximumResources = 512

    /// The event as so many lines as its resources need.
    var lines: [AccessEvent] {
        guard resources.count > AccessEvent.maximumResources else { return [self] }
        return stride(from: 0, to: resources.count, by: AccessEvent.maximumResources).map { start in
            var line = self
            line.resources = Array(resources[start..<min(resources.count, start + AccessEvent.maximumResources)])
            return line
        }
    }
}
