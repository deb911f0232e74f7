import FHIR
import JSONTree

/// What one entry of a transaction or batch asks for.
public enum BundleAction: Sendable {
    /// POST. Other entries of a transaction refer to it by its `fullUrl`.
    case create(fullURL: String?, resource: JSONValue)
    /// PUT, with the version that it replaces. Of what is patched, references stay as they are.
    case update(type: String, id: String, resource: JSONValue, ifMatch: UInt32?, isPatched: Bool = false)
    /// DELETE.
    case delete(type: String, id: String, ifMatch: UInt32?)
    /// GET; in a transaction after all that is written.
    case read(type: String, id: String)

    /// Whether it may change one of the practice's own resources.
    public var mayWriteOwn: Bool {
        let type: String?
        switch self {
        case .create(_, let resource): type = resource["resourceType"]?.string
        case .update(let name, _, _, _, _), .delete(let name, _, _): type = name
        case .read: type = nil
        }
        return type.flatMap { ResourceType($0) }?.mayBePatientless ?? false
    }

    /// What a resource with a `fullUrl` may be called in other entries' references.
    public static func names(of resource: JSONValue, fullURL: String) -> [String] {
        Names.of(resource, fullURL: fullURL)
    }
}
