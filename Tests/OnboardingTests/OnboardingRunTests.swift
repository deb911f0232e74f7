import BrokerAPI
import ClientKeys
import Foundation
import Identity
import Testing
import Vocabulary

@testable import Broker
@testable import BrokerTests
@testable import Onboarding

/// A file is carried out on a real broker, cut off anywhere, and nothing is done twice.
@Suite("Practices of a file")
struct OnboardingRunTests {
    private struct Cut: Error {}

    /// An installation, a folder, and the way from one to the other.
    private final class Site {
        let house: TestInstallation
        let folder: Folder
        /// How many requests of on-boarding are let through, and whether the answer of the last is lost.
        var left = Int.max
        var losesAnswer = false
        var evidence: OnboardingRun.Evidence = { _, _ in throw OnboardingError("not asked for") }

        init(simulated: Bool = true) throws {
            (house, folder) = (try TestInstallation(simulated: simulated), try Folder())
        }

        func ask(_ request: AdminRequest) async throws -> AdminReply {
            if case .onboard = request {
                left -= 1
                if left < 0, !losesAnswer { throw Cut() }
            }
            let reply = await (try house.broker).admin(request)
            if left < 0 { throw Cut() }
            if case .refused(let why) = reply { throw OnboardingError(why) }
            return reply
        }

        func run(_ file: OnboardingFile) throws -> OnboardingRun {
            try OnboardingRun(file, directory: folder.path + "/onboarding", ask: ask, evidence: evidence)
        }

        func add(_ file: OnboardingFile) async throws -> OnboardingReport {
            var run = try run(file)
            return try await run.addPractices()
        }

        func invite(
            _ file: OnboardingFile, wave: Int = 1, again: Bool = false, to name: String? = "out.csv"
        ) async throws -> OnboardingReport {
            var run = try run(file)
            return try await run.invite(wave: wave, again: again, to: name.map { folder.path + "/" + $0 })
        }

        var practices: Int { get throws { try house.broker.look { state, _ in state.practices.count } } }

        /// Members, and how many invitations the ledger says are good.
        var people: (members: Int, invitations: Int) {
            get throws {
                try house.broker.look { state, _ in
                    (
                        state.practices.values.reduce(0) { $0 + $1.members.count },
                        state.people.values.reduce(0) { $0 + $1.factors.count { $0.hasPrefix("invitation:") } }
                    )
                }
            }
        }

        /// The codes of a file of invitations, by practice.
        func codes(_ name: String = "out.csv") throws -> [String: String] {
            var reader = CSVReader(Array(try folder.text(name).utf8), maximumFields: 4)
            #expect(try reader.next()?.fields == ["practice", "administrator", "code", "until"])
            var codes: [String: String] = [:]
            while let record = try reader.next() {
                #expect(codes.updateValue(record.fields[2], forKey: record.fields[0]) == nil)
            }
            return codes
        }

        /// Somebody enrols a passkey.
        private func enrol(_ code: String) async throws {
            let (nonce, key) = (try await house.broker.challenge(Nothing()).nonce, KeyPair().publicKey)
            let registration = TestPasskey().registration(try Somebody.challenge(.enrolment, nonce, key))
            _ = try await house.broker.enrol(
                Enrolment(
                    registration, by: .invitation(code), nonce: nonce, key: key.text,
                    audience: TestInstallation.audience))
        }

        /// How many of the codes somebody enrols by.
        func redeemed(_ codes: some Collection<String>) async throws -> Int {
            var count = 0
            for code in codes {
                if (try? await enrol(code)) != nil { count += 1 }
                // Wrong ones are counted: time passes.
                house.advance(seconds: 120)
            }
            return count
        }
    }

    @Test func practicesAreAddedOnce() async throws {
        let site = try Site()
        let file = try Samples.file(120)
        let report = try await site.add(file)
        #expect(report.rows == 120 && report.added == 120 && report.before == 0 && report.left == 0)
        #expect(try site.practices == 120 && site.people.members == 0)
        let size = try site.house.size
        do {
            let open = try site.run(file)
            #expect(throws: OnboardingError.self, "one run at a time") { try site.run(file) }
            withExtendedLifetime(open) {}
        }
        #expect(try await site.add(file).before == 120)
        // Nor without the notes, nor from another file that names the same practices.
        try FileManager.default.removeItem(atPath: site.folder.path + "/onboarding")
        let longer = Samples.text((0..<121).map { Samples.line($0) })
        #expect(try await site.add(try OnboardingFile(Array(longer.utf8))).added == 1)
        #expect(try site.house.size == size + 1)
        let notes = "onboarding/\(file.digest).ndjson"
        #expect(!site.folder.has(notes))
        #expect(try site.folder.mode("onboarding") == 0o700)
    }

