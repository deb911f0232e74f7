import BrokerAPI
import Foundation
import JSONTree
import Ledger
import Store
import Testing
import Vocabulary

@testable import Broker
@testable import Records

@Suite("A patient's access history")
struct AuditTests {
    @Test func namesAreReadInOneFormOnly() throws {
        let patient = PatientID.random()
        for place: AuditName.Place in [
            .access(1), .access(.max), .ledger(1, Timestamp(milliseconds: 0)),
            .ledger(.max, Timestamp(milliseconds: 1 << 53)),
        ] {
            let name = AuditName(patient, place)
            #expect(AuditName(name.text) == name)
            #expect(name.text.utf8.count <= 64)
        }
        for tail in [
            "", ".", ".0", ".-1", ".+1", ".01", ".1.1", ".L", ".L1", ".L1-", ".L-1", ".L0-1", ".L1--1", ".L01-1",
            ".L1-01", ".LA-1", ".l1-1", ".L1-1-1", ".99999999999999999999", ". 1",
        ] {
            #expect(AuditName("\(patient)\(tail)") == nil, "\(tail)")
        }
        #expect(AuditName("x.1") == nil)
    }

    @Test func everyLineIsFoundByItsNumberAndNoOther() async throws {
        let house = try House()
        let practice = try await house.practice()
        let session = try await house.session(practice)
        let (patient, other) = (try await session.newPatient(), try await session.newPatient())
        let keys = try (1...400).map { number in
            try #require(ResourceKey(type: "Observation", id: "\(patient).\(number)"))
        }
        for day in 0..<3 {
            for count in 0..<270 {
                let event = AccessEvent(
                    operation: .list, patient: count % 3 == 2 ? other : patient,
                    resources: count % 3 == 2 ? [] : Array(keys[...min(count * 2, 399)]))
                try house.accessLog.append(event, session.info)
            }
            house.accessLog.flush()
            if day < 2 { house.clock.advance(seconds: 86_400) }
        }
        let reader = AccessReader(directory: house.directory + "/access", practice: practice, patient: patient)
        // Two lines say that the patients were made, one of each.
        let edges: [Int64] = [1, 2, 3, 4, 5, 271, 272, 273, 274, 542, 543, 811, 812]
        for number in edges + stride(from: 6, to: 812, by: 37) {
            let isTheirs = number < 3 ? number == 1 : (number - 3) % 270 % 3 != 2
            #expect(try reader.record(number: number)?.number == (isTheirs ? number : nil), "\(number)")
        }
        for number: Int64 in [-1, 0, 813, .max] { #expect(try reader.record(number: number) == nil) }
        let elsewhere = AccessReader(directory: house.directory + "/access", practice: .random(), patient: patient)
        #expect(try elsewhere.record(number: 1) == nil)
    }

    @Test func anImportNamesWhatItStored() async throws {
        let house = try House()
        let practice = try await house.practice()
        let session = try await house.session(try await house.client(practice))
        let group = [
            ImportEntry(fullURL: "urn:uuid:p", resource: try Samples.patient()),
            ImportEntry(fullURL: "urn:uuid:o", resource: try Samples.observation("urn:uuid:p")),
        ]
        let outcomes = try await session.importGroups([group])[0]
        guard case .stored(let reference, _) = outcomes[0], let patient = PatientID(String(reference.dropFirst(8)))
        else {
            Issue.record("not stored")
            return
        }
        let reader = try await house.session(practice)
        let now = house.clock.now()
        let page = try await reader.accesses(to: patient, as: "Provenance", from: now, through: now)
        guard case .access(let record)? = page.records.first else {
            Issue.record("no line")
            return
        }
        #expect(page.records.count == 1)
        #expect(record.operation == "import")
        #expect(record.resources == ["Patient/\(patient)", "Observation/\(patient).1"])
        #expect(record.holder == session.info.holder.idText)
    }

    @Test func pagesEndThoughEachIsALineOfItsOwn() async throws {
        let house = try House()
        let session = try await house.session(try await house.practice())
        let patient = try await session.newPatient()
        let start = house.clock.now()
        var (lines, page): (Int, String?) = (0, nil)
        repeat {
            house.clock.advance(seconds: 1)
            let got = try await session.accesses(
                to: patient, as: "Provenance", from: start, through: start.adding(days: 1), count: 1, page: page)
            lines += got.records.count
            page = got.next
        } while page != nil && lines < 20
        // That it was made, and the first page, which is of the same millisecond here; not the second.
        #expect(lines == 2)
        #expect(page == nil)
    }

    @Test func linesOfAnImportAreByPatientAndOfABoundedLength() throws {
        let (first, second) = (PatientID.random(), PatientID.random())
        var plans: [Plan] = []
        for number: UInt32 in 1...700 {
            let key = try #require(ResourceKey(type: "Observation", id: "\(first).\(number)"))
            plans.append(Plan(key: key, replacing: 0, base: .medical, parts: [.medical: []]))
            guard number == 9 else { continue }
            plans.append(Plan(key: .init(patient: second), replacing: 0, base: .identity, parts: [:]))
        }
        let events = ImportLines.events(of: plans)
        let lines = events.flatMap(\.lines)
        #expect(lines.map(\.patient) == [first, first, second])
        #expect(lines.map(\.resources.count) == [512, 188, 1])
        #expect(events[0].tiers == .medical)
    }

    @Test func theLedgerFollowsTheAccessLogPageByPage() async throws {
        let house = try House()
        let practice = try await house.practice()
        let session = try await house.session(practice)
        let patient = try await session.newPatient()
        _ = try await session.read("Patient", "\(patient)")
        let broker = house.broker
        let verifier = try NoteVerifier(vkey: broker.verificationKey)
        while try LedgerReader(directory: broker.configuration.ledger, verifier: verifier, journal: false).size
            < broker.ledger.checkpoint.size
        {
            try await Task.sleep(for: .milliseconds(20))
        }
        let now = house.clock.now()
        // What the search itself enters is later.
        house.clock.advance(seconds: 5)
        var (kinds, names): ([String], [AuditName]) = ([], [])
        var page: String?
        repeat {
            let got = try await session.accesses(to: patient, from: now, through: now, count: 1, page: page)
            #expect(got.records.count <= 1)
            for record in got.records {
                names.append(record.name(of: patient))
                switch record {
                case .access(let line): kinds.append(line.operation)
                case .ledger(let item): kinds.append("ledger " + item.kind.rawValue)
                }
            }
            page = got.next
        } while page != nil && kinds.count < 40
        let ledger = kinds.filter { $0.hasPrefix("ledger") }
        #expect(kinds.prefix(2) == ["create", "read"])
        #expect(ledger.prefix(2) == ["ledger patient", "ledger deposit"])
        #expect(ledger.contains("ledger release"))
        #expect(Array(kinds.suffix(ledger.count)) == ledger)
        #expect(Set(names).count == names.count)
        for name in names {
            let found = try await session.access("AuditEvent", name)
            #expect(found.name(of: patient) == name)
        }
        let stranger = try await house.session(try await house.practice())
        let secretary = try await house.session(practice, .secretary)
        let other = try await session.newPatient()
        for name in names {
            await #expect(throws: RecordError.notFound) { try await stranger.access("AuditEvent", name) }
            await #expect(throws: RecordError.forbidden) { try await secretary.access("AuditEvent", name) }
            await #expect(throws: RecordError.notFound) {
                try await session.access("AuditEvent", AuditName(other, name.place))
            }
            if case .ledger = name.place {
                await #expect(throws: RecordError.notFound) { try await session.access("Provenance", name) }
            }
        }
    }
}
