import JSONTree
import Testing
import Vocabulary

@testable import FHIR

@Suite struct SplitTests {
    @Test(.enabled(if: Samples.areThere, "the shared examples are not there"))
    func officialExamplesComeBackByteForByte() throws {
        var split = 0
        for (name, resource) in Samples.examples {
            let whole = ServerFields.stripped(resource)
            do {
                let parts = try TierSplit.split(resource)
                let joined = try TierSplit.join(base: parts.base, parts: parts.parts)
                #expect(joined.resource.bytes == whole.bytes, "\(name)")
                #expect(joined.hidden == [], "\(name)")
                split += 1
            } catch { Issue.record("\(name): \(error)") }
        }
        #expect(split == Samples.examples.count && split > 300)
    }

    @Test(.enabled(if: Samples.areThere, "the shared examples are not there"))
    func syntheaComesBackByteForByte() throws {
        var split = 0
        for (name, resource) in Samples.synthea() {
            let parts = try TierSplit.split(resource)
            let joined = try TierSplit.join(base: parts.base, parts: parts.parts)
            if joined.resource.bytes != ServerFields.stripped(resource).bytes { Issue.record("\(name)") }
            split += 1
        }
        #expect(split > 500)
    }

    @Test(.enabled(if: Samples.areThere, "the shared examples are not there"))
    func everyMaskedViewShowsNothingOfHiddenParts() throws {
        for (name, resource) in Samples.examples + Samples.synthea(bundles: 2) {
            let whole = try TierSplit.split(resource)
            for hidden in 1..<16 {
                let hidden = Tiers(rawValue: UInt8(hidden))
                guard !hidden.contains(whole.base) else { continue }
                let visible = whole.parts.filter { !hidden.contains($0.key) }
                let joined = try TierSplit.join(base: whole.base, parts: visible)
                let text = joined.resource.text
                #expect(!text.contains("{\"#\""), "\(name)")
                let shown = Set(visible.values.flatMap { strings(ofPart: $0) })
                let secret = Set(whole.parts.filter { hidden.contains($0.key) }.values.flatMap { strings(ofPart: $0) })
                let leaked = strings(joined.resource).intersection(secret.subtracting(shown))
                #expect(leaked.isEmpty, "\(name)")
                #expect(joined.hidden.isSubset(of: hidden), "\(name)")
            }
        }
    }

    /// Written apart from the rules: what each sample's free text is, by name of the element.
    @Test(.enabled(if: Samples.areThere, "the shared examples are not there"))
    func freeTextIsInNoLowerPart() throws {
        var seen = 0
        let prose: Set = [
            "div", "data", "comment", "description", "note", "conclusion", "patientInstruction", "valueString",
        ]
        for (name, resource) in Samples.examples + Samples.synthea(bundles: 1) {
            guard let type = resource["resourceType"]?.string.flatMap(ResourceType.init), !type.mayBePatientless else {
                continue
            }
            let parts = try TierSplit.split(resource).parts
            let reviewed = members(resource).flatMap { key, value in
                key == "extension" ? (value.array ?? []).compactMap(\.object).filter(ReviewedExtensions.has) : []
            }.compactMap { $0["valueString"] }
            for (tier, part) in parts where tier != .restricted {
                for line in try PartLines(part).values {
                    for (key, value) in members(line) where prose.contains(key) {
                        // `data` is a list of parts of a Consent too, and only text is of interest.
                        guard value.string != nil || value.array?.contains(where: { $0.string != nil }) ?? false else {
                            continue
                        }
                        if key == "valueString", reviewed.contains(value) { continue }
                        // Only what is a whole number, a series of them, or a hole may be called so below.
                        if key == "data", value.string?.allSatisfy({ "0123456789 .-EUL".contains($0) }) ?? false {
                            continue
                        }
                        Issue.record("\(name) \(key)")
                    }
                }
                seen += 1
            }
        }
        #expect(seen > 300)
    }

