import BrokerAPI
import HTTPTypes
import Identity
import JSONTree
import Vocabulary

/// A JSON body of the sign-in routes, read strictly: an object with known members only. docs/formats/sign-in.md
struct SignInBody {
    private let json: JSONValue

    /// Throws 400 for anything but a JSON object whose members are all among these.
    init(_ bytes: [UInt8], _ members: Set<String>) throws(HTTPRefusal) {
        guard let json = try? JSONValue(parsing: bytes.isEmpty ? Array("{}".utf8) : bytes) else { throw .signInBody }
        try self.init(json, members)
    }

    private init(_ json: JSONValue, _ members: Set<String>) throws(HTTPRefusal) {
        guard let object = json.object, object.members.allSatisfy({ members.contains($0.key) }) else {
            throw .signInBody
        }
        self.json = json
    }

    /// A member that must be there.
    func text(_ name: String) throws(HTTPRefusal) -> String {
        guard let text = json[name]?.string, text.utf8.count <= 32_768 else { throw .signInBody }
        return text
    }

    /// A member in base64url that must be there.
    func bytes(_ name: String) throws(HTTPRefusal) -> [UInt8] {
        guard let bytes = Base64URL.decode(try text(name).utf8) else { throw .signInBody }
        return bytes
    }

    /// Whether a member is there.
    func has(_ name: String) -> Bool { json[name] != nil }

    /// A member that is true or false; false when it is not there.
    func flag(_ name: String) throws(HTTPRefusal) -> Bool {
        guard let value = json[name] else { return false }
        guard let flag = value.bool else { throw .signInBody }
        return flag
    }

    /// An object that must be there.
    func object(_ name: String, _ members: Set<String>) throws(HTTPRefusal) -> SignInBody {
        guard let value = json[name] else { throw .signInBody }
        return try SignInBody(value, members)
    }

    /// The client's key, a JWK of exactly its four public members.
    func key() throws(HTTPRefusal) -> PublicKey {
        _ = try object("key", ["kty", "crv", "x", "y"])
        let text = String(decoding: json["key"]?.bytes ?? [], as: UTF8.self)
        guard let key = try? PublicKey(jwk: text) else { throw .signInBody }
        return key
    }

    /// Which membership, if one is named.
    func membership() throws(HTTPRefusal) -> MemberID? {
        guard has("membership") else { return nil }
        guard let member = MemberID(try text("membership")) else { throw .signInBody }
        return member
    }

    static let evidence: Set<String> = ["nonce", "passkey", "password", "recovery", "openid"]

    /// What shows who signs in: exactly one kind.
    func evidence() throws(HTTPRefusal) -> Evidence {
        let nonce = try bytes("nonce")
        let kinds = ["passkey", "password", "recovery", "openid"].filter(has)
        guard kinds.count == 1, let kind = kinds.first else { throw .signInBody }
        switch kind {
        case "passkey": return .passkey(nonce: nonce, try passkey())
        case "password": return .password(nonce: nonce, try typed(kind))
        case "recovery": return .recovery(nonce: nonce, try typed(kind))
        default:
            let code = try object(kind, ["code"]).text("code")
            guard code.utf8.count <= 2_048 else { throw .signInBody }
            return .openID(nonce: nonce, code: code)
        }
    }

    private func passkey() throws(HTTPRefusal) -> PasskeyAnswer {
        let answer = try object("passkey", ["id", "clientDataJSON", "authenticatorData", "signature"])
        return PasskeyAnswer(
            credential: try answer.bytes("id"), clientData: try answer.bytes("clientDataJSON"),
            authenticatorData: try answer.bytes("authenticatorData"), signature: try answer.bytes("signature"))
    }

    private func typed(_ name: String) throws(HTTPRefusal) -> PasswordAnswer {
        let answer = try object(name, ["login", "password", "code"])
        let (login, password, code) = (try answer.text("login"), try answer.text("password"), try answer.text("code"))
        guard login.utf8.count <= 128, password.utf8.count <= 4_096, code.utf8.count <= 64 else { throw .signInBody }
        return PasswordAnswer(login: login, password: password, code: code)
    }

    /// The factor that somebody enrols: exactly one kind.
    func factor() throws(HTTPRefusal) -> Enrolment.Factor {
        guard has("passkey") != has("password") else { throw .signInBody }
        if has("passkey") {
            let answer = try object("passkey", ["clientDataJSON", "attestationObject"])
            return .passkey(
                clientData: try answer.bytes("clientDataJSON"), attestation: try answer.bytes("attestationObject"))
        }
        let answer = try object("password", ["login", "password"])
        let (login, password) = (try answer.text("login"), try answer.text("password"))
        guard login.utf8.count <= 128, password.utf8.count <= 4_096 else { throw .signInBody }
        return .password(login: login, password: password)
    }
}

extension HTTPRefusal {
    /// A body of the sign-in routes that is not what the page says.
    static let signInBody = HTTPRefusal(.badRequest, "structure", "invalid_request")
}
