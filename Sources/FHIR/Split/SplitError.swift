import Vocabulary

/// Why a resource could not be split, joined or carried, and where; never a value.
public struct SplitError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What was wrong.
    public enum Code: String, Sendable {
        /// No object with a resource type of R4.
        case notAResource
        /// An element that its type does not have, or of the wrong JSON kind.
        case unknownElement
        /// More nesting than ``TierSplit/maximumDepth``.
        case tooDeep
        /// The key that stands for a hole.
        case reservedKey
        /// A stored part that is not one of ours: unknown format, missing value, values that do not fit together.
        case damagedPart
        /// An update moved, dropped or wrote over an element that its writer may not see.
        case hiddenElementMoved
        /// An update adds an element of a tier that its writer may not see.
        case hiddenTierWritten
        /// An update changes the resource's type or base tier, or its writer may not see the base.
        case baseChanged
    }

    /// What was wrong.
    public let code: Code
    /// Where, as FHIRPath writes it; empty for the whole.
    public let location: String

    init(_ code: Code, _ location: String = "") {
        self.code = code
        self.location = location
    }

    /// Code and location.
    public var description: String { location.isEmpty ? code.rawValue : "\(code.rawValue) at \(location)" }
}
