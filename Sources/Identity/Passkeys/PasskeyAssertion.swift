import Crypto
import Vocabulary

/// A browser's answer to `navigator.credentials.get()` as it arrived: well formed, and nothing more.
public struct PasskeyAssertion: Sendable {
    /// The longest signature that is read, in bytes: one of RSA with 2,048 bits.
    public static let maximumSignature = 256

    /// Which passkey it says it is of: good for looking it up and for nothing else.
    public let claimedCredential: [UInt8]
    private let client: ClientData
    private let data: AuthenticatorData
    private let signature: [UInt8]

    /// Reads the answer. Throws the word of what is wrong.
    ///
    /// - Parameters:
    ///   - credential: `rawId`, 16 to 1,023 bytes.
    ///   - clientData: `response.clientDataJSON`, at most 4 KiB.
    ///   - authenticatorData: `response.authenticatorData`, at most 4 KiB, without a new passkey in it.
    ///   - signature: `response.signature`, at most 256 bytes.
    public init(
        credential: [UInt8], clientData: [UInt8], authenticatorData: [UInt8], signature: [UInt8]
    ) throws(PasskeyError) {
        guard Passkey.idLengths.contains(credential.count) else { throw .credential }
        guard signature.count <= PasskeyAssertion.maximumSignature else { throw .signature }
        claimedCredential = credential
        self.signature = signature
        client = try ClientData(clientData)
        data = try AuthenticatorData(authenticatorData)
        guard data.credential == nil else { throw .authenticatorData }
    }

    /// Believes the assertion (WebAuthn L3 §7.2) if the passkey signed it for this challenge on a page of the relying
    /// party, and somebody was present and verified.
    ///
    /// - Parameters:
    ///   - passkey: The passkey of ``claimedCredential``. Pass nil when there is none or it may not sign in: that takes the
    ///     same time as a wrong signature and always fails.
    ///   - challenge: The one that this client was given. The caller sees to it that it is used once.
    ///   - party: Us.
    /// - Returns: What to keep as the passkey's state, in the same step in which its old state was read.
    /// - Throws: ``PasskeyError/signature`` before whatever depends on the passkey.
    public func verified(
        by passkey: Passkey?, for challenge: SignInChallenge, to party: RelyingParty
    ) throws(PasskeyError) -> Passkey.State {
        try client.check(.get, challenge, party)
        try data.checkPresence(party)
        let key = passkey?.key ?? PasskeyAssertion.nobody
        let isSigned = key.isValid(signature: signature, over: data, client, party)
        guard isSigned, let passkey else { throw .signature }
        guard passkey.id == claimedCredential else { throw .credential }
        try data.checkVerification()
        guard data.flags.contains(.backupEligible) == passkey.isBackupEligible else { throw .backup }
        let (old, new) = (passkey.state.counter, data.state.counter)
        guard new > old || (new == 0 && old == 0) else { throw .cloned }
        return data.state
    }

    /// Stands in for an absent key; its private half is gone as soon as it is drawn.
    private static let nobody = PasskeyKey(P256.Signing.PrivateKey().publicKey)
}
