import NIOSSL
import Vocabulary

/// Where the gateway's certificate comes from.
public enum GatewayCertificate: Sendable, Hashable {
    /// Made at the first start in this directory, of mode 0700: for localhost and 127.0.0.1 only.
    case development(directory: String)
    /// PEM files: the chain, leaf first; its private key; and the authority that clients are told of, if any.
    case files(chain: String, key: String, authority: String?)

    /// The TLS configuration (1.2 or later) and the path of the authority's certificate.
    func configuration(now: Timestamp) throws(GatewayError) -> (tls: TLSConfiguration, authority: String?) {
        switch self {
        case .development(let directory):
            let own = DevelopmentCertificate(directory: directory, now: now)
            try own.prepare()
            return (try GatewayCertificate.load(own.chainPath, own.keyPath), own.authorityPath)
        case .files(let chain, let key, let authority):
            return (try GatewayCertificate.load(chain, key), authority)
        }
    }

    private static func load(_ chain: String, _ key: String) throws(GatewayError) -> TLSConfiguration {
        do {
            var tls = TLSConfiguration.makeServerConfiguration(
                certificateChain: try NIOSSLCertificate.fromPEMFile(chain).map { .certificate($0) },
                privateKey: .privateKey(try NIOSSLPrivateKey(file: key, format: .pem)))
            tls.minimumTLSVersion = .tlsv12
            return tls
        } catch {
            throw GatewayError.certificate
        }
    }
}
