import ArgumentParser
import Detection

/// Where syslog is listened for.
struct ListenOptions: ParsableArguments {
    @Option(help: "Take syslog at TRANSPORT:ADDRESS:PORT, TRANSPORT one of udp, tcp, tls; may be given several times.")
    var listen: [String] = []
    @Option(help: "The certificate chain for tls, a PEM file.")
    var tlsCertificate: String?
    @Option(help: "Its private key, a PEM file.")
    var tlsKey: String?
    @Option(help: "Authorities of clients' certificates, a PEM file: then every client needs one.")
    var tlsClients: String?
    @Option(help: "How many MiB of what came are kept.")
    var listenKeep = 1_024

    /// The listeners, not listening yet, with their spool in the folder of the watch; nil when none is asked for.
    func listeners(state: String?, once: Bool) throws -> SyslogListeners? {
        guard !listen.isEmpty else { return nil }
        guard let state else { throw Failure.usage("--listen needs --state, for what was not read yet") }
        guard !once else { throw Failure.usage("--listen goes on until it is stopped: not with --once") }
        guard (1...1_048_576).contains(listenKeep) else { throw Failure.usage("--listen-keep is 1 to 1,048,576 MiB") }
        let addresses = try listen.map { text in
            guard let address = ListenAddress(text) else {
                throw Failure.usage("--listen \(text): write udp:127.0.0.1:5514, tcp:[::1]:5514 or tls:0.0.0.0:6514")
            }
            return address
        }
        guard Set(addresses).count == addresses.count else { throw Failure.usage("--listen: one is named twice") }
        let isSecret = addresses.contains { $0.transport == .tls }
        let tls = isSecret ? try TLSFiles.server(certificate: tlsCertificate, key: tlsKey, clients: tlsClients) : nil
        let limits = SpoolLimits(kept: Int64(listenKeep) << 20)
        let spool: SyslogSpool
        do { spool = try SyslogSpool(folder: state + "/listen", limits: limits) } catch let error as SourceError {
            throw Failure.broken(error.description)
        }
        return SyslogListeners(addresses, spool: spool, tls: tls)
    }
}
