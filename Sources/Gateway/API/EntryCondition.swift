import FHIR

/// The query on which an entry is carried out (R4, http, "conditional create", "conditional update", "conditional delete").
struct EntryCondition: Sendable {
    let type: String
    let parameters: [(name: String, value: String)]

    /// Reads a query. Throws 400 for one that is not well formed, or empty.
    init(_ type: String, query: some StringProtocol, _ limits: GatewayLimits) throws(HTTPRefusal) {
        self.type = type
        parameters = try EntryCondition.asking(FormText.parameters(Array(query.utf8), limits: limits))
    }

    /// A reference that is a condition, `Practitioner?identifier=…`; nil for another.
    init?(reference: String, _ limits: GatewayLimits) throws(HTTPRefusal) {
        guard let mark = reference.firstIndex(of: "?"), let type = ResourceType(String(reference[..<mark])) else {
            return nil
        }
        try self.init(type.name, query: reference[reference.index(after: mark)...], limits)
    }

    /// The parameters that find something. Throws 400 when there is none: what asks for nothing finds anything.
    static func asking(
        _ parameters: [(name: String, value: String)]
    ) throws(HTTPRefusal) -> [(name: String, value: String)] {
        let asking = parameters.filter { $0.name != "_format" && $0.name != "_pretty" }
        guard !asking.isEmpty else { throw .parameter("condition", "required") }
        return asking
    }

    /// The same for the same condition, however its parameters are ordered.
    var claim: [String] { FHIRAPI.claim(type, parameters) }
}
