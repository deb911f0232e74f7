/// One word of a path's text.
struct PathToken {
    /// What it is.
    enum Kind: Equatable {
        case name(String)
        case text(String)
        case number(String)
        /// `.`, `|`, `(`, `)`, `[`, `]`, `=`, `,`, `$`, `%`.
        case sign(UInt8)
        case notEqual
        case end
    }

    let kind: Kind
    /// Where it begins.
    let offset: Int

    func isSign(_ sign: Unicode.Scalar) -> Bool { kind == .sign(UInt8(ascii: sign)) }
    func isWord(_ word: String) -> Bool { kind == .name(word) }
}
