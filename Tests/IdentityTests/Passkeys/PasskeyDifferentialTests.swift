import Foundation
import Testing
import Vocabulary

@testable import Identity

/// Hands every row of the tables to another implementation: `scripts/passkeys_check.py` names the file and judges again.
@Suite struct PasskeyDifferentialTests {
    private struct Case: Encodable {
        let name: String
        /// The word with which it was refused; none if it was accepted.
        let word: String?
        let challenge: String
        let parts: [String: String]
    }

    private static var file: String? { ProcessInfo.processInfo.environment["COLLOQUE_PASSKEY_CASES"] }

    @Test(.enabled(if: file != nil, "nobody asks for the cases"))
    func casesForAnother() throws {
        let file = try #require(Self.file)
        var cases = [Case]()
        for attack in [Attack<Enrolment>("honest", .nonce) { _ in }] + PasskeyRegistrationTests.attacks {
            var enrolment = try Enrolment(Authenticator())
            try attack.change(&enrolment)
            cases.append(try row(attack.name, enrolment))
        }
        for attack in [Attack<Enrolment>("honest", .nonce) { _ in }] + PasskeyAttestationTests.attacks {
            for attestation in [Enrolment.Attestation.own, try PasskeyAttestationTests.certificate()] {
                var enrolment = try Enrolment(Authenticator(), attestation)
                try attack.change(&enrolment)
                cases.append(try row(attack.name + ", packed", enrolment))
            }
        }
        for attack in [Attack<SignIn>("honest", .nonce) { _ in }] + PasskeyAssertionTests.attacks {
            for algorithm in PasskeyKey.Algorithm.allCases {
                var signIn = try SignIn(Authenticator(algorithm))
                let registered = try signIn.authenticator.members()
                try attack.change(&signIn)
                cases.append(try row("\(attack.name), \(algorithm)", signIn, .map(registered)))
            }
        }
        try JSONEncoder().encode(cases).write(to: URL(filePath: file))
    }

    private func row(_ name: String, _ enrolment: Enrolment) throws -> Case {
        let made = try enrolment.made()
        let word = try Ceremony.refusal { _ = try Enrolment.verify(made) }
        return Case(
            name: name, word: word?.rawValue, challenge: Base64URL.text(try Ceremony.challenge(.enrolment).bytes),
            parts: ["client": Base64URL.text(made.client), "object": Base64URL.text(made.object)])
    }

    private func row(_ name: String, _ signIn: SignIn, _ registered: CBOR) throws -> Case {
        let answer = try signIn.made()
        let word = try Ceremony.refusal { _ = try SignIn.verify(answer, by: signIn.passkey) }
        return Case(
            name: name, word: word?.rawValue, challenge: Base64URL.text(try Ceremony.challenge(.signIn).bytes),
            parts: [
                "client": Base64URL.text(answer.client), "data": Base64URL.text(answer.data),
                "signature": Base64URL.text(answer.signature), "id": Base64URL.text(answer.credential),
                "known": Base64URL.text(signIn.authenticator.id), "key": Base64URL.text(registered.encoded),
            ])
    }
}
