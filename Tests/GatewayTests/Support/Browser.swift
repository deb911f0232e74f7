import BrokerAPI
import ClientKeys
import Foundation
import Gateway
import Identity
import JSONTree
import Synchronization
import Testing
import Vocabulary

/// A person's program: its own key, a passkey in software, proofs with each request; everything over HTTPS.
struct Browser: Sendable {
    let installation: Installation
    let key = KeyPair()
    let passkey: SoftPasskey
    var token = ""

    init(_ installation: Installation) {
        self.installation = installation
        passkey = SoftPasskey(relyingParty: "localhost", origin: installation.addresses.url)
    }

    var jwk: JSONValue {
        let point = Base64URL.decode(key.publicKey.text.utf8) ?? []
        return [
            "kty": "EC", "crv": "P-256", "x": .string(Base64URL.text(point[1..<33])),
            "y": .string(Base64URL.text(point[33...])),
        ]
    }

    /// Sends JSON to a route of `/signin`, with a proof where there is a session.
    func post(_ path: String, _ body: JSONValue) async throws -> Caller.Reply {
        let reply = try await send("POST", path, body: body.bytes, type: "application/json")
        return reply
    }

    func challenge(_ purpose: String, act: String? = nil) async throws -> (nonce: String, challenge: [UInt8]) {
        var body: JSONObject = JSONObject()
        body["key"] = jwk
        body["purpose"] = .string(purpose)
        body["act"] = act.map(JSONValue.string)
        let reply = try await post("/signin/challenge", .object(body))
        let nonce = try #require(reply.json?["nonce"]?.string, "\(reply.text)")
        return (nonce, try #require(Base64URL.decode((reply.json?["challenge"]?.string ?? "").utf8)))
    }

    func enrol(_ invitation: String) async throws -> Caller.Reply {
        let (nonce, challenge) = try await challenge("enrolment")
        let made = passkey.registration(challenge: challenge)
        return try await post(
            "/signin/enrol",
            [
                "key": jwk, "nonce": .string(nonce), "invitation": .string(invitation),
                "passkey": [
                    "clientDataJSON": .string(Base64URL.text(made.clientData)),
                    "attestationObject": .string(Base64URL.text(made.attestation)),
                ],
            ])
    }

    func evidence(_ purpose: String = "sign-in", act: String? = nil) async throws -> JSONObject {
        let (nonce, challenge) = try await challenge(purpose, act: act)
        let answer = try passkey.answer(challenge: challenge)
        var body: JSONObject = JSONObject()
        body["key"] = jwk
        body["nonce"] = .string(nonce)
        body["passkey"] = [
            "id": .string(Base64URL.text(passkey.id)), "clientDataJSON": .string(Base64URL.text(answer.clientData)),
            "authenticatorData": .string(Base64URL.text(answer.authenticatorData)),
            "signature": .string(Base64URL.text(answer.signature)),
        ]
        return body
    }

    mutating func signIn() async throws -> Caller.Reply {
        let reply = try await post("/signin/session", .object(try await evidence()))
        token = try #require(reply.json?["access_token"]?.string, "\(reply.text)")
        return reply
    }

    /// A request with a proof that names this; without a key, without one.
    func send(
        _ method: String, _ path: String, body: [UInt8]? = nil, type: String = "application/fhir+json",
        naming named: RequestProof.Named? = nil, by signer: KeyPair? = nil, signing other: String? = nil,
        proof given: String? = nil
    ) async throws -> Caller.Reply {
        let caller = Caller(addresses: installation.addresses, key: key, subject: .random(), token: "")
        var headers: [String: String] = [:]
        if body != nil { headers["content-type"] = type }
        guard !token.isEmpty else { return try await caller.send(method, path, body, headers) }
        headers["authorization"] = "DPoP \(token)"
        let drawn = try await installation.client.challenge(Nothing())
        headers["dpop"] =
            try given
            ?? (signer ?? key).proof(
                method: method, url: installation.addresses.url + (other ?? path),
                tokenHash: RequestProof.hash(ofToken: token.utf8), nonce: drawn.proofNonces.first, named: named,
                now: drawn.time)
        return try await caller.send(method, path, body, headers)
    }
}

extension Caller {
    init(addresses: GatewayAddresses, key: KeyPair, subject: MemberID, token: String) {
        (self.addresses, self.key, self.subject, self.token) = (addresses, key, subject, token)
    }
}
