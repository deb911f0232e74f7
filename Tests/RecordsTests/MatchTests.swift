import BrokerAPI
import FHIR
import JSONTree
import Testing
import Vocabulary

@testable import Broker
@testable import Records

@Suite("Matching patients") struct MatchTests {
    /// A patient with a number of their own, a phone, and whatever else is given.
    private static func patient(
        _ family: String, _ given: String, _ birth: String, phone: String? = "06 39 98 00 01", nir: String? = nil
    ) throws -> JSONValue {
        let identifier = nir.map {
            "\"identifier\":[{\"system\":\"urn:oid:1.2.250.1.213.1.4.10\",\"value\":\"\($0)\"}],"
        }
        let telecom = phone.map { "\"telecom\":[{\"system\":\"phone\",\"value\":\"\($0)\"}]," }
        return try Samples.parse(
            """
            {"resourceType":"Patient",\(identifier ?? "")"name":[{"family":"\(family)","given":["\(given)"]}],
            \(telecom ?? "")"gender":"female","birthDate":"\(birth)"}
            """)
    }

    private static let nir = "255081416802538"

    @Test func whoMayBeThePatientTheBestFirst() async throws {
        let house = try House()
        let practice = try await house.practice()
        let session = try await house.session(practice)
        let zoe = try await session.create(
            try Self.patient("Lefèvre", "Zoé", "1980-05-17", nir: Self.nir)
        ).id
        let twin = try await session.create(try Self.patient("Lefèvre", "Léa", "1980-05-17")).id
        _ = try await session.create(try Self.patient("Lefèvre", "Marie", "1951-01-01"))
        _ = try await session.create(try Self.patient("Autre", "Anne", "1980-05-17", phone: "0639980099"))
        let reader = try await house.session(practice)
        let wanted = try Self.patient("LEFEBVRE", "Zoe", "1980-05-17", nir: "2 55 08 14 168 025")
        let result = try await reader.match(PatientMatch(wanted))
        #expect(result.found.map(\.record.id) == [zoe, twin])
        #expect(result.found.map(\.score.grade) == [.certain, .possible])
        #expect(!result.isBroad && !result.omits && result.refused.isEmpty)
        #expect(
            result.found.allSatisfy { $0.record.resource?["telecom"] == nil && $0.record.hidden.contains(.contact) })
        #expect(try await reader.match(PatientMatch(wanted), onlyCertain: true).found.map(\.record.id) == [zoe])
        // Another record of hers: neither is the only one any more, until one replaces the other.
        let other = try await session.create(try Self.patient("Lefèvre", "Zoé", "1980-05-17"))
        #expect(try await reader.match(PatientMatch(wanted), onlyCertain: true).found.isEmpty)
        let (old, new) = (try #require(PatientID(other.id)), try #require(PatientID(zoe)))
        _ = try await session.merge(PatientMerge(source: old, target: new))
        #expect(try await reader.match(PatientMatch(wanted), onlyCertain: true).found.map(\.record.id) == [zoe])
    }

    @Test func everyoneWhoIsLookedAtIsOpenedAndNobodyElse() async throws {
        let house = try House()
        let practice = try await house.practice()
        let session = try await house.session(practice)
        for day in 1...3 {
            _ = try await session.create(try Self.patient("Nom", "Anne", "1980-01-0\(day)", phone: nil))
        }
        _ = try await session.create(try Self.patient("Autre", "Paul", "1980-01-01", phone: nil))
        let account = try await house.member(practice)
        let reader = try await house.session(account)
        let wanted = PatientMatch(try Self.patient("Nom", "Anne", "1980-01-01", phone: nil))
        func released() throws -> Int { try house.opened(by: account.holder).count }
        #expect(try await reader.match(wanted).found.count == 1)
        // The other of that day was looked at, and counts.
        #expect(try released() == 2)
        let nobody = PatientMatch(try Self.patient("Nom", "Anne", "1999-09-09", phone: nil))
        #expect(try await reader.match(nobody).found.isEmpty)
        #expect(try released() == 2)
    }

