import Crypto
import Foundation
import SwiftASN1
import X509

/// A certificate authority of one installation's own, whose certificates name no host but `localhost`.
struct Authority {
    let certificate: Certificate
    let key: P256.Signing.PrivateKey

    init(certificate: Certificate, key: P256.Signing.PrivateKey) {
        self.certificate = certificate
        self.key = key
    }

    /// Makes an authority with a new key.
    init(now: Date, days: Int64) throws {
        key = P256.Signing.PrivateKey()
        let name = try DistinguishedName { CommonName("Colloque development authority") }
        certificate = try Certificate(
            version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: Certificate.PublicKey(key.publicKey),
            notValidBefore: now.addingTimeInterval(-300), notValidAfter: now.addingTimeInterval(Double(days) * 86_400),
            issuer: name, subject: name, signatureAlgorithm: .ecdsaWithSHA256,
            extensions: try Certificate.Extensions {
                Critical(BasicConstraints.isCertificateAuthority(maxPathLength: 0))
                Critical(KeyUsage(keyCertSign: true, cRLSign: true))
                // No constraint on addresses: BoringSSL, which our own client links, refuses a chain that has one.
                Critical(NameConstraints(permittedDNSDomains: ["localhost"]))
            }, issuerPrivateKey: Certificate.PrivateKey(key))
    }

    /// Signs a certificate for `localhost` and 127.0.0.1.
    func server(_ publicKey: P256.Signing.PublicKey, now: Date, days: Int64) throws -> Certificate {
        try Certificate(
            version: .v3, serialNumber: Certificate.SerialNumber(), publicKey: Certificate.PublicKey(publicKey),
            notValidBefore: now.addingTimeInterval(-300), notValidAfter: now.addingTimeInterval(Double(days) * 86_400),
            issuer: certificate.subject, subject: try DistinguishedName { CommonName("localhost") },
            signatureAlgorithm: .ecdsaWithSHA256,
            extensions: try Certificate.Extensions {
                Critical(BasicConstraints.notCertificateAuthority)
                Critical(KeyUsage(digitalSignature: true))
                try ExtendedKeyUsage([.serverAuth])
                SubjectAlternativeNames([
                    .dnsName("localhost"), .ipAddress(ASN1OctetString(contentBytes: [127, 0, 0, 1])),
                ])
            }, issuerPrivateKey: Certificate.PrivateKey(key))
    }
}
