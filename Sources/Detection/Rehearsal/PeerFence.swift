/// The robust maximum of a peer group: three times the middle half's width above its upper end (Tukey's outer fence). A
/// quarter of the group may be thieves before it gives way.
struct PeerFence: Sendable {
    static let minimumPeers = 5
    let peers: Int
    /// Three of four peers have at most this.
    let upperQuartile: Int
    /// What few honest peers pass.
    let inner: Int
    /// What no honest peer is expected to pass.
    let outer: Int

    /// Nil with fewer than five peers. The width is taken as at least a quarter of the median and at least `least`.
    init?(_ values: [Int], least: Int) {
        guard values.count >= Self.minimumPeers else { return nil }
        let sorted = values.sorted()
        let (lower, median, upper) = (
            sorted[sorted.count / 4], sorted[sorted.count / 2], sorted[sorted.count * 3 / 4]
        )
        peers = values.count
        upperQuartile = upper
        let width = max(upper - lower, median / 4, least)
        (inner, outer) = (upper + width * 3 / 2, upper + 3 * width)
    }
}
