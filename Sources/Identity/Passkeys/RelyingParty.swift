import Crypto
import Vocabulary

/// For whom passkeys are made: a domain, and the origins whose pages may ask for them (WebAuthn L3 §5.1.2, §13.4.9).
public struct RelyingParty: Hashable, Sendable {
    /// The RP ID: a domain in lower-case ASCII.
    public let id: String
    /// The origins, as browsers write them.
    public let origins: Set<String>

    /// Throws ``PasskeyError/relyingParty`` unless every origin is `https://` with the domain or one below it, and a port if
    /// it is not 443. There must be one.
    public init(id: String, origins: Set<String>) throws(PasskeyError) {
        guard RelyingParty.isDomain(id), !origins.isEmpty else { throw .relyingParty }
        guard origins.allSatisfy({ RelyingParty.isOrigin($0, of: id) }) else { throw .relyingParty }
        self.id = id
        self.origins = origins
    }

    /// SHA-256 of the id, the first 32 bytes of authenticator data (WebAuthn L3 §6.1).
    var hash: [UInt8] { Array(SHA256.hash(data: Array(id.utf8))) }

    private static func isDomain(_ text: String) -> Bool {
        let labels = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return text.utf8.count <= 253
            && labels.allSatisfy { label in
                !label.isEmpty && label.allSatisfy { "abcdefghijklmnopqrstuvwxyz0123456789-".utf8.contains($0) }
            }
    }

    private static func isOrigin(_ text: String, of id: String) -> Bool {
        guard text.hasPrefix("https://") else { return false }
        let parts = text.dropFirst(8).split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard isDomain(String(parts[0])), parts[0] == id || parts[0].hasSuffix("." + id) else { return false }
        guard parts.count == 2 else { return true }
        return UInt16(parts[1]).map { $0 > 0 && $0 != 443 && String($0) == parts[1] } ?? false
    }
}
