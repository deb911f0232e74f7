/// The controller: the practice that a document is for (GDPR Art. 4(7)). What is nil is shown as to be filled in.
public struct PracticeFacts: Hashable, Sendable {
    /// The practice's name.
    public var name: String
    /// Its SIREN, nine digits; the authority's form demands it.
    public var siren: String?
    /// Its SIRET, fourteen digits.
    public var siret: String?
    /// Its FINESS number, nine digits.
    public var finess: String?
    /// Its postal address, a line each.
    public var address: [String]
    /// Its data protection officer, if it has one.
    public var officer: ContactFacts?
    /// The contact person; the authority's form demands one.
    public var contact: ContactFacts?
    /// The legal representative; the authority's form demands one.
    public var representative: ContactFacts?

    /// A controller.
    public init(
        name: String, siren: String? = nil, siret: String? = nil, finess: String? = nil, address: [String] = [],
        officer: ContactFacts? = nil, contact: ContactFacts? = nil, representative: ContactFacts? = nil
    ) {
        (self.name, self.siren, self.siret, self.finess) = (name, siren, siret, finess)
        (self.address, self.officer, self.contact) = (address, officer, contact)
        self.representative = representative
    }
}
