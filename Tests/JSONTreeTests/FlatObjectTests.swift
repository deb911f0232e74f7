import JSONTree
import Testing
import Vocabulary

/// The broker's small reader of signed texts and this one, which is another's work below, say the same.
@Suite struct FlatObjectTests {
    private static let samples = [
        #"{"typ":"dpop+jwt","alg":"ES256","jwk":{"kty":"EC","crv":"P-256","x":"AAAA","y":"BBBB"}}"#,
        #"{"htm":"GET","htu":"https://h/fhir/Patient/1","ath":"x","jti":"0123456789abcdef","iat":1790000000,"nonce":"n"}"#,
        #"{"pat":["a","b\u002fc"],"tiers":["identity","medical"],"terms":["family:d\u00e9\ud83d\ude00","x\"y\\z"],"any":true}"#,
        #" { "a" : -5 , "b" : [ ] , "c" : false , "jwk" : { } , "d" : "\/" } "#, "{}",
    ]
    private static let form = FlatObject.Form(objects: ["jwk"], texts: ["terms"])

    @Test func whatItReadsEverybodyReads() throws {
        var random = SeededGenerator(state: 4)
        var (read, refused) = (0, 0)
        for round in 0..<60_000 {
            var bytes = Array(Self.samples[round % Self.samples.count].utf8)
            for _ in 0..<(round / Self.samples.count % 4) { Mutation.random(&random).apply(to: &bytes, &random) }
            guard let flat = try? FlatObject(bytes, form: Self.form) else {
                refused += 1
                continue
            }
            read += 1
            let text = String(decoding: bytes, as: UTF8.self)
            let tree = try #require((try? JSONValue(parsing: bytes, limits: JSONLimits()))?.object, "\(text)")
            let members = Dictionary(uniqueKeysWithValues: tree.members.map { ($0.key, $0.value) })
            #expect(members.count == tree.members.count && Set(members.keys) == Set(flat.members.keys), "\(text)")
            for (name, value) in flat.members { #expect(value.isSame(as: members[name]), "\(name) in \(text)") }
        }
        #expect(read > 15_000 && refused > 15_000, "\(read) read, \(refused) refused")
    }
}

extension FlatObject.Value {
    /// Whether the other reader says so too.
    fileprivate func isSame(as value: JSONValue?) -> Bool {
        switch self {
        case .string(let text): value?.string == text
        case .integer(let number): value?.number?.int64 == number
        case .boolean(let flag): value?.bool == flag
        case .strings(let texts): value?.array == texts.map(JSONValue.string)
        case .object(let members):
            members.count == value?.object?.members.count
                && members.allSatisfy { value?.object?[$0.key]?.string == $0.value }
        case .skipped: false
        }
    }
}
