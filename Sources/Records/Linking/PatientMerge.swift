import JSONTree
import Vocabulary

/// What `Patient/$merge` asks for: one record of a person replaced by another (docs/decisions/0017).
public struct PatientMerge: Sendable {
    /// The record that goes out of use.
    public let source: PatientID
    /// The record that stays.
    public let target: PatientID
    /// The version of the source that is known to who merges; nil for the current one.
    public var sourceVersion: UInt32?
    /// The same of the target.
    public var targetVersion: UInt32?
    /// What the target is to be; nil to leave it as it is.
    public var result: JSONValue?
    /// Whether nothing is to be written.
    public var isPreview = false

    /// Names the two.
    public init(source: PatientID, target: PatientID) {
        self.source = source
        self.target = target
    }
}
