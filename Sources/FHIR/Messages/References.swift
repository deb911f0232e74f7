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
        return withoutActuallyEscaping(map) { .object(ReferenceWalk(map: $0).walk(object, node, 0)) }
    }

    /// The resource type that a reference shows: `Patient/1`, `https://…/Patient/1/_history/2`, `Patient?identifier=…`;
    /// nil for `urn:…`, `#…` and what is no reference.
    public static func targetType(of reference: String) -> String? {
        let path = reference.prefix { $0 != "?" && $0 != "#" }
        var segments = path.split(separator: "/", omittingEmptySubsequences: true)
        if path.endIndex < reference.endIndex, reference[path.endIndex] == "?" {
            return segments.last.flatMap { ResourceType(String($0))?.name }
        }
        if segments.count >= 4, segments[segments.count - 2] == "_history" { segments.removeLast(2) }
        guard segments.count >= 2 else { return nil }
        return ResourceType(String(segments[segments.count - 2]))?.name
    }
}
