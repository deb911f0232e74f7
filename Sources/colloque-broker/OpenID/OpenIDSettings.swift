import Foundation
import Identity
import Vocabulary
import Yams

/// The provider of identities that `config.yaml` names under `openid` (docs/formats/openid.md).
struct OpenIDSettings: Sendable {
    private struct Document: Codable {
        var openid: Item?

        struct Item: Codable {
            var issuer: String
            var client_id: String
            var client_secret_file: String
            var authorization_endpoint: String
            var token_endpoint: String
            var jwks_uri: String
            var redirect_uri: String
            var scope: String?
            var algorithm: String?
            var acr: [String]
            var rpps_claim: String?
            var max_age: Int64?
        }
    }

    let provider: OpenIDProvider
    let tokenEndpoint: String
    let keysAddress: String
    /// By which the provider knows us (`client_secret_basic`, OpenID Connect Core 1.0 §9).
    let secret: SecretBytes

    /// Reads the file; nil when it names no provider. Throws ``BrokerStart/openID`` for anything that is not one.
    init?(path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        guard data.count <= 65_536,
            let document = try? YAMLDecoder().decode(Document.self, from: String(decoding: data, as: UTF8.self))
        else { throw BrokerStart.openID }
        guard let item = document.openid else { return nil }
        guard let algorithm = OpenIDProvider.Algorithm(rawValue: item.algorithm ?? "RS256"),
            [item.token_endpoint, item.jwks_uri].allSatisfy(OpenIDProvider.isSafe),
            let provider = try? OpenIDProvider(
                issuer: item.issuer, clientID: item.client_id, authorizationEndpoint: item.authorization_endpoint,
                redirectURI: item.redirect_uri, scope: item.scope ?? "openid", algorithm: algorithm,
                acrValues: item.acr, rppsClaim: item.rpps_claim ?? "SubjectNameID", maximumAge: item.max_age ?? 14_400),
            let secret = OpenIDSettings.secret(item.client_secret_file)
        else { throw BrokerStart.openID }
        (self.provider, self.secret) = (provider, secret)
        (tokenEndpoint, keysAddress) = (item.token_endpoint, item.jwks_uri)
    }

    /// The first line of the file, printable ASCII.
    private static func secret(_ path: String) -> SecretBytes? {
        guard let contents = FileManager.default.contents(atPath: path), contents.count <= 4096 else { return nil }
        let line = contents.prefix { $0 != UInt8(ascii: "\n") }
        return !line.isEmpty && line.allSatisfy { (0x20...0x7E).contains($0) } ? SecretBytes(line) : nil
    }
}
