/// Names from outside that may be told back: short and plain, so that they hold no value and no markup.
enum PlainName {
    /// The name, or `?` for one that is long or not plain.
    static func of(_ name: some StringProtocol) -> String {
        let isPlain =
            !name.isEmpty && name.utf8.count <= 32
            && name.utf8.allSatisfy { byte in
                (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
            }
        return isPlain ? String(name) : "?"
    }

    /// A FHIRPath location of a JSON Pointer (RFC 6901): element names and indexes, `?` for what is neither.
    static func expression(pointer: String) -> String {
        var path = ""
        for token in pointer.split(separator: "/").prefix(64) {
            if !path.isEmpty, token.utf8.count <= 9, let index = UInt32(token) {
                path += "[\(index)]"
            } else {
                path += (path.isEmpty ? "" : ".") + of(token)
            }
        }
        return path
    }
}
