import BrokerAPI
import Foundation
import JSONTree
import Vocabulary

/// A partner's key of one practice on the ids of others: every answer must be the one for an id that does not exist.
struct OtherPractices: Scenario {
    let title = "another practice's patients"

    func play(_ world: World, on base: any DrillInstallation) async throws -> [ScenarioOutcome] {
        try await Arena.run(copyOf: base, world) { arena in
            let (own, others) = (arena.world.practices[0], arena.world.practices.dropFirst())
            let account = try own.account(.partner)
            let mark = try arena.ledger().size()
            let patients = others.flatMap { $0.residents.prefix(30) + $0.crowd.prefix(30).map(\.patient) }
            var (differing, reading) = (0, TimeComparison())
            var token = try await arena.honestToken(account)
            for (number, patient) in patients.enumerated() {
                // A session has 600 requests a minute, and every answer is to be the broker's.
                if number % 40 == 39 { token = try await arena.honestToken(account) }
                differing += try await differences(arena, token, patient, &reading)
            }
            let signing = try await signIns(arena, account)
            let leaks = try await borrowed(arena, token, own, others.first)
            let opened = try arena.ledger().releases(from: mark).opened(by: [account.id])
            let had = "a partner program's key of one practice and \(patients.count) patients' ids of others; "
            return [
                ScenarioOutcome(
                    "another practice's patients",
                    had: had
                        + "\(patients.count * Self.forms(.random()).count) answers, \(differing) differ from an unknown id's; "
                        + "\(leaks) borrowed links or agendas answered; median time \(reading.text), "
                        + "of a refused sign-in with an unknown account \(signing.text)",
                    opened: opened, and: differing == 0 && leaks == 0)
            ]
        }
    }

    /// The ways to ask for a patient.
    private static func forms(_ patient: PatientID) -> [DrillRequest] {
        let path = "/fhir/Patient/\(patient)"
        let paths = [
            path, path + "/Condition", path + "/$everything", path + "/_history", path + "/_history/1",
            "/fhir/Condition/\(patient).1",
        ]
        return paths.map { DrillRequest("GET", $0, token: nil) }
    }

    /// How many answers are not, byte for byte, those for an id that nobody has.
    private func differences(
        _ arena: Arena, _ token: String, _ patient: PatientID, _ times: inout TimeComparison
    ) async throws -> Int {
        var count = 0
        for (real, unknown) in zip(Self.forms(patient), Self.forms(.random())) {
            let (answer, expected) = try await times.compare {
                try await arena.get(real.path, token)
            } with: {
                try await arena.get(unknown.path, token)
            }
            if answer.status != 404 || answer != expected { count += 1 }
        }
        return count
    }

    /// Sign-ins with a wrong key: of an account that nobody has, beside one that is there.
    private func signIns(_ arena: Arena, _ account: DrillAccount) async throws -> TimeComparison {
        let key = try arena.installation.drawKey().path
        let wrong = DrillAccount(practice: account.practice, id: account.id, role: account.role, key: key)
        var times = TimeComparison()
        for _ in 0..<60 {
            let unknown = DrillAccount(
                practice: account.practice, id: MemberID.random().description, role: account.role, key: key)
            let (first, second) = try await times.compare {
                try await arena.token(unknown)
            } with: {
                try await arena.token(wrong)
            }
            guard first == nil, second == nil else { throw DrillError("a wrong key signs in") }
        }
        return times
    }

    /// A next-page link and an agenda of another practice, used with this practice's token.
    private func borrowed(_ arena: Arena, _ token: String, _ own: DrillPractice, _ other: DrillPractice?) async throws
        -> Int
    {
        guard let other, let theirs = other.crowd.first, let ours = own.crowd.first else {
            throw DrillError("no crowd")
        }
        let session = try await arena.honestToken(try other.account(.partner))
        let page = try await arena.get("/fhir/Patient/\(theirs.patient)/$everything?_count=1", session)
        let link = page.json?["link"]?.array?.first { $0["relation"]?.string == "next" }?["url"]?.string
        guard let mark = link?.components(separatedBy: "_page=").last else {
            throw DrillError("no link to a next page")
        }
        var leaks = 0
        for patient in [theirs.patient, ours.patient] {
            let answer = try await arena.get("/fhir/Patient/\(patient)/$everything?_count=1&_page=\(mark)", token)
            if answer.status == 200 { leaks += 1 }
        }
        let professional = try other.account(.physician).id
        let day = try await arena.now().day
        let agenda = try await arena.get("/fhir/Appointment?practitioner=\(professional)&date=\(Day.text(day))", token)
        let shown = agenda.json?["entry"]?.array ?? []
        return leaks + (shown.contains { $0["resource"]?["resourceType"]?.string != "OperationOutcome" } ? 1 : 0)
    }
}
