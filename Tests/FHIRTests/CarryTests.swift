import JSONTree
import Testing
import Vocabulary

@testable import FHIR

@Suite struct CarryTests {
    private static let views: [Tiers] = [
        .restricted, [.medical, .restricted], [.contact, .restricted], .contact, .medical, [.contact, .medical],
        [.contact, .medical, .restricted], [.identity, .contact], [.identity],
    ]

    @Test(.enabled(if: Samples.areThere, "the shared examples are not there"))
    func anUnchangedViewChangesNothing() throws {
        var carried = 0
        for (name, resource) in Samples.smallExamples {
            let whole = try TierSplit.split(resource)
            for hidden in CarryTests.views where !hidden.contains(whole.base) {
                let visible = whole.parts.filter { !hidden.contains($0.key) }
                let view = try TierSplit.join(base: whole.base, parts: visible).resource
                do {
                    let new = try TierSplit.carry(update: view, base: whole.base, parts: visible, hidden: hidden)
                    let all = new.parts.merging(whole.parts.filter { hidden.contains($0.key) }) { $1 }
                    let joined = try TierSplit.join(base: new.base, parts: all).resource
                    #expect(joined.bytes == ServerFields.stripped(resource).bytes, "\(name) \(hidden)")
                    carried += 1
                } catch { Issue.record("\(name) \(hidden): \(error)") }
            }
        }
        #expect(carried > 1000)
    }

    @Test(.enabled(if: Samples.areThere, "the shared examples are not there"))
    func randomEditsLoseNothingHidden() throws {
        var edit = RandomEdit(generator: SeededGenerator(seed: 20261123))
        var (carried, refused) = (0, 0)
        for (name, resource) in Samples.smallExamples {
            let whole = try TierSplit.split(resource)
            for hidden in CarryTests.views where !hidden.contains(whole.base) {
                let visible = whole.parts.filter { !hidden.contains($0.key) }
                let update = edit.edited(try TierSplit.join(base: whole.base, parts: visible).resource)
                guard let new = try? TierSplit.carry(update: update, base: whole.base, parts: visible, hidden: hidden)
                else {
                    refused += 1
                    continue
                }
                try check(new, update, old: whole, hidden, name)
                carried += 1
            }
        }
        #expect(carried > 700 && refused >= 10, "\(carried) carried, \(refused) refused")
    }

    /// The view is what was written, and every hidden line still has its place.
    private func check(
        _ new: TieredResource, _ update: JSONValue, old: TieredResource, _ hidden: Tiers, _ name: String
    ) throws {
        let view = try TierSplit.join(base: new.base, parts: new.parts)
        #expect(view.resource.bytes == update.bytes, "\(name) \(hidden)")
        let all = new.parts.merging(old.parts.filter { hidden.contains($0.key) }) { $1 }
        var joiner = try TierJoiner(all)
        let tree = try joiner.tree(base: new.base)
        #expect(joiner.hidden == [], "\(name) \(hidden)")
        let shown = strings(tree)
        for (tier, part) in old.parts where hidden.contains(tier) {
            #expect(strings(ofPart: part).isSubset(of: shown), "\(name) \(hidden)")
            #expect(joiner.used.count { $0.tier == tier } == (try PartLines(part).ranges.count), "\(name) \(hidden)")
        }
    }