    @Test func namedElementsHaveTheirTiers() throws {
        let patient = try json(
            """
            {"resourceType":"Patient","id":"p","meta":{"versionId":"3","lastUpdated":"2020-01-01T00:00:00Z","profile":["urn:x"]},
            "text":{"status":"generated","div":"<div>NARR</div>"},
            "identifier":[{"system":"urn:oid:1.2.250.1.213.1.4.8","value":"NIR1"},{"system":"urn:ipp","value":"IPP1"}],
            "name":[{"family":"FAM","given":["GIV"]}],"telecom":[{"system":"phone","value":"PHONE"}],
            "address":[{"city":"CITY"}],"contact":[{"name":{"family":"MOTHER"},"telecom":[{"value":"RELPHONE"}]}],
            "maritalStatus":{"text":"TYPED","coding":[{"code":"M","display":"Married"}]},
            "photo":[{"title":"PHOTO"}],
            "extension":[{"url":"urn:a","valueString":"EXT"},{"url":"urn:b","valueBoolean":true},{"url":"urn:c","valueDecimal":1.50}]}
            """)
        let split = try TierSplit.split(patient)
        let texts = split.parts.mapValues { String(decoding: $0, as: UTF8.self) }
        let expected: [Tier: [String]] = [
            .identity: ["IPP1", "FAM", "GIV"], .contact: ["NIR1", "PHONE", "CITY", "MOTHER", "RELPHONE", "Married"],
            .medical: ["urn:b", "1.50"], .restricted: ["NARR", "TYPED", "PHOTO", "EXT"],
        ]
        for (tier, words) in expected {
            for word in words {
                for (other, text) in texts {
                    #expect(
                        text.contains("\"\(word)") || text.contains(":\(word)") || text.contains(">\(word)")
                            ? other == tier : true, "\(word) in \(other)")
                }
                #expect(texts[tier]?.contains(word) ?? false, "\(word)")
            }
        }
        #expect(split.base == .identity)
        #expect(!texts.values.contains { $0.contains("versionId") || $0.contains("\"id\"") })
    }

    @Test func conceptTextThatRepeatsADisplayIsNotFreeText() throws {
        let same = try json(
            #"{"resourceType":"Condition","subject":{"reference":"Patient/1"},"code":{"coding":[{"display":"Rhume"}],"text":"Rhume"}}"#
        )
        #expect(try TierSplit.split(same).parts.keys.sorted() == [.medical])
        // The same to Unicode, not the same bytes.
        let other = try json(
            "{\"resourceType\":\"Condition\",\"code\":{\"coding\":[{\"display\":\"e\u{301}\"}],\"text\":\"\u{e9}\"}}")
        #expect(try TierSplit.split(other).parts.keys.sorted() == [.medical, .restricted])
    }

    @Test func contactInsideCareNeedsBoth() throws {
        let condition = try json(
            #"{"resourceType":"Condition","subject":{"identifier":{"system":"urn:oid:1.2.250.1.213.1.4.8","value":"NIR1"}}}"#
        )
        let split = try TierSplit.split(condition)
        #expect(split.parts.keys.sorted() == [.contact, .medical])
        let masked = try TierSplit.join(base: .medical, parts: split.parts.filter { $0.key == .medical })
        #expect(masked.resource.text == #"{"resourceType":"Condition"}"#)
        #expect(masked.hidden == .contact)
    }

    @Test func aLabelRaisesTheWhole() throws {
        for code in ["HIV", "SEX", "PSY", "SDV", "SUD", "ETH", "STD", "BH"] {
            let labelled = try json(
                #"{"resourceType":"Observation","meta":{"security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-ActCode","code":"\#(code)"}]},"status":"final"}"#
            )
            #expect(try TierSplit.split(labelled).parts.keys.sorted() == [.restricted], "\(code)")
        }
        let normal = try json(
            #"{"resourceType":"Observation","meta":{"security":[{"system":"http://terminology.hl7.org/CodeSystem/v3-Confidentiality","code":"N"}]},"status":"final"}"#
        )
        #expect(try TierSplit.split(normal).base == .medical)
    }

    @Test func holesCannotBeWrittenByHand() throws {
        let inputs = [
            ##"{"resourceType":"Observation","#":7}"##, ##"{"resourceType":"Observation","code":{"#":7}}"##,
            ##"{"resourceType":"Observation","note":[{"#":7}]}"##,
            ##"{"resourceType":"Observation","note":[{"text":{"#":7}}]}"##,
            ##"{"resourceType":"Binary","data":{"#":7}}"##,
        ]
        for input in inputs {
            #expect(throws: SplitError.self, "\(input)") { try TierSplit.split(json(input)) }
        }
        // As text it is text.
        let text = try json(##"{"resourceType":"Observation","note":[{"text":"{\"#\":7}"}]}"##)
        let split = try TierSplit.split(text)
        #expect(try TierSplit.join(base: split.base, parts: split.parts).resource == text)
    }

    @Test func damagedPartsAreRefused() throws {
        let bodies = [
            "", "1\n", "2\n{}\n", "1\n{}", "1\n{\"a\":{\"#\":6}}\n", "1\n{\"a\":{\"#\":10}}\n", "1\n{\"#\":6}\n",
            "1\n{\n",
        ]
        for body in bodies {
            #expect(throws: SplitError.self, "\(body)") {
                try TierSplit.join(base: .medical, parts: [.medical: Array(body.utf8)])
            }
        }
        #expect(throws: SplitError.self) {
            try TierSplit.join(base: .medical, parts: [.restricted: Array("1\n{}\n".utf8)])
        }
    }

    @Test func whatHasNoTierIsRefused() throws {
        let inputs = [
            #"{"resourceType":"Observation","dupont":1}"#, #"{"resourceType":"Nothing"}"#, #"[]"#,
            #"{"resourceType":"Patient","active":"yes"}"#, #"{"resourceType":"Patient","name":["Jean"]}"#,
            #"{"resourceType":"Patient","contained":[{"a":1}]}"#,
        ]
        for input in inputs { #expect(throws: SplitError.self, "\(input)") { try TierSplit.split(json(input)) } }
    }
}
