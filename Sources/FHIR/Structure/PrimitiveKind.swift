import JSONTree

/// FHIR's primitive types (R4, datatypes).
enum PrimitiveKind: String, CaseIterable, Sendable {
    case base64Binary, boolean, canonical, code, date, dateTime, decimal, id, instant, integer, markdown, oid
    case positiveInt, string, time, unsignedInt, uri, url, uuid, xhtml

    /// Whether JSON writes it as a number.
    var isNumber: Bool {
        switch self {
        case .decimal, .integer, .positiveInt, .unsignedInt: true
        default: false
        }
    }

    /// Whether the value is of the JSON kind that the type is written with.
    func fits(_ value: JSONValue) -> Bool {
        switch value {
        case .string: !isNumber && self != .boolean
        case .number: isNumber
        case .bool: self == .boolean
        default: false
        }
    }
}