    private static let patient = #"""
        {"resourceType":"Patient","name":[{"family":"Martin","_family":{"extension":[{"url":"urn:a","valueString":"secret"}]}},
        {"family":"Durand"}],"identifier":[{"value":"1"},{"system":"urn:oid:1.2.250.1.213.1.4.8","value":"2"},{"value":"3"}],
        "text":{"status":"generated","div":"<div>x</div>"},"gender":"female"}
        """#

    private func carry(_ update: String, hidden: Tiers = [.contact, .restricted]) throws -> JSONValue {
        let old = try TierSplit.split(json(CarryTests.patient))
        let visible = old.parts.filter { !hidden.contains($0.key) }
        let new = try TierSplit.carry(update: json(update), base: old.base, parts: visible, hidden: hidden)
        let all = new.parts.merging(old.parts.filter { hidden.contains($0.key) }) { $1 }
        return try TierSplit.join(base: new.base, parts: all).resource
    }

    @Test func hiddenElementsStayWhereTheyWere() throws {
        let joined = try carry(
            #"{"resourceType":"Patient","name":[{"family":"Martins"},{"family":"Durand"}],"identifier":[{"value":"9"},{"value":"3"}],"gender":"male"}"#
        )
        let expected = try json(
            CarryTests.patient.replacing("Martin", with: "Martins").replacing("\"1\"", with: "\"9\"").replacing(
                "female", with: "male"))
        #expect(joined == expected)
    }

    @Test func whatWouldMoveThemIsRefused() throws {
        let head =
            #"{"resourceType":"Patient","name":[{"family":"Martin"},{"family":"Durand"}],"identifier":[{"value":"1"},{"value":"3"}]"#
        let cases: [(String, SplitError.Code)] = [
            (#"{"resourceType":"Patient","identifier":[{"value":"1"},{"value":"3"}]}"#, .hiddenElementMoved),
            (
                #"{"resourceType":"Patient","name":[{"family":"Durand"},{"family":"Martin"}],"identifier":[{"value":"1"},{"value":"3"}]}"#,
                .hiddenElementMoved
            ),
            (
                #"{"resourceType":"Patient","name":[{"family":"Martin"},{"family":"Durand"}],"identifier":[{"value":"1"}]}"#,
                .hiddenElementMoved
            ),
            (head + #","text":{"status":"generated","div":"<div>mine</div>"}}"#, .hiddenElementMoved),
            (head + #","telecom":[{"value":"0612345678"}]}"#, .hiddenTierWritten),
            (head + #","meta":{"security":[{"code":"HIV"}]}}"#, .baseChanged),
            (##"{"resourceType":"Patient","text":{"#":7}}"##, .reservedKey),
            (#"{"resourceType":"Person"}"#, .baseChanged),
        ]
        for (update, code) in cases {
            do {
                _ = try carry(update)
                Issue.record("carried: \(update)")
            } catch let error as SplitError { #expect(error.code == code, "\(update): \(error)") }
        }
    }

    @Test func linesInsideHiddenValuesKeepTheirNumbers() throws {
        // Contact data inside care: whoever sees contact but not care keeps a line that no visible value leads to.
        let account =
            #"{"resourceType":"Appointment","contained":[{"resourceType":"Condition","subject":{"identifier":{"system":"urn:oid:1.2.250.1.213.1.4.8","value":"NIR1"}}}],"identifier":[{"system":"urn:oid:1.2.250.1.213.1.4.9","value":"NIR2"}]}"#
        let old = try TierSplit.split(json(account))
        let hidden: Tiers = .medical
        let visible = old.parts.filter { $0.key != .medical }
        let update =
            #"{"resourceType":"Appointment","identifier":[{"system":"urn:oid:1.2.250.1.213.1.4.9","value":"NIR3"}]}"#
        let new = try TierSplit.carry(update: json(update), base: .identity, parts: visible, hidden: hidden)
        let all = new.parts.merging(old.parts.filter { $0.key == .medical }) { $1 }
        let joined = try TierSplit.join(base: .identity, parts: all).resource.text
        #expect(joined == account.replacing("NIR2", with: "NIR3"))
    }

    @Test func labelsComeAndGo() throws {
        let inputs = [
            #"{"resourceType":"Patient","id":"a","active":true}"#,
            #"{"resourceType":"Patient","meta":{"profile":["urn:x"]},"active":true}"#,
            #"{"resourceType":"Patient","meta":{"security":[{"code":"N"}]}}"#,
        ]
        for input in inputs {
            let resource = try json(input)
            let once = Masking.label(resource, hidden: .contact)
            #expect(once.text.contains("REDACTED"))
            #expect(Masking.label(once, hidden: .contact) == once)
            #expect(Masking.unlabel(once) == resource)
            #expect(Masking.label(resource, hidden: []) == resource)
        }
        let theirs = try json(
            #"{"resourceType":"Patient","meta":{"security":[{"system":"\#(Masking.system)","code":"REDACTED"}]}}"#)
        #expect(Masking.unlabel(theirs) == theirs)
    }

    @Test func serverFieldsComeBack() throws {
        let resource = try json(
            #"{"resourceType":"Patient","id":"a","meta":{"versionId":"1","lastUpdated":"2020-01-01T00:00:00Z"},"active":true}"#
        )
        #expect(ServerFields.stripped(resource).text == #"{"resourceType":"Patient","active":true}"#)
        let back = ServerFields.stamped(
            ServerFields.stripped(resource), id: "a", versionId: "1", lastUpdated: "2020-01-01T00:00:00Z")
        #expect(back == resource)
    }
}
