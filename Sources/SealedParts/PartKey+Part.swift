import Sealing
import Vocabulary

extension PartKey {
    private static let place = "sealed part"

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
