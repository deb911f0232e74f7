/// One person of a sample, as its own columns tell people apart: rows are not people.
public struct SamplePerson: Sendable, CustomStringConvertible {
    /// The row by which the person is looked for.
    let row: SampleRow
    /// How; nil when nothing that the rows have finds anybody.
    public let search: ClaimSearch?
    /// The numbers of all the person's rows, in order.
    public let rows: [Int]

    /// The number of the row by which the person is looked for.
    public var number: Int { row.number }

    /// The row's number and nothing else.
    public var description: String { "person of \(row)" }
}