    @Test func tooManyShowNobodyAndCostNothing() async throws {
        let house = try House()
        let session = try await house.session(try await house.practice())
        for index in 0..<11 { _ = try await session.create(try Self.patient("Martin", "N\(index)", "1980-05-17")) }
        let size = house.size
        await #expect(throws: RecordError.keepTyping) {
            try await session.match(PatientMatch(try Self.patient("Martin", "Zoé", "1980-05-17")))
        }
        #expect(house.size == size)
        // A number is asked before, and the day after it narrows to the name.
        let zoe = try await session.create(try Self.patient("Durand", "Zoé", "1980-05-17", phone: nil, nir: Self.nir))
            .id
        let result = try await session.match(
            PatientMatch(try Self.patient("Durand", "Zoé", "1980-05-17", nir: Self.nir)))
        #expect(result.found.map(\.record.id) == [zoe])
        #expect(result.isBroad)
        // Who was left out might be the one.
        let wanted = PatientMatch(try Self.patient("Durand", "Zoé", "1980-05-17", nir: Self.nir))
        #expect(try await session.match(wanted, onlyCertain: true).found.isEmpty)
        await #expect(throws: RecordError.invalid([RecordIssue("nothing-to-match", "Patient")])) {
            try await session.match(PatientMatch(try Samples.parse("{\"resourceType\":\"Patient\"}")))
        }
    }

    /// That somebody more than ten may be meant is an answer about them: it is paid for like the others.
    @Test func whoIsLeftOutIsOpenedToo() async throws {
        let house = try House()
        let practice = try await house.practice()
        let session = try await house.session(practice)
        for index in 1...10 {
            _ = try await session.create(
                try Self.patient("Nom", "Anne \(index)", "1980-01-01", phone: nil))
        }
        let account = try await house.member(practice)
        let reader = try await house.session(account)
        let wanted = try Self.patient("Nom", "Anne", "1980-01-01", phone: "06 39 98 00 07")
        #expect(try await !reader.match(PatientMatch(wanted)).isBroad)
        #expect(try house.opened(by: account.holder).count == 10)
        _ = try await session.create(try Self.patient("Autre", "Zoé", "1951-01-01", phone: "06 39 98 00 07"))
        #expect(try await reader.match(PatientMatch(wanted)).isBroad)
        #expect(try house.opened(by: account.holder).count == 11)
    }

    @Test func anotherPracticeHasNoCandidates() async throws {
        let house = try House()
        let session = try await house.session(try await house.practice())
        let patient = try Self.patient("Lefèvre", "Zoé", "1980-05-17", nir: Self.nir)
        _ = try await session.create(patient)
        let stranger = try await house.session(try await house.practice())
        let size = house.size
        let result = try await stranger.match(PatientMatch(patient))
        #expect(result.found.isEmpty && !result.isBroad && result.refused.isEmpty)
        #expect(house.size == size)
    }

    /// Who is left is shown, and that somebody is not is said.
    @Test func whatALimitKeepsBackIsSaid() async throws {
        let house = try House()
        let one = Limits.standard.text.replacing("physician=150,300,2000", with: "physician=1,1,1")
        _ = await house.broker.admin(.setLimits(one))
        let practice = try await house.practice()
        let secretary = try await house.session(practice, .secretary)
        let patient = try Self.patient("Lefèvre", "Zoé", "1980-05-17", phone: nil, nir: Self.nir)
        _ = try await secretary.create(patient)
        _ = try await secretary.create(patient)
        let reader = try await house.session(practice)
        let result = try await reader.match(PatientMatch(patient))
        #expect(result.found.map(\.score.grade) == [.certain])
        #expect(result.refused.map(\.reason) == [.limit])
        // One was kept back, so the other is not known to be the only one.
        #expect(try await reader.match(PatientMatch(patient), onlyCertain: true).found.isEmpty)
    }
}
