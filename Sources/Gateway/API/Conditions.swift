import FHIR
import HTTPTypes
import Records
import Vocabulary

/// Whether a reader has the current version already (RFC 9110 §13.1.2 and §13.1.3; R4, http, "conditional read").
///
/// It is asked after the resource was read and the opening counted: an answer of 304 depends on the patient too.
struct Conditions: Sendable {
    private let tags: String?
    private let since: Timestamp?

    init(_ headers: HTTPFields) {
        tags = headers[.ifNoneMatch]
        // If-Modified-Since is ignored where there is an If-None-Match.
        since = headers[.ifNoneMatch] == nil ? headers[.ifModifiedSince].flatMap { Timestamp(httpDate: $0) } : nil
    }

    /// The conditions of a Bundle's entry, whose `ifModifiedSince` is an instant; nil when it has none.
    init?(_ entry: BundleEntry) {
        guard entry.ifNoneMatch != nil || entry.ifModifiedSince != nil else { return nil }
        tags = entry.ifNoneMatch
        since = tags == nil ? entry.ifModifiedSince.flatMap { Timestamp(instant: $0) } : nil
    }

    /// Whether nothing needs to be sent.
    func isKnown(_ record: Record) -> Bool {
        if let tags { return tags == "*" || Conditions.names(tags, record.version) }
        guard let since else { return false }
        return record.lastUpdated.seconds <= since.seconds
    }

    /// Compared weakly, as is right for reading.
    private static func names(_ tags: String, _ version: UInt32) -> Bool {
        tags.split(separator: ",").contains { tag in
            (try? FHIRCall.version(tag: String(tag.filter { $0 != " " }))) == version
        }
    }
}
