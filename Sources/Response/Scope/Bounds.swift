/// A number that the evidence gives exactly, or between two bounds with the reason; contradictions are never averaged.
public struct Bounds: Hashable, Sendable {
    /// At least so many: what the evidence shows.
    public var lower: Int64
    /// At most so many; nil when the evidence does not say.
    public var upper: Int64?
    /// Why the bounds differ, sorted; empty when the number is exact.
    public var reasons: [BoundReason]

    /// A number between bounds.
    public init(lower: Int64, upper: Int64?, reasons: [BoundReason]) {
        (self.lower, self.upper, self.reasons) = (lower, upper, reasons)
    }

    /// An exact number.
    public init(_ exact: Int64) { self.init(lower: exact, upper: exact, reasons: []) }

    /// Nothing is known: not zero.
    public static func unknown(_ reason: BoundReason) -> Bounds { Bounds(lower: 0, upper: nil, reasons: [reason]) }

    /// Whether both bounds are the same number.
    public var isExact: Bool { lower == upper }
}
