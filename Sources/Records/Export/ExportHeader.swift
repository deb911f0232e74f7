import BrokerAPI
import Vocabulary

/// Whose records an export holds, and for whom.
struct ExportHeader: WireMessage, Hashable {
    let practice: PracticeID
    /// The fingerprint of the recipient's key.
    let recipient: [UInt8]
    /// When it was begun, by the broker's time.
    let time: Timestamp

    init(practice: PracticeID, recipient: [UInt8], time: Timestamp) {
        self.practice = practice
        self.recipient = recipient
        self.time = time
    }

    init(from reader: inout WireReader) throws(WireError) {
        practice = try reader.id()
        recipient = try reader.data(limit: 32)
        time = Timestamp(milliseconds: try reader.int64())
    }

    func write(to writer: inout WireWriter) {
        writer.id(practice)
        writer.data(recipient)
        writer.int64(time.milliseconds)
    }
}
