/// Somebody to write to or call, as a document names them. Professionals and organisations only, never a patient.
public struct ContactFacts: Hashable, Sendable {
    /// The person's or the office's name.
    public var name: String
    /// What they are there for.
    public var role: String?
    /// Where mails reach them.
    public var email: String?
    /// Where calls reach them.
    public var phone: String?

    /// Somebody to write to or call.
    public init(name: String, role: String? = nil, email: String? = nil, phone: String? = nil) {
        (self.name, self.role, self.email, self.phone) = (name, role, email, phone)
    }
}
