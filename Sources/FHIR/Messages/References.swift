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
        let bytes = reference.utf8.span
        guard let range = typeRange(in: bytes) else { return nil }
        return ResourceType(String(decoding: bytes.extracting(range)))?.name
    }

    /// Where the reference shows its type.
    static func typeRange(in reference: Span<UInt8>) -> Range<Int>? {
        var end = 0
        while end < reference.count, reference[end] != UInt8(ascii: "?"), reference[end] != UInt8(ascii: "#") {
            end += 1
        }
        let isConditional = end < reference.count && reference[end] == UInt8(ascii: "?")
        guard let last = segment(reference, before: end) else { return nil }
        if isConditional { return last }
        guard let type = segment(reference, before: last.lowerBound) else { return nil }
        guard reference.extracting(type).spells("_history"), let id = segment(reference, before: type.lowerBound),
            let versioned = segment(reference, before: id.lowerBound)
        else { return type }
        return versioned
    }

    /// The last segment before a place, empty ones left out.
    private static func segment(_ text: Span<UInt8>, before place: Int) -> Range<Int>? {
        var end = place
        while end > 0, text[end - 1] == UInt8(ascii: "/") { end -= 1 }
        var start = end
        while start > 0, text[start - 1] != UInt8(ascii: "/") { start -= 1 }
        return start < end ? start..<end : nil
    }
}
