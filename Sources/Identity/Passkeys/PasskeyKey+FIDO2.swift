import CFIDO2

// `fido_init` is not called: all that it does is to let the environment switch on a log.
extension PasskeyKey {
    /// Whether the signature is this key's over the authenticator's data and the hash of the client's (WebAuthn L3 §7.2
    /// step 21), both for this relying party.
    func isValid(signature: [UInt8], over data: AuthenticatorData, _ client: ClientData, _ party: RelyingParty) -> Bool
    {
        var handle = unsafe fido_assert_new()
        defer { unsafe fido_assert_free(&handle) }
        guard let assertion = unsafe handle else { return false }
        let results = unsafe [
            fido_assert_set_count(assertion, 1),
            fido_assert_set_rp(assertion, party.id),
            fido_assert_set_clientdata_hash(assertion, client.hash, client.hash.count),
            fido_assert_set_authdata_raw(assertion, 0, data.bytes, data.bytes.count),
            fido_assert_set_sig(assertion, 0, signature, signature.count),
        ]
        guard results.allSatisfy({ $0 == FIDO_OK }) else { return false }
        return unsafe withFIDO2 { unsafe fido_assert_verify(assertion, 0, Int32(algorithm.rawValue), $0) == FIDO_OK }
    }

    /// Lends the key in libfido2's form; false if it is none of its algorithm.
    func withFIDO2(_ body: (UnsafeRawPointer) -> Bool) -> Bool {
        switch algorithm {
        case .es256: unsafe lend(es256_pk_new(), es256_pk_from_ptr, es256_pk_free, body)
        case .edDSA: unsafe lend(eddsa_pk_new(), eddsa_pk_from_ptr, eddsa_pk_free, body)
        case .rs256: unsafe lend(rs256_pk_new(), rs256_pk_from_ptr, rs256_pk_free, body)
        }
    }

    private func lend(
        _ key: OpaquePointer?, _ fill: (OpaquePointer?, UnsafeRawPointer?, Int) -> Int32,
        _ free: (UnsafeMutablePointer<OpaquePointer?>?) -> Void, _ body: (UnsafeRawPointer) -> Bool
    ) -> Bool {
        var handle = unsafe key
        defer { unsafe free(&handle) }
        guard let key = unsafe handle, unsafe fill(key, bytes, bytes.count) == FIDO_OK else { return false }
        return unsafe body(UnsafeRawPointer(key))
    }
}
