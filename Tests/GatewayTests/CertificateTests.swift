import Foundation
import Testing
import Vocabulary
import X509

@testable import Gateway

@Suite struct CertificateTests {
    private static func with(_ body: (String) throws -> Void) throws {
        let directory = NSTemporaryDirectory() + "colloque-tls-\(UInt32.random(in: .min ... .max))"
        defer { try? FileManager.default.removeItem(atPath: directory) }
        try body(directory)
    }

    private static func read(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

    @Test func keysAreTheOwnersAloneAndTheAuthorityStays() throws {
        try CertificateTests.with { directory in
            let now = SystemClock().now()
            let certificate = DevelopmentCertificate(directory: directory, now: now)
            try certificate.prepare()
            for name in ["ca.key", "server.key"] {
                let mode = try FileManager.default.attributesOfItem(atPath: "\(directory)/\(name)")[.posixPermissions]
                #expect((mode as? NSNumber)?.intValue == 0o600, "\(name)")
            }
            let (authority, server) = try (
                CertificateTests.read(certificate.authorityPath), CertificateTests.read(certificate.chainPath)
            )
            try certificate.prepare()
            #expect(try CertificateTests.read(certificate.chainPath) == server)
            try DevelopmentCertificate(directory: directory, now: now.adding(days: 300)).prepare()
            #expect(try CertificateTests.read(certificate.chainPath) != server)
            #expect(try CertificateTests.read(certificate.authorityPath) == authority)
            try DevelopmentCertificate(directory: directory, now: now.adding(days: 3_600)).prepare()
            #expect(try CertificateTests.read(certificate.authorityPath) != authority)
        }
    }

    @Test func whatIsDamagedIsMadeAnew() throws {
        try CertificateTests.with { directory in
            let certificate = DevelopmentCertificate(directory: directory, now: SystemClock().now())
            try certificate.prepare()
            let server = try CertificateTests.read(certificate.chainPath)
            try "nonsense".write(toFile: certificate.keyPath, atomically: true, encoding: .utf8)
            try certificate.prepare()
            #expect(try CertificateTests.read(certificate.chainPath) != server)
            #expect(throws: Never.self) {
                try GatewayCertificate.development(directory: directory).configuration(now: SystemClock().now())
            }
        }
    }

    @Test func theAuthorityIsGoodForNoOtherHostName() throws {
        try CertificateTests.with { directory in
            let certificate = DevelopmentCertificate(directory: directory, now: SystemClock().now())
            try certificate.prepare()
            let authority = try Certificate(pemEncoded: CertificateTests.read(certificate.authorityPath))
            let constraints = try #require(try authority.extensions.nameConstraints)
            #expect(Array(constraints.permittedDNSDomains) == ["localhost"])
        }
    }

    @Test func missingFilesAreAnErrorWithoutAPath() {
        let certificate = GatewayCertificate.files(chain: "/nowhere/a", key: "/nowhere/b", authority: nil)
        #expect(throws: GatewayError.certificate) { try certificate.configuration(now: SystemClock().now()) }
        #expect(GatewayError.certificate.description == "gateway: certificate")
    }
}
