import JSONTree
import Testing

@Suite struct PathTests {
    @Test func elementsAreNamedAndValuesAreNot() {
        let error = Samples.refusal(#"{"name":[{"family":"Durand"},{"family":"Martin","given":["Marie",01]}]}"#)
        #expect(error?.path == "/name/1/given/1")
        #expect(error.map(String.init(describing:)) == "invalidNumber at byte 65 in /name/1/given/1")
        #expect(Samples.refusal("[1,]x")?.path == "/1")
        #expect(Samples.refusal("[] []")?.path == "")
    }

    @Test func longKeysAreShortened() {
        for (length, expected) in [(64, 64), (65, 61), (100_000, 61)] {
            let key = String(repeating: "k", count: length)
            let path = Samples.refusal("{\"\(key)\":x}")?.path
            #expect(path == "/" + String(repeating: "k", count: expected) + (length > 64 ? "…" : ""), "\(length)")
        }
        let wide = Samples.refusal("{\"\(String(repeating: "漢", count: 40))\":x}")?.path
        #expect(wide == "/" + String(repeating: "漢", count: 20) + "…")
    }

    @Test func controlCharactersStayOut() {
        #expect(Samples.refusal(#"{"a\nb\u0000\u0085":x}"#)?.path == "/a\u{FFFD}b\u{FFFD}\u{FFFD}")
    }

    @Test func longPathsAreCut() {
        let key = String(repeating: "k", count: 60)
        let text = String(repeating: "{\"\(key)\":", count: 60) + "x"
        let path = Samples.refusal(text)?.path ?? ""
        #expect(path.hasPrefix("/" + key) && path.hasSuffix("/…"))
        #expect(path.utf8.count <= 1200)
    }
}
