import JSONTree

/// The fields that the server keeps beside a resource, in the open: `id`, `meta.versionId`, `meta.lastUpdated`.
public enum ServerFields {
    /// The resource without them; a `meta` that held nothing else goes too.
    public static func stripped(_ resource: JSONValue) -> JSONValue {
        guard case .object(var object) = resource else { return resource }
        object["id"] = nil
        if case .object(var meta)? = object["meta"], !meta.members.isEmpty {
            meta["versionId"] = nil
            meta["lastUpdated"] = nil
            object["meta"] = meta.members.isEmpty ? nil : .object(meta)
        }
        return .object(object)
    }

    /// The resource with them: `id` behind `resourceType`, the others first in `meta`. What it had of them is replaced.
    public static func stamped(
        _ resource: JSONValue, id: String, versionId: String? = nil, lastUpdated: String? = nil
    ) -> JSONValue {
        guard case .object(let object) = stripped(resource) else { return resource }
        var meta: [JSONObject.Member] = []
        if let versionId { meta.append(.init(key: "versionId", value: .string(versionId))) }
        if let lastUpdated { meta.append(.init(key: "lastUpdated", value: .string(lastUpdated))) }
        meta += object["meta"]?.object?.members ?? []
        var members: [JSONObject.Member] = []
        members.reserveCapacity(object.members.count + 2)
        if let type = object["resourceType"] { members.append(.init(key: "resourceType", value: type)) }
        members.append(.init(key: "id", value: .string(id)))
        if !meta.isEmpty { members.append(.init(key: "meta", value: .object(JSONObject(meta)))) }
        members += object.members.filter { $0.key != "resourceType" && $0.key != "meta" }
        return .object(JSONObject(members))
    }
}
