import Detection
import Foundation
import Response
import Vocabulary

/// What the watchtower found in logs of other systems: kept apart from what the ledger proves, and joined with it in time
/// only. Nothing shows that those logs are complete.
struct ForeignEvidence {
    private static let maximumBytes = 256 << 20
    private static let maximumFindings = 10_000
    /// How far clocks of other systems may differ from the ledger's before it is a contradiction: milliseconds.
    private static let tolerance: Int64 = 60_000
    private let findings: [Finding]

    /// Reads findings files as `watch` writes them. A line that is no finding is named with its number.
    init(_ paths: [String]) throws {
        var found: [String: Finding] = [:]
        for path in paths {
            guard let data = FileManager.default.contents(atPath: path), data.count <= ForeignEvidence.maximumBytes
            else {
                throw Failure.usage("\(path): cannot be read, or is too long")
            }
            for (place, line) in data.split(separator: UInt8(ascii: "\n")).enumerated() {
                guard let finding = try? FindingLine.read(line) else {
                    throw Failure.refused("\(path):\(place + 1): not a finding")
                }
                // The last update of a finding counts; the ledger speaks for itself.
                if finding.source.product != "colloque" { found[finding.id] = finding }
            }
        }
        guard found.count <= ForeignEvidence.maximumFindings else {
            throw Failure.refused("more than \(ForeignEvidence.maximumFindings) findings of other systems")
        }
        findings = found.values.sorted { ($0.first, $0.id) < ($1.first, $1.id) }
    }

    /// Adds what may be said to one practice: findings that name it and no other, and those that name none. Titles and
    /// moments alone, since fields may speak of others.
    func add(to facts: inout CaseFacts) {
        let language = facts.language
        let grade = language.either("autre système, non prouvé", "other system, not proven")
        let own = findings.filter { isAbout(facts.scope.practice, $0) }
        for finding in own {
            facts.timeline.append(
                TimelineFacts(
                    time: finding.first, text: ClippedText(finding.title, bytes: 200).text,
                    source: ForeignEvidence.name(finding),
                    grade: grade))
            if let contradiction = contradiction(finding, facts) { facts.contradictions.append(contradiction) }
        }
        facts.timeline.sort { $0.time < $1.time }
    }

    private func isAbout(_ practice: PracticeID, _ finding: Finding) -> Bool {
        let named = (finding.group + finding.shown).filter { $0.field == "practice" }.map(\.value)
        return named.allSatisfy { $0 == practice.description }
    }

    /// Another system saw something after the ledger's last release, or before its first.
    private func contradiction(_ finding: Finding, _ facts: CaseFacts) -> ContradictionFacts? {
        let firsts = facts.scope.tiers.compactMap(\.first), lasts = facts.scope.tiers.compactMap(\.last)
        guard let first = firsts.min(), let last = lasts.max() else { return nil }
        let isLater = finding.last.milliseconds > last.milliseconds + ForeignEvidence.tolerance
        let isEarlier = finding.first.milliseconds < first.milliseconds - ForeignEvidence.tolerance
        guard isLater || isEarlier else { return nil }
        let language = facts.language
        func interval(_ from: Timestamp, _ to: Timestamp) -> String { "\(from.instant) – \(to.instant)" }
        return ContradictionFacts(
            subject: language.either("Moment de l’accès (UTC)", "When it was accessed (UTC)"),
            sayings: [
                .init(source: language.either("registre", "ledger"), text: interval(first, last)),
                .init(source: ForeignEvidence.name(finding), text: interval(finding.first, finding.last)),
            ])
    }

    private static func name(_ finding: Finding) -> String {
        let parts = [finding.source.product, finding.source.service].compactMap { $0 }
        return parts.isEmpty ? "log" : parts.joined(separator: " ")
    }
}
