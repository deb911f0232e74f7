import NIOSSL

/// Certificates and keys of PEM files, as TLS 1.2 or later uses them (RFC 5425 §4.2, RFC 9662).
enum TLSFiles {
    /// For a listener. With `clients`, a connection without a certificate of these authorities does not come about.
    static func server(certificate: String?, key: String?, clients: String?) throws -> NIOSSLContext {
        guard let certificate, let key else { throw Failure.usage("tls needs --tls-certificate and --tls-key") }
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: try chain(certificate), privateKey: try privateKey(key))
        configuration.minimumTLSVersion = .tlsv12
        if let clients {
            configuration.trustRoots = .certificates(try authorities(clients))
            configuration.certificateVerification = .noHostnameVerification
        }
        return try context(configuration, certificate)
    }

    static func chain(_ path: String) throws -> [NIOSSLCertificateSource] {
        try authorities(path).map { .certificate($0) }
    }

    static func authorities(_ path: String) throws -> [NIOSSLCertificate] {
        guard let found = try? NIOSSLCertificate.fromPEMFile(path), !found.isEmpty else {
            throw Failure.refused("\(path): no certificate in PEM")
        }
        return found
    }

    static func privateKey(_ path: String) throws -> NIOSSLPrivateKeySource {
        guard let key = try? NIOSSLPrivateKey(file: path, format: .pem) else {
            throw Failure.refused("\(path): no private key in PEM, or one behind a passphrase")
        }
        return .privateKey(key)
    }

    static func context(_ configuration: TLSConfiguration, _ path: String) throws -> NIOSSLContext {
        do { return try NIOSSLContext(configuration: configuration) } catch {
            throw Failure.refused("\(path): certificate and key do not fit")
        }
    }
}

extension TLSFiles {
    /// For a sender: the receiver's certificate has to be of the authorities (by default the system's), and for its name.
    static func client(authorities: String?, certificate: String?, key: String?) throws -> NIOSSLContext {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv12
        if let authorities { configuration.trustRoots = .certificates(try self.authorities(authorities)) }
        guard certificate != nil || key != nil else { return try context(configuration, authorities ?? "--syslog-tls") }
        guard let certificate, let key else {
            throw Failure.usage("--syslog-certificate and --syslog-key need each other")
        }
        configuration.certificateChain = try chain(certificate)
        configuration.privateKey = try privateKey(key)
        return try context(configuration, certificate)
    }
}
