import Foundation
import Testing
import Vocabulary

@testable import Identity

/// ID tokens of real providers of Debian, LemonLDAP::NG and glewlwyd: started, asked by a browser and a client of Python's, and
/// judged here. `scripts/openid` has them installed, and sends our own client to them besides.
@Suite(.serialized) struct RealProviderTests {
    private struct Settings: Decodable {
        let issuer, client_id, authorization_endpoint, redirect_uri, scope, algorithm, rpps_claim: String
        let acr: [String]

        func provider(acr accepted: [String]? = nil) throws -> OpenIDProvider {
            try OpenIDProvider(
                issuer: issuer, clientID: client_id, authorizationEndpoint: authorization_endpoint,
                redirectURI: redirect_uri, scope: scope,
                algorithm: try #require(OpenIDProvider.Algorithm(rawValue: algorithm)), acrValues: accepted ?? acr,
                rppsClaim: rpps_claim, maximumAge: 3600)
        }
    }

    private struct Answer: Decodable {
        let id_token, access_token, keys, state: String
    }

    private static let nonce = [UInt8](repeating: 21, count: 32)
    private static let scripts = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../scripts").standardizedFileURL.path

    private static func isHere(_ module: String, _ question: String) -> Bool {
        let script =
            "import sys; sys.path.insert(0, '\(scripts)'); import \(module); sys.exit(not \(module).\(question)())"
        return (try? Other.run("python3", ["-c", script])) != nil
    }

    private static let hasLemonLDAP = isHere("lemonldap", "is_here")
    private static let hasGlewlwyd = isHere("glewlwyd", "is_installed")

    /// Signs in once, and returns the words with which the token is refused in turn: as it came, for another client's key, for
    /// another sign-in, with another level, with another access token, a day later, and with each of its bytes changed.
    private func outcomes(_ script: String, _ algorithm: String) throws -> (identity: OpenIDIdentity?, words: [String])
    {
        let (key, verifier) = (IDTokenForge.someKey(), BearerToken())
        let draft = try OpenIDRequest(
            to: OpenIDProvider(
                issuer: "https://a.example", clientID: "colloque", authorizationEndpoint: "https://a.example",
                redirectURI: "http://127.0.0.1:9/back", scope: "openid", algorithm: .rs256, acrValues: ["eidas1"],
                rppsClaim: "SubjectNameID", maximumAge: 3600), nonce: Self.nonce, key: key, verifier: verifier)
        let query = draft.url.dropFirst("https://a.example?".count)
        let lines = try Other.run(
            "python3", ["\(Self.scripts)/\(script)", algorithm], input: "\(query) \(verifier.exposedText())\n"
        ).split(separator: "\n").map { Data($0.utf8) }
        #expect(lines.count == 2)
        let settings = try JSONDecoder().decode(Settings.self, from: lines[0])
        let answer = try JSONDecoder().decode(Answer.self, from: lines[1])
        let keys = try OpenIDKeySet(Array(answer.keys.utf8))
        let now = Timestamp(milliseconds: Int64(Date(timeIntervalSinceNow: 0).timeIntervalSince1970 * 1000))
        func identity(
            _ token: String, nonce: [UInt8] = Self.nonce, key other: PublicKey = key, acr: [String]? = nil,
            access: String = answer.access_token, days: Int64 = 0
        ) throws -> OpenIDIdentity {
            let request = try OpenIDRequest(
                to: settings.provider(acr: acr), nonce: nonce, key: other, verifier: verifier)
            #expect(request.state == answer.state || other != key || nonce != Self.nonce)
            return try UnverifiedIDToken(token).verified(
                for: request, accessToken: access, by: keys, now: now.adding(days: days))
        }
        func word(_ made: () throws -> OpenIDIdentity) -> String {
            do {
                _ = try made()
                return "accepted"
            } catch { return "\(error)" }
        }
        let token = answer.id_token
        for index in token.utf8.indices {
            var changed = Array(token.utf8)
            changed[token.utf8.distance(from: token.utf8.startIndex, to: index)] ^= 1
            #expect((try? identity(String(decoding: changed, as: UTF8.self))) == nil)
        }
        return (
            try? identity(token),
            [
                word { try identity(token) }, word { try identity(token, key: IDTokenForge.someKey()) },
                word { try identity(token, nonce: [UInt8](repeating: 22, count: 32)) },
                word { try identity(token, acr: ["eidas3"]) }, word { try identity(token, access: "another") },
                word { try identity(token, days: 1) },
            ]
        )
    }

    @Test(.enabled(if: hasLemonLDAP, "LemonLDAP::NG is not here: scripts/openid fetches it"))
    func lemonLDAP() throws {
        let (identity, words) = try outcomes("lemonldap.py", "RS256")
        #expect(words == ["accepted", "nonce", "nonce", "acr", "access-token", "expired"])
        #expect(identity?.rpps == "10101010101" && identity?.acr == "eidas1" && identity?.subject == "dwho")
    }

    /// Its tokens are right but for two things that it does not say: when somebody was authenticated, and how.
    @Test(
        .enabled(if: hasGlewlwyd, "glewlwyd is not installed: scripts/openid does it"),
        arguments: OpenIDProvider.Algorithm.allCases)
    func glewlwyd(algorithm: OpenIDProvider.Algorithm) throws {
        let (_, words) = try outcomes("glewlwyd.py", algorithm.rawValue)
        #expect(
            words == [
                "authentication-time", "nonce", "nonce", "authentication-time", "access-token", "expired",
            ])
    }
}
