/// Something in a resource that R4 does not allow: what, and where; never the value.
public struct StructureIssue: Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public enum Code: String, Sendable {
        /// No object with a resource type of R4.
        case unknownType
        /// The type has no such element.
        case unknownElement
        /// A list where one value is allowed.
        case notRepeatable
        /// One value where R4 writes a list, even of one.
        case listExpected
        /// A list or object without content, which R4 JSON does not allow.
        case empty
        /// An object, string, number or boolean where the type asks for another; `null` included.
        case wrongKind
        /// More than one of a choice (`value[x]`).
        case severalOfChoice
        /// A primitive that its type's form does not allow.
        case invalidValue
        /// Deeper than ``TierSplit/maximumDepth``.
        case tooDeep
        /// `_element` beside an element that is no primitive, or of another length than its list.
        case misplacedExtension
        /// A contained resource that contains resources.
        case nestedContained
    }

    /// What is wrong.
    public let code: Code
    /// Where, as FHIRPath writes it: `Patient.contact[0].name`.
    public let location: String

    /// Code and location.
    public var description: String { "\(code.rawValue) at \(location)" }
}
