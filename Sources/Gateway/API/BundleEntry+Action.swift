import FHIR
import JSONTree
import Records

extension BundleEntry {
    /// The entry as an action: `POST Type`, `PUT Type/id`, `DELETE Type/id`, `GET Type/id`. Throws 400 or 422 with the
    /// place in the Bundle.
    func action(at place: String) throws(HTTPRefusal) -> BundleAction {
        guard ifNoneExist == nil, ifNoneMatch == nil, ifModifiedSince == nil else {
            throw .element("condition-not-supported", "\(place).request")
        }
        guard let segments = url?.split(separator: "/", omittingEmptySubsequences: false).map(String.init),
            let type = segments.first, ResourceType(type) != nil
        else { throw .element("url", "\(place).request.url") }
        guard method == "GET" || AuditKind(rawValue: type) == nil else {
            throw .element("read-only-type", "\(place).request.url")
        }
        let ifMatch = try ifMatch.map(FHIRCall.version(tag:))
        switch (method, segments.count) {
        case ("POST", 1): return .create(fullURL: fullUrl, resource: try resource(type, place))
        case ("PUT", 2):
            let resource = try resource(type, place)
            guard resource["id"]?.string == segments[1] else { throw .element("id", "\(place).resource.id") }
            let version = ifMatch ?? FHIRCall.version(in: resource)
            return .update(type: type, id: segments[1], resource: resource, ifMatch: version)
        case ("DELETE", 2): return .delete(type: type, id: segments[1], ifMatch: ifMatch)
        case ("GET", 2): return .read(type: type, id: segments[1])
        default: throw .element("method", "\(place).request.method")
        }
    }

    private func resource(_ type: String, _ place: String) throws(HTTPRefusal) -> JSONValue {
        guard let resource, resource["resourceType"]?.string == type else {
            throw .element("resource-type", "\(place).resource")
        }
        return resource
    }
}
