import JSONTree

/// One operation of a patch (RFC 6902 §4).
enum PatchOperation: Sendable {
    case add(JSONPointer, JSONValue)
    case remove(JSONPointer)
    case replace(JSONPointer, JSONValue)
    case move(from: JSONPointer, to: JSONPointer)
    case copy(from: JSONPointer, to: JSONPointer)
    case test(JSONPointer, JSONValue)

    /// Reads an operation. Members that it does not need are ignored, as RFC 6902 §4 asks.
    init(_ json: JSONValue, limits: PatchLimits) throws(PatchError.Reason) {
        guard case .object(let object) = json, let name = object["op"]?.string else { throw .notAnOperation }
        let path = try PatchOperation.pointer(object, "path", limits)
        switch name {
        case "add": self = .add(path, try PatchOperation.value(object))
        case "remove": self = .remove(path)
        case "replace": self = .replace(path, try PatchOperation.value(object))
        case "move": self = .move(from: try PatchOperation.pointer(object, "from", limits), to: path)
        case "copy": self = .copy(from: try PatchOperation.pointer(object, "from", limits), to: path)
        case "test": self = .test(path, try PatchOperation.value(object))
        default: throw .unknownOperation
        }
    }

    private static func pointer(
        _ object: JSONObject, _ key: String, _ limits: PatchLimits
    ) throws(PatchError.Reason) -> JSONPointer {
        guard let text = object[key]?.string else { throw .notAnOperation }
        return try JSONPointer(text, limits: limits)
    }

    private static func value(_ object: JSONObject) throws(PatchError.Reason) -> JSONValue {
        guard let value = object["value"] else { throw .missingValue }
        return value
    }
}
