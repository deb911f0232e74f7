import Testing
import Vocabulary

@testable import Response

@Suite("An incident refuses what contradicts it")
struct IncidentFoldTests {
    typealias Samples = IncidentSamples

    /// Adds all but the last at `hours(written)`, and expects the last to be refused and to leave no trace.
    private func refuses(
        _ code: IncidentError.Code, _ contents: [IncidentEvent.Content], written: Double = 100,
        owner: IncidentParty = .practice(Samples.practice), _ location: SourceLocation = #_sourceLocation
    ) throws {
        var incident = try Samples.opened(owner)
        for content in contents.dropLast() { try incident.add(content, by: Samples.author, at: Samples.hours(written)) }
        let (head, size, count) = (incident.head, incident.size, incident.events.count)
        guard let last = contents.last else { return }
        let error = #expect(throws: IncidentError.self, sourceLocation: location) {
            try incident.add(last, by: Samples.author, at: Samples.hours(written))
        }
        #expect(error?.code == code && error?.line == count + 1, sourceLocation: location)
        #expect(incident.head == head && incident.size == size, sourceLocation: location)
        #expect(try Incident(reading: incident.lines).head == head, sourceLocation: location)
    }

    @Test func whatCannotFollow() throws {
        try refuses(.openedTwice, [.opened(Samples.opening())])
        try refuses(.openedTwice, [Samples.closing, .opened(Samples.opening())])
        for content in [
            Samples.closing, Samples.task, Samples.aware(1), Samples.entry(.person, 1), .scope(query: "{}"),
            .done(task: "freeze", note: nil),
        ] { try refuses(.closed, [Samples.task, Samples.closing, content]) }
        try refuses(.taskTwice, [Samples.task, Samples.task])
        try refuses(.unknownTask, [.done(task: "freeze", note: nil)])
        try refuses(.taskDone, [Samples.task, .done(task: "freeze", note: nil), .done(task: "freeze", note: "x")])
    }

    @Test func awareness() throws {
        try refuses(.awarenessLater, [Samples.aware(1), Samples.aware(1.001)])
        try refuses(.future, [Samples.aware(100.001)])
        try refuses(.foreignPractice, [Samples.aware(1, .practice(Samples.stranger))])
        var incident = try Samples.opened()
        for content in [Samples.aware(1), Samples.aware(1), Samples.aware(-5), Samples.aware(3, .vendor)] {
            try incident.add(content, by: Samples.author, at: Samples.hours(4))
        }
        #expect(incident.aware(.practice(Samples.practice)) == Samples.hours(-5))
        #expect(incident.aware(.vendor) == Samples.hours(3))
        #expect(incident.aware(.practice(Samples.stranger)) == nil)
    }

    @Test func notifications() throws {
        try refuses(.unaware, [Samples.sent(.initial, 2)])
        try refuses(.unaware, [Samples.aware(1), Samples.sent(.initial, 2, duty: .practice)])
        try refuses(.unaware, [Samples.aware(1, .vendor), Samples.sent(.initial, 2)])
        try refuses(.beforeAwareness, [Samples.aware(1), Samples.sent(.initial, 0.9)])
        try refuses(.future, [Samples.aware(1), Samples.sent(.initial, 100.1)])
        try refuses(.noInitial, [Samples.aware(1), Samples.sent(.complementary, 2)])
        try refuses(.noInitial, [Samples.aware(1), Samples.sent(.initial, 3), Samples.sent(.complementary, 2)])
        try refuses(.foreignPractice, [Samples.aware(1), Samples.sent(.initial, 2, of: Samples.stranger)])
        try refuses(
            .noInitial,
            [
                Samples.aware(1, .vendor), Samples.aware(1), Samples.sent(.initial, 2),
                Samples.sent(.complementary, 3, duty: .practice),
            ])
    }

    @Test func gradesAndMoments() throws {
        let allowed: [(IncidentEntry.Source, Set<IncidentEntry.Grade>)] = [
            (.ledger, [.proven, .recorded]), (.access, [.recorded]), (.foreign("x"), [.foreign]), (.person, [.stated]),
        ]
        for (source, grades) in allowed {
            for grade in IncidentEntry.Grade.allCases {
                var incident = try Samples.opened()
                let content = Samples.entry(source, 1, grade: grade)
                guard !grades.contains(grade) else {
                    try incident.add(content, by: Samples.author, at: Samples.hours(1))
                    continue
                }
                try refuses(.grade, [content])
            }
        }
        try refuses(.future, [Samples.entry(.person, 101)])
        try refuses(
            .future, [.decided(IncidentDecision(what: "a", reason: "b", moment: Samples.hours(101)))])
    }

    @Test func afterItsEndOnlyNotificationsAndDecisionsFollow() throws {
        var incident = try Samples.opened()
        for content in [
            Samples.aware(1), Samples.sent(.initial, 2), Samples.closing, Samples.sent(.complementary, 3),
            Samples.decision,
        ] { try incident.add(content, by: Samples.author, at: Samples.hours(4)) }
        #expect(incident.isClosed && incident.closing?.value.advancesEpochs == true)
        #expect(incident.notifications.count == 2 && incident.decisions.count == 1)
    }

    @Test func streamsBeginWithTheirOpening() throws {
        let incident = try Samples.everythingFolded()
        let lines = incident.events.map(\.line)
        #expect(throws: IncidentError(.notOpened)) { try Incident(lines: Array(lines.dropFirst())) }
        #expect(throws: IncidentError(.notOpened)) { try Incident(lines: []) }
        #expect(throws: IncidentError(.notOpened)) { try Incident(reading: []) }
        let second = IncidentEvent(
            number: 2, moment: Samples.start, author: Samples.author, previous: .none,
            content: .opened(Samples.opening()))
        #expect(throws: IncidentError(.number)) { try Incident(lines: [second.line]) }
        let chained = IncidentEvent(
            number: 1, moment: Samples.start, author: Samples.author, previous: incident.head,
            content: .opened(Samples.opening()))
        #expect(throws: IncidentError(.chain)) { try Incident(lines: [chained.line]) }
    }

    @Test func timeDoesNotGoBack() throws {
        var incident = try Samples.opened()
        let event = IncidentEvent(
            number: 2, moment: Samples.hours(-1), author: Samples.author, previous: incident.head,
            content: Samples.closing)
        #expect(throws: IncidentError(.time)) { try incident.append(event) }
        let added = try incident.add(Samples.closing, by: Samples.other, at: Samples.hours(-1))
        #expect(added.moment == Samples.start && incident.closing?.author == Samples.other)
    }

    @Test func aPracticeNeedsNoVendorAndAVendorRunsMany() throws {
        var alone = try Samples.opened()
        try alone.add(Samples.aware(0), by: Samples.author, at: Samples.hours(1))
        try alone.add(Samples.sent(.initial, 1), by: Samples.author, at: Samples.hours(1))
        #expect(alone.clocks(at: Samples.hours(1)).map(\.party) == [.practice(Samples.practice)])
        var many = try Samples.opened(.vendor)
        try many.add(Samples.aware(0, .vendor), by: Samples.author, at: Samples.hours(1))
        for practice in [Samples.practice, Samples.stranger] {
            try many.add(Samples.aware(0, .practice(practice)), by: Samples.author, at: Samples.hours(1))
            let told = Samples.sent(.initial, 1, of: practice, duty: .practice)
            try many.add(told, by: Samples.author, at: Samples.hours(1))
        }
        #expect(many.clocks(at: Samples.hours(2)).first { $0.party == .vendor }?.told == 2)
    }

    @Test func limitsHold() throws {
        var incident = try Samples.opened()
        let text = String(repeating: "x", count: IncidentLimit.text)
        let entry = IncidentEntry(moment: Samples.start, text: text, source: .person)
        let error = #expect(throws: IncidentError.self) {
            for _ in 0...1_000 { try incident.add(.entry(entry), by: Samples.author, at: Samples.start) }
        }
        #expect(error?.code == .tooMany)
        #expect(incident.size <= IncidentLimit.bytes && incident.lines.count == incident.size)
        #expect(try Incident(reading: incident.lines).head == incident.head)
    }
}
