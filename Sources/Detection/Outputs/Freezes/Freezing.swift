/// Freezes a membership: what the installation's broker does for the watchtower. A frozen membership opens nothing
/// until people thaw it.
public protocol Freezing: Sendable {
    /// Freezes a membership of a practice, because of a finding.
    func freeze(membership: String, of practice: String, because finding: String) async throws
}
