import Vocabulary

/// What was entered as released within the last quarter of an hour (as long as a gateway may keep a key), so that a session that
/// asks for the same key again and again gets it and does not fill the ledger.
///
/// It is memory of the running broker: after a restart the next release is entered once more.
struct RecentReleases {
    /// What one entry says.
    struct Item: Hashable {
        var session: SessionID
        var gateway: GatewayID
        /// The patient; none for the practice's own resources.
        var subject: SubjectID?
        var tier: Tier
        var epoch: Int64
        var purpose: Purpose

        init(_ release: Release) {
            session = release.session
            gateway = release.gateway
            subject = release.subject
            tier = release.tier
            epoch = release.epoch
            purpose = release.purpose
        }
    }

    /// Milliseconds for which an entry stands.
    static let length: Int64 = 900_000
    private var since = Timestamp(milliseconds: 0)
    private var young: [Item: Timestamp] = [:]
    private var old: [Item: Timestamp] = [:]

    /// Whether an entry for it was made within ``length``.
    func contains(_ item: Item, now: Timestamp) -> Bool {
        guard let entered = young[item] ?? old[item] else { return false }
        return now < entered.adding(milliseconds: RecentReleases.length)
    }

    /// Notes what was entered.
    mutating func note(_ item: Item, now: Timestamp) {
        if now >= since.adding(milliseconds: RecentReleases.length) {
            old = young
            young = [:]
            since = now
        }
        young[item] = now
    }
}
