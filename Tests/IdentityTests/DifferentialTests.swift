import Foundation
import Testing
import Vocabulary

@testable import Identity

/// Another implementation, joserfc, reads what we sign and signs what we read.
@Suite struct DifferentialTests {
    private static let python = URL(filePath: "/usr/bin/env")
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

    private struct Failure: Error {}

    /// Runs a script and returns what it prints; throws unless it ends with 0.
    private static func run(_ script: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = python
        process.arguments = ["python3", "-c", script] + arguments
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let data = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Failure() }
        return String(decoding: data, as: UTF8.self)
    }
}
