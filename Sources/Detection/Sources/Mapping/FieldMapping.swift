/// Where the fields of the taxonomy are found in the logs of an installation: what `mapping.yaml` says
/// (docs/sources.md).
///
/// What readers know by themselves (a role is an account, `body_bytes_sent` is bytes) needs no mapping; what a mapping
/// finds takes the place of it.
public struct FieldMapping: Sendable, Hashable {
    /// What is to be done with events of one source.
    struct Part: Sendable, Hashable {
        let source: LogSource
        let items: [MappingItem]
    }

    let parts: [Part]

    /// A mapping that adds nothing.
    public init() { parts = [] }

    init(parts: [Part]) { self.parts = parts }
}
