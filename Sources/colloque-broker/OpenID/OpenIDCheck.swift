import ArgumentParser
import Foundation
import Identity
import Vocabulary

/// Signs somebody in at the provider that a file names, and says who it is: for whoever sets it up, and for scripts/openid.
/// It needs no data directory and opens no key.
struct OpenIDCheck: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "openid", abstract: "Tries a provider of identities.",
        discussion: "Prints the address for a browser, and reads the one to which it came back.", shouldDisplay: false)

    /// The base point of the curve: a key of everybody, which opens nothing.
    private static let key = "BGsX0fLhLEJH-Lzm5WOkQPJ3A32BLeszoPShOUXYmMKWT-NC4v4af5uO5-tKfA-eFivOM1drMV7Oy7ZAaDe_UfU"

    @Option(help: "The file with the key openid, as in config.yaml.")
    var config: String

    @Flag(help: "Stay for more addresses, each for the same request.")
    var again = false

    func run() async throws {
        do {
            guard let settings = try OpenIDSettings(path: config) else { throw BrokerStart.openID }
            let nonce = unsafe SecretBytes.random(count: 32).withUnsafeBytes { unsafe Array($0) }
            let key = try PublicKey(text: OpenIDCheck.key)
            let request = try OpenIDRequest(to: settings.provider, nonce: nonce, key: key)
            let client = OpenIDOverHTTP(settings)
            say(request.url)
            repeat {
                guard let line = readLine() else { break }
                say(await outcome(line, request, client))
            } while again
            await OpenIDFetch.close()
        } catch {
            FileHandle.standardError.write(Data("colloque-broker: \(error)\n".utf8))
            throw ExitCode(3)
        }
    }

    private func outcome(_ address: String, _ request: OpenIDRequest, _ client: OpenIDOverHTTP) async -> String {
        let items = URLComponents(string: address)?.queryItems ?? []
        func item(_ name: String) -> String { items.first { $0.name == name }?.value ?? "" }
        guard item("state") == request.state else { return "refused: state" }
        do {
            let who = try await client.identity(code: item("code"), for: request) {
                Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000))
            }
            return "accepted: rpps \(who.rpps), acr \(who.acr), authenticated at \(who.authenticatedAt.seconds)"
        } catch {
            return "refused: \(error)"
        }
    }

    private func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }
}
