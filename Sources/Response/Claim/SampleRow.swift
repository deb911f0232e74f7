/// A row of a leaked sample, as far as somebody can be found by it. Its values are an attacker's: they are looked for and
/// compared, and never printed.
public struct SampleRow: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
    /// Its number among the sample's rows, from 1; the header is none.
    public let number: Int
    /// What it says, as written; nothing empty.
    let values: [SampleColumn: String]

    /// The row's number and nothing else.
    public var description: String { "row \(number)" }

    /// The same.
    public var debugDescription: String { description }

    /// The birth date as `YYYY-MM-DD`; nil where there is none that can be read.
    var birthdate: String? { values[.birthdate].flatMap(SampleDate.day) }
}
