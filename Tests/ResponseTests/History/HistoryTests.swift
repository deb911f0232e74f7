import JSONTree
import Testing
import Vocabulary

@testable import Response

@Suite("Who opened my record")
struct HistoryTests {
    private static let patient = PatientID.random()
    private static let doctor = MemberID.random().description
    /// Friday 27\u{A0}November\u{A0}2026, 09:12 in Paris.
    private static let morning: Int64 = 1_795_767_120_000

    private static func event(
        _ operation: String, _ minutes: Int64 = 0, by holder: String = doctor, tiers: String = "identity",
        outcome: String = "ok", broker: Bool = false, _ details: [(String, String)] = []
    ) throws -> AuditedEvent {
        let time = morning + minutes * 60_000
        var json = ClaimReportTests.event(
            holder, at: time, patient, operation: operation, source: broker ? "broker" : "gateway", tiers: tiers,
            details: details)
        if outcome != "ok", var object = json.object {
            object["outcome"] = "4"
            object["outcomeDesc"] = .string(outcome)
            json = .object(object)
        }
        return try #require(AuditedEvent(json))
    }

    private static func release(
        _ minutes: Int64 = 0, by holder: String = doctor, tiers: String = "identity", purpose: String = "read",
        expected: Bool = false
    ) throws -> AuditedEvent {
        try event(
            "release", minutes, by: holder, tiers: tiers, broker: true,
            [("purpose", purpose), ("expected", expected ? "true" : "false")])
    }

    private static func history(
        _ events: [AuditedEvent], _ language: DocumentLanguage = .english, role: Role = .physician, name: String = ""
    ) -> PatientHistory {
        let actors = [doctor: HistoryActor(role: role, name: name)]
        let from = Timestamp(milliseconds: morning - 86_400_000)
        return PatientHistory(
            events, actors: actors, language: language, from: from, through: from.adding(days: 3))
    }

