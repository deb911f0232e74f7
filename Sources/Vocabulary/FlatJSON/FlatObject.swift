/// A JSON object (RFC 8259) as headers, claims and keys need it: strings of printable ASCII, integers, booleans, and
/// arrays of strings. No member twice, no other value, nothing behind the object. It does not recurse.
package struct FlatObject {
    /// A member's value.
    package enum Value: Hashable {
        case string(String)
        case integer(Int64)
        case boolean(Bool)
        case strings([String])
        case object([String: String])
        /// Of any kind, stepped over and not read.
        case skipped
    }

    /// The members, by name, that may be more than flat.
    package struct Form {
        /// May be an object whose members are all strings.
        package var objects: Set<String>
        /// May be an array of strings of any text without control characters.
        package var texts: Set<String>
        /// The only members whose values are read; those of others are stepped over. Nil: all are read.
        package var known: Set<String>?
        /// The most members.
        package var limit: Int

        /// Makes it of its parts.
        package init(
            objects: Set<String> = [], texts: Set<String> = [], known: Set<String>? = nil,
            limit: Int = FlatObject.maximumCount
        ) {
            self.objects = objects
            self.texts = texts
            self.known = known
            self.limit = limit
        }

        /// Nothing is.
        package static let flat = Form()
    }

    /// The most members, and the most strings in one array.
    package static let maximumCount = 32

    package let members: [String: Value]

    /// Reads all of the bytes as one object.
    package init(_ bytes: [UInt8], form: Form = .flat) throws(IdentityError) {
        var reader = FlatReader(bytes)
        try self.init(&reader, form: form)
        guard reader.isAtEnd else { throw .malformedObject }
    }

    /// Reads the object that comes next.
    package init(_ reader: inout FlatReader, form: Form) throws(IdentityError) {
        members = try reader.object(atMost: form.limit) { n, r throws(IdentityError) in try r.value(of: n, form) }
    }

    /// The string of that name, or nil when it is absent or no string.
    package func string(_ name: String) -> String? {
        if case .string(let text) = members[name] { text } else { nil }
    }

    /// The array of strings of that name, or nil when it is absent; throws ``IdentityError/claim`` when it is something else.
    package func strings(_ name: String) throws(IdentityError) -> [String]? {
        switch members[name] {
        case .strings(let texts): texts
        case nil: nil
        default: throw .claim
        }
    }

    /// The object of that name, or nil when it is absent; throws ``IdentityError/claim`` when it is something else.
    package func object(_ name: String) throws(IdentityError) -> [String: String]? {
        switch members[name] {
        case .object(let members): members
        case nil: nil
        default: throw .claim
        }
    }

    /// The boolean of that name, or nil when it is absent; throws ``IdentityError/claim`` when it is something else.
    package func boolean(_ name: String) throws(IdentityError) -> Bool? {
        switch members[name] {
        case .boolean(let value): value
        case nil: nil
        default: throw .claim
        }
    }

    /// The integer of that name, or nil when it is absent; throws ``IdentityError/claim`` when it is something else.
    package func integer(_ name: String) throws(IdentityError) -> Int64? {
        switch members[name] {
        case .integer(let number): number
        case nil: nil
        default: throw .claim
        }
    }
}
