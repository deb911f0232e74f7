import Crypto
import Vocabulary

/// The key of one part. A deposit gets no other: it writes without being able to read.
public struct PartKey: Unprintable {
    /// The part that it seals and opens.
    public let name: PartName
    package let material: SymmetricKey
    package let context: [UInt8]

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
    package func derived(_ format: Format) -> SymmetricKey { material.derived(format) }

    /// A copy of the 32 bytes, for a deposit.
    public var secret: SecretBytes { material.secret }
}
