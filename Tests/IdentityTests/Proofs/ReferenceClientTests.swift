import Foundation
import Testing
import Vocabulary

@testable import Identity

/// What the reference clients sign is what `Identity` reads, and names what docs/vectors/request-names.json says; they fold
/// as ``SearchTerm`` does. `scripts/clients_check.py` checks the rest of them.
@Suite struct ReferenceClientTests {
    private static let root = URL(filePath: #filePath).appending(path: "../../../..").standardized.path
    private static let vectors = root + "/docs/vectors/request-names.json"
    private static let hasNode = (try? Other.run("node", ["--version"])) != nil
    private static let hasPython = (try? Other.run("python3", ["-c", "import cryptography"])) != nil

    private struct Vectors: Decodable { let cases: [Case] }
    private struct Case: Decodable {
        let why: String
        let method: String
        let url: String
        let claims: Claims
    }
    private struct Claims: Decodable {
        let pat: [String]?
        let tiers: [String]?
        let terms: [String]?
        let any: Bool?
        let book: [String: String]?
    }

    @Test(.enabled(if: hasNode, "no node"))
    func proofsOfTheBrowser() throws {
        let script = """
            import { ClientKey } from "\(Self.root)/Web/client/keys.js";
            import { names } from "\(Self.root)/Web/client/names.js";
            import { readFileSync } from "node:fs";
            const [vectors, token, nonce, now] = process.argv.slice(1);
            const key = await ClientKey.draw();
            console.log(await key.thumbprint());
            for (const { method, url, body, form, headers, tiers } of JSON.parse(readFileSync(vectors)).cases) {
              const named = names(method, url, { body: form ? new URLSearchParams(form) : body, headers, tiers });
              const target = new URL(url, "https://vault.example");
              console.log(await key.proof({ method, url: target, token, nonce, now: Number(now), names: named }));
            }
            """
        try judge(try Other.run("node", ["--input-type=module", "-e", script] + Self.arguments))
    }

    @Test(.enabled(if: hasPython, "python3 has no cryptography"))
    func proofsOfPython() throws {
        let script = """
            import json, sys, urllib.parse
            sys.path.insert(0, "\(Self.root)/Clients/python")
            import colloque_client, request_names
            path, token, nonce, now = sys.argv[1:]
            key = colloque_client.ClientKey()
            print(key.thumbprint)
            for case in json.load(open(path))["cases"]:
                optional = case.get("body"), case.get("form", ()), case.get("headers"), case.get("tiers")
                named = request_names.names(case["method"], case["url"], *optional)
                target = urllib.parse.urljoin("https://vault.example", case["url"])
                print(key.proof(case["method"], target, token, nonce, float(now), named))
            """
        try judge(try Other.run("python3", ["-B", "-c", script] + Self.arguments))
    }

    @Test(.enabled(if: hasNode, "no node"))
    func namesFoldAlike() throws {
        let marks = "\u{301}\u{308}\u{327}\u{345}\u{334}"
        let letters = Array("abcXYZéèêëàâîïôûùçñœŒæÆßøłđŁĐØẞıİğşž'- .,12αΣσςбЙ中김ǿ\(marks)".unicodeScalars)
        var generator = SplitMix(state: 11)
        let texts = (0..<2_000).map { _ in
            let length = Int.random(in: 0...13, using: &generator)
            let scalars = (0..<length).compactMap { _ in letters.randomElement(using: &generator) }
            return String(String.UnicodeScalarView(scalars))
        }
        let script = """
            import { typed } from "\(Self.root)/Web/client/names.js";
            import { readFileSync } from "node:fs";
            console.log(JSON.stringify(JSON.parse(readFileSync(0)).map((text) => typed(text) ?? "")));
            """
        let input = String(decoding: try JSONEncoder().encode(texts), as: UTF8.self)
        let output = try Other.run("node", ["--input-type=module", "-e", script], input: input)
        let terms = try JSONDecoder().decode([String].self, from: Data(output.utf8))
        #expect(terms == texts.map { SearchTerm.typed(family: $0).map { "\($0.field.rawValue):\($0.value)" } ?? "" })
    }

    private static var arguments: [String] {
        [vectors, ProofForge.token, ProofForge.nonce, "\(ProofForge.now.seconds)"]
    }

    /// Verifies a proof for each case, behind the thumbprint of their key.
    private func judge(_ output: String) throws {
        let lines = output.split(separator: "\n").map(String.init)
        let cases = try JSONDecoder().decode(Vectors.self, from: Data(contentsOf: URL(filePath: Self.vectors))).cases
        let thumbprint = try #require(lines.first)
        try #require(lines.count == cases.count + 1)
        for (proof, row) in zip(lines.dropFirst(), cases) {
            let url = row.url.hasPrefix("/") ? "https://vault.example" + row.url : row.url
            let named = try ProofForge.verify(proof, by: thumbprint, method: row.method, url: url).named
            #expect(named.terms == Set((row.claims.terms ?? []).compactMap { SearchTerm($0) }), "\(row.why)")
            #expect(named.isAny == row.claims.any ?? false, "\(row.why)")
            let booking = try row.claims.book.map { try RequestProof.Booking(members: $0) }
            #expect(named.booking == booking, "\(row.why)")
            guard let patients = row.claims.pat else { continue }
            #expect(named.patients.map(\.description).sorted() == patients, "\(row.why)")
            #expect(Set(named.tiers.tiers.map(\.word)) == Set(row.claims.tiers ?? []), "\(row.why)")
        }
    }
}
