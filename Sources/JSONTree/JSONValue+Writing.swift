extension JSONValue {
    /// The value's compact text.
    public var bytes: [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(1024)
        write(into: &out)
        return out
    }

    /// Appends the value's compact text: no white space, numbers as they were written, and in strings escapes for
    /// `"`, `\` and control characters only (RFC 8259 §7).
    public func write(into out: inout [UInt8]) {
        switch self {
        case .null: out.append(contentsOf: "null".utf8)
        case .bool(let value): out.append(contentsOf: value ? "true".utf8 : "false".utf8)
        case .number(let number): out.append(utf8Of: number.text)
        case .string(let text): out.append(quoted: text)
        case .array(let values): JSONValue.write(values, into: &out)
        case .object(let object): JSONValue.write(object.members, into: &out)
        }
    }

    private static func write(_ values: [JSONValue], into out: inout [UInt8]) {
        out.append(UInt8(ascii: "["))
        let values = values.span
        for place in values.indices {
            if place > 0 { out.append(UInt8(ascii: ",")) }
            values[place].write(into: &out)
        }
        out.append(UInt8(ascii: "]"))
    }

    private static func write(_ members: [JSONObject.Member], into out: inout [UInt8]) {
        out.append(UInt8(ascii: "{"))
        let members = members.span
        for place in members.indices {
            if place > 0 { out.append(UInt8(ascii: ",")) }
            out.append(quoted: members[place].key)
            out.append(UInt8(ascii: ":"))
            members[place].value.write(into: &out)
        }
        out.append(UInt8(ascii: "}"))
    }
}

extension [UInt8] {
    fileprivate mutating func append(utf8Of text: String) {
        unsafe text.utf8.span.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
    }

    fileprivate mutating func append(quoted text: String) {
        append(UInt8(ascii: "\""))
        let bytes = text.utf8.span
        if bytes.indices.contains(where: { Self.needsEscape(bytes[$0]) }) {
            append(escaping: bytes)
        } else {
            unsafe bytes.withUnsafeBufferPointer { unsafe append(contentsOf: $0) }
        }
        append(UInt8(ascii: "\""))
    }

    private static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    private mutating func append(escaping bytes: Span<UInt8>) {
        for index in bytes.indices {
            switch bytes[index] {
            case UInt8(ascii: "\""): append(contentsOf: "\\\"".utf8)
            case UInt8(ascii: "\\"): append(contentsOf: "\\\\".utf8)
            case 0x08: append(contentsOf: "\\b".utf8)
            case 0x09: append(contentsOf: "\\t".utf8)
            case 0x0A: append(contentsOf: "\\n".utf8)
            case 0x0C: append(contentsOf: "\\f".utf8)
            case 0x0D: append(contentsOf: "\\r".utf8)
            case let byte where byte < 0x20:
                append(contentsOf: byte < 0x10 ? "\\u000".utf8 : "\\u001".utf8)
                append(byte & 15 < 10 ? UInt8(ascii: "0") + byte & 15 : UInt8(ascii: "a") + byte & 15 - 10)
            case let byte: append(byte)
            }
        }
    }
}
