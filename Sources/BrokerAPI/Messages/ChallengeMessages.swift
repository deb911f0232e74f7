import Vocabulary

/// Nonces of the broker: one to sign in or enrol with, those that request proofs may bear, and its time.
public struct Challenge: WireMessage, Hashable {
    /// 40 bytes: good for 300 seconds and once.
    public let nonce: [UInt8]
    /// The nonces that request proofs may bear, the newest first.
    public let proofNonces: [String]
    /// By which proofs and codes are judged.
    public let time: Timestamp

    /// Makes it of its parts.
    public init(nonce: [UInt8], proofNonces: [String], time: Timestamp) {
        self.nonce = nonce
        self.proofNonces = proofNonces
        self.time = time
    }

    /// Reads the fields.
    public init(from reader: inout WireReader) throws(WireError) {
        nonce = try reader.data(limit: 64)
        proofNonces = try reader.list(limit: 4) { (reader) throws(WireError) in try reader.text(limit: 64) }
        time = Timestamp(milliseconds: try reader.int64())
    }

    /// Writes the fields.
    public func write(to writer: inout WireWriter) {
        writer.data(nonce)
        writer.list(proofNonces) { $0.text($1) }
        writer.int64(time.milliseconds)
    }
}
