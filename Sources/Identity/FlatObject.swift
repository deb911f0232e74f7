/// A JSON object (RFC 8259) as headers, claims and keys need it: strings of printable ASCII, integers, booleans, and
/// arrays of strings. No member twice, no other value, nothing behind the object. It does not recurse.
struct FlatObject {
    /// A member's value.
    enum Value: Hashable {
        case string(String)
        case integer(Int64)
        case boolean(Bool)
        case strings([String])
    }

    /// The most members, and the most strings in one array.
    static let maximumCount = 32

    private(set) var members: [String: Value] = [:]

    /// Reads all of the bytes as one object.
    init(_ bytes: [UInt8]) throws(IdentityError) {
        var reader = FlatReader(bytes)
        try reader.expect("{")
        if !reader.skip("}") {
            repeat {
                let name = try reader.string()
                try reader.expect(":")
                guard members.updateValue(try reader.value(), forKey: name) == nil else { throw .malformedObject }
                guard members.count <= FlatObject.maximumCount else { throw .malformedObject }
            } while reader.skip(",")
            try reader.expect("}")
        }
        guard reader.isAtEnd else { throw .malformedObject }
    }

    /// The string of that name, or nil when it is absent or no string.
    func string(_ name: String) -> String? {
        if case .string(let text) = members[name] { text } else { nil }
    }

    /// The integer of that name, or nil when it is absent; throws ``IdentityError/claim`` when it is something else.
    func integer(_ name: String) throws(IdentityError) -> Int64? {
        switch members[name] {
        case .integer(let number): number
        case nil: nil
        default: throw .claim
        }
    }
}
