import Crypto
import Vocabulary

/// Seals short texts, such as names in the broker's database, each bound to a label and an id.
struct TextSealer {
    /// Longest text, in UTF-8 bytes.
    static let maximumText = 65_536
    /// Longest label or id, in bytes.
    static let maximumName = 256
    private static let place = "sealed text"

    let key: SymmetricKey

    func seal(_ text: String, label: String, id: [UInt8]) throws(SealingError) -> [UInt8] {
        guard text.utf8.count <= TextSealer.maximumText else { throw SealingError(.tooLarge, TextSealer.place) }
        let frame = Padding.frame(Array(text.utf8))
        return try Envelope.seal(frame, with: key, context: try context(label, id), TextSealer.place)
    }

    func open(_ bytes: [UInt8], label: String, id: [UInt8]) throws(SealingError) -> String {
        let limit = Envelope.overhead + Padding.bucket(Padding.prefix + TextSealer.maximumText)
        guard bytes.count <= limit else { throw SealingError(.tooLarge, TextSealer.place) }
        let frame = try Envelope.open(bytes, with: key, context: try context(label, id), TextSealer.place)
        guard let plain = Padding.unframe(frame), let text = String(validating: plain, as: UTF8.self) else {
            throw SealingError(.malformed, TextSealer.place)
        }
        return text
    }

    private func context(_ label: String, _ id: [UInt8]) throws(SealingError) -> [UInt8] {
        guard label.utf8.count <= TextSealer.maximumName, id.count <= TextSealer.maximumName else {
            throw SealingError(.tooLarge, TextSealer.place)
        }
        var context = FieldList(.text)
        context.add(label)
        context.add(id)
        return context.bytes
    }
}
