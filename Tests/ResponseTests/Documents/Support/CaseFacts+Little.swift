import Vocabulary

@testable import Response

extension CaseFacts {
    /// A case of which almost nothing is known.
    static func little(_ language: DocumentLanguage) -> CaseFacts {
        let now = Timestamp(seconds: 1_795_698_000)
        let unknown = Tier.allCases.map { TierScope(tier: $0, people: .unknown(.unverifiedRest)) }
        return CaseFacts(
            language: language, date: now, vendor: VendorFacts(name: "V"), practice: PracticeFacts(name: "P"),
            incident: IncidentFacts(id: "I", title: "T", description: ["D"], natures: [.confidentiality]),
            notification: NotificationFacts(awareness: now),
            scope: PracticeScope(
                practice: PracticeID(high: 1, low: 2), tiers: unknown, people: .unknown(.unverifiedRest)))
    }
}
