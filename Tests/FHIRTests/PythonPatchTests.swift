import Foundation
import JSONTree
import Testing

@testable import FHIR

/// Random patches beside PyPI's jsonpatch; skipped when `COLLOQUE_PYTHON` (or `python3`) cannot import it.
@Suite(.enabled(if: Python.hasJSONPatch, "jsonpatch is not here: set COLLOQUE_PYTHON to a python that has it"))
struct PythonPatchTests {
    private static let program = """
        import sys, json, jsonpatch
        for line in open(sys.argv[1]):
            document, patch = json.loads(line)
            try: print(json.dumps(jsonpatch.apply_patch(document, patch)))
            except Exception: print('refused')
        """

    @Test func resultsAgree() throws {
        var random = RandomPatch(seed: 3)
        let cases = (0..<4000).map { _ in
            let document = random.document()
            return (document, random.patch(for: document))
        }
        let file = FileManager.default.temporaryDirectory.appending(path: "patches-\(UUID().uuidString).ndjson")
        defer { try? FileManager.default.removeItem(at: file) }
        let lines = cases.map { JSONValue.array([$0.0, $0.1]).text + "\n" }
        try Data(lines.joined().utf8).write(to: file)
        let output = try #require(Python.run(PythonPatchTests.program, file.path))
        let theirs = output.split(separator: "\n").map(String.init)
        #expect(theirs.count == cases.count)
        var applied = 0
        for ((document, patch), their) in zip(cases, theirs) {
            let result = Result { () throws(PatchError) in try JSONPatch(patch).applied(to: document) }
            // RFC 6902 §4.4 forbids it; theirs lets it pass where the path ends with `-`.
            if case .failure(let error) = result, error.reason == .movedIntoItself { continue }
            let ours = try? result.get()
            applied += ours == nil ? 0 : 1
            guard their != "refused", let ours else {
                #expect(their == "refused" && ours == nil, "\(document.text) \(patch.text): \(their)")
                continue
            }
            #expect(
                try ours.isEquivalent(to: json(their)), "\(document.text) \(patch.text): \(their), not \(ours.text)")
        }
        #expect(applied > 800)
    }
}
