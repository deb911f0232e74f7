/// A passkey in software: what it answers to challenges (WebAuthn L3).
public protocol DrillPasskey: Sendable {
    /// The credential's id.
    var id: [UInt8] { get }
    /// `clientDataJSON` and `attestationObject` of a new passkey.
    func registration(challenge: [UInt8]) -> (clientData: [UInt8], attestation: [UInt8])
    /// `clientDataJSON`, `authenticatorData` and `signature`; on a page of another origin when one is named.
    func answer(challenge: [UInt8], origin: String?) throws -> (
        clientData: [UInt8], authenticatorData: [UInt8], signature: [UInt8]
    )
}
