/// What is measured of an account.
public struct BaselineMeasure: Hashable, Sendable {
    /// What is counted, in the plural: `practices`, `patients`, `rows`, `bytes`.
    public var name: String
    /// Never unusual up to here, whatever the past was.
    public var floor: Double
    /// The limit of a peer group of which nothing is known yet.
    public var start: Double

    /// Names a measure; `start` is at least `floor`.
    public init(_ name: String, floor: Double, start: Double) {
        (self.name, self.floor, self.start) = (name, floor, max(start, floor))
    }

    /// Practices, patients, rows and bytes, as an office of a few practices may touch them in an hour.
    public static let standard = [
        BaselineMeasure(Taxonomy.practices, floor: 3, start: 10), BaselineMeasure("patients", floor: 40, start: 400),
        BaselineMeasure(Taxonomy.rows, floor: 1_000, start: 50_000),
        BaselineMeasure(Taxonomy.bytes, floor: 20_000_000, start: 1_000_000_000),
    ]
}
