import JSONTree

/// The references of a resource: `Reference.reference` everywhere, and `Attachment.url`. Canonicals are names, not
/// references, and stay as they are.
public enum References {
    /// All of them in document order, repetitions included; internal ones (`#…`) too.
    public static func all(in resource: JSONValue) -> [String] {
        var found: [String] = []
        _ = rewrite(resource) { reference in
            found.append(reference)
            return nil
        }
        return found
    }

    /// The resource with each reference replaced by what `map` gives; nil keeps it. Everything else stays in place.
    public static func rewrite(_ resource: JSONValue, map: (String) -> String?) -> JSONValue {
        guard case .object(let object) = resource, let node = Schema.r4.resource(of: object) else { return resource }
        return withoutActuallyEscaping(map) { map in
            ReferenceWalk(map: map).walk(object, node, 0).map(JSONValue.object) ?? resource
        }
    }

    /// The resource type that a reference shows: `Patient/1`, `https://…/Patient/1/_history/2`, `Patient?identifier=…`;
    /// nil for `urn:…`, `#…` and what is no reference.
    public static func targetType(of reference: String) -> String? {
        let bytes = reference.utf8
        let end = bytes.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? bytes.endIndex
        var segments = bytes[..<end].split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: true)
        if end < bytes.endIndex, bytes[end] == UInt8(ascii: "?") { return segments.last.flatMap(typeName) }
        if segments.count >= 4, segments[segments.count - 2].elementsEqual("_history".utf8) { segments.removeLast(2) }
        guard segments.count >= 2 else { return nil }
        return typeName(segments[segments.count - 2])
    }

    private static func typeName(_ segment: Substring.UTF8View) -> String? {
        ResourceType(String(Substring(segment)))?.name
    }
}
