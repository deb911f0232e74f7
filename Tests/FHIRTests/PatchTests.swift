import JSONTree
import Testing

@testable import FHIR

@Suite struct PatchTests {
    /// Document, patch and result, or the reason of the refusal: RFC 6902, appendix A, in its order.
    private static let appendix: [(document: String, patch: String, result: String)] = [
        (#"{"foo":"bar"}"#, #"[{"op":"add","path":"/baz","value":"qux"}]"#, #"{"foo":"bar","baz":"qux"}"#),
        (#"{"foo":["bar","baz"]}"#, #"[{"op":"add","path":"/foo/1","value":"qux"}]"#, #"{"foo":["bar","qux","baz"]}"#),
        (#"{"baz":"qux","foo":"bar"}"#, #"[{"op":"remove","path":"/baz"}]"#, #"{"foo":"bar"}"#),
        (#"{"foo":["bar","qux","baz"]}"#, #"[{"op":"remove","path":"/foo/1"}]"#, #"{"foo":["bar","baz"]}"#),
        (
            #"{"baz":"qux","foo":"bar"}"#, #"[{"op":"replace","path":"/baz","value":"boo"}]"#,
            #"{"baz":"boo","foo":"bar"}"#
        ),
        (
            #"{"foo":{"bar":"baz","waldo":"fred"},"qux":{"corge":"grault"}}"#,
            #"[{"op":"move","from":"/foo/waldo","path":"/qux/thud"}]"#,
            #"{"foo":{"bar":"baz"},"qux":{"corge":"grault","thud":"fred"}}"#
        ),
        (
            #"{"foo":["all","grass","cows","eat"]}"#, #"[{"op":"move","from":"/foo/1","path":"/foo/3"}]"#,
            #"{"foo":["all","cows","eat","grass"]}"#
        ),
        (
            #"{"baz":"qux","foo":["a",2,"c"]}"#,
            #"[{"op":"test","path":"/baz","value":"qux"},{"op":"test","path":"/foo/1","value":2}]"#,
            #"{"baz":"qux","foo":["a",2,"c"]}"#
        ),
        (#"{"baz":"qux"}"#, #"[{"op":"test","path":"/baz","value":"bar"}]"#, "testFailed in operation 0"),
        (
            #"{"foo":"bar"}"#, #"[{"op":"add","path":"/child","value":{"grandchild":{}}}]"#,
            #"{"foo":"bar","child":{"grandchild":{}}}"#
        ),
        (#"{"foo":"bar"}"#, #"[{"op":"add","path":"/baz","value":"qux","xyz":123}]"#, #"{"foo":"bar","baz":"qux"}"#),
        (#"{"foo":"bar"}"#, #"[{"op":"add","path":"/baz/bat","value":"qux"}]"#, "noTarget in operation 0"),
        // A.13 repeats `op`: the reader of JSON refuses that before anybody asks for a patch.
        (#"{"/":9,"~1":10}"#, #"[{"op":"test","path":"/~01","value":10}]"#, #"{"/":9,"~1":10}"#),
        (#"{"/":9,"~1":10}"#, #"[{"op":"test","path":"/~01","value":"10"}]"#, "testFailed in operation 0"),
        (
            #"{"foo":["bar"]}"#, #"[{"op":"add","path":"/foo/-","value":["abc","def"]}]"#,
            #"{"foo":["bar",["abc","def"]]}"#
        ),
    ]

    private static let others: [(document: String, patch: String, result: String)] = [
        // Number text and order.
        (#"{"a":1.00,"b":2}"#, #"[{"op":"replace","path":"/a","value":1.10}]"#, #"{"a":1.10,"b":2}"#),
        (#"{"a":1.00,"b":2}"#, #"[{"op":"test","path":"/a","value":10e-1}]"#, #"{"a":1.00,"b":2}"#),
        (#"{"a":{"b":1,"c":2}}"#, #"[{"op":"test","path":"/a","value":{"c":2,"b":1}}]"#, #"{"a":{"b":1,"c":2}}"#),
        (#"{"a":1,"b":2}"#, #"[{"op":"add","path":"/a","value":null}]"#, #"{"a":null,"b":2}"#),
        (#"{"a":1,"b":2}"#, #"[{"op":"move","from":"/a","path":"/c"}]"#, #"{"b":2,"c":1}"#),
        (#"{"a":1,"b":2}"#, #"[{"op":"move","from":"/a","path":"/b"}]"#, #"{"b":1}"#),
        (#"{"a":1,"b":2}"#, #"[{"op":"move","from":"/a","path":"/a"}]"#, #"{"a":1,"b":2}"#),
        (#"{"a":[1,2]}"#, #"[{"op":"copy","from":"/a","path":"/a/0"}]"#, #"{"a":[[1,2],1,2]}"#),
        (#"{"":{"a/b":1}}"#, #"[{"op":"remove","path":"//a~1b"}]"#, #"{"":{}}"#),
        // The whole document.
        (#"{"a":1}"#, #"[{"op":"add","path":"","value":[1]}]"#, #"[1]"#),
        (#"{"a":1}"#, #"[{"op":"replace","path":"","value":{"b":2}},{"op":"remove","path":"/b"}]"#, #"{}"#),
        (#"{"a":1}"#, #"[{"op":"copy","from":"","path":"/b"}]"#, #"{"a":1,"b":{"a":1}}"#),
        (#"{"a":1}"#, #"[{"op":"test","path":"","value":{"a":1}}]"#, #"{"a":1}"#),
        (#"{"a":{"b":2}}"#, #"[{"op":"move","from":"/a","path":""}]"#, #"{"b":2}"#),
        (#"{"a":1}"#, #"[{"op":"remove","path":""}]"#, "rootRemoved in operation 0"),
        // What is refused.
        (#"{"a":1}"#, #"{"op":"remove","path":"/a"}"#, "notAList"),
        (#"{"a":1}"#, #"[1]"#, "notAnOperation in operation 0"),
        (#"{"a":1}"#, #"[{"op":"remove"}]"#, "notAnOperation in operation 0"),
        (#"{"a":1}"#, #"[{"op":"copy","path":"/b"}]"#, "notAnOperation in operation 0"),
        (#"{"a":1}"#, #"[{"op":"erase","path":"/a"}]"#, "unknownOperation in operation 0"),
        (#"{"a":1}"#, #"[{"op":"add","path":"/a"}]"#, "missingValue in operation 0"),
        (#"{"a":1}"#, #"[{"op":"remove","path":"a"}]"#, "invalidPointer in operation 0"),
        (#"{"a":1}"#, #"[{"op":"remove","path":"/a~2"}]"#, "invalidPointer in operation 0"),
        (#"{"a":1}"#, #"[{"op":"remove","path":"/a~"}]"#, "invalidPointer in operation 0"),
        (#"{"a":1}"#, #"[{"op":"replace","path":"/b","value":1}]"#, "noTarget in operation 0"),
        (#"{"a":1}"#, #"[{"op":"remove","path":"/a/b"}]"#, "noTarget in operation 0"),
        (#"{"a":[1]}"#, #"[{"op":"add","path":"/a/2","value":1}]"#, "noTarget in operation 0"),
        (#"{"a":[1]}"#, #"[{"op":"remove","path":"/a/-"}]"#, "noTarget in operation 0"),
        (#"{"a":[1]}"#, #"[{"op":"remove","path":"/a/00"}]"#, "invalidIndex in operation 0"),
        (#"{"a":[1]}"#, #"[{"op":"remove","path":"/a/-1"}]"#, "invalidIndex in operation 0"),
        (#"{"a":[1]}"#, #"[{"op":"remove","path":"/a/1e0"}]"#, "invalidIndex in operation 0"),
        (#"{"a":[1]}"#, #"[{"op":"remove","path":"/a/99999999999999999999"}]"#, "invalidIndex in operation 0"),
        (#"{"a":{"b":1}}"#, #"[{"op":"move","from":"/a","path":"/a/b"}]"#, "movedIntoItself in operation 0"),
        // All or nothing.
        (#"{"a":1}"#, #"[{"op":"remove","path":"/a"},{"op":"remove","path":"/a"}]"#, "noTarget in operation 1"),
    ]

    @Test func appendixOfRFC6902() throws {
        for (document, patch, result) in PatchTests.appendix + PatchTests.others {
            let before = try json(document)
            do {
                #expect(try JSONPatch(json(patch)).applied(to: before).text == result, "\(patch)")
            } catch let error as PatchError {
                #expect(error.description == result, "\(patch)")
            }
            #expect(before.text == document)
        }
        #expect(throws: JSONError.self) {
            try json(#"[{"op":"add","path":"/baz","value":"qux","op":"remove"}]"#)
        }
    }

    /// RFC 6901 §5.
    @Test func pointersOfRFC6901() throws {
        let document = try json(
            ##"{"foo":["bar","baz"],"":0,"a/b":1,"c%d":2,"e^f":3,"g|h":4,"i\\j":5,"k\"l":6," ":7,"m~n":8}"##)
        let cases = [
            ("", document.text), ("/foo", #"["bar","baz"]"#), ("/foo/0", #""bar""#), ("/", "0"), ("/a~1b", "1"),
            ("/c%d", "2"), ("/e^f", "3"), ("/g|h", "4"), ("/i\\j", "5"), ("/k\"l", "6"), ("/ ", "7"), ("/m~0n", "8"),
        ]
        for (text, expected) in cases {
            let pointer = try JSONPointer(text, limits: PatchLimits())
            #expect(try document.value(at: pointer.tokens[...]).text == expected, "\(text)")
        }
    }

    @Test func everythingIsLimited() throws {
        func reason(_ patch: String, _ document: String = #"{"a":[1]}"#, _ limits: PatchLimits = PatchLimits())
            -> String
        {
            do {
                _ = try JSONPatch(json(patch), limits: limits).applied(to: json(document))
                return "applied"
            } catch {
                return "\(error)"
            }
        }
        let test = #"{"op":"test","path":"","value":{"a":[1]}}"#
        let many = "[" + Array(repeating: test, count: 257).joined(separator: ",") + "]"
        #expect(reason(many) == "tooManyOperations")
        let long = String(repeating: "x", count: 513)
        #expect(reason("[{\"op\":\"remove\",\"path\":\"/\(long)\"}]") == "pointerTooLong in operation 0")
        let deep = String(repeating: "/a", count: 101)
        #expect(reason("[{\"op\":\"remove\",\"path\":\"\(deep)\"}]") == "tooDeep in operation 0")
        // Doubling: 2^40 bytes in 40 operations.
        let double = #"{"op":"copy","from":"/a","path":"/a/-"}"#
        let bomb = "[" + Array(repeating: double, count: 40).joined(separator: ",") + "]"
        let clock = ContinuousClock()
        let took = clock.measure {
            #expect(["tooLarge", "tooDeep"].contains { reason(bomb).hasPrefix($0) })
            let wide = bomb.replacing("\"/a/-\"", with: "\"\"")
            #expect(reason(wide) != "")
        }
        #expect(took < .seconds(5))
        let small = PatchLimits(maximumBytes: 20)
        #expect(
            reason(#"[{"op":"add","path":"/b","value":"0123456789012345678901"}]"#, "{}", small).hasPrefix("tooLarge"))
        let nested =
            "[{\"op\":\"add\",\"path\":\"/a/0\",\"value\":\(String(repeating: "[", count: 60))\(String(repeating: "]", count: 60))}]"
        #expect(reason(nested, #"{"a":[1]}"#, PatchLimits(maximumDepth: 61)).hasPrefix("tooDeep"))
        #expect(reason(nested) == "applied")
    }

    @Test func addingThenRemovingChangesNothing() throws {
        var random = RandomPatch(seed: 7)
        for _ in 0..<3000 {
            let document = random.document()
            let path = random.pathToNew(in: document)
            let value = random.document()
            let both: JSONValue = [
                ["op": "add", "path": .string(path), "value": value],
                ["op": "test", "path": .string(path), "value": value],
                ["op": "remove", "path": .string(path)],
            ]
            #expect(try JSONPatch(both).applied(to: document) == document)
        }
    }

    @Test func nothingMakesThePatcherFail() throws {
        var random = RandomPatch(seed: 11)
        var applied = 0
        for _ in 0..<5000 {
            let patch = random.patch(for: random.document())
            // Patches of other documents, and patches that were themselves patched.
            let documents = [random.document(), patch]
            for document in documents {
                if let patch = try? JSONPatch(patch), (try? patch.applied(to: document)) != nil { applied += 1 }
                _ = try? JSONPatch(random.document()).applied(to: document)
            }
        }
        #expect(applied > 100)
    }
}
