import Crypto
import Vocabulary

@testable import ClientKeys
@testable import Identity

/// What both ceremonies have: we, a client with its key, the nonces that it was given.
enum Ceremony {
    static let domain = "colloque.example"
    static let origin = "https://console.colloque.example:8443"
    static let clientKey = KeyPair().publicKey
    static let nonce = [UInt8](repeating: 7, count: 32)

    static var party: RelyingParty {
        get throws { try RelyingParty(id: domain, origins: ["https://colloque.example", origin]) }
    }

    static func challenge(
        _ purpose: SignInChallenge.Purpose, nonce: [UInt8] = nonce, key: PublicKey = clientKey
    ) throws -> SignInChallenge {
        try SignInChallenge(purpose, nonce: nonce, key: key)
    }

    /// Client data as browsers write it, with members replaced or, when nil, left out. Values are JSON.
    static func client(_ members: [(String, String)], _ changes: [String: String?]) -> [UInt8] {
        var written = members.compactMap { name, value in
            let changed = changes[name] ?? value
            return changed.map { "\"\(name)\":\($0)" }
        }
        for (name, value) in changes.sorted(by: { $0.key < $1.key }) {
            guard let value, !members.contains(where: { $0.0 == name }) else { continue }
            written.append("\"\(name)\":\(value)")
        }
        return Array("{\(written.joined(separator: ","))}".utf8)
    }

    /// The first 37 bytes of authenticator data.
    static func prefix(_ domain: String, _ flags: UInt8, _ counter: UInt32) -> [UInt8] {
        Array(SHA256.hash(data: Array(domain.utf8))) + [flags] + CBOR.bigEndian(Int(counter), 4)
    }

    /// The word with which something is refused, or nil.
    static func refusal(_ body: () throws -> Void) throws -> PasskeyError? {
        do {
            try body()
            return nil
        } catch let error as PasskeyError { return error }
    }
}
