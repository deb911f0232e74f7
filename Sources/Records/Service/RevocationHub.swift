import BrokerAPI
import Synchronization

/// Passes the broker's revocations to the service that is made after the broker's client.
public final class RevocationHub: Sendable {
    private let service = Mutex<RecordService?>(nil)

    /// Makes a hub without a service: nothing is kept yet that could be revoked.
    public init() {}

    /// Names the service.
    public func attach(_ service: RecordService) { self.service.withLock { $0 = service } }

    /// For `BrokerClient(onRevocation:)`.
    public func revoked(_ revocation: Revocation) { service.withLock { $0 }?.revoke(revocation) }

    /// For `BrokerClient(onDisconnect:)`.
    public func disconnected() { service.withLock { $0 }?.dropAll() }
}
