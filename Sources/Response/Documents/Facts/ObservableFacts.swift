/// Something by which the attack can be recognised elsewhere.
public struct ObservableFacts: Hashable, Sendable {
    /// What kind of thing: an address, a user agent, a file's hash.
    public var kind: String
    /// The value, exactly.
    public var value: String
    /// What it was seen doing.
    public var note: String

    /// An observable.
    public init(kind: String, value: String, note: String) {
        (self.kind, self.value, self.note) = (kind, value, note)
    }
}
