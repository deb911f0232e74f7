import Vocabulary

/// What answers the frames that come in at a socket.
public protocol FrameService: Sendable {
    /// Answers one frame. `gateway` is who introduced itself on this connection.
    func answer(_ frame: Frame, gateway: GatewayID) async -> Frame
    /// Adds a listener that is told of sessions that end; it must be quick. Returns what ``unlisten(_:)`` takes.
    func listen(_ listener: @escaping @Sendable (Revocation) -> Void) -> Int
    /// Removes a listener.
    func unlisten(_ listener: Int)
}
