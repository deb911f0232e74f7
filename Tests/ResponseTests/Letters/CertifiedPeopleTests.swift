import JSONTree
import Ledger
import Testing
import Vocabulary

@testable import Response

@Suite("Subjects that a certificate counts, and the AuditEvents that name them")
struct CertifiedPeopleTests {
    /// A ledger event about an entry, as the gateway writes it.
    private static func event(_ number: Int64, at time: Timestamp, source: String = "broker") throws -> AuditedEvent {
        var json = ClaimReportTests.event("\(MemberID.random())", at: time.milliseconds, .random(), source: source)
        if var object = json.object {
            let entry: JSONValue = [
                "what": ["identifier": ["system": "urn:colloque:ledger-entry", "value": .string(String(number))]]
            ]
            object["entity"] = .array((json["entity"]?.array ?? []) + [entry])
            json = .object(object)
        }
        return try #require(AuditedEvent(json))
    }

    private static func subject(_ entry: LedgerEntry) -> SubjectID? {
        switch entry.event {
        case .patient(let body): body.subject
        case .release(let body): body.subject
        case .erase(let body): body.subject
        default: nil
        }
    }

    @Test("Who is counted is who the plainest reading counts, in every practice")
    func counted() async throws {
        for seed in 51...53 as ClosedRange<UInt64> {
            let ledger = try SmallLedger(entries: 500, seed: seed)
            defer { ledger.remove() }
            try await ledger.write()
            var numbers = SeededNumbers(seed: seed)
            for _ in 0..<6 {
                let certified = try Certified(ledger, .random(ledger, &numbers))
                for certificate in certified.certificates {
                    let (verdict, people) = try certificate.people(ledger.verifier)
                    let plain = PlainScope(ledger.entries.prefix(Int(certificate.end.index)), certified.query)
                    let keys = plain.keys.filter { $0.practice == certificate.practice }
                    #expect(Set(people.tiers.keys) == Set(keys.map(\.subject)))
                    for key in keys { #expect(people.tiers[key.subject]?.contains(Tiers(key.tier)) == true) }
                    #expect(Int64(people.erased.count) == verdict.scope.erased)
                    #expect(people.tiers == certified.result.subjects(of: certificate.practice))
                    // The ledger goes on after the certificate.
                    #expect(people.erased.isSubset(of: certified.result.erased(of: certificate.practice)))
                }
            }
        }
    }

    @Test("An entry's number and moment lead to its subject, and nothing else does")
    func subjects() async throws {
        let ledger = try SmallLedger(entries: 400, seed: 54)
        defer { ledger.remove() }
        try await ledger.write()
        let certificate = try #require(try Certified(ledger, ScopeQuery()).certificates.first)
        let people = try certificate.people(ledger.verifier).people
        let own = ledger.entries.prefix(Int(certificate.end.index)).filter { $0.link?.practice == certificate.practice }
        var (found, others) = (0, [AuditedEvent]())
        for entry in own {
            guard let subject = Self.subject(entry), let number = entry.link?.n else { continue }
            let wanted = people.tiers[subject] == nil ? nil : subject
            #expect(try people.subject(of: [Self.event(number, at: entry.time)]) == wanted)
            // What the gateway's own log says names no entry.
            #expect(try people.subject(of: [Self.event(number, at: entry.time, source: "gateway")]) == nil)
            #expect(throws: ScopeError("entry \(number)", "is of another moment than the AuditEvent says")) {
                try people.subject(of: [Self.event(number, at: entry.time.adding(milliseconds: 1))])
            }
            found += 1
            others.append(try Self.event(number, at: entry.time))
        }
        #expect(found > 20)
        #expect(throws: ScopeError("a patient's AuditEvents", "name two subjects")) { try people.subject(of: others) }
        #expect(try people.subject(of: [Self.event(1_000_000, at: Timestamp(milliseconds: 1))]) == nil)
        #expect(try people.subject(of: []) == nil)
    }

    @Test("A certificate that does not hold counts nobody")
    func damaged() async throws {
        let ledger = try SmallLedger(entries: 300, seed: 55)
        defer { ledger.remove() }
        try await ledger.write()
        let certificate = try #require(try Certified(ledger, ScopeQuery()).certificates.first)
        let fewer = ScopeCertificate.packed(Array(certificate.list.dropLast()))
        #expect(throws: ScopeError.self) { try certificate.changed(entries: fewer).people(ledger.verifier) }
    }
}
