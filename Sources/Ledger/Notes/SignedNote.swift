/// A text with signatures (C2SP signed-note). Nothing in it may be believed before a signature is verified.
public struct SignedNote: Hashable, Sendable {
    /// The text, which ends in a newline.
    public let text: [UInt8]
    /// The signatures, in order.
    public let signatures: [SignatureLine]

    /// The longest note that is read, in bytes.
    public static let sizeLimit = 65_536
    /// The most signatures that are read.
    public static let signatureLimit = 64

    /// Makes a note of a text and signatures over it.
    public init(text: [UInt8], signatures: [SignatureLine]) {
        self.text = text
        self.signatures = signatures
    }

    /// Reads a note. Throws `malformed`, or `oversized` beyond the limits.
    public init(_ bytes: [UInt8]) throws(LedgerError) {
        guard bytes.count <= SignedNote.sizeLimit else {
            throw LedgerError(.oversized, position: UInt64(SignedNote.sizeLimit))
        }
        guard bytes.last == 0x0A, bytes.allSatisfy({ $0 >= 0x20 || $0 == 0x0A }),
            String(validating: bytes, as: UTF8.self) != nil, let end = SignedNote.endOfText(bytes)
        else { throw LedgerError(.malformed) }
        text = Array(bytes[..<end])
        let lines = bytes[(end + 1)..<(bytes.count - 1)].split(separator: 0x0A, omittingEmptySubsequences: false)
        guard lines.count <= SignedNote.signatureLimit else { throw LedgerError(.oversized) }
        var signatures: [SignatureLine] = []
        for line in lines { signatures.append(try SignatureLine(String(decoding: line, as: UTF8.self))) }
        self.signatures = signatures
    }

    /// The index after the text's last newline: where the last empty line begins.
    private static func endOfText(_ bytes: [UInt8]) -> Int? {
        var index = bytes.count - 2
        while index > 0 {
            if bytes[index] == 0x0A, bytes[index - 1] == 0x0A { return index }
            index -= 1
        }
        return nil
    }

    /// The note as it is stored and sent.
    public var bytes: [UInt8] { signatures.reduce(into: text + [0x0A]) { $0 += Array($1.text.utf8) } }

    /// Whether `verifier`'s key signed the text: at least one signature, and none of its signatures invalid.
    public func isSigned(by verifier: NoteVerifier) -> Bool {
        let claimed = signatures.filter(verifier.claims)
        return !claimed.isEmpty && claimed.allSatisfy { verifier.isValid($0, for: text) }
    }
}
