import JSONTree

/// Reaching and changing what a pointer leads to. Recursion goes as deep as the pointer, whose length is limited.
extension JSONValue {
    /// The value that the tokens lead to.
    func value(at tokens: ArraySlice<String>) throws(PatchError.Reason) -> JSONValue {
        var value = self
        for token in tokens {
            switch value {
            case .object(let object):
                guard let next = object[token] else { throw .noTarget }
                value = next
            case .array(let items): value = items[try JSONValue.place(token, in: items.count)]
            default: throw .noTarget
            }
        }
        return value
    }

    /// Changes the value that the tokens lead to, where it stands.
    mutating func update<Result>(
        _ tokens: ArraySlice<String>, _ body: (inout JSONValue) throws(PatchError.Reason) -> Result
    ) throws(PatchError.Reason) -> Result {
        guard let token = tokens.first else { return try body(&self) }
        switch self {
        case .object(var object):
            guard let place = object.place(of: token) else { throw .noTarget }
            // Held once only, what is below is changed in place and not copied.
            self = .null
            defer { self = .object(object) }
            return try object.update(at: place) { (value: inout JSONValue) throws(PatchError.Reason) in
                try value.update(tokens.dropFirst(), body)
            }
        case .array(var items):
            let place = try JSONValue.place(token, in: items.count)
            self = .null
            defer { self = .array(items) }
            return try items[place].update(tokens.dropFirst(), body)
        default: throw .noTarget
        }
    }

    /// Adds a value to an object or array (RFC 6902 §4.1); `-` is behind the last.
    mutating func insert(_ value: JSONValue, at token: String) throws(PatchError.Reason) {
        switch self {
        case .object(var object):
            self = .null
            object[token] = value
            self = .object(object)
        case .array(var items):
            let place = token == "-" ? items.count : try JSONValue.place(token, in: items.count + 1)
            self = .null
            items.insert(value, at: place)
            self = .array(items)
        default: throw .noTarget
        }
    }

    /// Takes a value out of an object or array (RFC 6902 §4.2).
    mutating func remove(at token: String) throws(PatchError.Reason) -> JSONValue {
        switch self {
        case .object(var object):
            guard let place = object.place(of: token) else { throw .noTarget }
            self = .null
            defer { self = .object(object) }
            return object.remove(at: place)
        case .array(var items):
            let place = try JSONValue.place(token, in: items.count)
            self = .null
            defer { self = .array(items) }
            return items.remove(at: place)
        default: throw .noTarget
        }
    }

    /// The place of an array that a token means; `-` means none that is there.
    private static func place(_ token: String, in count: Int) throws(PatchError.Reason) -> Int {
        guard token != "-" else { throw .noTarget }
        let place = try JSONPointer.index(token)
        guard place < count else { throw .noTarget }
        return place
    }
}
