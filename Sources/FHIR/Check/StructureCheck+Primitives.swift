import JSONTree

/// Primitives, and the objects beside them that carry their extensions (R4, JSON, "representation of primitive types").
extension StructureCheck {
    /// Checks a primitive of the right JSON kind.
    mutating func check(_ value: JSONValue, _ kind: PrimitiveKind, _ element: SchemaElement) {
        guard kind.allows(value) else { return findings.report(.invalidValue) }
        guard case .string(let text) = value else { return }
        switch kind {
        case .code:
            if element.valueSet > 0, !schema.valueSets.contains(text, element.valueSet) {
                findings.report(.notInValueSet)
            }
        case .uri, .url, .canonical:
            if text.utf8.first == UInt8(ascii: "#") { container.mention(text) }
        case .xhtml:
            if let code = NarrativeCheck.fault(in: text) { findings.report(code) }
        default: break
        }
    }

    /// Checks the member beside a primitive as a whole.
    mutating func checkExtra(_ member: JSONObject.Member, _ element: SchemaElement, _ object: JSONObject) {
        guard case .primitive = element.content else { return findings.report(.misplacedExtension) }
        let beside = object[member.key.withoutUnderscore]
        switch (member.value, beside) {
        case (.array(let items), .array(let values)?):
            if items.count != values.count { findings.report(.misplacedExtension) }
        case (.array(let items), nil):
            // Null is told of item by item.
            if items.contains(where: { !$0.isNull && !StructureCheck.hasContent($0) }) { findings.report(.ele1) }
        case (.object, nil):
            if !StructureCheck.hasContent(member.value) { findings.report(.ele1) }
        default: break
        }
    }

    /// The other list of a primitive: that of the objects beside values, or of the values beside objects.
    struct Beside {
        let isValues: Bool
        let items: [JSONValue]?

        /// Looks it up; done once a list.
        init(_ member: JSONObject.Member, in object: JSONObject) {
            isValues = member.key.isUnderscored
            items = object[isValues ? member.key.withoutUnderscore : "_" + member.key]?.array
        }
    }

    /// Checks a null in a list: it may stand only where the other list has something.
    mutating func checkNull(at index: Int, _ other: Beside, _ element: SchemaElement) {
        guard case .primitive = element.content, let items = other.items else { return findings.report(.wrongKind) }
        guard index < items.count else { return }
        // Null in both is told of once, at the values.
        if !other.isValues, !StructureCheck.hasContent(items[index]) { findings.report(.ele1) }
    }

    /// Whether an object says more than an `id`.
    private static func hasContent(_ value: JSONValue) -> Bool {
        value.object?.members.contains { $0.key != "id" } ?? false
    }
}
