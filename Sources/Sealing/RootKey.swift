import Crypto
import Vocabulary

/// The key above all others, kept outside the data directory. It wraps practice keys and seals the broker's own texts.
public struct RootKey: Unprintable {
    private static let place = "wrapped practice key"
    private let wrapping: SymmetricKey
    private let texts: TextSealer
    /// Recognises this key again without showing anything of it: 16 bytes, derived.
    let check: SecretBytes

    /// Takes 32 uniformly random bytes. Throws `malformed` for another count.
    public init(secret: SecretBytes) throws(SealingError) {
        let material = try SymmetricKey(secret: secret, "root key")
        wrapping = material.derived(.rootWrapping)
        texts = TextSealer(key: material.derived(.rootText))
        check = unsafe material.derived(.rootCheck).withUnsafeBytes { unsafe SecretBytes($0.prefix(16)) }
    }

    /// Seals a practice key for the broker's database: 61 bytes, bound to the practice.
    public func wrap(_ key: PracticeKey) throws(SealingError) -> [UInt8] {
        let context = RootKey.context(key.practice)
        return try Envelope.seal(secret: key.material.secret, with: wrapping, context: context, RootKey.place)
    }

    /// Opens what ``wrap(_:)`` made. Throws `malformed`, or `notAuthentic` for another key or practice.
    public func unwrap(_ bytes: [UInt8], practice: PracticeID) throws(SealingError) -> PracticeKey {
        let secret = try Envelope.open(
            secret: bytes, count: SymmetricKey.byteCount, with: wrapping, context: RootKey.context(practice),
            RootKey.place)
        return PracticeKey(material: try SymmetricKey(secret: secret, RootKey.place), practice: practice)
    }

    /// Seals a text of the installation, such as a person's name, bound to a label and an id (at most 256 bytes each).
    /// Throws `tooLarge` over 65,536 UTF-8 bytes.
    public func sealText(_ text: String, label: String, id: [UInt8]) throws(SealingError) -> [UInt8] {
        try texts.seal(text, label: label, id: id)
    }

    /// Opens what ``sealText(_:label:id:)`` made. Throws `malformed`, `tooLarge` or `notAuthentic`.
    public func openText(_ bytes: [UInt8], label: String, id: [UInt8]) throws(SealingError) -> String {
        try texts.open(bytes, label: label, id: id)
    }

    private static func context(_ practice: PracticeID) -> [UInt8] {
        var context = FieldList(.wrappedPracticeKey)
        context.add(practice)
        return context.bytes
    }
}
