import JSONTree
import Testing

@Suite struct DuplicateKeyTests {
    @Test func escapesDoNotHideThem() {
        for (first, second) in [
            ("ab", "\\u0061b"), ("\\/", "/"), ("\\n", "\\u000a"), ("é", "\\u00E9"), ("😀", "\\uD83D\\uDE00"),
        ] {
            let error = Samples.refusal("{\"\(first)\":1,\"\(second)\":2}")
            #expect(error?.code == .duplicateKey, "\(first)")
            #expect(error?.offset == first.utf8.count + 6, "\(first)")
        }
    }

    @Test func canonicalEquivalentsAreTwoKeys() throws {
        let value = try Samples.parse("{\"\u{E9}\":1,\"e\u{301}\":2,\"\\u212b\":3,\"\u{C5}\":4,\"A\u{30A}\":5}")
        #expect(value.object?.members.map { Array($0.key.utf8).count } == [2, 3, 3, 2, 3])
        #expect(value["\u{E9}"] == 1)
        #expect(value["e\u{301}"] == 2)
        #expect(value["\u{212B}"] == 3)
        #expect(value["A\u{30A}"] == 5)
    }

    @Test func amongManyTheyAreFoundToo() throws {
        for count in [15, 16, 17, 18, 19, 40, 5000] {
            let members = (0..<count).map { "\"key \($0)\":\($0)" }.joined(separator: ",")
            #expect(try Samples.parse("{\(members)}").object?.members.count == count)
            for twin in [0, count / 2, count - 1] {
                let error = Samples.refusal("{\(members),\"key \\u003\(twin % 10)\":0,\"key \(twin)\":0}")
                #expect(error?.code == .duplicateKey, "\(count) \(twin)")
            }
            let equivalents = try Samples.parse("{\(members),\"\u{E9}\":0,\"e\u{301}\":0}")
            #expect(equivalents.object?.members.count == count + 2)
        }
    }

    @Test func theSameKeyElsewhereIsFine() throws {
        let text = #"{"a":{"a":[{"a":1},{"a":2}]},"b":{"a":3}}"#
        #expect(Samples.text(try Samples.parse(text)) == text)
    }

    @Test func thePathNamesTheElement() {
        let error = Samples.refusal(#"{"entry":[{"a":1},{"b":{"c/d~":1,"c\/d~":"secret"}}]}"#)
        #expect(error?.path == "/entry/1/b/c~1d~0")
    }
}
