import JSONTree
import Vocabulary

/// A version of a resource as far as its reader may see it.
public struct Record: Sendable {
    /// The FHIR resource type.
    public let type: String
    /// The id, as it stands in a URL.
    public let id: String
    /// Counted from 1: `meta.versionId` and the ETag.
    public let version: UInt32
    /// When the version was made.
    public let lastUpdated: Timestamp
    let content: RecordContent
    /// Tiers of which something is left out, by role or because the broker refused.
    public let hidden: Tiers
    /// Those of them that the role may see and the broker refused, and why.
    public let withheld: [Tier: RefusalReason]

    /// The resource with `id`, `meta.versionId` and `meta.lastUpdated`, and the label REDACTED when something is left
    /// out; nil when the version deletes it.
    public var resource: JSONValue? { content.tree }
    /// The same as compact JSON text.
    public var text: [UInt8]? { content.text }
    /// Whether the version deletes the resource.
    public var deleted: Bool { content.isNone }
    /// `Type/id`.
    public var reference: String { "\(type)/\(id)" }
}
