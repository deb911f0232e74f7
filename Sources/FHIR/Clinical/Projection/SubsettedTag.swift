import JSONTree

/// The tag of a resource that is not whole (R4, search, `_summary`; HL7 v3 ObservationValue).
enum SubsettedTag {
    private static let tag: JSONValue = [
        "system": "http://terminology.hl7.org/CodeSystem/v3-ObservationValue", "code": "SUBSETTED",
    ]

    /// The resource with the tag, once.
    static func added(to resource: JSONObject) -> JSONObject {
        var meta = resource["meta"]?.object ?? JSONObject()
        let tags = meta["tag"]?.array ?? []
        guard !tags.contains(where: { $0["system"] == tag["system"] && $0["code"] == tag["code"] }) else {
            return resource
        }
        meta["tag"] = .array(tags + [tag])
        guard resource["meta"] == nil else {
            var tagged = resource
            tagged["meta"] = .object(meta)
            return tagged
        }
        var members = resource.members
        let place = members.firstIndex { $0.key == "id" } ?? members.firstIndex { $0.key == "resourceType" }
        members.insert(.init(key: "meta", value: .object(meta)), at: place.map { $0 + 1 } ?? 0)
        return JSONObject(members)
    }
}