    @Test func aWaveIsInvitedOnceAndEachCodeCounts() async throws {
        let site = try Site()
        let file = try Samples.file(30, perWave: 15)
        _ = try await site.add(file)
        let report = try await site.invite(file)
        #expect(report.rows == 15 && report.added == 0 && report.invited == 15 && report.without == 0)
        #expect(try site.folder.mode("out.csv") == 0o600 && !site.folder.has("out.csv.partial"))
        #expect(try site.folder.mode("onboarding/\(file.digest).ndjson") == 0o600)
        let codes = try site.codes()
        #expect(codes.count == 15 && Set(codes.keys) == Set(file.rows.prefix(15).map(\.label)))
        let notes = try site.folder.text("onboarding/\(file.digest).ndjson")
        #expect(codes.values.allSatisfy { !notes.contains($0) }, "codes stand in one file only")
        await #expect(throws: OnboardingError.self, "what is there is not written over") { try await site.invite(file) }
        let none = try await site.invite(file, to: "none.csv")
        #expect(
            none.before == 15 && none.invited == 0 && !site.folder.has("none.csv")
                && !site.folder.has("none.csv.partial"))
        #expect(try await site.invite(file, wave: 2, to: "two.csv").invited == 15)
        #expect(try site.people == (30, 30))
        await #expect(throws: OnboardingError.self) { try await site.invite(file, wave: 3, to: "three.csv") }
        #expect(try await site.redeemed(codes.values) == 15)
        // Who has enrolled is not invited again; who has not is, and the first code ends.
        let old = try site.codes("two.csv")
        #expect(try await site.invite(file, again: true, to: "again.csv").without == 15)
        #expect(!site.folder.has("again.csv"))
        #expect(try await site.invite(file, wave: 2, again: true, to: "again.csv").invited == 15)
        #expect(try await site.redeemed(old.values.prefix(2)) == 0)
        #expect(try await site.redeemed(try site.codes("again.csv").values.prefix(2)) == 2)
    }

    /// Cut off before a request, and with its answer lost: what is in the end in the file of invitations is what counts.
    @Test(arguments: [(0, false), (0, true), (1, false), (1, true), (2, true)])
    func whatIsCutOffGoesOn(requests: Int, losesAnswer: Bool) async throws {
        let site = try Site()
        let file = try Samples.file(250, perWave: 250)
        (site.left, site.losesAnswer) = (requests, losesAnswer)
        await #expect(throws: Cut.self) { try await site.invite(file) }
        #expect(!site.folder.has("out.csv"))
        // The process ends, a line is half written, the broker ends as well.
        let partial = site.folder.path + "/out.csv.partial"
        if site.folder.has("out.csv.partial") {
            let handle = try FileHandle(forWritingTo: URL(fileURLWithPath: partial))
            try handle.seekToEnd()
            try handle.write(contentsOf: Data("\"torn".utf8))
        }
        let notes = try FileHandle(
            forWritingTo: URL(fileURLWithPath: site.folder.path + "/onboarding/\(file.digest).ndjson"))
        try notes.seekToEnd()
        try notes.write(contentsOf: Data(#"{"line":2"#.utf8))
        try site.house.restart()
        site.left = .max
        let report = try await site.invite(file)
        #expect(report.invited == 250 && report.before == requests * 100)
        #expect(try site.practices == 250 && site.people == (250, 250))
        let codes = try site.codes()
        #expect(codes.count == 250)
        // Of each request one, and all of the one whose answer was lost.
        let some = file.rows.enumerated().filter {
            $0.offset % 25 == 0 || $0.offset / 100 == requests && $0.offset % 5 == 0
        }
        #expect(try await site.redeemed(some.compactMap { codes[$0.element.label] }) == some.count)
        #expect(try await site.invite(file, to: "none.csv").before == 250)
    }

    @Test func onePersonInManyPracticesGetsOneCode() async throws {
        let site = try Site()
        let lines = (0..<150).map { Samples.line($0, person: $0 % 50) }
        let file = try OnboardingFile(Array(Samples.text(lines).utf8))
        (site.left, site.losesAnswer) = (1, true)
        await #expect(throws: Cut.self) { try await site.invite(file) }
        site.left = .max
        let report = try await site.invite(file)
        #expect(report.invited == 50, "\(report)")
        #expect(try site.people == (150, 50))
        #expect(try await site.redeemed(try site.codes().values) == 50)
        let none = try await site.invite(file, to: "none.csv")
        #expect(none.before == 150 && none.invited == 0)
    }

    @Test func onceLiveAHundredAreOneActOfTwo() async throws {
        let site = try Site(simulated: false)
        let (first, second) = (try await site.house.addOperator(), try await site.house.addOperator())
        guard case .done = await (try site.house.broker).admin(.live) else { throw BrokerFailure(.conflict) }
        site.evidence = { try first.evidence(.request, $0, $1) }
        let file = try Samples.file(150, perWave: 150)
        await #expect(throws: OnboardingError.self, "whoever approves gets the codes") { try await site.invite(file) }
        let asked = try await site.invite(file, to: nil)
        site.house.advance(seconds: 30)
        let id = try #require(asked.asked)
        #expect(asked.waiting > 60 && asked.waiting <= 100 && asked.waiting + asked.left == 150, "\(asked)")
        #expect(try site.practices == 0)
        let next = try await site.invite(file, to: nil)
        site.house.advance(seconds: 30)
        #expect(next.left == 0 && next.waiting == 150 && next.asked != id, "\(next)")
        let none = try await site.invite(file, to: nil)
        #expect(none.asked == nil && none.waiting == 150)
        guard case .acts(let acts) = await (try site.house.broker).admin(.acts) else { throw BrokerFailure(.invalid) }
        for act in acts {
            let request = try AdminRequest(text: act.content)
            guard case .onboard(let rows) = request,
                case .onboarded(let done) = try await site.house.approve(act.id, request, second)
            else { throw BrokerFailure(.invalid) }
            let output = try InvitationFile(site.folder.path + "/\(act.id).csv")
            try output.append(rows, done)
            try output.close()
            #expect(try site.codes("\(act.id).csv").count == rows.count)
        }
        #expect(try site.practices == 150 && site.people == (150, 150))
        let done = try await site.invite(file, to: nil)
        #expect(done.before == 150 && done.asked == nil && done.waiting == 0)
    }

    @Test func cellsAreNoFormulas() throws {
        #expect(InvitationFile.cell("=1+1") == "\"'=1+1\"" && InvitationFile.cell("a\"b") == "\"a\"\"b\"")
        for text in ["=a", "+a", "-a", "@a", "\ta", "\ra"] { #expect(InvitationFile.cell(text).hasPrefix("\"'")) }
        for text in [" =a", "\u{FF1D}a", "\n+a"] { #expect(InvitationFile.cell(text).hasPrefix("\"'")) }
        #expect(InvitationFile.cell("Dr X;=cmd;Y") == "\"Dr X,=cmd,Y\"", "where a semicolon ends a cell")
        let folder = try Folder()
        let path = folder.path + "/out.csv"
        let file = try InvitationFile(path)
        let row = Onboarding(
            name: "=cmd (FINESS \(Samples.finess(1)))", size: 1,
            first: .init(name: "@x", role: .nurse, rpps: Samples.rpps(1)))
        try file.append(
            [row], [Onboarded(practice: .random(), code: "AAAA-BBBB", until: Timestamp(seconds: 1_790_000_000))])
        #expect(throws: OnboardingError.self, "one run at a time") { try InvitationFile(path) }
        try file.close()
        let expected = "\"'=cmd (FINESS \(Samples.finess(1)))\",\"'@x\",\"AAAA-BBBB\",\"2026-09-21 14:13 UTC\"\n"
        #expect(try folder.text("out.csv") == "practice,administrator,code,until\n" + expected)
    }
}
