import BrokerAPI
import Foundation
import GRDB
import Ledger
import SealedParts
import Sealing
import Testing
import Vocabulary

@testable import Broker

@Suite("Sealed exports: what leaves, for whom, and what the ledger says before")
struct ExportTests {
    /// An installation with a practice of 1,203 patients, three pages, beside another practice.
    struct House {
        let house: TestInstallation
        let practice: PracticeID
        let patients: [PatientID]
        let secret: RecipientSecret

        init(patients count: Int = 1_203) async throws {
            house = try TestInstallation()
            practice = try await house.practice()
            let importer = try await house.signIn(try await house.client(practice))
            patients = try await house.patients(count, importer)
            let other = try await house.practice()
            _ = try await house.patients(5, try await house.signIn(try await house.client(other)))
            secret = try RecipientSecret.random()
        }

        var fingerprint: String { secret.publicKey.fingerprint.hexadecimal }
        var register: AdminRequest { .addRecipient(fingerprint: fingerprint) }
        var export: AdminRequest { .export(practice: practice, fingerprint: fingerprint) }

        func page(
            after: SubjectID? = nil, of other: PracticeID? = nil, to key: RecipientKey? = nil
        ) async throws -> AdminReply {
            let text = (key ?? secret.publicKey).text
            return await (try house.broker).admin(
                .exportKeys(practice: other ?? practice, recipient: text, after: after))
        }

        func allowed() async throws {
            for act in [register, export] { #expect(await (try house.broker).admin(act).isDone) }
        }

        func pages() async throws -> [ExportPage] {
            var pages: [ExportPage] = []
            repeat {
                guard case .exported(let page) = try await page(after: pages.last?.next) else {
                    throw BrokerFailure(.forbidden, "export")
                }
                pages.append(page)
            } while pages.last?.next != nil
            return pages
        }

        func open(_ page: ExportPage, _ secret: RecipientSecret? = nil, of other: PracticeID? = nil) throws
            -> [ReleaseAnswer]
        {
            let plain = try Box(bytes: Array(page.box)).open(
                with: secret ?? self.secret, purpose: ExportKeys.purpose, context: (other ?? practice).bytes)
            return try ExportKeys(bytes: unsafe plain.withUnsafeBytes { unsafe Array($0) }).answers
        }

        /// Whose keys the ledger says have left, by folding the practice's chain alone.
        func scope() throws -> (subjects: Set<SubjectID>, entries: [ExportEntry]) {
            var (held, scope, entries) = (Set<SubjectID>(), Set<SubjectID>(), [ExportEntry]())
            try house.broker.forEachEntry { _, entry in
                guard entry.link?.practice == practice else { return }
                switch entry.event {
                case .patient(let body): held.insert(body.subject)
                case .erase(let body): held.remove(body.subject)
                case .export(let body):
                    let covered = held.filter(body.covers)
                    #expect(covered.count == body.count)
                    scope.formUnion(covered)
                    entries.append(body)
                default: break
                }
            }
            return (scope, entries)
        }

        func subjects(_ patients: some Sequence<PatientID>) throws -> Set<SubjectID> {
            Set(try patients.compactMap { try house.broker.vault.patient($0, in: practice)?.subject })
        }
    }

