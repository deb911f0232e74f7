import BrokerAPI
import Sealing
import Testing
import Vocabulary

@testable import Broker
@testable import Records

@Suite("Keys that are kept")
struct KeyTests {
    @Test func aSecondReadAsksNoKey() async throws {
        let house = try House()
        let session = try await house.session(try await house.practice())
        let patient = try await session.newPatient()
        _ = try await session.read("Patient", "\(patient)")
        let size = house.size
        _ = try await session.read("Patient", "\(patient)")
        #expect(house.size == size)
        house.clock.advance(seconds: 901)
        await house.service.tend()
        #expect(house.service.cache.keyCount == 0)
        _ = try await session.read("Patient", "\(patient)")
        #expect(house.size > size)
    }

    @Test func aNewEpochIsReadBesideTheOldOneBySessionsThatHoldKeys() async throws {
        let house = try House()
        let practice = try await house.practice()
        let (writer, reader) = (try await house.session(practice), try await house.session(practice))
        let patient = try await writer.newPatient()
        let old = try await writer.create(try Samples.observation("Patient/\(patient)", value: "1.00"))
        let before = try await reader.read("Observation", old.id)
        let subject = try #require(try house.broker.vault.patient(patient, in: practice)).subject
        let reply = await house.broker.admin(.advanceEpochs(practice: practice, subjects: [subject], tiers: .all))
        guard case .advanced(4) = reply else { throw BrokerFailure(.invalid, "\(reply)") }
        let new = try await writer.create(try Samples.observation("Patient/\(patient)", value: "2.50e-1"))
        #expect(try await reader.read("Observation", old.id).text == before.text)
        #expect(
            try await reader.read("Observation", new.id).text == (try await writer.read("Observation", new.id).text))
        let changed = try Samples.observation("Patient/\(patient)", value: "9")
        let update = try await writer.update("Observation", old.id, changed, ifMatch: 1)
        #expect(
            try await reader.read("Observation", old.id).text == (try await writer.read("Observation", old.id).text))
        #expect(update.version == 2)
        try house.restarted().dropAll()
        #expect(try await house.session(practice).read("Observation", new.id).text != nil)
    }

    @Test func revocationDropsKeysAtOnce() async throws {
        let house = try House()
        let practice = try await house.practice()
        let account = try await house.member(practice)
        let token = try await house.signIn(account)
        let session = try await house.service.session(token)
        let patient = try await session.newPatient()
        _ = try await session.read("Patient", "\(patient)")
        #expect(house.service.cache.keyCount > 0)
        _ = try await house.broker.signOut(token)
        #expect(house.service.cache.keyCount == 0)
        await #expect(throws: RecordError.session) { try await session.read("Patient", "\(patient)") }
        await #expect(throws: RecordError.session) { try await house.service.session(token) }
    }

    @Test func disconnectDropsEverything() async throws {
        let house = try House()
        let session = try await house.session(try await house.practice())
        let patient = try await session.newPatient()
        _ = try await session.read("Patient", "\(patient)")
        house.service.dropAll()
        #expect(house.service.cache.keyCount == 0)
        _ = try await session.read("Patient", "\(patient)")
    }

    @Test func nothingIsKeptThatCameWithARevocation() throws {
        let cache = SessionCache(limits: RecordLimits(maximumKeys: 2))
        let now = Timestamp(seconds: 1_000)
        let info = SessionInfo(
            session: .random(), practice: .random(), holder: .member(.random()), role: .physician,
            sessionClass: .passkey,
            readable: .all, writable: .all, expires: now.adding(seconds: 10_000))
        let token = try #require(SessionToken(info.session.bytes + [UInt8](repeating: 7, count: 32)))
        let before = cache.generation
        cache.drop([.random()])
        cache.keep(token, info, since: before)
        #expect(cache.session(token, now: now) == nil)
        cache.keep(token, info, since: cache.generation)
        #expect(cache.session(token, now: now) == info)
        let forged = try #require(SessionToken(info.session.bytes + [UInt8](repeating: 8, count: 32)))
        #expect(cache.session(forged, now: now) == nil)
        for _ in 0..<5 {
            let scope = TierScope(practice: info.practice, patient: .random(), tier: .identity, epoch: 1)
            var held = HeldKeys()
            held.hold(
                [try TierKey(secret: .random(count: 32), scope: scope)],
                HeldKeys.Name(patient: scope.patient, tier: .identity))
            cache.keep(held, session: info.session, since: cache.generation, now: now)
        }
        #expect(cache.keyCount == 2)
        cache.sweep(now: now.adding(seconds: 900))
        #expect(cache.keyCount == 0)
    }

    @Test func limitsAreToldAsTheyAre() async throws {
        let house = try House()
        let practice = try await house.practice()
        let importer = try await house.session(try await house.client(practice))
        var patients: [PatientID] = []
        for index in 0..<16 {
            let entry = ImportEntry(fullURL: "urn:uuid:\(index)", resource: try Samples.patient("F\(index)"))
            let outcome = try await importer.importGroups([[entry]])
            guard case .stored(let reference, _)? = outcome.first?.first else { continue }
            if let patient = PatientID(reference.dropFirst(8)) { patients.append(patient) }
        }
        #expect(patients.count == 16)
        let session = try await house.session(practice)
        var refusals = 0
        for patient in patients {
            do { _ = try await session.read("Patient", "\(patient)") } catch RecordError.refused(
                let reason, let seconds)
            {
                #expect(reason == .dormantLimit)
                #expect(seconds > 0)
                refusals += 1
            }
        }
        #expect(refusals == 6)
        let stranger = try await house.session(try await house.client(practice, .laboratory, depositOnly: true))
        await #expect(throws: RecordError.forbidden) { try await stranger.read("Patient", "\(patients[0])") }
        await #expect(throws: RecordError.forbidden) { try await stranger.everything(patient: patients[0]) }
    }
}
