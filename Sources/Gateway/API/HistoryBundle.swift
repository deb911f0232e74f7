import FHIR
import JSONTree
import Records

/// A Bundle of type `history` (R4, http, "history"): versions, newest first, deletions without a resource.
struct HistoryBundle {
    let page: RecordPage
    let base: String
    let links: [Bundle.Link]

    var json: JSONValue {
        var bundle = JSONObject()
        bundle["resourceType"] = "Bundle"
        bundle["type"] = "history"
        if !links.isEmpty {
            bundle["link"] = .array(links.map { ["relation": .string($0.relation), "url": .string($0.url)] })
        }
        if !page.records.isEmpty { bundle["entry"] = .array(page.records.map(entry)) }
        return .object(bundle)
    }

    private func entry(_ record: Record) -> JSONValue {
        let (method, status) =
            record.deleted ? ("DELETE", "204") : record.version == 1 ? ("POST", "201") : ("PUT", "200")
        var entry = JSONObject()
        entry["fullUrl"] = .string("\(base)/fhir/\(record.reference)")
        entry["resource"] = record.resource
        entry["request"] = [
            "method": .string(method), "url": .string(method == "POST" ? record.type : record.reference),
        ]
        entry["response"] = [
            "status": .string(status), "etag": .string(record.etag),
            "lastModified": .string(record.lastUpdated.instant),
        ]
        return .object(entry)
    }
}
