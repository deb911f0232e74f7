/// An account or a peer group, and what is measured of it.
struct BaselineKey: Hashable, Sendable {
    let name: String
    let measure: String
}
