import Crypto
import Foundation
import SwiftASN1
import Vocabulary
import X509

/// The certificate that an installation makes for itself when none is configured: an authority of its own, good for no
/// host name but `localhost` (RFC 5280 §4.2.1.10), and a certificate for `localhost` and 127.0.0.1 signed by it.
///
/// Files, in a directory of mode 0700: `ca.pem`, `ca.key`, `server.pem` (with the authority's behind it), `server.key`;
/// keys have mode 0600. The server certificate is made anew at a start when less than a third of its life is left.
struct DevelopmentCertificate {
    /// How long a server certificate is good, in days.
    static let serverDays: Int64 = 397
    /// How long the authority is good, in days.
    static let authorityDays: Int64 = 3_650

    let directory: String
    let now: Timestamp

    /// The path of the authority's certificate, for clients.
    var authorityPath: String { "\(directory)/ca.pem" }
    var chainPath: String { "\(directory)/server.pem" }
    var keyPath: String { "\(directory)/server.key" }
    private var authorityKeyPath: String { "\(directory)/ca.key" }

    /// Makes what is missing or nearly over. Throws ``GatewayError/certificate``.
    func prepare() throws(GatewayError) {
        do {
            try FileManager.default.createDirectory(
                atPath: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            let authority = try authority()
            if !isGood(authority) { try makeServer(authority) }
        } catch {
            throw GatewayError.certificate
        }
    }

    private var moment: Date { Date(timeIntervalSince1970: Double(now.milliseconds) / 1000) }

    private func authority() throws -> Authority {
        if let certificate = try? Certificate(pemEncoded: text(authorityPath)),
            let key = try? P256.Signing.PrivateKey(pemRepresentation: text(authorityKeyPath)),
            certificate.publicKey == Certificate.PublicKey(key.publicKey),
            remaining(certificate) > Double(DevelopmentCertificate.serverDays * 86_400)
        {
            return Authority(certificate: certificate, key: key)
        }
        let fresh = try Authority(now: moment, days: DevelopmentCertificate.authorityDays)
        try write(fresh.key.pemRepresentation, to: authorityKeyPath, mode: 0o600)
        try write(try fresh.certificate.serializeAsPEM().pemString, to: authorityPath, mode: 0o644)
        return fresh
    }

    /// Whether the server certificate is of this authority, has its key, and is good for a while.
    private func isGood(_ authority: Authority) -> Bool {
        guard let text = try? text(chainPath), let first = try? PEMDocument.parseMultiple(pemString: text).first,
            let certificate = try? Certificate(pemDocument: first), let keyText = try? self.text(keyPath),
            let key = try? P256.Signing.PrivateKey(pemRepresentation: keyText)
        else { return false }
        return certificate.publicKey == Certificate.PublicKey(key.publicKey)
            && authority.certificate.publicKey.isValidSignature(certificate.signature, for: certificate)
            && remaining(certificate) > Double(DevelopmentCertificate.serverDays * 86_400) / 3
    }

    private func makeServer(_ authority: Authority) throws {
        let key = P256.Signing.PrivateKey()
        let certificate = try authority.server(key.publicKey, now: moment, days: DevelopmentCertificate.serverDays)
        let chain = try [certificate, authority.certificate].map { try $0.serializeAsPEM().pemString + "\n" }.joined()
        try write(key.pemRepresentation, to: keyPath, mode: 0o600)
        try write(chain, to: chainPath, mode: 0o644)
    }

    private func remaining(_ certificate: Certificate) -> Double {
        moment < certificate.notValidBefore ? 0 : certificate.notValidAfter.timeIntervalSince(moment)
    }

    private func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

    /// Replaces a file in one step; it never exists with more than its mode.
    private func write(_ text: String, to path: String, mode: Int) throws {
        let new = "\(path).\(UInt64.random(in: .min ... .max)).new"
        let isMade = FileManager.default.createFile(
            atPath: new, contents: Data(text.utf8), attributes: [.posixPermissions: mode])
        guard isMade, unsafe rename(new, path) == 0 else { throw GatewayError.certificate }
    }
}
