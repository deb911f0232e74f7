/// The processor: whoever runs the software of the practices (GDPR Art. 4(8)).
public struct VendorFacts: Hashable, Sendable {
    /// The company's name.
    public var name: String
    /// Its postal address, a line each.
    public var address: [String]
    /// Who answers the practice's questions.
    public var contact: ContactFacts?
    /// Its data protection officer.
    public var officer: ContactFacts?

    /// A processor.
    public init(
        name: String, address: [String] = [], contact: ContactFacts? = nil, officer: ContactFacts? = nil
    ) {
        (self.name, self.address, self.contact, self.officer) = (name, address, contact, officer)
    }
}
