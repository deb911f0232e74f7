import Vocabulary

/// One element of a type: what may stand there, how often, and how sensitive it is. It holds no reference, so that a
/// walk may take it out of the table for nothing.
struct SchemaElement: Sendable {
    /// What an element holds.
    enum Content: Sendable, Equatable {
        case primitive(PrimitiveKind)
        /// An object of the node with this number.
        case node(UInt16)
        /// A resource, whose own `resourceType` says which.
        case resource
    }

    /// A decision that the content of the element takes part in.
    enum Rule: UInt8, Sendable {
        case none
        /// A national identifier is contact data.
        case identifier
        /// Free text unless it repeats the display of a coding beside it.
        case conceptText
        /// As sensitive as the value it carries.
        case extended
    }

    /// What R4 says of the element besides its type.
    struct Marks: OptionSet, Sendable {
        let rawValue: UInt8

        /// Part of a summary (`isSummary`).
        static let summary = Marks(rawValue: 1)
        /// At least one is needed (`min`).
        static let mandatory = Marks(rawValue: 2)
        /// Changes the meaning of what it stands in (`isModifier`).
        static let modifier = Marks(rawValue: 4)

        init(rawValue: UInt8) { self.rawValue = rawValue }

        /// The mark of a letter in the table; nil for another letter.
        init?(_ letter: Character) {
            switch letter {
            case "^": self = .summary
            case "!": self = .mandatory
            case "%": self = .modifier
            default: return nil
            }
        }

        /// The marks of some letters.
        init(reading letters: Substring) {
            self = letters.reduce(into: []) { marks, letter in marks.formUnion(Marks(letter) ?? []) }
        }
    }

    var content: Content
    let isArray: Bool
    /// 0, or the number of the choice (`value[x]`) of which at most one may be present.
    var choice: UInt16
    let marks: Marks
    /// Its place among the node's elements, all types of a choice sharing one: a bit of what an object has.
    var place: UInt8 = 0
    /// The number of the value set that it must be coded with; 0 when any code will do.
    var valueSet: UInt16 = 0
    /// The number of the set of types that it may refer to; 0 when any will do.
    var targets: UInt16 = 0
    /// The least tier; `identity` adds nothing to the parent's.
    var floor = Tier.identity
    var rule = Rule.none
    /// Index of the reason for the floor in ``TierRules/reasons``.
    var reason: Int16 = -1
}
