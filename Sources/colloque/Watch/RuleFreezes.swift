import BrokerAPI
import Detection
import Foundation
import JSONTree
import Vocabulary

/// Freezes memberships of an installation because of findings, within a budget that injected events cannot exceed.
struct RuleFreezes: Sendable {
    private let rules: Set<String>
    private let freezer: Freezer
    private let data: DataDirectory

    /// Goes on from what was spent before, which stands in `freezes.json` of the watch's folder.
    /// - Parameter rules: The names of the rules that may freeze.
    init(_ data: DataDirectory, rules: [String], folder: String) throws {
        (self.data, self.rules) = (data, Set(rules))
        let (clock, path) = (SystemClock(), folder + "/freezes.json")
        var budget = FreezeBudget(at: clock.now())
        if let bytes = FileManager.default.contents(atPath: path) {
            guard let value = try? JSONValue(parsing: Array(bytes)), let read = FreezeBudget(reading: value) else {
                throw Failure.broken("\(path) is not what a watch wrote")
            }
            budget = read
        }
        freezer = Freezer(budget: budget, broker: BrokerFreezing(data: data), clock: clock) { budget in
            try Data(budget.state.bytes).write(to: URL(filePath: path), options: .atomic)
        }
    }

    /// What came of a finding; nil when its rule may not freeze or it names no membership.
    func consider(_ finding: Finding) async throws -> FreezeOutcome? {
        guard rules.contains(finding.rule), finding.update == 0,
            let account = finding.group.first(where: { $0.field == Taxonomy.account })?.value, MemberID(account) != nil
        else { return nil }
        let (practice, members) = try await Administration.run(data) { administration in
            let found = try await administration.holder(account)
            let holders = try await administration.list(.holders(practice: found.practice))
            return (found.practice, holders.count { $0.role?.isMembership == true })
        }
        return await freezer.consider(
            FreezeRequest(
                membership: account, practice: practice.description, members: members, rule: finding.rule,
                finding: finding.id, level: finding.level))
    }
}

/// Asks the broker of an installation.
private struct BrokerFreezing: Freezing {
    let data: DataDirectory

    func freeze(membership: String, of practice: String, because finding: String) async throws {
        guard let member = MemberID(membership), let practice = PracticeID(practice) else {
            throw Failure.refused("no membership")
        }
        try await Administration.run(data) { administration in
            _ = try await administration.ask(
                .freeze(
                    scope: .member, practice: practice, holder: .member(member), reason: "rule-" + finding.prefix(16)))
        }
    }
}
