import JSONTree
import Vocabulary

/// The structure of R4 with a tier for each element, found by small numbers and bytes rather than by paths.
final class Schema: Sendable {
    /// R4 4.0.1, read at first use.
    static let r4 = Schema(
        DefinitionText.structuresOne, DefinitionText.structuresTwo, DefinitionText.structuresThree,
        DefinitionText.structuresFour)

    let nodes: [SchemaNode]
    /// What each node's objects must hold together, by node.
    let duties: [NodeDuty]
    /// The rules that ``duties`` points into.
    let presenceRules: [PresenceRule.Bits]
    let valueSets: ValueSets
    let targets: TargetSets
    let numbers: [String: UInt16]
    let identifier: UInt16
    let concept: UInt16
    let extended: UInt16
    let element: UInt16
    let reference: UInt16
    let attachment: UInt16
    private let index: ElementIndex

    init(_ texts: String...) {
        valueSets = ValueSets(DefinitionText.valueSets)
        var reader = SchemaReader(valueSets)
        for text in texts { reader.read(text) }
        reader.resolve(ElementRules(DefinitionText.rulesOne, DefinitionText.rulesTwo))
        let nodes = reader.nodes
        self.nodes = nodes
        targets = reader.targets
        (duties, presenceRules) = NodeDuty.all(of: nodes)
        numbers = reader.numbers
        index = ElementIndex(nodes)
        identifier = numbers["Identifier"] ?? .max
        concept = numbers["CodeableConcept"] ?? .max
        extended = numbers["Extension"] ?? .max
        element = numbers["Element"] ?? .max
        reference = numbers["Reference"] ?? .max
        attachment = numbers["Attachment"] ?? .max
    }

    /// The node's element of this key, a leading `_` skipped; nil when it has none.
    func find(_ key: String, in node: UInt16) -> SchemaElement? { index.find(key, in: node) }

    /// The node of a resource type.
    func resource(_ name: String) -> UInt16? {
        guard let number = numbers[name], nodes[Int(number)].base.isResource else { return nil }
        return number
    }

    /// The node of the object's `resourceType`.
    func resource(of object: JSONObject) -> UInt16? {
        if let first = object.members.first, first.key == "resourceType" { return first.value.string.flatMap(resource) }
        return object["resourceType"]?.string.flatMap(resource)
    }
}

extension String {
    /// Whether the key is the one that carries a primitive's extensions.
    var isUnderscored: Bool { utf8.first == UInt8(ascii: "_") }

    /// The name of the primitive that the key stands beside, or the key itself.
    var withoutUnderscore: String { isUnderscored ? String(dropFirst()) : self }
}
