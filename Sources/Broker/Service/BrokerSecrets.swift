import Crypto
import Ledger
import Vocabulary

/// Secrets of an installation that rest sealed under the root key: the ledger's signing key, the keys of session tokens and
/// of snapshots.
struct BrokerSecrets: Sendable {
    let signer: NoteSigner
    let verificationKey: String
    let tokenKey: SymmetricKey
    let snapshotKey: SymmetricKey
    /// Hashes what factors are found by.
    let factorKey: SymmetricKey

    /// Draws new ones and keeps them in the vault.
    static func make(in vault: KeyVault, origin: String) throws {
        let signing = Curve25519.Signing.PrivateKey()
        try vault.setSecret("signing", Array(signing.rawRepresentation))
        try vault.setSecret("origin", Array(origin.utf8))
        for name in ["tokens", "snapshots", "factors"] { try draw(name, in: vault) }
    }

    private static func draw(_ name: String, in vault: KeyVault) throws {
        try vault.setSecret(name, unsafe SymmetricKey(size: .bits256).withUnsafeBytes { unsafe Array($0) })
    }

    /// Opens those of the vault.
    init(from vault: KeyVault) throws {
        let origin = String(decoding: try vault.secret("origin"), as: UTF8.self)
        let signing = try Curve25519.Signing.PrivateKey(rawRepresentation: try vault.secret("signing"))
        signer = try NoteSigner(name: origin, privateKey: signing)
        verificationKey = signer.key.vkey
        tokenKey = SymmetricKey(data: try vault.secret("tokens"))
        snapshotKey = SymmetricKey(data: try vault.secret("snapshots"))
        // An installation of before there were factors has none.
        if try vault.isMissing("factors") { try BrokerSecrets.draw("factors", in: vault) }
        factorKey = SymmetricKey(data: try vault.secret("factors"))
    }
}
