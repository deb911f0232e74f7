import Store
import Vocabulary

/// A record with what the access log says of it.
struct OpenedRecord: Sendable {
    let key: ResourceKey
    let record: Record
    /// The tiers whose parts were opened.
    let shown: Tiers
}
