import HTTPTypes

/// The media types that are read and served.
enum MediaTypes {
    private static let json: Set<String> = ["application/fhir+json", "application/json"]
    private static let lines: Set<String> = ["application/x-ndjson", "application/ndjson", "application/fhir+ndjson"]
    private static let served: Set<String> = [
        "*/*", "application/*", "application/fhir+json", "application/json", "application/json+fhir",
    ]

    /// Whether an `Accept` (RFC 9110 §12.5.1) allows what is served; none allows anything.
    static func acceptsJSON(_ accept: String?) -> Bool {
        guard let accept, !served.contains(accept) else { return true }
        return accept.split(separator: ",").contains { item in
            served.contains(name(item)) && !item.lowercased().filter { $0 != " " }.hasSuffix(";q=0")
        }
    }

    /// Whether an `Accept` names JSON, so that a Binary is wanted as a resource.
    static func namesJSON(_ accept: String?) -> Bool {
        accept?.split(separator: ",").contains { json.contains(name($0)) || name($0) == "application/json+fhir" }
            ?? false
    }

    /// Whether a body is of a type that is read as a resource.
    static func isJSON(contentType: String?) -> Bool { contentType.map { json.contains(name($0)) } ?? true }

    /// Whether an `Accept` allows a document's media type; none allows anything.
    static func accepts(_ accept: String?, _ type: String) -> Bool {
        guard let accept else { return true }
        let wanted = name(type)
        let family = wanted.prefix { $0 != "/" } + "/*"
        return accept.split(separator: ",").contains { item in
            [wanted, String(family), "*/*"].contains(name(item))
                && !item.lowercased().filter { $0 != " " }.hasSuffix(";q=0")
        }
    }

    /// Whether a `_format` (R4, http, "Content Types") allows what is served.
    static func isJSON(format: String) -> Bool { format == "json" || json.contains(name(format)) }

    /// Throws 415 unless the body is JSON in UTF-8.
    static func requireJSON(_ contentType: String?) throws(HTTPRefusal) { try require(contentType, json) }

    /// Throws 415 unless the body is a JSON Patch or a FHIRPath Patch.
    static func requirePatch(_ contentType: String?) throws(HTTPRefusal) {
        try require(contentType, json.union([jsonPatch]))
    }

    private static let jsonPatch = "application/json-patch+json"

    /// Whether a body is a JSON Patch.
    static func isJSONPatch(_ contentType: String?) -> Bool { contentType.map { name($0) == jsonPatch } ?? false }

    /// Throws 415 unless the body is JSON lines in UTF-8.
    static func requireLines(_ contentType: String?) throws(HTTPRefusal) { try require(contentType, lines) }

    /// Throws 415 unless the body is a form.
    static func requireForm(_ contentType: String?) throws(HTTPRefusal) {
        try require(contentType, ["application/x-www-form-urlencoded"])
    }

    private static func require(_ contentType: String?, _ allowed: Set<String>) throws(HTTPRefusal) {
        guard let contentType, allowed.contains(name(contentType)) else { throw .mediaType }
        for parameter in contentType.split(separator: ";").dropFirst() {
            let text = parameter.lowercased().filter { $0 != " " && $0 != "\"" }
            guard !text.hasPrefix("charset=") || text == "charset=utf-8" else { throw .mediaType }
        }
    }

    private static func name(_ item: some StringProtocol) -> String {
        String(item.prefix { $0 != ";" }.filter { $0 != " " && $0 != "\t" }).lowercased()
    }
}
