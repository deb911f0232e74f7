/// A match on its way to a correlation: what of the event it counts by.
struct CorrelationInput: Sendable {
    /// Milliseconds since 1970, by the event.
    let time: Int64
    /// The correlation, by its place among correlations.
    let correlation: Int32
    /// Which of the correlation's rules matched.
    let slot: Int32
    /// Of the values that group.
    let group: UInt64
    /// Of the value that is counted.
    let value: UInt64
    /// The value as a number, 1 where it is only told from others; NaN when there is none.
    let number: Double
}
