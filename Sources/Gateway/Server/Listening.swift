import Hummingbird
import NIOCore
import Synchronization

/// Where the two listeners turned out to be; tells once both are there.
final class Listening: Sendable {
    private struct State {
        var url: String?
        var admin: String?
        var isStopping = false
    }

    private let state = Mutex(State())
    private let publicURL: String?
    private let authority: String?
    private let onReady: @Sendable (GatewayAddresses) async -> Void

    init(
        publicURL: String?, authority: String?, onReady: @escaping @Sendable (GatewayAddresses) async -> Void
    ) {
        self.publicURL = publicURL
        self.authority = authority
        self.onReady = onReady
    }

    /// The base of the API's URLs; without a last slash.
    var url: String { state.withLock { $0.url } ?? publicURL ?? "https://localhost" }

    /// The host of ``url``: the relying party of passkeys.
    var host: String { String(url.dropFirst(8).prefix { $0 != ":" && $0 != "/" }) }

    /// A request's absolute URL as its client addressed it: under ``url``, or, where that is of this machine, under its address.
    func url(of request: Request) -> String {
        let (url, path) = (url, request.head.path ?? "")
        guard let authority = request.head.authority, authority.hasPrefix("127.0.0.1") else { return url + path }
        let isLocal = url == "https://localhost" + authority.dropFirst("127.0.0.1".count)
        return (isLocal ? "https://" + authority : url) + path
    }

    /// Whether both listen and none is about to stop.
    var isReady: Bool { state.withLock { $0.url != nil && $0.admin != nil && !$0.isStopping } }

    func stop() { state.withLock { $0.isStopping = true } }

    func serves(_ channel: any Channel) async {
        let url = publicURL ?? "https://localhost:\(channel.localAddress?.port ?? 443)"
        await told { $0.url = url }
    }

    func administers(_ channel: any Channel) async {
        let admin = "http://127.0.0.1:\(channel.localAddress?.port ?? 80)"
        await told { $0.admin = admin }
    }

    /// The one of the two that comes last tells.
    private func told(_ change: (inout State) -> Void) async {
        let addresses = state.withLock { state -> GatewayAddresses? in
            change(&state)
            guard let url = state.url, let admin = state.admin else { return nil }
            return GatewayAddresses(url: url, admin: admin, ca: authority)
        }
        if let addresses { await onReady(addresses) }
    }
}
