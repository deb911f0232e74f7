import Crypto
import Vocabulary

/// The key of one tier of one patient (or of a practice's own resources): what a release hands out.
public struct TierKey: Unprintable {
    /// What it is for.
    public let scope: TierScope
    private let material: SymmetricKey
    /// The hash that part keys are derived with, where many will be.
    private let derivation: KeyedHash?

    /// Takes over a released key. Throws `malformed` unless it has 32 bytes.
    public init(secret: SecretBytes, scope: TierScope) throws(SealingError) {
        material = try SymmetricKey(secret: secret, "tier key")
        derivation = KeyedHash(key: material)
        self.scope = scope
    }

    init(material: SymmetricKey, scope: TierScope) {
        self.material = material
        derivation = nil
        self.scope = scope
    }

    /// A copy of the 32 bytes, for a release or an export.
    public var secret: SecretBytes { material.secret }

    /// The key of one part. Throws `wrongScope` when the part's practice, patient, tier or epoch is not this key's.
    public func partKey(_ name: PartName) throws(SealingError) -> PartKey {
        guard name.scope == scope else { throw SealingError(.wrongScope, "part key") }
        return PartKey(material: (derivation ?? KeyedHash(key: material)).expanded(name.info), name: name)
    }
}
