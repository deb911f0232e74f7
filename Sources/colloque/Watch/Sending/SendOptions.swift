import ArgumentParser
import Detection
import Foundation

/// Where findings are sent.
struct SendOptions: ParsableArguments {
    @Option(help: "Send findings to this URL, signed.")
    var webhook: String?
    @Option(help: "The file of the webhook's secret.")
    var webhookSecret: String?
    @Option(help: "Send findings as CEF in syslog over TCP to host:port.")
    var syslog: String?
    @Flag(help: "The same within TLS; the receiver's certificate has to be for the host of --syslog.")
    var syslogTls = false
    @Option(help: "Authorities of the receiver's certificate, a PEM file; by default the system's.")
    var syslogCa: String?
    @Option(help: "Our certificate for the receiver, a PEM file.")
    var syslogCertificate: String?
    @Option(help: "Its private key, a PEM file.")
    var syslogKey: String?
    @Option(help: "Send findings by mail to this address; may be given several times.")
    var mailTo: [String] = []
    @Option(help: "The sender of mails.")
    var mailFrom: String?
    @Option(help: "The program that mails are handed to, as sendmail takes them.")
    var mailWith = "/usr/sbin/sendmail"

    /// The receiver of syslog, and how TLS is spoken to it.
    func receiver() throws -> (address: ReceiverAddress, tls: SyslogTLS?)? {
        guard let syslog else {
            guard !syslogTls, syslogCa == nil, syslogCertificate == nil, syslogKey == nil else {
                throw Failure.usage("--syslog-tls and its files need --syslog")
            }
            return nil
        }
        guard let address = ReceiverAddress(syslog) else { throw Failure.usage("--syslog: host:port") }
        guard syslogTls || syslogCa == nil && syslogCertificate == nil && syslogKey == nil else {
            throw Failure.usage("--syslog-ca, --syslog-certificate and --syslog-key need --syslog-tls")
        }
        guard syslogTls else { return (address, nil) }
        let tls = try TLSFiles.client(authorities: syslogCa, certificate: syslogCertificate, key: syslogKey)
        return (address, SyslogTLS(address, tls))
    }

    /// The message's form and the program; nil when no mail is asked for.
    func mail() throws -> (message: MailMessage, program: MailProgram)? {
        guard !mailTo.isEmpty else {
            guard mailFrom == nil else { throw Failure.usage("--mail-from needs --mail-to") }
            return nil
        }
        guard let mailFrom else { throw Failure.usage("--mail-to needs --mail-from") }
        guard mailTo.count <= 20 else { throw Failure.usage("--mail-to: at most 20 addresses") }
        let to = try mailTo.map { try SendOptions.address($0, "--mail-to") }
        let from = try SendOptions.address(mailFrom, "--mail-from")
        guard FileManager.default.isExecutableFile(atPath: mailWith) else {
            throw Failure.refused("\(mailWith): no program; name one by --mail-with")
        }
        return (MailMessage(from: from, to: to), MailProgram(path: mailWith, to: to))
    }

    /// One that can stand on a command line, where a dash would begin an option.
    private static func address(_ text: String, _ option: String) throws -> MailAddress {
        guard !text.hasPrefix("-"), let address = MailAddress(text) else {
            throw Failure.usage("\(option): no address of the form name@domain")
        }
        return address
    }
}