    @Test("An opening is one entry, though two logs have it in several events")
    func opening() throws {
        let events = [
            try Self.release(tiers: "identity", expected: true), try Self.release(tiers: "medical"),
            try Self.event("read", tiers: "identity,medical"), try Self.event("list", 2, tiers: "medical"),
            try Self.event("read", 88, tiers: "medical"),
        ]
        let history = Self.history(events)
        #expect(history.entries.count == 1)
        let entry = try #require(history.entries.first)
        #expect(entry.text == "A physician of the practice opened your medical record, 2 times that day.")
        #expect(entry.when == "on 27\u{A0}November\u{A0}2026, between 09:12 and 10:40")
        #expect(
            entry.what == [
                "your name, birth date and sex", "your care: diagnoses, treatments, measurements, vaccinations",
            ])
        #expect(entry.why == "You had an appointment that day.")
        #expect(entry.source.hasPrefix("Noted twice"))
        #expect(
            history.summary
                == "From 26\u{A0}November\u{A0}2026 to 29\u{A0}November\u{A0}2026, one person or program had access to your record."
        )
        let french = Self.history(events, .french, name: "Dr Anne Le Goff")
        #expect(
            french.entries.first?.text
                == "Dr Anne Le Goff (médecin du cabinet) a ouvert votre dossier médical, 2 fois ce jour-là.")
        #expect(
            french.entries.first?.when == "le 27\u{A0}novembre\u{A0}2026, entre 9\u{A0}h\u{A0}12 et 10\u{A0}h\u{A0}40")
    }

    @Test("Released and not shown is told apart, tier by tier")
    func unshown() throws {
        let history = Self.history([
            try Self.release(tiers: "identity"), try Self.release(tiers: "restricted"),
            try Self.event("read", tiers: "identity"),
        ])
        #expect(history.entries.count == 2)
        #expect(history.counts.unshown == 1)
        let entry = try #require(history.entries.first { $0.text.contains("nothing shows") })
        #expect(entry.what == ["your notes, letters and documents, and what is specially protected"])
        #expect(entry.source == "Noted when access was given.")
        // A quarter of an hour later the key is gone: another showing does not explain it.
        let late = Self.history([try Self.release(tiers: "medical"), try Self.event("read", 16, tiers: "medical")])
        #expect(late.counts.unshown == 1)
        let midnight = Self.history([
            try Self.release(885, tiers: "medical"), try Self.event("read", 890, tiers: "medical"),
        ])
        #expect(midnight.counts.unshown == 0)
        #expect(midnight.entries.map(\.day) == ["2026-11-28"])
    }

    @Test("A search finds patients or looks within a record")
    func searches() throws {
        let found = Self.history([try Self.event("search"), try Self.release(purpose: "search")])
        #expect(
            found.entries.map(\.text) == [
                "A physician of the practice saw your name and birth date while looking for a patient."
            ])
        let within = Self.history([try Self.event("search", tiers: "medical"), try Self.release(tiers: "medical")])
        #expect(within.entries.map(\.text) == ["A physician of the practice opened your medical record."])
        let empty = Self.history([try Self.event("search", tiers: ""), try Self.release(purpose: "condition")])
        #expect(
            empty.entries.map(\.text) == [
                "A physician of the practice got an answer from the software that depends on your record, without seeing it."
            ])
        #expect(empty.counts.people == 0)
    }

    @Test("Another's showing explains no release")
    func another() throws {
        let history = Self.history([
            try Self.release(tiers: "medical"),
            try Self.event("read", by: MemberID.random().description, tiers: "medical"),
        ])
        #expect(history.counts.unshown == 1)
        #expect(history.counts.people == 2)
        #expect(history.counts.unknown == 1)
        let written = Self.history([try Self.release(tiers: "medical"), try Self.event("create", tiers: "medical")])
        #expect(written.counts.unshown == 1)
    }

    @Test func emergenciesSayTheirReason() throws {
        let history = Self.history([
            try Self.event("emergency", broker: true, [("reason", "unconscious")]), try Self.event("emergency"),
            try Self.release(1, tiers: "medical", purpose: "emergency"), try Self.event("read", 1, tiers: "medical"),
        ])
        #expect(
            history.entries.map(\.text) == [
                "A physician of the practice opened your medical record.",
                "A physician of the practice declared an emergency to open your record.",
            ])
        #expect(history.entries.map(\.why) == ["In an emergency.", "In an emergency. Reason given: unconscious."])
        #expect(history.counts.emergencies == 1)
        #expect(history.summary.contains("Access in an emergency: 1."))
    }

    @Test("Programs, support and accounts that nobody knows", arguments: DocumentLanguage.allCases)
    func others(language: DocumentLanguage) throws {
        let isFrench = language == .french
        func text(_ role: Role, _ events: [AuditedEvent]) throws -> PatientHistory.Entry {
            try #require(Self.history(events, language, role: role).entries.first)
        }
        let search = [try Self.release(purpose: "search"), try Self.event("search")]
        #expect(
            try text(.booking, search).text
                == (isFrench
                    ? "Le logiciel de rendez-vous a vu votre fiche en cherchant un patient."
                    : "The appointment software saw your name and birth date while looking for a patient."))
        let read = [try Self.release(tiers: "contact"), try Self.event("read", tiers: "contact")]
        let support = try text(.support, read)
        #expect(
            support.why
                == (isFrench
                    ? "Avec une autorisation donnée par le cabinet, pour un temps limité."
                    : "With a permission of the practice, for a limited time."))
        #expect(
            support.text.hasSuffix(isFrench ? "a ouvert votre fiche administrative." : "opened your contact details."))
        let nobody = [try Self.event("read", by: "0b6ad8a4-2f6c-4d0a-9d30-0d8d6a5d5c11")]
        #expect(
            try text(.nurse, nobody).text.hasPrefix(
                isFrench
                    ? "Un compte que le cabinet ne connaît plus (référence 0b6ad8a4-"
                    : "An account that the practice no longer knows (reference 0b6ad8a4-"))
        #expect(
            try text(.nurse, [try Self.event("read", by: "")]).text.hasPrefix(
                isFrench ? "Quelqu’un que" : "Somebody whom"))
        #expect(try text(.nurse, [try Self.event("read", outcome: "limit")]).what.isEmpty)
    }

    @Test("Writing, looking at this list, conditions and refusals")
    func rest() throws {
        let history = Self.history([
            try Self.event("patient", tiers: "", broker: true),
            try Self.event("deposit", tiers: "identity,contact", broker: true),
            try Self.event("create", tiers: "identity,contact"), try Self.event("audit", 5, tiers: ""),
            try Self.release(5, purpose: "condition"), try Self.release(50, purpose: "condition"),
            try Self.event("read", 70, tiers: "", outcome: "role"),
        ])
        #expect(
            Set(history.entries.map(\.text)) == [
                "A physician of the practice created your record.",
                "A physician of the practice added or changed information in your record.",
                "A physician of the practice looked at the list of who opened your record.",
                "A physician of the practice got an answer from the software that depends on your record, without seeing it.",
                "A physician of the practice asked to see your record and was shown nothing.",
            ])
        #expect(history.counts.unshown == 0)
        #expect(history.counts.refused == 1)
        #expect(Self.history([]).summary.hasSuffix("nobody had access to your record."))
        #expect(
            Self.history([], .french).summary
                == "Du 26\u{A0}novembre\u{A0}2026 au 29\u{A0}novembre\u{A0}2026, personne n’a eu accès à votre dossier."
        )
    }

    @Test("No word of the house is in it", arguments: DocumentLanguage.allCases)
    func jargon(language: DocumentLanguage) throws {
        let operations = ["read", "search", "agenda", "create", "patient", "audit", "emergency", "everything", "x"]
        let purposes = ["read", "search", "agenda", "condition", "emergency"]
        var events = try operations.map { try Self.event($0, tiers: "identity,contact,medical,restricted") }
        events += try purposes.map { try Self.release(300, tiers: "restricted", purpose: $0) }
        for role in Role.allCases {
            let history = Self.history(events, language, role: role)
            let text = String(decoding: history.json.bytes, as: UTF8.self).lowercased()
            for word in [
                "tier", "palier", "broker", "courtier", "gateway", "passerelle", "ledger", "registre", "release",
                "fhir", "token", "session",
            ] {
                #expect(!text.contains(word), "\(word)")
            }
            #expect(history.json["entries"]?.array?.allSatisfy { $0["why"] != nil } == true)
        }
    }

    @Test("A name steers no page, and what is no event of ours is left out")
    func hostile() throws {
        let history = Self.history([try Self.event("read", tiers: "medical")], name: "A\u{202E}B\u{1B}[31m\n<b>")
        #expect(history.entries.first?.text == "A B [31m <b> (physician of the practice) opened your medical record.")
        #expect(AuditedEvent(["resourceType": "AuditEvent"]) == nil)
        #expect(AuditedEvent(["resourceType": "Patient"]) == nil)
        #expect(AuditedEvent(.null) == nil)
    }
}
