/// A field's name, ready to be found in events.
struct FieldName: Hashable, Sendable {
    private let bytes: [UInt8]
    private let hash: TextHash

    init(_ name: String) {
        bytes = Array(name.utf8)
        hash = TextHash(bytes)
    }

    /// The places of the event's fields with this name and a value.
    @inline(__always)
    func each(in event: Event, _ body: (Int) -> Void) {
        for place in event.fields.indices where stands(at: place, in: event) { body(place) }
    }

    /// The first of them.
    @inline(__always)
    func first(in event: Event) -> Int? {
        for place in event.fields.indices where stands(at: place, in: event) { return place }
        return nil
    }

    @inline(__always)
    private func stands(at place: Int, in event: Event) -> Bool {
        let field = event.fields[place]
        guard field.hash == hash, field.kind != .null, field.name.count == bytes.count else { return false }
        return Glob.holds(bytes, event.storage.span.extracting(field.name), at: 0)
    }
}
