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

    let content: Content
    let isArray: Bool
    /// 0, or the number of the choice (`value[x]`) of which at most one may be present.
    let choice: UInt16
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
