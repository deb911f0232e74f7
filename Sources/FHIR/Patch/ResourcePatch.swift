import JSONTree

/// A patch of either kind that R4 names (http, "patch").
public enum ResourcePatch: Sendable {
    /// A JSON Patch.
    case json(JSONPatch)
    /// A FHIRPath Patch.
    case path(PathPatch)

    /// The resource with all changes made. Throws for the first that cannot be.
    public func applied(to resource: JSONValue) throws(PatchError) -> JSONValue {
        switch self {
        case .json(let patch): try patch.applied(to: resource)
        case .path(let patch): try patch.applied(to: resource)
        }
    }
}
