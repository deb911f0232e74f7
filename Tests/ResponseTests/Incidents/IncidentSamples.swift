import Vocabulary

@testable import Response

/// Incidents and what is said of them, the same in each run.
enum IncidentSamples {
    static let author = IncidentAuthor(high: 0x1111_1111_1111_4111, low: 0x8111_1111_1111_1111)
    static let other = IncidentAuthor(high: 0x2222_2222_2222_4222, low: 0x8222_2222_2222_2222)
    static let practice = PracticeID(high: 0x3333_3333_3333_4333, low: 0x8333_3333_3333_3333)
    static let stranger = PracticeID(high: 0x4444_4444_4444_4444, low: 0x8444_4444_4444_4444)
    static let incident = IncidentID(high: 0x5555_5555_5555_4555, low: 0x8555_5555_5555_5555)
    /// 2026-01-05T08:30:00Z.
    static let start = Timestamp(seconds: 1_767_601_800)

    static func hours(_ hours: Double) -> Timestamp { start.adding(milliseconds: Int64(hours * 3_600_000)) }

    static func opening(_ owner: IncidentParty = .practice(practice)) -> IncidentOpening {
        IncidentOpening(
            incident: incident, owner: owner, title: "Vol de session",
            finding: .init(id: "5f0c", rule: "many-practices", holder: "m-1", session: "s-1"))
    }

    static func opened(_ owner: IncidentParty = .practice(practice)) throws -> Incident {
        try Incident(opening(owner), by: author, at: start)
    }

    static func aware(_ hours: Double, _ party: IncidentParty = .practice(practice)) -> IncidentEvent.Content {
        .aware(IncidentAwareness(party: party, moment: self.hours(hours), by: other, how: "appel"))
    }

    static func sent(
        _ phase: IncidentNotification.Phase = .initial, _ hours: Double, of practice: PracticeID = practice,
        duty: IncidentNotification.Duty = .authority, reference: String = "FR-1", late: String? = nil
    ) -> IncidentEvent.Content {
        .sent(
            IncidentNotification(
                duty: duty, practice: practice, phase: phase, moment: self.hours(hours), reference: reference,
                lateReason: late))
    }

    static func entry(
        _ source: IncidentEntry.Source, _ hours: Double, _ value: String? = nil, grade: IncidentEntry.Grade? = nil
    ) -> IncidentEvent.Content {
        .entry(
            IncidentEntry(
                moment: self.hours(hours), text: "a session opened 12 patients", source: source, grade: grade,
                fact: value.map { .init(name: "first-access", value: $0) }))
    }

    static let task = IncidentEvent.Content.task(
        IncidentTask(id: "freeze", phase: .contain, title: "Geler", article: "32(1)"))
    static let decision = IncidentEvent.Content.decided(
        IncidentDecision(what: "no letters", reason: "34(3)(a): no key left", moment: start))
    static let closing = IncidentEvent.Content.closed(IncidentClosing(reason: "all done", advancesEpochs: true))

    /// One of each kind, in an order that can follow an opening; written at `hours(2)`.
    static let everything: [IncidentEvent.Content] = [
        aware(1), aware(0.5, .vendor), entry(.ledger, 0.1, "08:36"), entry(.access, 0.2), entry(.foreign("nginx"), 5),
        entry(.person, 0, "08:40"), task, .done(task: "freeze", note: "by phone"), .scope(query: #"{"member":"m-1"}"#),
        decision, sent(.initial, 1.5), sent(.complementary, 1.75, late: "holidays"),
        sent(.initial, 1.5, duty: .practice), closing,
    ]

    static func everythingFolded() throws -> Incident {
        var incident = try opened()
        for content in everything { try incident.add(content, by: author, at: hours(2)) }
        return incident
    }
}
