/// A token of a statement, as far as classes and literals need it (PostgreSQL 15 documentation, §4.1 "Lexical
/// Structure").
struct SQLToken {
    enum Kind {
        /// A keyword or a name without quotes.
        case word
        /// A name in double quotes.
        case name
        /// A string constant: `'…'`, `E'…'`, `$tag$…$tag$`.
        case text
        /// A number.
        case number
        /// `$1`.
        case parameter
        /// Any other character.
        case symbol
    }

    let kind: Kind
    /// Where its content lies, without quotes.
    let range: Range<Int>
}
