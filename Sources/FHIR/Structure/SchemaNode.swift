/// A type or backbone element: `Patient`, `Patient.contact`, `HumanName`.
struct SchemaNode: Sendable {
    /// What a node has besides its own elements, by the letter in the table.
    enum Base: Character, Sendable {
        case element = "E"
        case backbone = "B"
        case resource = "R"
        case domainResource = "D"

        /// The tokens of the elements that come with it.
        var tokens: [Substring] {
            switch self {
            case .element: ["id.string", "extension*Extension"]
            case .backbone: ["id.string", "extension*Extension", "modifierExtension^%*Extension"]
            case .resource:
                ["resourceType^!.code", "id^.id", "meta^.Meta", "implicitRules^%.uri", "language.code"]
            case .domainResource:
                Base.resource.tokens + [
                    "text.Narrative", "contained*Resource", "extension*Extension", "modifierExtension%*Extension",
                ]
            }
        }

        /// Whether it is a resource's.
        var isResource: Bool { self == .resource || self == .domainResource }
    }

    /// A choice of types: `value` for `valueQuantity`, `valueString` …
    struct Choice: Sendable {
        let name: String
        /// What its elements have in ``SchemaElement/choice``.
        let number: UInt16
    }

    let path: String
    let base: Base
    var elements: [SchemaElement] = []
    /// The elements' names, in the same order.
    var names: [String] = []
    var choices: [Choice] = []
    /// The names by ``SchemaElement/place``, a choice without its type.
    var places: [String] = []
    /// The places of what must be there, as bits.
    var required: UInt64 = 0
}
