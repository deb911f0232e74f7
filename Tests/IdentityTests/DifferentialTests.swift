import Testing
import Vocabulary

@testable import Identity

/// Another implementation, joserfc, reads what we sign and signs what we read.
@Suite struct DifferentialTests {
    private static let isHere = (try? run("import joserfc", [])) != nil

    @Test(.enabled(if: isHere, "python3 has no joserfc"))
    func theirsVerifyHere() throws {
        let script = """
            import sys
            from joserfc import jwt
            from joserfc.jwk import ECKey
            key = ECKey.import_key(sys.argv[1])
            now = int(sys.argv[4])
            for n in range(50):
                claims = {"iss": sys.argv[2], "sub": sys.argv[2], "aud": [sys.argv[3]] if n % 2 else sys.argv[3],
                          "exp": now + 60, "iat": now, "jti": "jti-of-the-other-%d" % n}
                header = {"alg": "ES256", "typ": "JWT", "kid": "k%d" % n} if n % 3 else {"alg": "ES256"}
                print(jwt.encode(header, claims, key))
            """
        let arguments = [Forge.key.exposedPEM(), Forge.subject, Forge.audience, "\(Forge.now.seconds)"]
        let tokens = try Self.run(script, arguments).split(separator: "\n")
        #expect(tokens.count == 50)
        for (index, token) in tokens.enumerated() {
            #expect(try Forge.verify(String(token)).jti == "jti-of-the-other-\(index)")
        }
    }

    @Test(.enabled(if: isHere, "python3 has no joserfc"))
    func oursVerifyThere() throws {
        let script = """
            import sys
            from joserfc import jwt
            from joserfc.jwk import ECKey
            key = ECKey.import_key(sys.argv[1])
            print(key.thumbprint())
            for text in sys.argv[2:]:
                token = jwt.decode(text, key, algorithms=["ES256"])
                print(token.header["alg"], token.claims["sub"], token.claims["aud"], token.claims["exp"])
            """
        let ids = (0..<20).map { _ in MemberID.random() }
        let tokens = try ids.map { try Forge.key.assertion(subject: $0, audience: Forge.audience, now: Forge.now) }
        let lines = try Self.run(script, [Forge.key.exposedPEM()] + tokens).split(separator: "\n").map(String.init)
        #expect(lines.first == Forge.key.publicKey.thumbprint)
        #expect(Array(lines.dropFirst()) == ids.map { "ES256 \($0) \(Forge.audience) \(Forge.now.seconds + 60)" })
    }

    @Test(.enabled(if: isHere, "python3 has no joserfc"))
    func theirProofsVerifyHere() throws {
        let script = """
            import sys
            from joserfc import jwt
            from joserfc.jwk import ECKey
            key = ECKey.import_key(sys.argv[1])
            public = key.as_dict(private=False)
            jwk = {name: public[name] for name in ("kty", "crv", "x", "y")}
            for n in range(50):
                claims = {"htm": "GET", "htu": sys.argv[2], "ath": sys.argv[3], "nonce": sys.argv[4], "iat": int(sys.argv[5]),
                          "jti": "jti-of-the-other-%d" % n, "terms": ["family:Lefèvre 😀 \\" %d" % n]}
                print(jwt.encode({"typ": "dpop+jwt", "alg": "ES256", "jwk": jwk}, claims, key))
            """
        let hash = Base64URL.text(ProofForge.tokenHash)
        let arguments = [
            ProofForge.key.exposedPEM(), ProofForge.url, hash, ProofForge.nonce, "\(ProofForge.now.seconds)",
        ]
        let proofs = try Self.run(script, arguments).split(separator: "\n")
        #expect(proofs.count == 50)
        for (index, text) in proofs.enumerated() {
            let proof = try ProofForge.verify(String(text))
            #expect(proof.jti == "jti-of-the-other-\(index)")
            #expect(proof.named.terms == [SearchTerm(.family, "Lefèvre 😀 \" \(index)")])
        }
    }

    @Test(.enabled(if: isHere, "python3 has no joserfc"))
    func ourProofsVerifyThere() throws {
        let script = """
            import sys
            from joserfc import jws, jwt
            from joserfc.jwk import ECKey
            for text in sys.argv[1:]:
                header = jws.extract_compact(text.encode()).headers()
                proof = jwt.decode(text, ECKey.import_key(header["jwk"]), algorithms=["ES256"])
                key = ECKey.import_key(header["jwk"])
                print(header["typ"], key.thumbprint(), proof.claims["htu"], proof.claims["pat"], proof.claims["terms"][0])
            """
        let patients = (0..<20).map { _ in PatientID.random() }
        let proofs = try patients.map { patient in
            try ProofForge.key.proof(
                method: "GET", url: ProofForge.url, tokenHash: ProofForge.tokenHash, nonce: nil,
                named: RequestProof.Named(
                    patients: [patient], tiers: .identity, terms: [SearchTerm(.family, "Lefèvre \"\\")]),
                now: ProofForge.now)
        }
        let lines = try Self.run(script, proofs).split(separator: "\n").map(String.init)
        let thumbprint = ProofForge.key.publicKey.thumbprint
        #expect(
            lines
                == patients.map { "dpop+jwt \(thumbprint) \(ProofForge.url) ['\($0)'] family:Lefèvre \"\\" })
    }

    private static func run(_ script: String, _ arguments: [String]) throws -> String {
        try Other.run("python3", ["-c", script] + arguments)
    }
}
