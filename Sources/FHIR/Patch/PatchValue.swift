import JSONTree

/// A value as a part of `Parameters` gives it: `value[x]`, a resource, or parts that make an element of no type of its own
/// (R4, fhirpatch, "anonymous types").
indirect enum PatchValue: Sendable {
    /// The type as the key writes it (`CodeableConcept`), the value, and what stands beside a primitive.
    case typed(String, JSONValue, extra: JSONValue?)
    case resource(JSONValue)
    case parts([(name: String, value: PatchValue)])

    /// Reads `parameter` or `part`. Throws `missingValue` unless it has exactly one value.
    init(_ part: JSONObject) throws(PatchError.Reason) {
        var found: [PatchValue] = []
        for member in part.members {
            switch member.key {
            case "resource": found.append(.resource(member.value))
            case "part": found.append(.parts(try PatchValue.parts(member.value)))
            case let key where key.hasPrefix("value"):
                found.append(.typed(String(key.dropFirst(5)), member.value, extra: part["_" + key]))
            case let key where key.hasPrefix("_value") && part[key.withoutUnderscore] == nil:
                found.append(.typed(String(key.dropFirst(6)), .null, extra: member.value))
            default: break
            }
        }
        guard found.count == 1 else { throw .missingValue }
        self = found[0]
    }

    private static func parts(
        _ value: JSONValue
    ) throws(PatchError.Reason) -> [(name: String, value: PatchValue)] {
        var parts: [(name: String, value: PatchValue)] = []
        for item in value.array ?? [] {
            guard let object = item.object, let name = object["name"]?.string else { throw .notAnOperation }
            parts.append((name, try PatchValue(object)))
        }
        return parts
    }

    /// The type as the key writes it; nil for what has none.
    var type: String? { if case .typed(let type, _, _) = self { type } else { nil } }

    /// The item that the value is where an element of this kind stands. Throws `wrongType` for another type.
    func item(as element: SchemaElement) throws(PatchError.Reason) -> PatchedItem {
        switch (self, element.content) {
        case (.typed(let type, let value, let extra), .primitive(let kind)):
            guard PatchValue.isType(type, of: kind), value.object == nil, value.array == nil else { throw .wrongType }
            return PatchedItem(value, .primitive(kind), extra: extra)
        case (.typed(let type, let value, _), .node(let node)):
            guard value.object != nil, PathType(type)?.includes(.node(node)) ?? false else { throw .wrongType }
            return PatchedItem(value, .node(node))
        case (.parts(let parts), .node(let node)):
            var item = PatchedItem(.object(JSONObject()), .node(node))
            try item.fill(parts)
            return item
        case (.resource(let value), .resource):
            guard let node = value.object.flatMap(Schema.r4.resource(of:)) else { throw .wrongType }
            return PatchedItem(value, .node(node))
        default: throw .wrongType
        }
    }

    /// Whether a primitive may be given as a value of the type: its own, or the one that it is derived from.
    private static func isType(_ type: String, of kind: PrimitiveKind) -> Bool {
        guard let first = type.first,
            let given = PrimitiveKind(rawValue: first.lowercased() + type.dropFirst())
        else { return false }
        return PathType.primitive(given).includes(.primitive(kind)) || (kind == .xhtml && given == .string)
    }
}
