import BrokerAPI
import FHIR
import Foundation
import GRDB
import JSONTree
import Testing
import Vocabulary

@testable import Broker
@testable import Records

@Suite("Finding")
struct SearchTests {
    @Test func tenMatchAtMostAndMoreCostNothing() async throws {
        let house = try House()
        let practice = try await house.practice()
        let session = try await house.session(practice)
        for given in ["Aline", "Brice", "Cléo", "Denis", "Elsa", "Félix", "Gwen", "Hugo", "Inès", "Jean"] {
            _ = try await session.create(try Samples.patient("Martin", given: given))
        }
        let query = try SearchQuery(parse: [("family", "mart")])
        let reader = try await house.session(practice)
        let found = try await reader.search(query)
        #expect(found.records.count == 10)
        #expect(found.records.allSatisfy { $0.resource?["name"] != nil && $0.resource?["address"] == nil })
        #expect(found.records.allSatisfy { $0.hidden.contains(.contact) })
        let given = try await reader.search(try SearchQuery(parse: [("family", "martin"), ("given", "fel")]))
        #expect(given.records.count == 1)
        _ = try await session.create(try Samples.patient("Martin"))
        let size = house.size
        await #expect(throws: RecordError.keepTyping) { try await reader.search(query) }
        #expect(house.size == size)
    }

    @Test func phoneAndNumberFind() async throws {
        let house = try House()
        let session = try await house.session(try await house.practice())
        let patient = try await session.newPatient()
        for (name, value) in [("phone", "+33 6 12 34 56 78"), ("birthdate", "1961-02-03"), ("name", "legoff")] {
            let found = try await session.search(try SearchQuery(parse: [(name, value)]))
            #expect(found.records.map(\.id) == ["\(patient)"], "\(name)")
        }
    }

    @Test func forgedRowShowsNobody() async throws {
        let house = try House()
        let practice = try await house.practice()
        let session = try await house.session(practice)
        _ = try await session.newPatient("Abalain")
        _ = try await session.newPatient("Zorn")
        // Whoever holds the storage moves every row to the other patient.
        let queue = try DatabaseQueue(path: house.directory + "/records/\(practice).sqlite")
        try await queue.write { db in
            let resources = try Int64.fetchAll(db, sql: "SELECT DISTINCT resource FROM token ORDER BY resource")
            try db.execute(
                sql: "UPDATE OR REPLACE token SET resource = ? WHERE resource = ?",
                arguments: [resources[1], resources[0]])
        }
        let found = try await session.search(try SearchQuery(parse: [("family", "Abalain")]))
        #expect(found.records.isEmpty)
        #expect(found.refused.isEmpty)
    }

    @Test func agendaShowsTheDayInParis() async throws {
        let house = try House()
        let practice = try await house.practice()
        let doctor = try await house.member(practice)
        let professional = try #require(doctor.member)
        let secretary = try await house.session(practice, .secretary)
        let patient = try await secretary.newPatient()
        // Half past midnight in Paris, the evening before in UTC.
        let made = try await secretary.create(
            try Samples.appointment("Patient/\(patient)", professional, start: "2026-11-23T23:30:00Z").withoutReason)
        let session = try await house.session(doctor)
        let agenda = try await session.agenda(professional: professional, day: "2026-11-24")
        #expect(agenda.slots.map(\.patient.id) == ["\(patient)"])
        #expect(agenda.slots.first?.appointment.id == made.id)
        #expect(try await session.agenda(professional: professional, day: "2026-11-23").slots.isEmpty)
        let cancelled = try Samples.appointment(
            "Patient/\(patient)", professional, start: "2026-11-23T23:30:00Z", status: "cancelled"
        ).withoutReason
        _ = try await secretary.update("Appointment", made.id, cancelled, ifMatch: 1)
        #expect(try await session.agenda(professional: professional, day: "2026-11-24").slots.isEmpty)
        var bookings: [Bool] = []
        try house.broker.forEachEntry { _, entry in
            if case .booking(let booking) = entry.event { bookings.append(booking.active) }
        }
        #expect(bookings == [true, false])
        await #expect(throws: RecordError.invalid([RecordIssue("not-a-day", "day")])) {
            _ = try await session.agenda(professional: professional, day: "today")
        }
    }
}

extension JSONValue {
    /// Without what a secretary may not write.
    var withoutReason: JSONValue {
        guard case .object(var object) = self else { return self }
        object["reasonCode"] = nil
        return .object(object)
    }
}