    @Test func pagesHoldEveryKeyOnceForTheRecipientAlone() async throws {
        let house = try await House()
        try await house.allowed()
        let subject = try #require(try house.subjects(house.patients.prefix(1)).first)
        let epoch = EpochEntry(subject: subject, tier: .medical, epoch: 3)
        try await house.house.broker.enter { try $0.enter(.epoch(epoch), in: house.practice) }
        let pages = try await house.pages()
        #expect(pages.map(\.patients.count) == [500, 500, 203])
        #expect(pages.flatMap(\.patients).sorted() == house.patients.sorted())
        #expect(pages.allSatisfy { $0.patients == $0.patients.sorted() }, "no order of subjects is shown")
        let member = try await house.house.signIn(try await house.house.member(house.practice))
        let own = try await house.house.broker.ownKeys(OwnKeysRequest(token: member, tiers: .all)).answers
        for page in pages {
            let answers = try house.open(page)
            #expect(answers.count == 4 * (page.patients.count + 1))
            #expect(Set(answers.filter { $0.patient == nil }.map(\.bytes)) == Set(own.map(\.bytes)))
            #expect(Set(answers.compactMap(\.patient)) == Set(page.patients))
            let stranger = try RecipientSecret.random()
            #expect(throws: SealingError.self) { try house.open(page, stranger) }
            #expect(throws: SealingError.self) { try house.open(page, of: PracticeID.random()) }
        }
        _ = await (try house.house.broker).admin(.setMode(practice: house.practice, mode: "observe"))
        let request = ReleaseRequest(
            token: member, patients: Array(house.patients.prefix(20)), tiers: .all, purpose: .read)
        let released = try await house.house.broker.release(request).answers
        let exported = Set(try pages.flatMap { try house.open($0) }.map(\.bytes))
        #expect(released.filter(\.isReleased).count == 80)
        #expect(released.allSatisfy { exported.contains($0.bytes) }, "the keys of all epochs, as reading gets them")
    }

    @Test func whatOnePersonPreparedBeforeLiveIsApprovedAnew() async throws {
        let house = try await House(patients: 3)
        try await house.allowed()
        _ = try await house.pages()
        for _ in 0..<2 { _ = try await house.house.addOperator() }
        #expect(await (try house.house.broker).admin(.live).isDone)
        #expect(try await house.page().refusal?.contains("not approved") == true)
        try house.house.restart()
        #expect(try await house.page().refusal?.contains("not approved") == true)
    }

    @Test func aPageIsNotOrderedByWhatTheKeyDatabaseWasMadeToSay() async throws {
        let house = try await House(patients: 20)
        try await house.allowed()
        let subject = try #require(try house.subjects(house.patients).max())
        let low = Data(repeating: 0, count: 15) + Data([1])
        try house.house.broker.vault.write {
            try $0.execute(
                sql: "UPDATE patient SET subject = ? WHERE subject = ?", arguments: [low, Data(subject.bytes)])
        }
        let before = try house.house.size
        #expect(try await house.page().refusal?.contains("unavailable") == true)
        #expect(try house.house.size == before, "nothing left, and nothing was entered")
    }

    @Test func theLedgerSaysExactlyWhoseKeysLeftBeforeTheyDo() async throws {
        let house = try await House()
        try await house.allowed()
        let before = try house.house.size
        guard case .exported(let first) = try await house.page() else { throw BrokerFailure(.forbidden) }
        #expect(try house.house.kinds(after: before) == ["export"])
        #expect(try house.scope().subjects == house.subjects(first.patients))
        // Again: another entry, the same keys.
        guard case .exported(let again) = try await house.page() else { throw BrokerFailure(.forbidden) }
        #expect(again.patients == first.patients && again.next == first.next)
        #expect(try Set(house.open(again).map(\.bytes)) == Set(house.open(first).map(\.bytes)))
        _ = try await house.pages()
        let (subjects, entries) = try house.scope()
        #expect(try subjects == house.subjects(house.patients) && subjects.count == 1_203)
        #expect(entries.count == 5 && entries.allSatisfy { $0.recipient == house.secret.publicKey.fingerprint })
        // Nothing leaves when it cannot be entered.
        try house.house.broker.ledger.close()
        let reply = try await house.page()
        #expect(reply.refusal?.contains("unavailable") == true, "\(reply)")
    }

    @Test func anErasedPatientIsNotInItAndANewOneIs() async throws {
        let house = try await House(patients: 20)
        try await house.allowed()
        let (gone, broker) = (house.patients[3], try house.house.broker)
        let subject = try house.subjects([gone])
        #expect(await broker.admin(.erase(practice: house.practice, patient: gone)).isDone)
        let importer = try await house.house.signIn(try await house.house.client(house.practice))
        let new = try await house.house.patients(2, importer)
        let page = try #require(try await house.pages().first)
        #expect(Set(page.patients) == Set(house.patients + new).subtracting([gone]))
        #expect(try !house.open(page).contains { $0.patient == gone })
        #expect(try house.scope().subjects.isDisjoint(with: subject))
    }

