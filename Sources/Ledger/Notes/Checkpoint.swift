/// The head of a log: its origin, size and root (C2SP tlog-checkpoint).
public struct Checkpoint: Hashable, Sendable {
    /// Which log.
    public let origin: String
    /// The number of entries.
    public let size: UInt64
    /// The root hash at that size.
    public let root: Hash

    /// Makes a checkpoint of its parts.
    public init(origin: String, size: UInt64, root: Hash) {
        self.origin = origin
        self.size = size
        self.root = root
    }

    /// Reads a note's text; extension lines are ignored. Throws `malformed`.
    public init(text: [UInt8]) throws(LedgerError) {
        guard let string = String(validating: text, as: UTF8.self), string.hasSuffix("\n") else {
            throw LedgerError(.malformed)
        }
        let lines = string.dropLast().split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.count >= 3, lines.allSatisfy({ !$0.isEmpty }), let size = Checkpoint.decimal(lines[1]),
            let root = Base64.decode(lines[2]).flatMap({ Hash($0) })
        else { throw LedgerError(.malformed) }
        self.init(origin: String(lines[0]), size: size, root: root)
    }

    /// The text that is signed.
    public var text: [UInt8] { Array("\(origin)\n\(size)\n\(Base64.encode(root.bytes))\n".utf8) }

    /// ASCII decimal without leading zeroes, at most 2^63 - 1.
    package static func decimal(_ text: some StringProtocol) -> UInt64? {
        guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), text == "0" || !text.hasPrefix("0"),
            let value = UInt64(text), value <= UInt64(Int64.max)
        else { return nil }
        return value
    }
}
