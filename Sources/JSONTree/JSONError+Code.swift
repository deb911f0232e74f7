extension JSONError {
    /// What was wrong with a text.
    public struct Code: Hashable, Sendable, CustomStringConvertible {
        private enum Kind: String {
            case tooLarge, tooDeep, tooManyValues, numberTooLong, lineTooLong, empty, byteOrderMark, invalidUTF8, syntax
            case controlCharacter, invalidEscape, loneSurrogate, invalidNumber, duplicateKey, trailingContent
        }

        private let kind: Kind

        /// The code's name.
        public var description: String { kind.rawValue }

        /// More bytes than allowed.
        public static let tooLarge = Code(kind: .tooLarge)
        /// More arrays and objects inside one another than allowed.
        public static let tooDeep = Code(kind: .tooDeep)
        /// More values than allowed.
        public static let tooManyValues = Code(kind: .tooManyValues)
        /// A number with more characters than allowed.
        public static let numberTooLong = Code(kind: .numberTooLong)
        /// A line of JSON lines with more bytes than allowed.
        public static let lineTooLong = Code(kind: .lineTooLong)
        /// Nothing but white space.
        public static let empty = Code(kind: .empty)
        /// A byte order mark, which RFC 8259 §8.1 forbids to send.
        public static let byteOrderMark = Code(kind: .byteOrderMark)
        /// Bytes that are not UTF-8.
        public static let invalidUTF8 = Code(kind: .invalidUTF8)
        /// Anything that the grammar does not allow there, the early end of the text included.
        public static let syntax = Code(kind: .syntax)
        /// A control character in a string without an escape (RFC 8259 §7).
        public static let controlCharacter = Code(kind: .controlCharacter)
        /// An escape that RFC 8259 §7 does not name.
        public static let invalidEscape = Code(kind: .invalidEscape)
        /// An escaped surrogate without its other half.
        public static let loneSurrogate = Code(kind: .loneSurrogate)
        /// Something that starts like a number and is none.
        public static let invalidNumber = Code(kind: .invalidNumber)
        /// A key that its object has already, however spelt.
        public static let duplicateKey = Code(kind: .duplicateKey)
        /// Something after the value.
        public static let trailingContent = Code(kind: .trailingContent)
    }
}
