import JSONTree
import Testing
import Vocabulary

@testable import Response

@Suite("What a claim reports")
struct ClaimReportTests {
    static func event(
        _ holder: String, at time: Int64, _ patient: PatientID, operation: String = "release",
        source: String = "broker",
        tiers: String = "identity", session: SessionID = .random(), details: [(String, String)] = []
    ) -> JSONValue {
        let all = [("tiers", tiers)] + details
        let detail = all.map { name, value -> JSONValue in ["type": .string(name), "valueString": .string(value)] }
        return [
            "resourceType": "AuditEvent", "outcome": "0",
            "recorded": .string(Timestamp(milliseconds: time).instant),
            "subtype": [["system": "urn:colloque:operation", "code": .string(operation)]],
            "agent": [
                [
                    "who": ["identifier": ["system": "urn:colloque:holder", "value": .string(holder)]],
                    "policy": [.string("urn:uuid:\(session)")],
                ]
            ],
            "source": ["observer": ["identifier": ["value": .string(source)]]],
            "entity": [["what": ["reference": .string("Patient/\(patient)")]], ["detail": .array(detail)]],
        ]
    }

    @Test("Releases are those of the ledger, of the query's holders, sessions and interval")
    func releases() throws {
        let (member, client, other) = (MemberID.random(), ClientID.random(), MemberID.random())
        let (patient, session) = (PatientID.random(), SessionID.random())
        var query = ScopeQuery()
        (query.from, query.through) = (Timestamp(milliseconds: 1_000), Timestamp(milliseconds: 5_000))
        query.members = [member]
        query.clients = [client]
        let events = [
            Self.event("\(member)", at: 999, patient),
            Self.event("\(member)", at: 1_000, patient, tiers: "identity,contact"),
            Self.event("\(client)", at: 5_000, patient, tiers: "medical", session: session),
            Self.event("\(member)", at: 5_001, patient),
            Self.event("\(other)", at: 3_000, patient, tiers: "restricted"),
            Self.event("\(member)", at: 3_000, patient, operation: "deposit", tiers: "restricted"),
            Self.event("\(member)", at: 3_000, patient, operation: "release", source: "gateway", tiers: "restricted"),
        ].compactMap(AuditedEvent.init)
        #expect(events.count == 7)
        var found = ClaimReleases()
        for event in events { found.add(event, query) }
        #expect(found.count == 2)
        #expect(found.tiers == [.identity, .contact, .medical])
        #expect(found.first?.milliseconds == 1_000)
        #expect(found.last?.milliseconds == 5_000)
        #expect(Set(found.holders.keys) == ["\(member)", "\(client)"])
        query.sessions = [session]
        var narrow = ClaimReleases()
        for event in events { narrow.add(event, query) }
        #expect(Set(narrow.holders.keys) == ["\(client)"])
    }

    @Test("A claim asks within the asker's practice, a year at most, and nothing that no AuditEvent names")
    func queries() throws {
        let (practice, end) = (PracticeID.random(), Timestamp(seconds: 2_000_000_000))
        let open = try ScopeQuery().ofClaim(in: practice, until: end)
        #expect(open.practices == [practice])
        #expect(open.through == end)
        #expect(open.from == end.adding(days: -365))
        var query = ScopeQuery()
        query.through = end.adding(days: 1)
        #expect(try query.ofClaim(in: practice, until: end).through == end)
        query.from = end.adding(days: -366)
        #expect(throws: ScopeError.self) { try query.ofClaim(in: practice, until: end) }
        query.from = end.adding(seconds: 1)
        #expect(throws: ScopeError.self) { try query.ofClaim(in: practice, until: end) }
        for spoil in [
            { (query: inout ScopeQuery) in query.gateways = [.random()] }, { $0.partners = [.random()] },
            { $0.grants = ["g"] },
            { $0.practices = [.random()] },
        ] {
            var query = ScopeQuery()
            spoil(&query)
            #expect(throws: ScopeError.self) { try query.ofClaim(in: practice, until: end) }
        }
    }

    /// Six people: two of one patient of whom keys were released, one of whom that is not known, one who is not ours, one whose
    /// search was stopped, one who cannot be looked for.
    private static func report() throws -> (ClaimReport, PatientID, MemberID) {
        let text = """
            family,birthdate,email
            =cmd|'/C calc'!A0,1970-01-01,
            SECRETIVE,1970-01-02,
            Third,1970-01-03,
            Fourth,1970-01-04,
            Fifth,1970-01-05,
            @SUM(1),,
            secretive,02/01/1970,
            """
        let sample = try SampleTests.read(text)
        let people = SamplePeople(sample).all
        let (patient, member) = (PatientID.random(), MemberID.random())
        var releases = ClaimReleases()
        let event = try #require(AuditedEvent(Self.event("\(member)", at: 1_700_000_000_000, patient)))
        var query = ScopeQuery()
        query.members = [member]
        releases.add(event, query)
        let ours = ClaimOutcome.ours([ClaimedPatient(id: patient, releases: .success(releases))])
        let outcomes: [ClaimOutcome] = [
            ours, ours, .ours([ClaimedPatient(id: .random(), releases: .failure(.notShown))]), .notOurs,
            .unknown(.limit),
            .unknown(.noSearch),
        ]
        let answers = zip(people, outcomes).map { ClaimReport.Answer($0, $1) }
        let stop = ClaimReport.Stop(row: 5, code: "opening-limit")
        return (ClaimReport(sample, query, answers, drawn: 5, stop: stop, incident: Bounds(4)), patient, member)
    }

    @Test("People, rows and patients are told apart, and what was not asked is unknown")
    func counts() throws {
        let (report, _, member) = try Self.report()
        #expect(report.asked == 4)
        #expect(report.ours.people == 3)
        #expect(report.ours.rows == 4)
        #expect(report.patients.count == 2)
        #expect(report.notOurs.people == 1)
        #expect(report.unknown.map(\.reason) == [.noSearch, .limit])
        #expect(report.released == 1)
        #expect(report.releasesUnknown == 1)
        #expect(report.releases.count == 1)
        let json = report.json
        #expect(json["duplicates"] == 1)
        #expect(json["released"]?["holders"]?.array?.first?["holder"]?.string == "\(member)")
        #expect(json["shares"]?["ours_of_asked"] == ["part": 3, "of": 4])
        #expect(json["shares"]?["released_of_incident"] == ["part": 1, "of": ["lower": 4, "upper": 4]])
        #expect(json["stopped"] == ["row": 5, "code": "opening-limit"])
    }

    @Test("No value of a row is in what is written out")
    func nothingInClear() throws {
        let (report, patient, _) = try Self.report()
        for text in [String(decoding: report.json.bytes, as: UTF8.self), report.csv, "\(report.answers.map(\.person))"]
        {
            for value in ["cmd", "calc", "SUM", "ecretive", "SECRETIVE", "Third", "1970"] {
                #expect(!text.contains(value))
            }
        }
        let lines = report.csv.split(separator: "\r\n")
        #expect(lines.count == 8)
        #expect(lines[0] == "row,outcome,reason,by,patient,releases,tiers,first,last,holders")
        #expect(lines[2].hasPrefix("2,ours,,family-birthdate,\(patient),1,identity,2023-11-14T22:13:20.000Z,"))
        #expect(lines[3].hasPrefix("3,ours,not-shown-to-the-asker,family-birthdate,"))
        #expect(lines[7].hasPrefix("7,ours,,family-birthdate,\(patient),1,"))
    }
}
