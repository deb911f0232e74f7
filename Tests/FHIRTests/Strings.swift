import JSONTree

@testable import FHIR

/// All strings of at least four characters in a value: keys are not values.
func strings(_ value: JSONValue) -> Set<String> {
    switch value {
    case .string(let text): text.utf8.count >= 4 ? [text] : []
    case .array(let items): items.reduce(into: []) { $0.formUnion(strings($1)) }
    case .object(let object): object.members.reduce(into: []) { $0.formUnion(strings($1.value)) }
    default: []
    }
}

/// All strings in an encoded part.
func strings(ofPart part: [UInt8]) -> Set<String> {
    ((try? PartLines(part).values) ?? []).reduce(into: []) { $0.formUnion(strings($1)) }
}

/// All members in a value, however deep.
func members(_ value: JSONValue) -> [(String, JSONValue)] {
    switch value {
    case .array(let items): items.flatMap(members)
    case .object(let object): object.members.flatMap { [($0.key, $0.value)] + members($0.value) }
    default: []
    }
}

extension PartLines {
    /// The lines' values.
    var values: [JSONValue] { get throws { try ranges.map { try JSONValue(parsing: bytes[$0]) } } }
}
