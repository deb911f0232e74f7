import Vocabulary

/// A gateway introduces itself on a new connection.
public struct Hello: WireMessage, Hashable {
    /// Drawn at the gateway's start.
    public let gateway: GatewayID

    /// Names the gateway.
    public init(gateway: GatewayID) { self.gateway = gateway }

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) { gateway = try reader.id() }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) { writer.id(gateway) }
}

/// What a gateway needs to know of the installation.
public struct Welcome: WireMessage, Hashable {
    /// The broker's time.
    public let time: Timestamp
    /// Whether the installation is simulated.
    public let simulated: Bool
    /// Whether it is live.
    public let live: Bool

    /// Makes it of its parts.
    public init(time: Timestamp, simulated: Bool, live: Bool) {
        self.time = time
        self.simulated = simulated
        self.live = live
    }

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) {
        time = Timestamp(milliseconds: try reader.int64())
        simulated = try reader.flag()
        live = try reader.flag()
    }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) {
        writer.int64(time.milliseconds)
        writer.flag(simulated)
        writer.flag(live)
    }
}

/// The head of a practice's access log, entered hourly.
public struct AccessHead: WireMessage, Hashable {
    /// The practice.
    public let practice: PracticeID
    /// Entries so far.
    public let size: Int64
    /// Hash of the last: 32 bytes.
    public let head: [UInt8]

    /// Makes it of its parts.
    public init(practice: PracticeID, size: Int64, head: [UInt8]) {
        self.practice = practice
        self.size = size
        self.head = head
    }

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) {
        practice = try reader.id()
        size = try reader.int64()
        head = try reader.data(limit: 32)
        guard head.count == 32, size >= 0 else { throw WireError("head") }
    }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) {
        writer.id(practice)
        writer.int64(size)
        writer.data(head)
    }
}
