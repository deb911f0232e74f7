import Vocabulary

/// A browser's answer to `navigator.credentials.create()` as it arrived: well formed, and nothing more. That the passkey
/// is discoverable (`residentKey: required`) is asked of the browser; no authenticator proves it.
public struct PasskeyRegistration: Sendable {
    private let client: ClientData
    private let object: AttestationObject
    private let credential: AuthenticatorData.Credential

    /// Reads the answer. Throws the word of what is wrong.
    ///
    /// - Parameters:
    ///   - clientData: `response.clientDataJSON`, at most 4 KiB.
    ///   - attestationObject: `response.attestationObject`, at most 16 KiB.
    public init(clientData: [UInt8], attestationObject: [UInt8]) throws(PasskeyError) {
        client = try ClientData(clientData)
        object = try AttestationObject(attestationObject)
        guard let credential = object.data.credential else { throw .authenticatorData }
        self.credential = credential
    }

    /// Accepts the passkey (WebAuthn L3 §7.1) if somebody who was present and verified made it for this challenge on a page
    /// of the relying party. The caller sees to it that the challenge is used once and no other person has that id.
    ///
    /// - Returns: What to keep. Who made the authenticator is not trusted, whatever its attestation says.
    public func verified(
        for challenge: SignInChallenge, by party: RelyingParty
    ) throws(PasskeyError) -> Passkey {
        try client.check(.create, challenge, party)
        try object.data.checkPresence(party)
        guard object.isWellFormed(for: credential.key) else { throw .attestation }
        guard object.format == .none || object.isSigned(credential, client, party) else { throw .attestation }
        try object.data.checkVerification()
        return try Passkey(
            id: credential.id, key: credential.key, aaguid: credential.aaguid,
            isBackupEligible: object.data.flags.contains(.backupEligible), state: object.data.state)
    }
}