    @Test func whatIsNotApprovedIsRefusedAndEntersNothing() async throws {
        let house = try await House(patients: 2)
        let (test, broker) = (house.house, try house.house.broker)
        func isRefused(_ what: Comment, _ page: AdminReply) throws {
            #expect(page.refusal?.contains("export") == true, what)
        }
        var size = try test.size
        try isRefused("nothing said", try await house.page())
        #expect(try test.size == size)
        #expect(await broker.admin(house.export).isDone)
        try isRefused("recipient unknown", try await house.page())
        #expect(await broker.admin(house.register).isDone)
        let stranger = try RecipientSecret.random().publicKey
        let elsewhere = try await test.practice()
        size = try test.size
        try isRefused("another recipient", try await house.page(to: stranger))
        try isRefused("another practice", try await house.page(of: elsewhere))
        try isRefused("no practice", try await house.page(of: PracticeID.random()))
        let request = AdminRequest.exportKeys(practice: house.practice, recipient: "x", after: nil)
        #expect(await broker.admin(request).refusal == "invalid: recipient")
        #expect(await broker.admin(.addRecipient(fingerprint: "ab")).refusal?.contains("invalid") == true)
        #expect(await broker.admin(.export(practice: house.practice, fingerprint: "é")).refusal != nil)
        #expect(try test.size == size)
        for (scope, practice) in [(FreezeScope.practice, house.practice), (.installation, nil)] {
            _ = await broker.admin(.freeze(scope: scope, practice: practice, holder: nil, reason: "alarm"))
            try isRefused("frozen", try await house.page())
            _ = await broker.admin(.thaw(scope: scope, practice: practice, holder: nil, reason: "over"))
        }
        try await broker.enter { try $0.enter(.alert(Alert(name: .tripwire, window: .hour, used: 1, limit: 1))) }
        try isRefused("tripwire", try await house.page())
        test.advance(seconds: 3_600)
        #expect(try await house.pages().count == 1)
        test.advance(seconds: 20 * 3_600)
        try test.restart()
        #expect(try await house.pages().count == 1, "over a restart")
        test.advance(seconds: 3 * 3_600)
        try isRefused("after a day", try await house.page())
    }

    @Test func twoPeopleAndNotOne() async throws {
        let live = try await ActTests.House()
        let (test, first, second) = (live.house, live.first, live.second)
        let secret = try RecipientSecret.random()
        let name = secret.publicKey.fingerprint.hexadecimal
        let acts: [AdminRequest] = [
            .addRecipient(fingerprint: name), .export(practice: live.practice, fingerprint: name),
        ]
        let page = AdminRequest.exportKeys(practice: live.practice, recipient: secret.publicKey.text, after: nil)
        for act in acts {
            #expect(await (try test.broker).admin(act).refusal?.contains("act of two people") == true)
            let id = try await test.asked(act, first)
            #expect(try await test.approve(id, act, first).refusal?.contains("another") == true)
            #expect(await (try test.broker).admin(page).refusal?.contains("not approved") == true)
            #expect(try await test.approve(id, act, second).isDone)
            #expect(try await test.approve(id, act, second).refusal != nil, "once")
        }
        guard case .exported(let first) = await (try test.broker).admin(page) else { throw BrokerFailure(.forbidden) }
        #expect(first.patients == [live.patient])
        let now = try test.now
        let digest = try test.broker.look { state, _ in try state.digest(at: now) }
        try test.restart()
        #expect(try test.broker.look { state, _ in try state.digest(at: now) } == digest)
    }

    @Test func thePracticeIsTold() async throws {
        let house = try await House(patients: 2)
        try await house.allowed()
        _ = try await house.pages()
        try await house.house.published()
        let notices = AdminRequest.notices(practice: house.practice, since: TestInstallation.start)
        guard case .notices(let lines, _) = await (try house.house.broker).admin(notices) else {
            throw BrokerFailure(.invalid)
        }
        #expect(lines.filter { $0.contains(#""kind":"export""#) }.count == 1)
        #expect(lines.filter { $0.contains(#""name":"export""#) }.count == 1)
    }
}
