import Vocabulary

/// A type with a form on the wire between gateway and broker (docs/formats.md, "Broker protocol").
public protocol WireMessage: Sendable {
    /// Reads the fields in order.
    init(from reader: inout WireReader) throws(WireError)
    /// Writes the fields in order.
    func write(to writer: inout WireWriter)
}

extension WireMessage {
    /// Reads a whole message and nothing behind it.
    public init(bytes: [UInt8]) throws(WireError) {
        var reader = WireReader(bytes)
        try self.init(from: &reader)
        try reader.end()
    }

    /// The message alone.
    public var bytes: [UInt8] {
        var writer = WireWriter()
        write(to: &writer)
        return writer.bytes
    }
}

/// Why bytes are not the message they should be; carries no value.
public struct WireError: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong.
    public let description: String

    /// Says what is wrong.
    public init(_ description: String) { self.description = description }
}

/// An answer without content.
public struct Nothing: WireMessage, Hashable {
    /// Makes it.
    public init() {}
    /// Reads no bytes.
    public init(from reader: inout WireReader) throws(WireError) {}
    /// Writes no bytes.
    public func write(to writer: inout WireWriter) {}
}
