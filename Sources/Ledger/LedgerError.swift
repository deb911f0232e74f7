/// What went wrong with a ledger and where: a code, the file inside the ledger's directory, and a place in it. Carries
/// no content of any entry.
public struct LedgerError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What went wrong.
    public let code: Code
    /// The file concerned, relative to the ledger's directory (`tile/entries/000`); nil when no file is concerned.
    public let file: String?
    /// An entry's index, a byte offset, a size or an `errno`, as the code says; nil when there is none.
    public let position: UInt64?

    /// Makes an error of its parts.
    public init(_ code: Code, file: String? = nil, position: UInt64? = nil) {
        self.code = code
        self.file = file
        self.position = position
    }

    /// The code, file and position on one line.
    public var description: String {
        let place = [file, position.map(String.init)].compactMap { $0 }.joined(separator: ":")
        return place.isEmpty ? code.name : "\(code.name) at \(place)"
    }
}
