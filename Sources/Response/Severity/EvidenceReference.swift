/// What an exemption rests on: a ledger entry or a document, by its id, and what it shows.
public struct EvidenceReference: Hashable, Sendable {
    /// The longest id, in bytes.
    public static let idBytes = 200

    /// The id of the ledger entry or document.
    public let id: String
    /// What it shows, in words.
    public let text: ClippedText

    /// Takes an id of 1 to 200 visible ASCII characters and a text that is not blank; throws otherwise.
    public init(id: String, text: String) throws(Article34Error) {
        guard (1...Self.idBytes).contains(id.utf8.count), id.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            throw Article34Error(.badEvidenceID)
        }
        self.text = ClippedText(text)
        self.id = id
        guard !self.text.isBlank else { throw Article34Error(.noEvidenceText) }
    }
}
