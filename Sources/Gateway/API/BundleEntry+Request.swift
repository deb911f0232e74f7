import FHIR
import Foundation
import JSONTree
import Records

extension BundleEntry {
    /// The entry as a request: `POST Type`, `PUT`, `DELETE`, `PATCH` of `Type/id` or `Type?…`, `GET Type/id`. Throws 400 or
    /// 422 with the place in the Bundle.
    func request(at place: String, _ limits: GatewayLimits) throws(HTTPRefusal) -> EntryRequest {
        try checkConditions(place)
        let halves = url?.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false) ?? []
        let segments = halves.first?.split(separator: "/", omittingEmptySubsequences: false).map(String.init) ?? []
        guard let type = segments.first, ResourceType(type) != nil else {
            throw .element("url", "\(place).request.url")
        }
        guard method == "GET" || AuditKind(rawValue: type) == nil else {
            throw .element("read-only-type", "\(place).request.url")
        }
        let version = try ifMatch.map { tag throws(HTTPRefusal) in try FHIRCall.version(tag: tag) }
        switch (method, segments.count, halves.count) {
        case ("POST", 1, 1): return try creation(type, place, limits)
        case ("PUT", 2, 1):
            let resource = try resource(type, place)
            guard resource["id"]?.string == segments[1] else { throw .element("id", "\(place).resource.id") }
            let action = BundleAction.update(
                type: type, id: segments[1], resource: resource, ifMatch: version ?? FHIRCall.version(in: resource))
            return .action(action, fullURL: fullUrl)
        case ("PUT", 1, 2):
            let condition = try EntryCondition(type, query: halves[1], limits)
            return .update(condition, fullURL: fullUrl, try resource(type, place), ifMatch: version)
        case ("DELETE", 2, 1): return .action(.delete(type: type, id: segments[1], ifMatch: version), fullURL: nil)
        case ("DELETE", 1, 2):
            return .delete(try EntryCondition(type, query: halves[1], limits), ifMatch: version)
        case ("PATCH", 2, 1): return .patch(type: type, id: segments[1], try patch(place, limits), ifMatch: version)
        case ("PATCH", 1, 2):
            return .patchWhere(
                try EntryCondition(type, query: halves[1], limits), try patch(place, limits), ifMatch: version)
        case ("GET", 2, 1): return .read(type: type, id: segments[1], Conditions(self))
        default: throw .element("method", "\(place).request.method")
        }
    }

    /// Throws for a condition that the method does not know.
    private func checkConditions(_ place: String) throws(HTTPRefusal) {
        let isRead = method == "GET"
        guard isRead || (ifNoneMatch == nil && ifModifiedSince == nil), ifNoneExist == nil || method == "POST",
            ifMatch == nil || ["PUT", "PATCH", "DELETE"].contains(method)
        else { throw .element("condition-not-supported", "\(place).request") }
    }

    private func creation(
        _ type: String, _ place: String, _ limits: GatewayLimits
    ) throws(HTTPRefusal) -> EntryRequest {
        let resource = try resource(type, place)
        guard let ifNoneExist else {
            return .action(.create(fullURL: fullUrl, resource: resource), fullURL: fullUrl)
        }
        let query = ifNoneExist.hasPrefix(type + "?") ? ifNoneExist.dropFirst(type.count + 1) : ifNoneExist[...]
        return .create(fullURL: fullUrl, resource, unless: try EntryCondition(type, query: query, limits))
    }

    private func resource(_ type: String, _ place: String) throws(HTTPRefusal) -> JSONValue {
        guard let resource, resource["resourceType"]?.string == type else {
            throw .element("resource-type", "\(place).resource")
        }
        return resource
    }

    /// A FHIRPath Patch as `Parameters`, or a JSON Patch in a `Binary` (R4, http, "patch").
    private func patch(_ place: String, _ limits: GatewayLimits) throws(HTTPRefusal) -> ResourcePatch {
        switch resource?["resourceType"]?.string {
        case "Parameters"?: return try FHIRAPI.patch(resource ?? .null, isJSON: false, limits: limits.entryPatch)
        case "Binary"?:
            guard MediaTypes.isJSONPatch(resource?["contentType"]?.string),
                let data = resource?["data"]?.string.flatMap({ Data(base64Encoded: $0) }),
                let json = try? JSONValue(parsing: data, limits: JSONLimits(maximumBytes: data.count))
            else { throw .element("patch", "\(place).resource") }
            return try FHIRAPI.patch(json, isJSON: true, limits: limits.entryPatch)
        default: throw .element("resource-type", "\(place).resource")
        }
    }
}
