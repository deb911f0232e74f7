import JSONTree
import Testing
import Vocabulary

@testable import FHIR

/// The text that a reader gets without a tree in between is, byte for byte, what the tree would be written as.
@Suite struct TextTests {
    private func text(_ split: TieredResource, without hidden: Tiers = []) throws -> [UInt8]? {
        try TierSplit.text(
            base: split.base, parts: split.parts.filter { !hidden.contains($0.key) }, id: "a.1", versionId: "7",
            lastUpdated: "2026-01-05T08:30:00.000Z")
    }

    private func expected(_ split: TieredResource) throws -> [UInt8] {
        let joined = try TierSplit.join(base: split.base, parts: split.parts)
        return ServerFields.stamped(
            joined.resource, id: "a.1", versionId: "7", lastUpdated: "2026-01-05T08:30:00.000Z"
        ).bytes
    }

    @Test(.enabled(if: Samples.areThere, "the shared examples are not there"))
    func allSamplesAreTheSame() throws {
        var same = 0
        for (name, resource) in Samples.examples + Samples.synthea() {
            let split = try TierSplit.split(resource)
            if try text(split) == expected(split) { same += 1 } else { Issue.record("\(name)") }
        }
        #expect(same > 800)
    }

    @Test(.enabled(if: Samples.areThere, "the shared examples are not there"))
    func nothingIsTextWhereSomethingIsLeftOut() throws {
        for (name, resource) in Samples.smallExamples {
            let split = try TierSplit.split(resource)
            for hidden in 1..<16 {
                let hidden = Tiers(rawValue: UInt8(hidden))
                guard !hidden.contains(split.base) else { continue }
                let visible = split.parts.filter { !hidden.contains($0.key) }
                let isWhole = try TierSplit.join(base: split.base, parts: visible).hidden == []
                #expect(try (text(split, without: hidden) != nil) == isWhole, "\(name) \(hidden)")
            }
        }
    }

    @Test func membersStandWhereTheTreeHasThem() throws {
        let inputs = [
            #"{"active":true,"resourceType":"Patient"}"#,
            #"{"resourceType":"Patient","meta":{"profile":["http://x"],"tag":[{"code":"a}"}]},"active":true}"#,
            #"{"active":true,"meta":{"source":"http://a"},"resourceType":"Patient"}"#,
            ##"{"resourceType":"Observation","status":"final","note":[{"text":"a \"},{ \\\\"},{"text":"{\"#\":7}"}]}"##,
            #"{"resourceType":"Observation","status":"final","valueQuantity":{"value":1.00},"component":[{"code":{"text":"[,]"}}]}"#,
        ]
        for input in inputs {
            let split = try TierSplit.split(json(input))
            #expect(try text(split) == expected(split), "\(input)")
        }
    }

    @Test func whatHasAnotherFormIsLeftToTheTree() throws {
        let bodies = [
            "{}", "{", "[1]", #"{"a":1}"#, #"{"resourceType":"Observation","id":"b"}"#,
            #"{"resourceType":"Observation","meta":{"versionId":"1"}}"#, #"{"resourceType":"Observation","meta":[]}"#,
            #"{"resourceType":"Observation","meta":{}}"#, #"{ "resourceType":"Observation"}"#,
            #"{"resourceType":"Observation"}{}"#, #"{"resourceType":"Observation""#,
        ]
        for body in bodies {
            let parts: [Tier: [UInt8]] = [.medical: Array("1\n\(body)\n".utf8)]
            let found = try TierSplit.text(base: .medical, parts: parts, id: "a", versionId: "1", lastUpdated: "t")
            #expect(found == nil, "\(body)")
        }
    }

    @Test func damagedPartsAreRefused() throws {
        for body in ["", "1\n", "2\n{}\n", "1\n{}", "1\n{\"a\":{\"#\":6}}\n", "1\n{\"#\":6}\n"] {
            #expect(throws: SplitError.self, "\(body)") {
                try TierSplit.text(
                    base: .medical, parts: [.medical: Array(body.utf8)], id: "a", versionId: "1", lastUpdated: "t")
            }
        }
    }
}
