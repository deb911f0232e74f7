import JSONTree

/// The content of one practice's pack before it is printed, and the digest by which it is known again.
struct Pack: Sendable {
    static let formName = "cnil.json"

    let facts: CaseFacts
    let documents: [(kind: DocumentKind, html: String)]
    let form: [UInt8]

    init(_ facts: CaseFacts, by renderer: DocumentRenderer) {
        self.facts = facts
        documents = DocumentKind.pack(in: facts.notification.phase).map { ($0, renderer.html($0, of: facts)) }
        form = FormSheet(facts).json.bytes + [UInt8(ascii: "\n")]
    }

    /// The bytes of everything that the pack is made of, one after the other with their names.
    var input: [UInt8] {
        var bytes: [UInt8] = []
        for (kind, html) in documents {
            bytes += Array(kind.rawValue.utf8) + [0] + Array(html.utf8) + [0]
        }
        return bytes + form
    }
}
