import Hummingbird
import NIOCore

/// What a request carries beside its head and body: the channel it came on, to be closed when a body is not waited for.
struct GatewayRequestContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    let channel: any Channel

    /// Whether it is a stream of HTTP/2: its parent is a connection, whose parent is the listener.
    var isStream: Bool { channel.parent?.parent != nil }

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }
}
