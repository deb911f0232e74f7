import JSONTree

/// One operation of a FHIRPath Patch (R4, fhirpatch).
enum PathPatchOperation: Sendable {
    case add(ElementPath, name: String, PatchValue)
    case insert(ElementPath, index: Int, PatchValue)
    case delete(ElementPath)
    case replace(ElementPath, PatchValue)
    case move(ElementPath, source: Int, destination: Int)

    /// Reads a `parameter`. Parts that it does not need are ignored; those that R4 does not name are not.
    init(_ parameter: JSONValue) throws(PatchError.Reason) {
        guard parameter["name"]?.string == "operation" else { throw .notAnOperation }
        let parts = try PathPatchOperation.parts(parameter)
        let path = try PathPatchOperation.path(parts)
        switch parts["type"]?["valueCode"]?.string ?? parts["type"]?["valueString"]?.string {
        case "add":
            guard let name = parts["name"]?["valueString"]?.string else { throw .notAnOperation }
            self = .add(path, name: name, try PathPatchOperation.value(parts))
        case "insert":
            self = .insert(
                path, index: try PathPatchOperation.index("index", parts), try PathPatchOperation.value(parts))
        case "delete": self = .delete(path)
        case "replace": self = .replace(path, try PathPatchOperation.value(parts))
        case "move":
            self = .move(
                path, source: try PathPatchOperation.index("source", parts),
                destination: try PathPatchOperation.index("destination", parts))
        case nil: throw .notAnOperation
        default: throw .unknownOperation
        }
    }

    /// Where it changes something.
    var path: ElementPath {
        switch self {
        case .add(let path, _, _), .insert(let path, _, _), .delete(let path), .replace(let path, _),
            .move(let path, _, _):
            path
        }
    }

    private static let names: Set = ["type", "path", "name", "value", "index", "source", "destination"]

    private static func parts(_ parameter: JSONValue) throws(PatchError.Reason) -> [String: JSONObject] {
        var parts: [String: JSONObject] = [:]
        for part in parameter["part"]?.array ?? [] {
            guard let object = part.object, let name = object["name"]?.string, names.contains(name),
                parts.updateValue(object, forKey: name) == nil
            else { throw .notAnOperation }
        }
        return parts
    }

    /// A path that stays within the resource: R4 forbids to change what a reference leads to.
    private static func path(_ parts: [String: JSONObject]) throws(PatchError.Reason) -> ElementPath {
        guard let text = parts["path"]?["valueString"]?.string else { throw .notAnOperation }
        guard let path = try? ElementPath(text), !path.expression.resolves else { throw .invalidPath }
        return path
    }

    private static func value(_ parts: [String: JSONObject]) throws(PatchError.Reason) -> PatchValue {
        guard let part = parts["value"] else { throw .missingValue }
        return try PatchValue(part)
    }

    private static func index(_ name: String, _ parts: [String: JSONObject]) throws(PatchError.Reason) -> Int {
        guard let number = parts[name]?["valueInteger"]?.number, let index = number.int64, index >= 0,
            index <= Int64(Int32.max)
        else { throw .invalidIndex }
        return Int(index)
    }
}

extension PathExpression {
    /// Whether it follows references.
    fileprivate var resolves: Bool {
        switch self {
        case .chain(let head, let steps):
            if case .group(let inner) = head, inner.resolves { return true }
            return steps.contains { $0.resolves }
        case .union(let parts), .all(let parts), .any(let parts): return parts.contains { $0.resolves }
        case .equal(let left, let right, _): return left.resolves || right.resolves
        }
    }
}

extension PathStep {
    fileprivate var resolves: Bool {
        switch self {
        case .resolve: true
        case .filter(let inner), .exists(let inner?): inner.resolves
        default: false
        }
    }
}
