import JSONTree

/// Checks a resource against the structure of R4: elements, cardinality, JSON kinds and the form of primitives.
/// Bindings, invariants, profiles and missing elements are not looked at.
public struct StructureCheck {
    /// Issues reported at most.
    public static let maximumIssues = 50

    let schema = Schema.r4
    private(set) var issues: [StructureIssue] = []
    private(set) var location: Location

    /// What is wrong with the resource; empty when nothing is. A contained resource or a Bundle's entry is checked too.
    public static func issues(_ resource: JSONValue) -> [StructureIssue] {
        let name = resource["resourceType"]?.string.flatMap { ResourceType($0) }?.name
        var check = StructureCheck(location: Location(name ?? "Resource"))
        guard let name, let node = check.schema.resource(name), case .object(let object) = resource else {
            check.report(.unknownType)
            return check.issues
        }
        check.check(object, node, isContained: false)
        return check.issues
    }

    private init(location: Location) { self.location = location }

    mutating func report(_ code: StructureIssue.Code) {
        guard issues.count < StructureCheck.maximumIssues else { return }
        issues.append(StructureIssue(code: code, location: location.text))
    }

    private mutating func check(_ object: JSONObject, _ node: UInt16, isContained: Bool) {
        guard location.depth < TierSplit.maximumDepth else { return report(.tooDeep) }
        guard !object.members.isEmpty else { return report(.empty) }
        var choices: [UInt16: String] = [:]
        let members = object.members.span
        for place in members.indices {
            guard issues.count < StructureCheck.maximumIssues else { return }
            let key = members[place].key
            location.enter(key)
            defer { location.leave() }
            guard let element = schema.find(key, in: node) else {
                report(.unknownElement)
                continue
            }
            if element.choice > 0 {
                let name = key.withoutUnderscore
                if choices.updateValue(name, forKey: element.choice) ?? name != name { report(.severalOfChoice) }
            }
            if isContained, element.content == .resource { report(.nestedContained) }
            check(members[place], element, in: object)
        }
    }

    private mutating func check(_ member: JSONObject.Member, _ element: SchemaElement, in object: JSONObject) {
        let isExtra = member.key.isUnderscored
        if isExtra { checkExtra(member, element, object) }
        guard case .array(let items) = member.value else {
            if element.isArray { return report(.listExpected) }
            return check(member.value, element, isExtra)
        }
        guard element.isArray else { return report(.notRepeatable) }
        if items.isEmpty { report(.empty) }
        // In a list of primitives, null stands where only the other list has something.
        let mayBeNull = isExtra || object["_" + member.key] != nil
        for (index, item) in items.enumerated() {
            location.enter(index)
            if !(item.isNull && mayBeNull) { check(item, element, isExtra) }
            location.leave()
        }
    }

    private mutating func checkExtra(_ member: JSONObject.Member, _ element: SchemaElement, _ object: JSONObject) {
        guard case .primitive = element.content else { return report(.misplacedExtension) }
        guard let beside = object[member.key.withoutUnderscore]?.array else { return }
        if member.value.array?.count != beside.count { report(.misplacedExtension) }
    }

    private mutating func check(_ value: JSONValue, _ element: SchemaElement, _ isExtra: Bool) {
        switch (value, element.content) {
        case (.object(let object), .primitive) where isExtra: check(object, schema.element, isContained: false)
        case (_, .primitive(let kind)) where !isExtra && kind.fits(value):
            if !kind.allows(value) { report(.invalidValue) }
        case (.object(let object), .node(let node)): check(object, node, isContained: false)
        case (.object(let object), .resource):
            guard let node = schema.resource(of: object) else { return report(.unknownType) }
            // The one list of resources is `contained`.
            check(object, node, isContained: element.isArray)
        default: report(.wrongKind)
        }
    }
}
