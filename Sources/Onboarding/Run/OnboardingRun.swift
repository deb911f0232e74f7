import BrokerAPI
import Vocabulary

/// Carries a file out, as far as it is not: practices, and wave by wave the invitations of those who are first to administer them. It can be cut off anywhere and run again. docs/decisions/0025-onboarding.md
public struct OnboardingRun {
    /// Asks the broker's administration; throws when it refuses.
    public typealias Ask = (AdminRequest) async throws -> AdminReply
    /// Shows that an operator asks for the act of this text.
    public typealias Evidence = (_ content: String, _ now: Timestamp) throws -> ActEvidence

    private let file: OnboardingFile
    private let progress: OnboardingProgress
    private let ask: Ask
    private let evidence: Evidence
    private var report = OnboardingReport()

    /// - Parameters:
    ///   - file: What is carried out.
    ///   - directory: Where it is noted how far each file has come.
    ///   - ask: The way to the broker.
    ///   - evidence: What an operator shows, once the installation is live.
    public init(_ file: OnboardingFile, directory: String, ask: @escaping Ask, evidence: @escaping Evidence) throws {
        self.file = file
        self.ask = ask
        self.evidence = evidence
        progress = try OnboardingProgress(directory, file)
    }

    /// Adds the practices that are not there, and invites nobody.
    public mutating func addPractices() async throws -> OnboardingReport {
        let (status, there) = (try await status(), try await practices())
        let waiting = status.live ? try await waiting() : []
        let missing = file.rows.filter { there[$0.number] == nil }
        let todo = missing.filter { !waiting.contains($0.number) }.map {
            Item(row: $0, practice: nil, isInviting: false)
        }
        report = OnboardingReport(
            rows: file.rows.count, before: file.rows.count - missing.count, waiting: missing.count - todo.count)
        if status.live { return try await askOne(todo, at: status.time) }
        for batch in Item.batches(todo) { try await carryOut(batch, nil) }
        return report
    }

    /// Adds the practices of a wave that are not there and invites who is first to administer them.
    /// - Parameters:
    ///   - wave: Which, from 1.
    ///   - again: Whether to invite again who was invited and has not enrolled: codes of before end.
    ///   - path: Where the invitations go; nil once the installation is live, as whoever approves gets them.
    public mutating func invite(wave: Int, again: Bool = false, to path: String?) async throws -> OnboardingReport {
        let rows = file.rows.filter { $0.wave == wave }
        guard !rows.isEmpty else { throw OnboardingError("no wave \(wave) in this file") }
        let (status, there) = (try await status(), try await practices())
        guard status.live == (path == nil) else {
            throw OnboardingError(
                status.live
                    ? "the installation is live: whoever approves the act gets the invitations"
                    : "say where the invitations go")
        }
        let output = try path.map { try InvitationFile($0) }
        defer { output?.discard() }
        let waiting = status.live ? try await waiting() : []
        report = OnboardingReport(rows: rows.count)
        var todo: [Item] = []
        var people = Set(rows.filter { output?.numbers.contains($0.number) == true }.map(\.first.rpps))
        for row in rows {
            if waiting.contains(row.number) {
                report.waiting += 1
            } else if let item = try await item(row, there[row.number], again, output, &people) {
                todo.append(item)
            } else {
                report.before += 1
            }
        }
        if status.live { return try await askOne(todo, at: status.time) }
        for batch in Item.batches(todo) { try await carryOut(batch, output) }
        report.invited = output?.count ?? 0
        try output?.close()
        return report
    }

    /// What is left to do of a row; nil for nothing. `people` are those who get a new code: two of them would end each other.
    private func item(
        _ row: OnboardingRow, _ practice: PracticeID?, _ again: Bool, _ output: InvitationFile?,
        _ people: inout Set<String>
    ) async throws -> Item? {
        guard let practice else { return Item(row: row, practice: nil, isInviting: true) }
        let state = progress[row]
        if output?.numbers.contains(row.number) == true {
            try progress.finish([(row, practice, try await member(row, practice))])
            return nil
        }
        let isInvited = state.isInvited ? true : try await member(row, practice) != nil
        guard isInvited else { return Item(row: row, practice: practice, isInviting: true) }
        guard again || state.isOpen else { return nil }
        guard people.insert(row.first.rpps).inserted else {
            try progress.finish([(row, practice, try await member(row, practice))])
            return nil
        }
        return Item(row: row, practice: practice, isInviting: true)
    }

