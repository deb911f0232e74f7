import Crypto
import Vocabulary

/// The key of one part. A deposit gets no other: it writes without being able to read.
public struct PartKey: Unprintable {
    private static let place = "sealed part"
    /// The part that it seals and opens.
    public let name: PartName
    private let material: SymmetricKey
    let context: [UInt8]

    /// Takes over a key handed out for a deposit. Throws `malformed` unless it has 32 bytes.
    public init(secret: SecretBytes, name: PartName) throws(SealingError) {
        self.init(material: try SymmetricKey(secret: secret, "part key"), name: name)
    }

    init(material: SymmetricKey, name: PartName) {
        self.material = material
        self.name = name
        context = name.context
    }

    /// A key for something that belongs to the part.
    func derived(_ format: Format) -> SymmetricKey { material.derived(format) }

    /// A copy of the 32 bytes, for a deposit.
    public var secret: SecretBytes { material.secret }

    /// Pads and seals. Throws `tooLarge` over ``SealedPart/maximumPlaintext`` bytes.
    public func seal(_ plaintext: [UInt8]) throws(SealingError) -> SealedPart {
        guard plaintext.count <= SealedPart.maximumPlaintext else { throw SealingError(.tooLarge, PartKey.place) }
        let frame = Padding.frame(plaintext)
        return SealedPart(sealed: try Envelope.seal(frame, with: material, context: context, PartKey.place))
    }

    /// Opens. Throws `notAuthentic` when the part was sealed under any other name or altered since.
    public func open(_ part: SealedPart) throws(SealingError) -> OpenedPart {
        let frame = try Envelope.open(part.bytes, with: material, context: context, PartKey.place)
        guard let bytes = Padding.unframe(frame) else { throw SealingError(.malformed, PartKey.place) }
        return OpenedPart(name: name, bytes: bytes)
    }
}
