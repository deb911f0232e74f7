import Foundation
import JSONTree
import Response
import Vocabulary

/// Turns a certificate's subjects into names, one patient after the other, and prints their letters. What it asks for, it
/// asks as the account that signed in; it ends when everybody is found, when the log names nobody else, or at a limit.
struct LettersRun {
    /// A letter that is ready to be printed.
    struct Prepared: Sendable {
        let patient: PatientID
        let subject: SubjectID
        let outcome: LetterOutcome
        let html: String
        let file: String
    }

    let certified: CertificateFile
    let facts: CaseFacts
    let list: LetterList
    let renderer: DocumentRenderer
    let printer: PDFPrinter
    /// Refusals after which, when nothing was answered before, the account is taken to have no right to ask.
    private static let hopeless = 5

    private var asker: Asker
    private var folder: LetterFolder
    private var wanted: Set<SubjectID>
    private(set) var report: LettersReport
    private let day: CivilDate
    /// How many of the refusals say that there is no such patient.
    private var gone = 0

    init(
        _ certified: CertificateFile, _ facts: CaseFacts, _ list: LetterList, erased: Set<SubjectID>,
        _ renderer: DocumentRenderer, _ printer: PDFPrinter, _ asker: Asker, _ folder: LetterFolder
    ) {
        (self.certified, self.facts, self.list, self.renderer) = (certified, facts, list, renderer)
        (self.printer, self.asker, self.folder) = (printer, asker, folder)
        day = CivilDate(days: Int(facts.date.day))
        report = LettersReport(people: certified.people.tiers, codes: list.codes)
        for subject in certified.people.tiers.keys {
            if erased.contains(subject) {
                report.outcomes[subject] = .unnamed(.erased)
            } else if list.codes[subject] == nil {
                report.outcomes[subject] = .unnamed(.noCode)
            }
        }
        for asked in folder.asked.values {
            guard let subject = asked.subject, report.outcomes[subject] == nil else { continue }
            report.outcomes[subject] = asked.outcome
        }
        wanted = Set(certified.people.tiers.keys).subtracting(report.outcomes.keys)
    }

    /// Prints a letter to nobody first, so that nobody's record is opened for letters that cannot be made.
    func rehearse() async throws {
        let file = folder.file("specimen")
        try await print(renderer.html(.letter, of: facts), file)
        try? FileManager.default.removeItem(atPath: file)
    }

    /// Asks about the patients in their order, and writes who has no letter.
    mutating func run(_ patients: AccessedPatients) async throws {
        report.logIsWhole = patients.isWhole
        report.coversInterval = certified.verdict.coversInterval
        var ready: [Prepared] = []
        for patient in patients.patients where folder.asked[patient] == nil {
            guard !wanted.isEmpty, !report.isStopped else { break }
            if let letter = try await prepared(patient) { ready.append(letter) }
            if ready.count == printer.workers { try await print(&ready) }
        }
        try await print(&ready)
        // Who is gone is who was erased, which is known by subject; of another refusal nobody can say whom it hid.
        let hidden = report.refused - min(gone, report.outcomes.values.count { $0 == .unnamed(.erased) })
        for subject in wanted {
            let missing: UnnamedReason = hidden > 0 ? .notAnswered : .notInLog
            report.outcomes[subject] = .unnamed(report.isStopped ? .limit : missing)
        }
        try folder.close(report.unnamed, letters: report.letterCodes, isWhole: !report.isStopped)
    }

    /// The letter of a patient, or nil with the reason noted.
    private mutating func prepared(_ patient: PatientID) async throws -> Prepared? {
        guard let events = try await events(of: patient) else { return nil }
        report.asked += 1
        let subject: SubjectID?
        do throws(ScopeError) { subject = try certified.people.subject(of: events) } catch {
            throw Failure.broken("what the server answers is not what the certificate proves: \(error)")
        }
        guard let subject else {
            try folder.note(patient, nil, .nobody)
            return nil
        }
        switch report.outcomes[subject] {
        case nil: return try await letter(patient, subject)
        case .unnamed: return nil
        default: throw Failure.broken("the server answers two patients' entries with one subject")
        }
    }

    private mutating func letter(_ patient: PatientID, _ subject: SubjectID) async throws -> Prepared? {
        let answer = try await asker.get("/fhir/Patient/\(patient)")
        if answer.status == 429 {
            report.isStopped = true
            return nil
        }
        do throws(UnnamedReason) {
            let addressee = try LettersRun.addressee(answer, day)
            guard let code = list.codes[subject], let tiers = certified.people.tiers[subject] else { throw .noCode }
            let outcome: LetterOutcome = addressee.isMinor ? .minor : addressee.hasNoBirthDate ? .undated : .letter
            let letter = addressee.letter(tiers: tiers, code: code, in: facts.language)
            settle(subject, outcome)
            return Prepared(
                patient: patient, subject: subject, outcome: outcome,
                html: renderer.html(.letter, of: facts, letter: letter), file: folder.file(code))
        } catch {
            settle(subject, .unnamed(error))
        }
        try folder.note(patient, subject, report.outcomes[subject] ?? .nobody)
        return nil
    }

    private mutating func settle(_ subject: SubjectID, _ outcome: LetterOutcome) {
        report.outcomes[subject] = outcome
        wanted.remove(subject)
    }

    private static func addressee(
        _ answer: RunningServer.Answer, _ day: CivilDate
    ) throws(UnnamedReason) -> LetterAddressee {
        guard answer.status == 200, let json = answer.json else { throw .refused }
        return try LetterAddressee(json, on: day)
    }

    /// What the ledger says of a patient in the interval of what was counted; nil when the server refused.
    private mutating func events(of patient: PatientID) async throws -> [AuditedEvent]? {
        let tiers = certified.verdict.scope.tiers
        guard let first = tiers.compactMap(\.first).min(), let last = tiers.compactMap(\.last).max() else { return nil }
        var events: [AuditedEvent] = []
        do {
            try await asker.events(of: patient, from: first, through: last) { events.append($0) }
            return events
        } catch let refusal as Asker.AuditRefusal {
            if refusal.status == 429 {
                report.isStopped = true
                return nil
            }
            guard refusal.status < 500 else { throw Failure.broken("serve answers with \(refusal.status)") }
            report.refused += 1
            if refusal.status == 404 || refusal.status == 410 { gone += 1 }
            guard report.asked > 0 || report.refused < LettersRun.hopeless else {
                throw Failure.refused("the server refuses this account (\(refusal.status) \(refusal.code))")
            }
            return nil
        }
    }

    private mutating func print(_ letters: inout [Prepared]) async throws {
        try await withThrowingTaskGroup { group in
            for letter in letters { group.addTask { [self] in try await print(letter.html, letter.file) } }
            try await group.waitForAll()
        }
        for letter in letters { try folder.note(letter.patient, letter.subject, letter.outcome) }
        letters = []
    }

    private func print(_ html: String, _ file: String) async throws {
        do { try await printer.write(html, to: file) } catch {
            throw Failure.broken("a letter was not printed: \(error)")
        }
    }
}
