import BrokerAPI
import Identity
import Vocabulary

/// What one request may do: read, write, find, within the practice of its session and nowhere else.
///
/// No method takes a practice: it comes from ``info``, which only the broker makes. Every method throws ``RecordError``
/// and writes the access log, whether it succeeds or not.
public struct RecordSession: Sendable {
    let service: RecordService
    /// The session's token, for the broker alone.
    public let token: SessionToken
    /// Whose session it is and what it may see, for this request.
    public internal(set) var info: SessionInfo
    /// The request proof, and what it names; none of a bearer.
    var proof: (bytes: [UInt8], named: RequestProof.Named)?
    /// What the token was narrowed to.
    public internal(set) var scopes = Scopes.all
    /// What was opened of the practice's own resources, in a session that remembers it.
    var own: OwnResources?

    /// The time by which the session's requests are judged.
    public var now: Timestamp { service.clock.now() }

    /// The one source of the practice.
    var practice: PracticeID { info.practice }

    /// The request proof as the broker is shown it.
    public var proofBytes: [UInt8] { proof?.bytes ?? [] }

    /// Runs an operation and logs what became of it. `event` names what was asked for; `shown` completes it on success.
    func logged<R>(
        _ event: AccessEvent, _ body: () async throws(RecordError) -> R, shown: (inout AccessEvent, R) -> Void
    ) async throws(RecordError) -> R {
        var event = event
        do throws(RecordError) {
            let result = try await body()
            shown(&event, result)
            try service.accessLog.append(event, info)
            return result
        } catch {
            event.outcome = error.word
            try service.accessLog.append(event, info)
            throw error
        }
    }
}

extension AccessEvent {
    /// Adds what a record shows.
    mutating func add(_ opened: OpenedRecord) {
        resources.append(opened.key)
        tiers.formUnion(opened.shown)
    }
}
