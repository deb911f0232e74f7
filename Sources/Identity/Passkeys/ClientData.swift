import Crypto
import Vocabulary

/// What the browser says of a ceremony (`CollectedClientData`, WebAuthn L3 §5.8.1), well formed and not yet believed.
struct ClientData {
    /// The two ceremonies, as browsers call them.
    enum Kind: String {
        case create = "webauthn.create"
        case get = "webauthn.get"
    }

    /// The longest text that is read, in bytes.
    static let maximumLength = 4096

    /// SHA-256 of the text: what is signed.
    let hash: [UInt8]
    private let object: FlatObject

    /// Throws ``PasskeyError/clientData``.
    init(_ bytes: [UInt8]) throws(PasskeyError) {
        guard bytes.count <= ClientData.maximumLength, let object = try? FlatObject(bytes) else { throw .clientData }
        self.object = object
        hash = Array(SHA256.hash(data: bytes))
    }

    /// Refuses what was said in another ceremony, to another challenge or on another page (WebAuthn L3 §7.1 steps 7 to
    /// 12, §7.2 steps 11 to 15). Members that are not known are ignored, as §5.8.1 asks.
    func check(_ kind: Kind, _ challenge: SignInChallenge, _ party: RelyingParty) throws(PasskeyError) {
        guard object.string("type") == kind.rawValue else { throw .type }
        guard let text = object.string("challenge"), challenge.isText(text) else { throw .challenge }
        guard let origin = object.string("origin"), party.origins.contains(origin) else { throw .origin }
        guard object.members["crossOrigin"] ?? .boolean(false) == .boolean(false) else { throw .crossOrigin }
        guard object.members["topOrigin"] == nil else { throw .crossOrigin }
    }
}
