import FHIR

/// Every limit of the gateway on what comes from outside. Beyond one, the answer is a refusal, never more memory.
///
/// An HTTP/2 connection has 100 streams at once and 16 KiB of header fields a request beside, as swift-nio-http2 sets them.
public struct GatewayLimits: Sendable, Hashable {
    /// Connections at once; further ones wait in the system's queue of ``backlog``.
    public var maximumConnections = 4_096
    /// Connections that wait to be accepted.
    public var backlog = 512
    /// Requests that are being answered at once, their bodies read; further ones get 503.
    public var maximumRequestsInFlight = 128
    /// Imports that are being answered at once; further ones get 503.
    public var maximumImportsInFlight = 4
    /// Bodies of one membership or client that are being received at once; further ones get 429.
    public var maximumBodiesOfHolder = 16
    /// Documents that one membership or client downloads at once; a further one is cut off.
    public var maximumDownloadsOfHolder = 8
    /// Searches in a record, and the like, of one membership or client at once; further ones get 429.
    public var maximumThoroughOfHolder = 8
    /// Seconds from the connection to the end of the TLS handshake.
    public var handshakeSeconds: Int64 = 10
    /// Seconds after which a connection is closed on which nothing is under way.
    public var idleSeconds: Int64 = 60
    /// Seconds in which a request's body must have arrived, except an import's.
    public var bodySeconds: Int64 = 30
    /// Seconds in which an import's body must have arrived.
    public var importBodySeconds: Int64 = 120
    /// Seconds that requests under way have to end once the gateway stops.
    public var drainSeconds: Int64 = 10
    /// Bytes of an import's body.
    public var maximumImportBytes = 16 << 20
    /// Bytes of a transaction or batch. One that announces more than ``maximumBodyBytes`` takes the place of an import.
    public var maximumBundleBytes = 48 << 20
    /// Bytes of any other FHIR body.
    public var maximumBodyBytes = 4 << 20
    /// Bytes of a document: 200 MiB.
    public var maximumDocumentBytes = 200 << 20
    /// Bytes a second that a document must bring, on the whole, once ``bodySeconds`` are over.
    public var documentBytesPerSecond: Int64 = 16 << 10
    /// Seconds in which a document must have arrived.
    public var documentSeconds: Int64 = 1_800
    /// Bytes of a document that is shown as JSON; a longer one is asked for by its own media type.
    public var maximumDocumentInJSON: UInt64 = 8 << 20
    /// Bytes of a form: a token request or a search.
    public var maximumFormBytes = 16 << 10
    /// Bytes of one header field.
    public var maximumHeaderFieldBytes = 16 << 10
    /// Bytes of all header fields of a request.
    public var maximumHeaderBytes = 32 << 10
    /// Header fields of a request.
    public var maximumHeaderFields = 64
    /// Bytes of a request target, query included.
    public var maximumTargetBytes = 4_096
    /// Parameters of a query or form.
    public var maximumParameters = 32
    /// Requests of one session in a minute; further ones get 429.
    public var maximumRequestsPerMinute = 600
    /// Sessions whose requests are counted; when there are more in one minute, further ones get 503.
    public var maximumCountedSessions = 100_000
    /// Entries of a transaction.
    public var maximumBundleEntries = 25_000
    /// Entries of a batch, and reads of a transaction: each is carried out by itself, so many requests would hide in one.
    public var maximumBatchEntries = 200
    /// What the patch of one entry may ask for: a tenth of what a request's own may, since there are many.
    public var entryPatch = PatchLimits(maximumVisits: 100_000)
    /// Entries of a page that `_count` may ask for.
    public var maximumPage = 200
    /// Entries of a page without `_count`.
    public var standardPage = 50
    /// Seconds for which a link to a next page is good.
    public var pageSeconds: Int64 = 900

    /// The standard limits.
    public init() {}
}
