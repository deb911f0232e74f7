/// A JSON Pointer (RFC 6901): the way to a value, as keys and indexes.
public struct JSONPointer: Hashable, Sendable {
    /// The reference tokens, `~0` and `~1` read.
    public let tokens: [String]

    /// Reads a pointer: empty for the whole document, or `/` before each token (RFC 6901 §3).
    init(_ text: String, limits: PatchLimits) throws(PatchError.Reason) {
        guard text.utf8.count <= limits.maximumPointerBytes else { throw .pointerTooLong }
        guard let first = text.utf8.first else {
            tokens = []
            return
        }
        guard first == UInt8(ascii: "/") else { throw .invalidPointer }
        var tokens: [String] = []
        for part in text.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            guard let token = JSONPointer.token(part) else { throw .invalidPointer }
            tokens.append(token)
        }
        guard tokens.count <= limits.maximumDepth else { throw .tooDeep }
        self.tokens = tokens
    }

    /// Reads the escapes of a token; nil when `~` stands before anything but 0 and 1 (RFC 6901 §3).
    private static func token(_ part: Substring.UTF8View) -> String? {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(part.count)
        var isEscaped = false
        for byte in part {
            switch (isEscaped, byte) {
            case (false, UInt8(ascii: "~")): isEscaped = true
            case (false, _): bytes.append(byte)
            case (true, UInt8(ascii: "0")), (true, UInt8(ascii: "1")):
                bytes.append(byte == UInt8(ascii: "0") ? UInt8(ascii: "~") : UInt8(ascii: "/"))
                isEscaped = false
            default: return nil
            }
        }
        return isEscaped ? nil : String(decoding: bytes.span)
    }

    /// Whether the other leads to something inside what this leads to.
    func isAbove(_ other: JSONPointer) -> Bool {
        tokens.count < other.tokens.count && zip(tokens, other.tokens).allSatisfy { JSONPointer.same($0, $1) }
    }

    /// Whether both lead to the same place: keys are told apart by their bytes.
    func isSame(as other: JSONPointer) -> Bool {
        tokens.count == other.tokens.count && zip(tokens, other.tokens).allSatisfy { JSONPointer.same($0, $1) }
    }

    private static func same(_ a: String, _ b: String) -> Bool { a.utf8.span.isEqual(to: b.utf8.span) }

    /// The index that a token writes: digits without leading zero (RFC 6901 §4).
    static func index(_ token: String) throws(PatchError.Reason) -> Int {
        let bytes = token.utf8.span
        guard 1...9 ~= bytes.count, bytes.allSatisfy(PrimitiveKind.isDigit),
            bytes.count == 1 || bytes[0] != UInt8(ascii: "0"), let index = Int(token)
        else { throw .invalidIndex }
        return index
    }
}
