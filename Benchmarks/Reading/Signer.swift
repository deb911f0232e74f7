import ClientKeys
import Identity
import Vocabulary

/// A client that signs each of its requests.
struct Signer: Sendable {
    let token: String
    let key: KeyPair
    let url: String

    /// The two header fields of a GET, each with its line end; the proof names all tiers of the patient in the path.
    func fields(_ path: String, nonce: String) throws -> String {
        let id = path.split(separator: "/").last.flatMap { PatientID(String($0.prefix(36))) }
        let named = RequestProof.Named(patients: Set([id].compactMap(\.self)), tiers: .all)
        let proof = try key.proof(
            method: "GET", url: url + path, tokenHash: RequestProof.hash(ofToken: token.utf8), nonce: nonce,
            named: named, now: SystemClock().now())
        return "Authorization: DPoP \(token)\r\nDPoP: \(proof)\r\n"
    }
}
