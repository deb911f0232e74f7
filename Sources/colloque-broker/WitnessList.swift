import Broker
import Foundation
import Ledger
import Yams

/// The witnesses that `config.yaml` names: `witnesses`, a list of `key` (a cosignature vkey) and `url` (of its `add-checkpoint`'s
/// parent).
struct WitnessList {
    private struct Document: Codable {
        var witnesses: [Item]?
        var webOrigins: [String]?

        struct Item: Codable {
            var key: String
            var url: String
        }
    }

    private let items: [Document.Item]
    /// Origins of pages on which passkeys are used.
    let webOrigins: Set<String>

    /// Reads the file; no witnesses when there is none. Throws ``BrokerStart/witnesses`` for anything that is not a list of witnesses.
    init(path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else {
            (items, webOrigins) = ([], [])
            return
        }
        guard data.count <= 65_536,
            let document = try? YAMLDecoder().decode(Document.self, from: String(decoding: data, as: UTF8.self)),
            document.witnesses?.count ?? 0 <= Witnesses.maximum
        else { throw BrokerStart.witnesses }
        items = document.witnesses ?? []
        webOrigins = Set(document.webOrigins ?? [])
    }

    var isEmpty: Bool { items.isEmpty }

    /// A client of each witness.
    func clients() throws -> Witnesses {
        Witnesses(
            try items.map { item in
                guard let verifier = try? NoteVerifier(vkey: item.key), let post = WitnessPost(url: item.url),
                    let client = try? WitnessClient(verifier: verifier, transport: post.send)
                else { throw BrokerStart.witnesses }
                return (verifier.key.name, client)
            })
    }
}
