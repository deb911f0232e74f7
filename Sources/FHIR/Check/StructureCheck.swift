import JSONTree

/// Checks a resource against R4: elements, cardinality, JSON kinds, the form of primitives, required bindings, the
/// types that references may lead to, narratives, and the invariants that ``StructureIssue/Code`` names. Profiles are
/// not looked at.
public struct StructureCheck {
    /// Issues reported at most.
    public static let maximumIssues = 50

    let schema = Schema.r4
    var findings = Findings()
    /// What `#id` may lead to: the resource that contains others.
    var container = Container()
    private var depth = 0

    /// What is wrong or doubtful; empty when nothing is. A contained resource or a Bundle's entry is checked too.
    ///
    /// Whoever refuses must look at ``StructureIssue/severity``: no warning ever takes an error's place.
    public static func issues(_ resource: JSONValue) -> [StructureIssue] {
        var check = StructureCheck()
        guard case .object(let object) = resource, let node = check.schema.resource(of: object),
            let type = ResourceType(check.schema.nodes[Int(node)].path)
        else {
            check.findings.report(.unknownType)
            return check.findings.issues(in: "Resource")
        }
        check.checkContainer(object, node)
        return check.findings.issues(in: type.name)
    }

    /// Checks an object of a node and all that is in it.
    mutating func check(_ object: JSONObject, _ node: UInt16) {
        guard depth < TierSplit.maximumDepth else { return findings.report(.tooDeep) }
        guard !object.members.isEmpty else { return findings.report(.empty) }
        var seen: UInt64 = 0
        let members = object.members.span
        for place in members.indices {
            guard !findings.isFull else { return }
            let start = findings.count
            depth += 1
            check(members[place], of: object, node, &seen)
            depth -= 1
            if findings.count != start { findings.enclose(.key(members[place].key), since: start) }
        }
        finish(object, node, seen)
    }

    private mutating func check(
        _ member: JSONObject.Member, of object: JSONObject, _ node: UInt16, _ seen: inout UInt64
    ) {
        guard let element = schema.find(member.key, in: node) else { return findings.report(.unknownElement) }
        let bit: UInt64 = 1 << UInt64(element.place)
        if seen & bit != 0, element.choice > 0, isSecond(member.key, of: element.choice, object, node) {
            findings.report(.severalOfChoice)
        }
        seen |= bit
        let isExtra = member.key.isUnderscored
        if isExtra { checkExtra(member, element, object) }
        guard case .array(let items) = member.value else {
            if element.isArray { return findings.report(.listExpected) }
            return check(member.value, element, isExtra)
        }
        guard element.isArray else { return findings.report(.notRepeatable) }
        if items.isEmpty { findings.report(.empty) }
        depth += 1
        if element.content == .resource {
            checkContained(items.span)
        } else {
            check(items.span, member, element, object)
        }
        depth -= 1
    }

    /// Whether another member of the choice, of another type, stands before this one.
    private func isSecond(_ key: String, of choice: UInt16, _ object: JSONObject, _ node: UInt16) -> Bool {
        let name = key.withoutUnderscore
        for member in object.members {
            if member.key == key { return false }
            if schema.find(member.key, in: node)?.choice == choice, member.key.withoutUnderscore != name { return true }
        }
        return false
    }

    private mutating func check(
        _ items: Span<JSONValue>, _ member: JSONObject.Member, _ element: SchemaElement, _ object: JSONObject
    ) {
        let isExtra = member.key.isUnderscored
        var beside: Beside?
        for index in items.indices {
            guard !findings.isFull else { return }
            let start = findings.count
            if items[index].isNull {
                let other = beside ?? Beside(member, in: object)
                beside = other
                checkNull(at: index, other, element)
            } else {
                check(items[index], element, isExtra)
            }
            if findings.count != start { findings.enclose(.index(index), since: start) }
        }
    }

    private mutating func check(_ value: JSONValue, _ element: SchemaElement, _ isExtra: Bool) {
        switch (value, element.content) {
        case (.object(let object), .primitive) where isExtra: check(object, schema.element)
        case (_, .primitive(let kind)) where !isExtra && kind.fits(value): check(value, kind, element)
        case (.object(let object), .node(let node)):
            check(object, node)
            if node == schema.reference {
                checkReference(object, element.targets)
            } else if element.valueSet > 0, !schema.valueSets.contains(concept: object, element.valueSet) {
                findings.report(.notInValueSet)
            }
        case (.object(let object), .resource):
            guard let node = schema.resource(of: object) else { return findings.report(.unknownType) }
            checkContainer(object, node)
        default: findings.report(.wrongKind)
        }
    }
}
