import Testing
import Vocabulary

@testable import Store

@Suite("Resource keys") struct ResourceKeyTests {
    private let uuid = "0b6f3c1e-9a52-4d8e-8f10-2f6f5b0a7c31"

    @Test func threeFormsOfId() throws {
        let patient = try #require(PatientID(uuid))
        let whole = try #require(ResourceKey(type: "Patient", id: uuid))
        #expect(whole == ResourceKey(patient: patient))
        #expect(whole.patient == patient)
        let seventh = try #require(ResourceKey(type: "Observation", id: "\(uuid).7"))
        #expect(seventh == ResourceKey(type: "Observation", patient: patient, ordinal: 7))
        #expect((seventh.patient, seventh.ordinal) == (patient, 7))
        let nobody = try #require(ResourceKey(type: "Organization", id: uuid))
        #expect(nobody.patient == nil)
        for key in [whole, seventh, nobody] { #expect(ResourceKey(type: key.type, id: key.id) == key) }
        #expect(seventh.description == "Observation/\(uuid).7")
    }

    @Test func nothingElseIsAnId() {
        let ids = [
            "", ".", "7", "../\(uuid)", "\(uuid)/..", "\(uuid).", ".\(uuid)", "\(uuid).0", "\(uuid).07", "\(uuid).+7",
            "\(uuid).-1", "\(uuid).7.8", "\(uuid).7 ", " \(uuid)", "\(uuid).4294967296", "\(uuid).٧", "\(uuid)\u{0}",
            uuid.uppercased(), String(uuid.dropLast()), "\(uuid)a", "\(uuid)%2F..", "' OR 1=1 --",
            "\(uuid)." + String(repeating: "1", count: 40), String(repeating: "a", count: 100_000),
        ]
        for id in ids { #expect(ResourceKey(type: "Observation", id: id) == nil, "\(id.prefix(60))") }
        #expect(ResourceKey(type: "Observation", id: "\(uuid).4294967295") != nil)
    }

    @Test func typesAreWords() {
        let types = [
            "", "observation", "Observation/..", "../Patient", "Obs ervation", "Observation1", "Obsérvation", "O\u{0}",
            "A" + String(repeating: "a", count: 64),
        ]
        for type in types {
            #expect(ResourceKey(type: type, id: uuid) == nil, "\(type)")
            #expect(ResourceKey(type: type, patient: .random(), ordinal: 1) == nil, "\(type)")
        }
        #expect(ResourceKey(type: "A" + String(repeating: "a", count: 63), id: uuid) != nil)
        #expect(ResourceKey(type: "Patient", id: "\(uuid).1") == nil)
        #expect(ResourceKey(type: "Patient", patient: .random(), ordinal: 1) == nil)
        #expect(ResourceKey(type: "Observation", patient: .random(), ordinal: 0) == nil)
    }
}