    /// The membership of who is first to administer a practice, by name and role.
    private func member(_ row: OnboardingRow, _ practice: PracticeID) async throws -> MemberID? {
        guard case .list(let holders) = try await ask(.holders(practice: practice)) else { throw OnboardingRun.strange }
        return holders.first { $0.name == row.first.name && $0.role == row.first.role }.flatMap { MemberID($0.id) }
    }

    /// Before the installation is live: one batch. The codes are on the disk before it is noted that they are.
    private mutating func carryOut(_ batch: [Item], _ output: InvitationFile?) async throws {
        let rows = batch.map(\.request)
        if output != nil { try progress.begin(batch.map(\.row)) }
        guard case .onboarded(let done) = try await ask(.onboard(rows)), done.count == rows.count else {
            throw OnboardingRun.strange
        }
        try output?.append(rows, done)
        try progress.finish(zip(batch, done).map { ($0.row, $1.practice, $1.member) })
        report.added += rows.count { $0.practice == nil }
        report.without += zip(rows, done).count { $0.first != nil && $1.code == nil }
    }

    /// Once it is live: asks for one act of as many as it holds.
    private mutating func askOne(_ todo: [Item], at now: Timestamp) async throws -> OnboardingReport {
        guard let batch = Item.batches(todo).first else { return report }
        let content = try AdminRequest.onboard(batch.map(\.request)).text
        guard case .asked(let id) = try await ask(.ask(content: content, evidence: try evidence(content, now))) else {
            throw OnboardingRun.strange
        }
        report.asked = id
        report.waiting += batch.count
        report.left = todo.count - batch.count
        return report
    }

    private func status() async throws -> AdminStatus {
        guard case .status(let status) = try await ask(.status) else { throw OnboardingRun.strange }
        return status
    }

    /// The practices that are there, by their number.
    private func practices() async throws -> [StructureNumber: PracticeID] {
        guard case .list(let items) = try await ask(.practices) else { throw OnboardingRun.strange }
        let numbered = items.compactMap { item -> (StructureNumber, PracticeID)? in
            guard let number = StructureNumber(label: item.name), let id = PracticeID(item.id) else { return nil }
            return (number, id)
        }
        return Dictionary(numbered) { first, _ in first }
    }

    /// Practices of which an act waits for a second person.
    private func waiting() async throws -> Set<StructureNumber> {
        guard case .acts(let acts) = try await ask(.acts) else { throw OnboardingRun.strange }
        let rows = acts.flatMap { act -> [Onboarding] in
            guard case .onboard(let rows)? = try? AdminRequest(text: act.content) else { return [] }
            return rows
        }
        return Set(rows.compactMap { StructureNumber(label: $0.name) })
    }

    private static let strange = OnboardingError("the broker answered something else")
}

/// A row with what is left to do of it.
struct Item: Sendable {
    let row: OnboardingRow
    let request: Onboarding

    init(row: OnboardingRow, practice: PracticeID?, isInviting: Bool) {
        self.row = row
        request = row.request(practice, isInviting: isInviting)
    }

    /// Most bytes of an act's text, as the broker takes it.
    private static let maximumBytes = 16_384

    /// Parts them so that each part is one request and its text one act's.
    static func batches(_ items: [Item]) -> [[Item]] {
        var (batches, bytes) = ([[Item]](), maximumBytes)
        for item in items {
            // With the braces around one row it is longer than its share of many.
            let length = (try? AdminRequest.onboard([item.request]).text.utf8.count) ?? maximumBytes
            let isNew = bytes + length > maximumBytes || batches.last.map { $0.count == Onboarding.maximum } ?? true
            if isNew { batches.append([]) }
            bytes = isNew ? length : bytes + length
            batches[batches.count - 1].append(item)
        }
        return batches
    }
}
