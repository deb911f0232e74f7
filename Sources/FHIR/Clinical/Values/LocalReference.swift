/// A reference as its text shows it: to a resource here, or to something else.
enum LocalReference: Hashable, Sendable {
    /// `Type/id`, also behind one of our own addresses; the version where it names one.
    case here(type: UInt16, id: String, version: String?)
    /// Any other address.
    case elsewhere(String)

    /// Reads a reference; `bases` are our own addresses, without a slash at the end.
    init(_ text: String, bases: [String]) {
        self = LocalReference.here(LocalReference.relative(text, bases)) ?? .elsewhere(text)
    }

    private static func relative(_ text: String, _ bases: [String]) -> Substring {
        for base in bases where text.utf8.count > base.utf8.count && text.utf8.starts(with: base.utf8) {
            let rest = text.utf8.dropFirst(base.utf8.count)
            if rest.first == UInt8(ascii: "/") { return Substring(rest.dropFirst()) }
        }
        return text[...]
    }

    private static func here(_ text: Substring) -> LocalReference? {
        let parts = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        guard parts.count == 2 || (parts.count == 4 && parts[2].elementsEqual("_history".utf8)) else { return nil }
        guard let type = ResourceType(String(Substring(parts[0]))), isID(parts[1]) else { return nil }
        let version = parts.count == 4 ? String(Substring(parts[3])) : nil
        return .here(type: type.node, id: String(Substring(parts[1])), version: version)
    }

    /// Whether the text has the form of a resource's id (R4, datatypes, id).
    static func isID(_ text: Substring.UTF8View) -> Bool {
        (1...64).contains(text.count)
            && text.allSatisfy { byte in
                PrimitiveKind.isDigit(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "-")
                    || byte == UInt8(ascii: ".")
            }
    }
}
