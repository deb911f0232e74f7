import Testing
import Vocabulary

@testable import Response

@Suite("Contradictions are kept")
struct IncidentContradictionTests {
    typealias Samples = IncidentSamples

    private func incident(_ contents: [IncidentEvent.Content]) throws -> Incident {
        var incident = try Samples.opened()
        for content in contents { try incident.add(content, by: Samples.author, at: Samples.hours(100)) }
        return incident
    }

    @Test func bothStatementsOfAFactStay() throws {
        let incident = try incident([
            Samples.entry(.ledger, 2, "08:36"), Samples.entry(.person, 1, "08:40"), Samples.entry(.access, 3, "08:36"),
            Samples.entry(.foreign("nginx"), 101),
        ])
        let found = try #require(incident.contradictions.first)
        #expect(incident.contradictions.count == 1 && found.subject == .fact("first-access"))
        #expect(found.events == [2, 3, 4] && found.values == ["08:36", "08:40", "08:36"])
        #expect(incident.timeline.map(\.number) == [3, 2, 4, 5])
        #expect(incident.timeline.map(\.value.grade) == [.stated, .proven, .recorded, .foreign])
    }

    @Test func awarenessAndNotifications() throws {
        let incident = try incident([
            Samples.aware(5), Samples.aware(5), Samples.aware(2), Samples.aware(1, .vendor), Samples.sent(.initial, 6),
            Samples.sent(.initial, 6), Samples.sent(.initial, 6, reference: "FR-2"), Samples.sent(.complementary, 7),
            Samples.sent(.complementary, 8), Samples.sent(.initial, 6, duty: .practice),
        ])
        let practice = IncidentParty.practice(Samples.practice)
        #expect(
            incident.contradictions.map(\.subject) == [.awareness(practice), .initial(.authority, Samples.practice)])
        #expect(incident.contradictions.map(\.events) == [[2, 3, 4], [6, 7, 8]])
        #expect(
            incident.contradictions[0].values == [
                "2026-01-05T13:30:00.000Z", "2026-01-05T13:30:00.000Z", "2026-01-05T10:30:00.000Z",
            ])
        #expect(incident.awareness[practice]?.count == 3)
    }

    @Test func sameStatementsContradictNothing() throws {
        let incident = try incident([
            Samples.aware(5), Samples.aware(5), Samples.entry(.ledger, 2, "1"), Samples.entry(.person, 2, "1"),
            Samples.sent(.initial, 6), Samples.sent(.initial, 6),
        ])
        #expect(incident.contradictions.isEmpty)
    }
}
