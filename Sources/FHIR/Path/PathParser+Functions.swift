extension PathParser {
    /// A member, or a function with its arguments.
    mutating func invocation() throws(PathError) -> PathStep {
        let start = token
        guard case .name(let name) = start.kind else { throw PathError(.syntax, at: start.offset) }
        place += 1
        guard take("(") else { return .member(name, extra: "_" + name) }
        let step = try function(name, start.offset)
        try expect(")")
        return step
    }

    private mutating func function(_ name: String, _ offset: Int) throws(PathError) -> PathStep {
        switch name {
        case "where": return .filter(try expression())
        case "exists": return .exists(token.isSign(")") ? nil : try expression())
        case "empty": return .isEmpty
        case "not": return .not
        case "first": return .first
        case "last": return .last
        case "resolve": return .resolve
        case "as", "ofType": return .ofType(try type())
        case "is": return .isType(try type())
        case "extension": return .extended(try text())
        case "hasExtension": return .hasExtension(try text())
        default: throw PathError(.unknownFunction, at: offset)
        }
    }

    /// A type's name, `FHIR.` or `System.` before it or not.
    mutating func type() throws(PathError) -> PathType {
        let start = token
        guard case .name(var name) = start.kind else { throw PathError(.syntax, at: start.offset) }
        place += 1
        if name == "FHIR" || name == "System", take(".") {
            guard case .name(let own) = token.kind else { throw PathError(.syntax, at: token.offset) }
            place += 1
            name = own
        }
        guard let type = PathType(name) else { throw PathError(.unknownType, at: start.offset) }
        return type
    }

    private mutating func text() throws(PathError) -> String {
        guard case .text(let text) = token.kind else { throw PathError(.syntax, at: token.offset) }
        place += 1
        return text
    }

    mutating func integer() throws(PathError) -> Int {
        guard case .number(let digits) = token.kind, digits.utf8.count <= 9, let number = Int(digits) else {
            throw PathError(.literal, at: token.offset)
        }
        place += 1
        return number
    }

    mutating func take(_ sign: Unicode.Scalar) -> Bool {
        guard token.isSign(sign) else { return false }
        place += 1
        return true
    }

    mutating func takeWord(_ word: String) -> Bool {
        guard token.isWord(word) else { return false }
        place += 1
        return true
    }

    mutating func expect(_ sign: Unicode.Scalar) throws(PathError) {
        guard take(sign) else { throw PathError(.syntax, at: token.offset) }
    }
}
