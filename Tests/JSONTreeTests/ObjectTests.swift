import JSONTree
import Testing

@Suite struct ObjectTests {
    @Test func assigningReplacesAppendsAndRemoves() {
        var object: JSONObject = JSONObject([.init(key: "a", value: 1), .init(key: "b", value: 2)])
        object["a"] = "x"
        object["c"] = true
        #expect(Samples.text(.object(object)) == #"{"a":"x","b":2,"c":true}"#)
        object["b"] = nil
        object["none"] = nil
        #expect(Samples.text(.object(object)) == #"{"a":"x","c":true}"#)
        #expect(object["b"] == nil)
    }

    @Test func keysAreToldApartByBytes() {
        var object = JSONObject()
        object["\u{E9}"] = 1
        object["e\u{301}"] = 2
        #expect(object.members.count == 2)
        object["\u{E9}"] = nil
        #expect(object.members.map(\.value) == [2])
    }

    @Test func repeatedMembersReplaceInPlace() {
        let object = JSONObject([
            .init(key: "a", value: 1), .init(key: "b", value: 2), .init(key: "a", value: 3), .init(key: "a", value: 4),
        ])
        #expect(Samples.text(.object(object)) == #"{"a":4,"b":2}"#)
        #expect(Samples.text(["k": [1, "s", false], "k": .null]) == #"{"k":null}"#)
    }

    @Test func accessorsAnswerOnlyTheirKind() throws {
        let value = try Samples.parse(#"{"o":{},"a":[1],"s":"t","n":-12,"b":true,"z":null}"#)
        #expect(value["o"]?.object?.members.isEmpty == true)
        #expect(value["a"]?.array == [1])
        #expect(value["s"]?.string == "t")
        #expect(value["n"]?.number?.int64 == -12)
        #expect(value["b"]?.bool == true)
        #expect(value["z"]?.isNull == true)
        #expect(value["x"] == nil && value["a"]?["0"] == nil && value["s"]?.object == nil && value["o"]?.array == nil)
        #expect(value["n"]?.string == nil && value["s"]?.number == nil && value["z"]?.bool == nil && !value.isNull)
    }
}
