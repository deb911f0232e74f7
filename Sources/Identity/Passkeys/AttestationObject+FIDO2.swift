import CFIDO2

extension AttestationObject {
    /// Whether the statement's signature is that of the first certificate's key, or of the passkey itself, over this
    /// passkey (WebAuthn L3 §8.2). It is not asked who issued the certificate: that it signed proves no more than that.
    func isSigned(_ credential: AuthenticatorData.Credential, _ client: ClientData, _ party: RelyingParty) -> Bool {
        var handle = unsafe fido_cred_new()
        defer { unsafe fido_cred_free(&handle) }
        guard let made = unsafe handle else { return false }
        let results = unsafe [
            fido_cred_set_type(made, Int32(credential.key.algorithm.rawValue)),
            fido_cred_set_rp(made, party.id, nil),
            fido_cred_set_clientdata_hash(made, client.hash, client.hash.count),
            fido_cred_set_fmt(made, format.rawValue),
            fido_cred_set_authdata_raw(made, data.bytes, data.bytes.count),
            fido_cred_set_attstmt(made, statementBytes, statementBytes.count),
        ]
        guard results.allSatisfy({ $0 == FIDO_OK }) else { return false }
        guard unsafe expectExtensions(made), unsafe agrees(made, credential) else { return false }
        let isBySelf = statement["x5c"] == nil
        return unsafe (isBySelf ? fido_cred_verify_self(made) : fido_cred_verify(made)) == FIDO_OK
    }

    /// libfido2 verifies only what has the extensions that were asked for. Browsers ask for these two by themselves.
    private func expectExtensions(_ made: OpaquePointer) -> Bool {
        if case .integer(let level)? = data.extensions["credProtect"] {
            guard unsafe fido_cred_set_prot(made, Int32(clamping: level)) == FIDO_OK else { return false }
        }
        guard data.extensions["hmac-secret"] == .boolean(true) else { return true }
        return unsafe fido_cred_set_extensions(made, FIDO_EXT_HMAC_SECRET) == FIDO_OK
    }

    /// Whether libfido2 read the same id and key as we did.
    private func agrees(_ made: OpaquePointer, _ credential: AuthenticatorData.Credential) -> Bool {
        let id = unsafe UnsafeBufferPointer(start: fido_cred_id_ptr(made), count: fido_cred_id_len(made))
        let key = unsafe UnsafeBufferPointer(start: fido_cred_pubkey_ptr(made), count: fido_cred_pubkey_len(made))
        return unsafe id.elementsEqual(credential.id) && key.elementsEqual(credential.key.bytes)
    }
}
