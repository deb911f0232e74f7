/// Why a path was not read or not followed, and where in its text; never a piece of the text.
public struct PathError: Error, Equatable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public enum Code: String, Sendable {
        /// Longer than ``ElementPath/maximumLength``.
        case tooLong
        /// More parentheses inside one another than ``ElementPath/maximumDepth``.
        case tooDeep
        /// Something that does not stand there, the early end included.
        case syntax
        /// A function that is not known here, or with other arguments than it takes.
        case unknownFunction
        /// A type that R4 does not know.
        case unknownType
        /// A string without end or with an unknown escape; a number that is none.
        case literal
        /// Following it visits more than ``ElementPath/maximumVisits`` elements.
        case tooMuch
    }

    /// What is wrong.
    public let code: Code
    /// The byte of the text, counted from 0, at which it shows.
    public let offset: Int

    init(_ code: Code, at offset: Int) {
        self.code = code
        self.offset = offset
    }

    /// Code and place.
    public var description: String { "\(code.rawValue) at \(offset)" }
}
