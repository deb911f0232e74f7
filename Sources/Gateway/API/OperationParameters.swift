import JSONTree

/// The `Parameters` of an operation (R4, operations): each by its name, refused where it stands twice.
struct OperationParameters: Sendable {
    private let items: [JSONValue]

    /// Takes a resource of type Parameters. Throws 422 for a parameter without a name.
    init(_ parameters: JSONValue) throws(HTTPRefusal) {
        items = parameters["parameter"]?.array ?? []
        for (index, item) in items.enumerated() where item["name"]?.string == nil {
            throw .element("required", "Parameters.parameter[\(index)].name")
        }
    }

    /// Throws 422 for a parameter that the operation does not have.
    func allow(_ names: Set<String>) throws(HTTPRefusal) {
        for (index, item) in items.enumerated() where !names.contains(item["name"]?.string ?? "") {
            throw .element("unknown-parameter", "Parameters.parameter[\(index)]")
        }
    }

    /// The resource that a parameter holds.
    func resource(_ name: String) throws(HTTPRefusal) -> JSONValue? { try one(name)?["resource"] }

    /// The value of a parameter, by the key of its type: `valueBoolean`.
    func value(_ name: String, _ key: String) throws(HTTPRefusal) -> JSONValue? {
        guard let item = try one(name) else { return nil }
        guard let value = item[key] else { throw .element("value", OperationParameters.place(name)) }
        return value
    }

    /// A truth value; false where it is not given.
    func flag(_ name: String) throws(HTTPRefusal) -> Bool {
        guard let value = try value(name, "valueBoolean") else { return false }
        guard let flag = value.bool else { throw .element("value", OperationParameters.place(name)) }
        return flag
    }

    /// Where a parameter stands.
    static func place(_ name: String) -> String { "Parameters.parameter.where(name='\(name)')" }

    /// All of them as a query has them: primitives as they are, a reference by its text, a coding or identifier as
    /// `system|value`. Throws 400 for too many, 422 for one that no query can have.
    func texts(_ limits: GatewayLimits) throws(HTTPRefusal) -> [(name: String, value: String)] {
        guard items.count <= limits.maximumParameters else { throw .tooManyParameters }
        var texts: [(name: String, value: String)] = []
        for (index, item) in items.enumerated() {
            guard let name = item["name"]?.string, let text = OperationParameters.text(of: item) else {
                throw .element("value", "Parameters.parameter[\(index)]")
            }
            texts.append((name, text))
        }
        return texts
    }

    private func one(_ name: String) throws(HTTPRefusal) -> JSONValue? {
        let found = items.filter { $0["name"]?.string == name }
        guard found.count < 2 else { throw .element("repeated", OperationParameters.place(name)) }
        return found.first
    }

    private static func text(of item: JSONValue) -> String? {
        let values = (item.object?.members ?? []).filter { $0.key.hasPrefix("value") }
        guard values.count == 1, let value = values.first?.value else { return nil }
        switch value {
        case .string(let text): return text
        case .number(let number): return number.text
        case .bool(let truth): return truth ? "true" : "false"
        case .object:
            if let reference = value["reference"]?.string { return reference }
            guard let code = value["code"]?.string ?? value["value"]?.string else { return nil }
            return (value["system"]?.string.map { $0 + "|" } ?? "") + code
        default: return nil
        }
    }
}
