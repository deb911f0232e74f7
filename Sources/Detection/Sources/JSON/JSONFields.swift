import JSONTree

/// Writes the members of a JSON object as fields: nested ones by dots, arrays as the same field several times.
enum JSONFields {
    /// Depth, values and size of one event.
    static let limits = JSONLimits(
        maximumBytes: SourceLimits.record, maximumDepth: 32, maximumNodes: 262_144, maximumNumberLength: 64)

    /// Reads a line as one object; nil for anything else.
    static func object(_ bytes: [UInt8]) -> JSONObject? {
        guard let value = try? JSONValue(parsing: bytes.span, limits: limits) else { return nil }
        return value.object
    }

    /// Adds the members; false when there are more than ``SourceLimits/fields``. What the format calls by a name of the
    /// taxonomy without having its words stands behind the format's own name, as `AuditEvent.action`.
    static func write(
        _ object: JSONObject, to event: inout Event, of format: String, renaming names: [String: String] = [:]
    ) -> Bool {
        for member in object.members {
            guard add(names[member.key] ?? name(of: member, format), member.value, &event) else { return false }
        }
        return true
    }

    /// An object's members have dots in their names, and cannot be taken for the taxonomy's.
    private static func name(of member: JSONObject.Member, _ format: String) -> String {
        switch member.value {
        case .object: member.key
        case .string(let text): TaxonomyWords.name(member.key, value: text, format: format)
        default: TaxonomyWords.name(member.key, value: nil, format: format)
        }
    }

    /// Recursion is as deep as the text, which ``limits`` bounds.
    private static func add(_ name: String, _ value: JSONValue, _ event: inout Event) -> Bool {
        guard event.count < SourceLimits.fields else { return false }
        switch value {
        case .null: event.add(name, "", kind: .null)
        case .bool(let value): event.add(name, value ? "true" : "false", kind: .bool)
        case .number(let number): event.add(name, number.text, kind: .number)
        case .string(let text): event.add(name, text)
        case .array(let values): for value in values { guard add(name, value, &event) else { return false } }
        case .object(let object):
            for member in object.members {
                guard add("\(name).\(member.key)", member.value, &event) else { return false }
            }
        }
        return true
    }
}
