import BrokerAPI
import ClientKeys
import Crypto
import Foundation
import Identity
import Vocabulary

@testable import Broker

/// A person with a client of their own: enrols, signs in, signs requests.
struct Somebody {
    let house: TestInstallation
    let member: MemberID
    let person: PersonID
    let invitation: String
    let passkey = TestPasskey()
    let client = KeyPair()

    init(_ house: TestInstallation, _ practice: PracticeID, _ role: Role = .physician) async throws {
        let reply = await (try house.broker).admin(
            .invite(practice: practice, role: role, name: "N", person: nil, shares: nil, end: nil))
        try self.init(house, reply)
    }

    /// Who was invited.
    init(_ house: TestInstallation, _ reply: AdminReply) throws {
        guard case .invited(let member, let person, let code?) = reply, let member = MemberID(member),
            let person = PersonID(person)
        else { throw BrokerFailure(.invalid, "\(reply)") }
        (self.house, self.member, self.person, invitation) = (house, member, person, code)
    }

    func nonce() async throws -> [UInt8] { try await house.broker.challenge(Nothing()).nonce }

    static func challenge(
        _ purpose: SignInChallenge.Purpose, _ nonce: [UInt8], _ key: PublicKey, act: String = ""
    ) throws -> [UInt8] { try SignInChallenge(purpose, nonce: nonce, key: key, act: act).bytes }

    @discardableResult
    func enrol(invitation: String? = nil) async throws -> Enrolled {
        let nonce = try await nonce()
        let challenge = try Somebody.challenge(.enrolment, nonce, client.publicKey)
        return try await house.broker.enrol(
            Enrolment(
                passkey.registration(challenge), by: .invitation(invitation ?? self.invitation), nonce: nonce,
                key: client.publicKey.text, audience: TestInstallation.audience))
    }

    /// Adds a password by the invitation; the secret of the one-time codes.
    func enrolPassword(_ login: String, _ password: String) async throws -> (codes: [String], totp: TestTOTP) {
        let enrolled = try await house.broker.enrol(
            Enrolment(
                .password(login: login, password: password), by: .invitation(invitation), nonce: try await nonce(),
                key: client.publicKey.text, audience: TestInstallation.audience))
        return (enrolled.recoveryCodes, try TestTOTP(uri: enrolled.totp ?? ""))
    }

    /// A passkey's answer, for a session or for an act in one.
    func evidence(counter: UInt32 = 0, key: PublicKey? = nil, act: String = "") async throws -> SignIn {
        let nonce = try await nonce()
        let challenge = try Somebody.challenge(
            act.isEmpty ? .signIn : .fresh, nonce, key ?? client.publicKey, act: act)
        let answer = try passkey.assertion(challenge, counter: counter)
        return SignIn(
            .passkey(nonce: nonce, answer), audience: TestInstallation.audience, key: (key ?? client.publicKey).text)
    }

    func typed(_ login: String, _ password: String, _ code: String, recovery: Bool = false) async throws -> SignIn {
        let (nonce, answer) = (try await nonce(), PasswordAnswer(login: login, password: password, code: code))
        return SignIn(
            recovery ? .recovery(nonce: nonce, answer) : .password(nonce: nonce, answer),
            audience: TestInstallation.audience, key: client.publicKey.text)
    }

    func signIn() async throws -> SessionGrant { try await house.broker.signIn(try await evidence()) }

    /// A request proof that names this.
    func proof(
        _ named: RequestProof.Named, of token: SessionToken, key: KeyPair? = nil, path: String = "/fhir"
    ) async throws -> [UInt8] {
        let drawn = try await house.broker.challenge(Nothing())
        let text = try (key ?? client).proof(
            method: "GET", url: TestPasskey.origin + path, tokenHash: RequestProof.hash(ofToken: token.text.utf8),
            nonce: drawn.proofNonces[0], named: named, now: drawn.time)
        return Array(text.utf8)
    }
}

/// An authenticator program (RFC 6238), written apart from the one that is tested.
struct TestTOTP {
    private let secret: [UInt8]

    init(uri: String) throws {
        let text = uri.split(separator: "secret=").last?.prefix { $0 != "&" } ?? ""
        var (bits, count, out) = (0, 0, [UInt8]())
        for character in text.utf8 {
            guard let value = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8).firstIndex(of: character) else {
                throw BrokerFailure(.invalid, "base32")
            }
            (bits, count) = (bits << 5 | value, count + 5)
            if count >= 8 {
                out.append(UInt8(truncatingIfNeeded: bits >> (count - 8)))
                count -= 8
            }
        }
        secret = out
    }

    func code(at now: Timestamp) -> String {
        let message = (0..<8).map { UInt8(truncatingIfNeeded: (now.seconds / 30) >> (56 - 8 * $0)) }
        let hash = Array(HMAC<Insecure.SHA1>.authenticationCode(for: message, using: SymmetricKey(data: secret)))
        let offset = Int(hash[19] & 15)
        let number = (0..<4).reduce(0) { $0 << 8 | Int(hash[offset + $1]) } & 0x7FFF_FFFF
        return String(String(number % 1_000_000 + 1_000_000).dropFirst())
    }
}
