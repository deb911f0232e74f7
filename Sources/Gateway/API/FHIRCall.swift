import FHIR
import HTTPTypes
import JSONTree
import Vocabulary

/// A request to the FHIR API whose route is found, whose body is here, and whose session is known.
struct FHIRCall: Sendable {
    let route: Route
    let target: RequestTarget
    let headers: HTTPFields
    let body: [UInt8]

    /// The body as JSON. Throws what the reader found.
    func json() throws(JSONError) -> JSONValue {
        try JSONValue(parsing: body, limits: JSONLimits(maximumBytes: body.count))
    }

    /// The body as a resource of a type. Throws 400 for what is not JSON and 422 for another resource.
    func resource(of type: String) throws -> JSONValue {
        let value = try json()
        guard value.object != nil, value["resourceType"]?.string == type else {
            throw HTTPRefusal.element("resource-type", "resourceType")
        }
        return value
    }

    /// A query parameter.
    func parameter(_ name: String) -> String? { target.parameters.first { $0.name == name }?.value }

    /// `_count`, 1 to what a page may hold. Throws 400.
    func count(_ limits: GatewayLimits) throws(HTTPRefusal) -> Int {
        guard let text = parameter("_count") else { return limits.standardPage }
        guard let count = UInt16(text), count > 0 else { throw .parameter("_count", "not a number from 1") }
        return min(Int(count), limits.maximumPage)
    }

    /// The version of `If-Match` (R4, http, "Managing Resource Contention"): `W/"3"`. Throws 400 for another form.
    func ifMatch() throws(HTTPRefusal) -> UInt32? { try headers[.ifMatch].map(FHIRCall.version(tag:)) }

    /// The version that a writer read, where no `If-Match` says it: the resource itself does, as clients send back what they got.
    static func version(in resource: JSONValue) -> UInt32? {
        resource["meta"]?["versionId"]?.string.flatMap { version($0) }
    }

    /// What the writer wants back (RFC 7240 §4.2; R4, http, "create/update/patch/transaction").
    enum Return: Sendable { case representation, minimal, outcome }

    /// `Prefer: return=…`; the resource unless another is named.
    var wants: Return {
        let words = preferences
        if words.contains("return=minimal") { return .minimal }
        return words.contains("return=operationoutcome") ? .outcome : .representation
    }

    /// Whether the writer wants the resource back.
    var wantsRepresentation: Bool { wants == .representation }

    /// Whether unknown search parameters are passed over (`Prefer: handling=lenient`); otherwise they are errors.
    var isLenient: Bool { preferences.contains("handling=lenient") }

    private var preferences: [Substring] {
        guard let prefer = HTTPField.Name("Prefer").flatMap({ headers[$0] }) else { return [] }
        return prefer.lowercased().split { $0 == "," || $0 == ";" || $0 == " " }
    }

    /// Whether a Binary is wanted as a resource: `_format` says JSON, or `Accept` names it.
    var wantsJSON: Bool { parameter("_format") != nil || MediaTypes.namesJSON(headers[.accept]) }

    /// `If-None-Exist`: the query of a conditional create.
    var ifNoneExist: String? { HTTPField.Name("If-None-Exist").flatMap { headers[$0] } }

    /// The version in an entity tag. Throws 400.
    static func version(tag: String) throws(HTTPRefusal) -> UInt32 {
        let weak = tag.hasPrefix("W/") ? tag.dropFirst(2) : tag[...]
        guard weak.count > 2, weak.first == "\"", weak.last == "\"", let version = version(weak.dropFirst().dropLast())
        else { throw .header("If-Match") }
        return version
    }

    /// A version number as it stands in a URL: digits that begin with no zero.
    static func version(_ text: some StringProtocol) -> UInt32? {
        guard let version = UInt32(text), version > 0, String(version) == text else { return nil }
        return version
    }
}
