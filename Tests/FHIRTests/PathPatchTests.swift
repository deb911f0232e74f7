import JSONTree
import Testing

@testable import FHIR

/// FHIRPath Patch (http://hl7.org/fhir/R4/fhirpatch.html).
@Suite("FHIRPath Patch") struct PathPatchTests {
    /// An operation of parts: `path` and `name` as text, `value` as the rest of its part.
    static func operation(
        _ type: String, _ path: String, name: String? = nil, value: String? = nil, _ indexes: [String: Int64] = [:]
    ) throws -> JSONValue {
        var parts: [JSONValue] = [
            ["name": "type", "valueCode": .string(type)], ["name": "path", "valueString": .string(path)],
        ]
        if let name { parts.append(["name": "name", "valueString": .string(name)]) }
        if let value { parts.append(try json(#"{"name":"value",\#(value)}"#)) }
        for (name, index) in indexes.sorted(by: { $0.key < $1.key }) {
            parts.append(["name": .string(name), "valueInteger": .number(JSONNumber(index))])
        }
        return ["name": "operation", "part": .array(parts)]
    }

    static func patch(_ operations: JSONValue...) -> JSONValue {
        var patch: JSONValue = ["resourceType": "Parameters"]
        if !operations.isEmpty { patch = ["resourceType": "Parameters", "parameter": .array(operations)] }
        return patch
    }

    /// The result without its type, or the reason of the refusal.
    private static func outcome(_ resource: String, _ operations: JSONValue...) throws -> String {
        let parameters: JSONValue = ["resourceType": "Parameters", "parameter": .array(operations)]
        do {
            return try PathPatch(parameters).applied(to: json(resource)).text
        } catch let error as PatchError {
            return error.description
        }
    }

    private static func patient(_ members: String) -> String {
        members.isEmpty ? #"{"resourceType":"Patient"}"# : #"{"resourceType":"Patient",\#(members)}"#
    }

    @Test func nothingChangesNothing() throws {
        let patient = try json(PathPatchTests.patient(#""birthDate":"1920-01-01""#))
        #expect(try PathPatch(PathPatchTests.patch()).applied(to: patient) == patient)
    }

    @Test func partsOfOneNameAreAList() throws {
        let given = (1...500).map { #"{"name":"given","valueString":"g\#($0)"}"# }
        let parts = #""part":[{"name":"family","valueString":"f"},\#(given.joined(separator: ","))]"#
        let list = (1...500).map { #""g\#($0)""# }.joined(separator: ",")
        #expect(
            try Self.outcome(Self.patient(""), try Self.operation("add", "Patient", name: "name", value: parts))
                == Self.patient(#""name":[{"family":"f","given":[\#(list)]}]"#))
        let twice = #""part":[{"name":"family","valueString":"f"},{"name":"family","valueString":"g"}]"#
        let refusal = try Self.outcome(
            Self.patient(""), try Self.operation("add", "Patient", name: "name", value: twice))
        #expect(refusal.contains("alreadyThere"), "\(refusal)")
    }

    /// Each operation takes lists apart, so each costs as much as there is.
    @Test func manyOperationsOnMuchAreRefused() throws {
        let names = (1...10_000).map { #"{"family":"f\#($0)"}"# }.joined(separator: ",")
        let add = try Self.operation("add", "Patient", name: "birthDate", value: #""valueDate":"1930-01-01""#)
        let delete = try Self.operation("delete", "Patient.birthDate")
        let operations = (0..<100).flatMap { _ in [add, delete] }
        let parameters: JSONValue = ["resourceType": "Parameters", "parameter": .array(operations)]
        let patient = try json(Self.patient(#""name":[\#(names)]"#))
        let error = #expect(throws: PatchError.self) { try PathPatch(parameters).applied(to: patient) }
        #expect(error?.description.contains("pathTooMuch") ?? false, "\(String(describing: error))")
    }

    /// Members of a Patient before, the operation, members after.
    @Test func primitivesAndComplexTypes() throws {
        let married = #""maritalStatus":{"text":"married"}"#
        let cases: [(String, JSONValue, String)] = [
            (
                #""birthDate":"1920-01-01""#,
                try Self.operation("replace", "Patient.birthDate", value: #""valueDate":"1930-01-01""#),
                #""birthDate":"1930-01-01""#
            ),
            (#""birthDate":"1920-01-01""#, try Self.operation("delete", "Patient.birthDate"), ""),
            ("", try Self.operation("delete", "Patient.birthDate"), ""),
            (
                "", try Self.operation("add", "Patient", name: "birthDate", value: #""valueDate":"1930-01-01""#),
                #""birthDate":"1930-01-01""#
            ),
            (
                "",
                try Self.operation(
                    "add", "Patient", name: "maritalStatus", value: #""valueCodeableConcept":{"text":"married"}"#),
                married
            ),
            (
                married,
                try Self.operation(
                    "replace", "Patient.maritalStatus",
                    value: #""valueCodeableConcept":{"id":"2","text":"not married"}"#),
                #""maritalStatus":{"id":"2","text":"not married"}"#
            ),
            (married, try Self.operation("delete", "Patient.maritalStatus.text"), ""),
            (
                #""contact":[{"name":{"text":"a name"},"gender":"male"}]"#,
                try Self.operation("delete", "Patient.contact[0].name.text"), #""contact":[{"gender":"male"}]"#
            ),
            (
                #""contact":[{"name":{"text":"a name"}}]"#,
                try Self.operation("add", "Patient.contact[0]", name: "gender", value: #""valueCode":"male""#),
                #""contact":[{"name":{"text":"a name"},"gender":"male"}]"#
            ),
        ]
        for (before, operation, after) in cases {
            #expect(try Self.outcome(Self.patient(before), operation) == Self.patient(after), "\(before)")
        }
    }

    @Test func anElementWithoutATypeOfItsOwnIsGivenInParts() throws {
        let operation = try Self.operation(
            "add", "Patient", name: "contact",
            value: """
                "part":[{"name":"name","valueHumanName":{"text":"a name"}},{"name":"gender","valueCode":"male"},\
                {"name":"telecom","valueContactPoint":{"rank":1}},{"name":"telecom","valueContactPoint":{"rank":2}}]
                """)
        let contact =
            #"{"name":{"text":"a name"},"gender":"male","telecom":[{"rank":1},{"rank":2}]}"#
        #expect(try Self.outcome(Self.patient(""), operation) == Self.patient(#""contact":[\#(contact)]"#))
        #expect(
            try Self.outcome(Self.patient(#""contact":[{"gender":"female"}]"#), operation)
                == Self.patient(#""contact":[{"gender":"female"},\#(contact)]"#))
        let extended = try Self.operation(
            "add", "Patient.birthDate", name: "extension",
            value: #""part":[{"name":"url","valueUri":"urn:x"},{"name":"value","valueString":"y"}]"#)
        #expect(
            try Self.outcome(Self.patient(#""birthDate":"1920-01-01""#), extended)
                == Self.patient(
                    #""birthDate":"1920-01-01","_birthDate":{"extension":[{"url":"urn:x","valueString":"y"}]}"#)
        )
    }

    @Test func listsKeepTheirOrder() throws {
        let names = ["a", "b", "c", "d"]
        func list(_ names: [String]) -> String {
            Self.patient(#""identifier":[\#(names.map { #"{"value":"\#($0)"}"# }.joined(separator: ","))]"#)
        }
        func insert(_ index: Int64) throws -> JSONValue {
            try Self.operation(
                "insert", "Patient.identifier", value: #""valueIdentifier":{"value":"x"}"#, ["index": index])
        }
        func move(_ source: Int64, _ destination: Int64) throws -> JSONValue {
            try Self.operation(
                "move", "Patient.identifier", ["source": source, "destination": destination])
        }
        let whole = list(names)
        #expect(try Self.outcome(whole, insert(0)) == list(["x"] + names))
        #expect(try Self.outcome(whole, insert(2)) == list(["a", "b", "x", "c", "d"]))
        #expect(try Self.outcome(whole, insert(4)) == list(names + ["x"]))
        #expect(try Self.outcome(whole, insert(5)) == "outOfBounds in operation 0")
        #expect(try Self.outcome(Self.patient(""), insert(0)) == list(["x"]))
        #expect(try Self.outcome(Self.patient(""), insert(1)) == "outOfBounds in operation 0")
        #expect(try Self.outcome(whole, move(3, 0)) == list(["d", "a", "b", "c"]))
        #expect(try Self.outcome(whole, move(0, 3)) == list(["b", "c", "d", "a"]))
        #expect(try Self.outcome(whole, move(1, 2)) == list(["a", "c", "b", "d"]))
        #expect(try Self.outcome(whole, move(4, 0)) == "outOfBounds in operation 0")
        #expect(try Self.outcome(whole, move(0, 4)) == "outOfBounds in operation 0")
        let added = try Self.operation(
            "add", "Patient", name: "identifier", value: #""valueIdentifier":{"value":"x"}"#)
        #expect(try Self.outcome(whole, added) == list(names + ["x"]))
        #expect(
            try Self.outcome(whole, Self.operation("delete", "Patient.identifier[1]"), move(0, 1))
                == list(["c", "a", "d"]))
        #expect(
            try Self.outcome(whole, Self.operation("delete", "Patient.identifier.where(value = 'd')"))
                == list(["a", "b", "c"]))
    }

    @Test func aPrimitiveGoesWithWhatStandsBesideIt() throws {
        let given = Self.patient(
            #""name":[{"given":["a",null,"c"],"_given":[null,{"extension":[{"url":"urn:x","valueCode":"y"}]},null]}]"#)
        #expect(
            try Self.outcome(
                given, Self.operation("move", "Patient.name.given", ["source": 1, "destination": 2]))
                == Self.patient(
                    #""name":[{"given":["a","c",null],"_given":[null,null,{"extension":[{"url":"urn:x","valueCode":"y"}]}]}]"#
                ))
        #expect(
            try Self.outcome(given, Self.operation("delete", "Patient.name.given[1]"))
                == Self.patient(#""name":[{"given":["a","c"]}]"#))
        #expect(
            try Self.outcome(given, Self.operation("delete", "Patient.name.given[1].extension"))
                == Self.patient(#""name":[{"given":["a","c"]}]"#))
        let replaced = try Self.operation(
            "replace", "Patient.birthDate", value: #""_valueDate":{"extension":[{"url":"urn:x","valueCode":"y"}]}"#)
        #expect(
            try Self.outcome(Self.patient(#""birthDate":"1920""#), replaced)
                == Self.patient(#""_birthDate":{"extension":[{"url":"urn:x","valueCode":"y"}]}"#))
    }

    @Test func aChoiceHasTheTypeOfItsValue() throws {
        let dead = try Self.operation("add", "Patient", name: "deceased", value: #""valueBoolean":true"#)
        #expect(try Self.outcome(Self.patient(""), dead) == Self.patient(#""deceasedBoolean":true"#))
        #expect(
            try Self.outcome(Self.patient(#""deceasedDateTime":"2020""#), dead) == "alreadyThere in operation 0")
        let when = try Self.operation("replace", "Patient.deceased", value: #""valueDateTime":"2020-01-01""#)
        #expect(
            try Self.outcome(Self.patient(#""deceasedBoolean":true"#), when)
                == Self.patient(#""deceasedDateTime":"2020-01-01""#))
        let wrong = try Self.operation("replace", "Patient.deceased", value: #""valueQuantity":{"value":1}"#)
        #expect(try Self.outcome(Self.patient(#""deceasedBoolean":true"#), wrong) == "wrongType in operation 0")
    }

    @Test func whatCannotBeIsRefusedByTheNumberOfItsOperation() throws {
        let fine = try Self.operation("delete", "Patient.gender")
        let text = #""valueString":"x""#
        let two = Self.patient(#""name":[{"family":"a","given":["x"]},{"family":"b"}],"birthDate":"1920-01-01""#)
        let cases: [(String, JSONValue)] = [
            ("severalTargets", try Self.operation("delete", "Patient.name")),
            ("severalTargets", try Self.operation("replace", "Patient.name.family", value: text)),
            ("severalTargets", try Self.operation("add", "Patient.name", name: "text", value: text)),
            ("noTarget", try Self.operation("replace", "Patient.gender", value: #""valueCode":"male""#)),
            ("noTarget", try Self.operation("add", "Patient.contact", name: "gender", value: #""valueCode":"male""#)),
            ("noTarget", try Self.operation("move", "Patient.photo", ["source": 0, "destination": 0])),
            ("alreadyThere", try Self.operation("add", "Patient", name: "birthDate", value: #""valueDate":"1930""#)),
            ("unknownElement", try Self.operation("add", "Patient", name: "nonsense", value: text)),
            ("unknownElement", try Self.operation("add", "Patient", name: "_birthDate", value: text)),
            ("wrongType", try Self.operation("add", "Patient", name: "gender", value: #""valueDate":"1930""#)),
            (
                "wrongType",
                try Self.operation("add", "Patient", name: "address", value: #""valueHumanName":{"text":"x"}"#)
            ),
            ("wrongType", try Self.operation("replace", "Patient.name[0].family", value: #""valueInteger":1"#)),
            ("noPlace", try Self.operation("delete", "Patient")),
            ("noPlace", try Self.operation("replace", "Patient.birthDate.exists()", value: #""valueBoolean":true"#)),
            ("noPlace", try Self.operation("add", "Patient.name.exists()", name: "extension", value: text)),
            ("notAList", try Self.operation("move", "Patient.birthDate", ["source": 0, "destination": 0])),
            ("notAList", try Self.operation("move", "Patient.name[0]", ["source": 0, "destination": 0])),
            ("notAList", try Self.operation("move", "Patient.name.family", ["source": 0, "destination": 1])),
            (
                "notAList",
                try Self.operation("insert", "Patient.name[1]", value: #""valueHumanName":{"text":"x"}"#, ["index": 0])
            ),
            ("notAList", try Self.operation("insert", "Patient.gender", value: #""valueCode":"male""#, ["index": 0])),
            ("invalidPath", try Self.operation("delete", "Patient.name.frobnicate()")),
            ("invalidPath", try Self.operation("delete", "Patient.name[")),
            ("invalidPath", try Self.operation("delete", "Patient.managingOrganization.resolve().name")),
            (
                "invalidPath",
                try Self.operation("delete", "Patient.contained.where(Patient.link.other.resolve().exists())")
            ),
            ("unknownOperation", try Self.operation("test", "Patient.name")),
            ("invalidIndex", try Self.operation("move", "Patient.name", ["source": 0])),
            ("invalidIndex", try Self.operation("move", "Patient.name", ["source": -1, "destination": 0])),
            ("missingValue", try Self.operation("replace", "Patient.birthDate")),
            ("notAnOperation", try Self.operation("add", "Patient", value: text)),
            ("notAnOperation", ["name": "op", "part": [["name": "type", "valueCode": "delete"]]]),
            ("notAnOperation", ["name": "operation", "part": [["name": "type", "valueCode": "delete"]]]),
            ("notAnOperation", try json(#"{"name":"operation","part":[{"name":"pathe","valueString":"Patient"}]}"#)),
            ("notParameters", try Self.operation("replace", "Patient.birthDate", value: #""valueDate":"soon""#)),
            (
                "notParameters",
                try Self.operation("replace", "Patient.name[0]", value: #""valueHumanName":{"secret":"x"}"#)
            ),
        ]
        for (reason, operation) in cases {
            #expect(try Self.outcome(two, fine, operation) == "\(reason) in operation 1", "\(operation.text)")
        }
        for body in [#"[]"#, #"{"resourceType":"Patient"}"#, #""x""#] {
            #expect(throws: PatchError(.notParameters)) { try PathPatch(json(body)) }
        }
    }

    @Test func workIsBounded() throws {
        let delete = try Self.operation("delete", "Patient.gender")
        let many: JSONValue = ["resourceType": "Parameters", "parameter": .array(Array(repeating: delete, count: 257))]
        #expect(throws: PatchError(.tooManyOperations)) { try PathPatch(many) }
        let names: [JSONValue] = (0..<800).map { _ in ["family": "x", "given": ["a", "b"]] }
        let patient: JSONValue = ["resourceType": "Patient", "name": .array(names)]
        // What is compared is paid for: all with all would be a million values.
        let heavy = Self.patch(
            try Self.operation("delete", "Patient.name.where(%resource.name = %resource.name and family = 'y')"))
        #expect(throws: PatchError(.pathTooMuch, operation: 0)) { try PathPatch(heavy).applied(to: patient) }
        let add = try Self.operation(
            "add", "Patient", name: "name", value: #""valueHumanName":{"family":"0123456789"}"#)
        var limits = PatchLimits()
        limits.maximumBytes = 99
        let four: JSONValue = ["resourceType": "Parameters", "parameter": .array(Array(repeating: add, count: 4))]
        #expect(throws: PatchError(.tooLarge, operation: 3)) {
            try PathPatch(four, limits: limits).applied(to: patient)
        }
    }

    /// Whatever a patch makes of R4's examples is a resource of which all else is as it was.
    @Test(.enabled(if: Samples.areThere, "the shared examples are not there"))
    func whatIsAddedAndDeletedLeavesTheRestAlone() throws {
        let value = #""part":[{"name":"url","valueUri":"urn:x"},{"name":"value","valueInteger":7}]"#
        var patched = 0
        for (name, resource) in Samples.examples {
            guard let type = resource["resourceType"]?.string, resource["extension"] == nil,
                !["Bundle", "Parameters", "Binary"].contains(type)
            else { continue }
            let add = try Self.operation("add", type, name: "extension", value: value)
            let delete = try Self.operation("delete", "\(type).extension('urn:x')")
            let changed = try PathPatch(Self.patch(add)).applied(to: resource)
            #expect(changed["extension"]?.array?.count == 1, "\(name)")
            #expect(try PathPatch(Self.patch(delete)).applied(to: changed) == resource, "\(name)")
            patched += 1
        }
        #expect(patched > 100)
    }
}
