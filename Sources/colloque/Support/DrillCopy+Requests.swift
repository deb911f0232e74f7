import BrokerAPI
import ClientKeys
import Crypto
import Drill
import Foundation
import Identity
import JSONTree
import Vocabulary

extension SoftPasskey: DrillPasskey {}

extension DrillCopy {
    func send(_ request: DrillRequest) async throws -> DrillAnswer {
        let answer: RunningServer.Answer
        switch request.proof {
        case .none: answer = try await send(request, proof: nil)
        case .seen(let proof): answer = try await send(request, proof: proof)
        case .naming(let naming): answer = try await signed(request, naming)
        case .honest: answer = try await signed(request, DrillNaming(path: request.path))
        }
        return DrillAnswer(status: answer.status, body: answer.body)
    }

    /// Signs the request; once more when nonce or time were old.
    private func signed(_ request: DrillRequest, _ naming: DrillNaming?) async throws -> RunningServer.Answer {
        guard let token = request.token, keys.pair(of: token) != nil else { return try await send(request, proof: nil) }
        func attempt() async throws -> RunningServer.Answer {
            let (nonce, now) = keys.signing
            let proof = try proof(
                naming, request.method, request.path, token: token, signer: token, nonce: nonce, now: now)
            return try await send(request, proof: proof)
        }
        let answer = try await attempt()
        // Others who ask at the same time may have learnt the newest already.
        guard answer.proofError != nil else { return answer }
        try await refresh()
        return try await attempt()
    }

    private func send(_ request: DrillRequest, proof: String?) async throws -> RunningServer.Answer {
        try await server().send(
            request.method, request.path, body: request.body, type: request.type, token: request.token, proof: proof)
    }

    /// Asks for the newest nonce and the time, as whoever signs in does.
    private func refresh() async throws {
        let body = #"{"key":\#(KeyPair().publicKey.jwk),"purpose":"sign-in"}"#
        let answer = try await server().send(
            "POST", "/signin/challenge", body: Array(body.utf8), type: "application/json", token: nil)
        guard let json = answer.json, let seconds = json["time"]?.number.flatMap({ Int64($0.text) }) else {
            throw Failure.broken("drill: no challenge (\(answer.status))")
        }
        keys.learn(nonce: json["dpop_nonce"]?.string, time: Timestamp(seconds: seconds))
    }

    func proof(
        _ naming: DrillNaming?, _ method: String, _ path: String, token: String, signer: String, nonce: String?,
        now: Timestamp
    ) throws -> String? {
        try keys.pair(of: signer)?.proof(
            method: method, url: server().url + path, tokenHash: RequestProof.hash(ofToken: token.utf8), nonce: nonce,
            named: naming?.named, now: now)
    }

    func drawClientKey() -> String { keys.draw().publicKey.text }

    func note(token: String, key: String) { keys.bind(token, to: key) }

    func drawPasskey() throws -> any DrillPasskey {
        let url = try server().url
        return SoftPasskey(relyingParty: String(url.dropFirst(8).prefix { $0 != ":" }), origin: url)
    }

    func code(of uri: String, at now: Timestamp) throws -> String {
        guard let code = SoftAuthenticator(uri: uri)?.code(at: now) else { throw Failure.broken("drill: not otpauth") }
        return code
    }

    func token(of account: DrillAccount, bound: Bool, now: Timestamp) async throws -> String? {
        let key = try KeyFile.read(account.key)
        guard let id = MemberID(account.id) else { throw Failure.broken("drill: not an id") }
        let client = bound ? keys.draw() : nil
        do {
            let token = try await server().token(id, key, now: now, binding: client)
            if let client { keys.bind(token, to: client.publicKey.text) }
            return token
        } catch let failure as Failure where failure.code == Failure.refused("").code { return nil }
    }

    func drawKey() throws -> (path: String, publicKey: String) {
        let path = room + "/" + UUID().uuidString.lowercased() + ".pem"
        return (path, try KeyFile.create(at: path).publicKey.text)
    }

    func assertion(_ step: ActStep, _ content: String, of id: String, key: String, now: Timestamp) throws -> String {
        // Every id is written alike, and the broker knows whose it is.
        guard let subject = MemberID(id) else { throw Failure.broken("drill: not an id") }
        let audience = step.audience(digest: Array(SHA256.hash(data: Array(content.utf8))))
        return try KeyFile.read(key).assertion(subject: subject, audience: audience, now: now)
    }

    func assertion(of account: DrillAccount, bound: Bool, now: Timestamp) throws -> SignIn {
        guard let id = MemberID(account.id) else { throw Failure.broken("drill: not an id") }
        let audience = try server().url + "/oauth/token"
        let client = bound ? keys.draw().publicKey : nil
        let assertion = try KeyFile.read(account.key).assertion(
            subject: id, audience: audience, now: now, binding: client)
        return SignIn(assertion: assertion, audience: audience, key: client?.text)
    }
}
