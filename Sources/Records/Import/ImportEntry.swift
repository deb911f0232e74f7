import JSONTree

/// A resource of another system that is to be taken over.
public struct ImportEntry: Sendable {
    /// The entry's `fullUrl`, where its bundle gives one.
    public let fullURL: String?
    /// The resource, with the id that it has where it comes from.
    public let resource: JSONValue

    /// Names what is to be taken over.
    public init(fullURL: String?, resource: JSONValue) {
        self.fullURL = fullURL
        self.resource = resource
    }

    /// What references call it where it comes from: the keys of an id map.
    public var names: [String] { Names.of(resource, fullURL: fullURL) }
}

/// What became of an entry of an import.
public enum ImportOutcome: Sendable, Hashable {
    /// It is stored under our reference, `Type/id`. The notes say what was left as it was: `conditional-reference
    /// Type`.
    case stored(reference: String, notes: [String])
    /// The same bytes were imported before, under this reference.
    case unchanged(reference: String)
    /// It was left out; what is wrong, and where.
    case refused(RecordIssue)
}
