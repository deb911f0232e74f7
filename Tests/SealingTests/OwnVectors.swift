/// The shape of `docs/vectors/sealing-v1.json`, which `scripts/formats_check.py` computes independently.
struct OwnVectors: Decodable {
    struct Keys: Decodable {
        let root_key, practice_key, patient_key, wrapped_practice_key, wrapped_patient_key: Hex
        let practice, patient, subject: Hex
    }
    struct Part: Decodable {
        let patient: Hex?
        let tier: String
        let epoch: UInt32
        let type, id: String
        let version: UInt64
        let deposit, tier_key, part_key, context, plaintext, sealed, digest: Hex
    }
    struct Document: Decodable {
        let part: String
        let length: UInt64
        let document, content, last, header: Hex
        let chunks: [Hex]
    }
    struct Text: Decodable {
        let owner, label, text: String
        let id, sealed: Hex
    }
    struct Row: Decodable {
        let field, value: String
        let token, patient, mac: Hex
        let ordinal: UInt32
    }
    struct Digests: Decodable {
        let type, id, digest: String
        let version: UInt64
        let manifest: Hex
        let parts: [String: Hex]
        let leaves: [Hex]
        let roots: [String]
    }
    struct Token: Decodable {
        let key, payload: Hex
        let expires_ms: Int64
        let context: [Hex]
        let text: String
    }
    struct RootFiles: Decodable {
        let raw, scrypt, passphrase: String
        let scrypt_key: Hex
    }
    struct Box: Decodable {
        let secret, `public`, purpose: String
        let fingerprint, context, plaintext, sealed: Hex
    }

    let padding: [[Int]]
    let keys: Keys
    let parts: [Part]
    let document: Document
    let texts: [Text]
    let index: [Row]
    let digests: Digests
    let token: Token
    let root_files: RootFiles
    let box: Box
}
