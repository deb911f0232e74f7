import Vocabulary

/// The keys that left the broker during a scenario.
struct Releases {
    private struct One {
        let time: Timestamp
        let holder: String
        let practice: PracticeID?
        let subject: SubjectID
        let tier: Tier
        let isDormant: Bool
        let isExpected: Bool
    }

    private var all: [One] = []

    mutating func add(_ release: Release, at time: Timestamp, in practice: PracticeID?) {
        guard let subject = release.subject else { return }
        all.append(
            One(
                time: time, holder: release.holder.idText, practice: practice, subject: subject, tier: release.tier,
                isDormant: release.dormant, isExpected: release.expected))
    }

    /// Distinct patients per tier of some holders (all of them when nil), before a moment.
    func opened(by holders: Set<String>?, before end: Timestamp? = nil) -> [Tier: Int] {
        var subjects: [Tier: Set<SubjectID>] = [:]
        for one in all where holders?.contains(one.holder) ?? true && end.map({ one.time < $0 }) ?? true {
            subjects[one.tier, default: []].insert(one.subject)
        }
        return Dictionary(uniqueKeysWithValues: Tier.allCases.map { ($0, subjects[$0]?.count ?? 0) })
    }

    /// Distinct dormant patients of one holder, before a moment.
    func dormant(by holder: String, before end: Timestamp) -> Int {
        Set(all.filter { $0.isDormant && $0.holder == holder && $0.time < end }.map(\.subject)).count
    }

    /// Distinct patients whom one holder opened as expected.
    func expected(by holder: String) -> Int {
        Set(all.filter { $0.isExpected && $0.holder == holder }.map(\.subject)).count
    }

    /// Distinct patients per tier of one practice's memberships.
    func opened(in practice: PracticeID, by holders: Set<String>) -> [Tier: Int] {
        var inside = Releases()
        inside.all = all.filter { $0.practice == practice }
        return inside.opened(by: holders)
    }

    /// Distinct patients per tier of each holder.
    func byHolder() -> [String: [Tier: Int]] {
        var subjects: [String: [Tier: Set<SubjectID>]] = [:]
        for one in all { subjects[one.holder, default: [:]][one.tier, default: []].insert(one.subject) }
        return subjects.mapValues { $0.mapValues(\.count) }
    }
}
