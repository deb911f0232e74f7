import Vocabulary

/// A resource taken apart by tier, each part ready to be sealed.
///
/// A part is lines of compact JSON (no line break is ever inside one): the format version `1`, then the values that
/// belong to the tier. Line 1 of the base part is the resource itself. Where an element belongs to another tier a
/// hole `{"#":n}` stands, `n = line × 4 + tier`; a hole may lie inside a value of any part but the restricted one.
public struct TieredResource: Sendable, Equatable {
    /// The tier of the part that holds the resource itself.
    public let base: Tier
    /// The parts, encoded; tiers without elements are absent.
    public let parts: [Tier: [UInt8]]
}
